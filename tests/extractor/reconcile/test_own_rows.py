"""Which row of a list of several firms counts."""

from extractor.reconcile.own_rows import with_own_rows
from models.extraction import Evidence, Extraction, Field, Identifier, Rows, Text

OWN, OTHER = "武汉某某公司", "武汉另一公司"
NUMBERS = {OWN: "网信算备420100325024903258522号", OTHER: "网信算备420106803079901240025号"}


def listed(*owners: str, doubts: tuple[str, ...] = ()) -> Extraction:
    rows = Rows(
        records=tuple(
            {"owner": Text(value=owner), "number": Identifier(value=NUMBERS[owner])}
            for owner in owners
        )
    )
    evidence = tuple(
        Evidence(file=0, page=place, box=None, text=owner) for place, owner in enumerate(owners)
    )
    return Extraction(
        document="filing-1",
        kind="filing",
        fields=(
            Field(key="filing.number", label="编号", kind="identifier", status="unreadable"),
            Field(key="filing.owner", label="权利人/主体", kind="text", status="unreadable"),
            Field(
                key="filing.entries",
                label="公示表各行",
                kind="rows",
                value=rows,
                status="doubtful" if doubts else "sure",
                evidence=evidence,
                doubts=doubts,
            ),
        ),
    )


def licence(name: str) -> Extraction:
    stated = Field(
        key="business_licence.name",
        label="名称",
        kind="text",
        value=Text(value=name),
        status="sure",
    )
    return Extraction(document="business_licence-1", kind="business_licence", fields=(stated,))


def number_of(*extractions: Extraction) -> Field:
    stated = with_own_rows(extractions)[-1].field("number")
    assert stated is not None
    return stated


def test_the_applicants_row_is_what_the_list_states() -> None:
    stated = number_of(licence(OWN), listed(OTHER, OWN))
    assert (stated.status, stated.value) == ("sure", Identifier(value=NUMBERS[OWN]))
    assert [each.page for each in stated.evidence] == [1]


def test_only_doubts_about_the_applicants_row_count() -> None:
    weak = "第 1 行：编号识别置信度偏低"
    assert number_of(licence(OWN), listed(OTHER, OWN, doubts=(weak,))).status == "sure"
    stated = number_of(licence(OTHER), listed(OTHER, OWN, doubts=(weak,)))
    assert (stated.status, stated.doubts) == ("doubtful", ("识别置信度偏低",))


def test_without_exactly_one_own_row_none_is_taken() -> None:
    assert number_of(licence("鄂州另外公司"), listed(OTHER, OWN)).status == "unreadable"
    assert number_of(licence(OWN), listed(OWN, OWN)).status == "unreadable"


def test_what_a_person_stated_stands() -> None:
    filing = listed(OTHER, OWN)
    stated = filing.fields[0].model_copy(
        update={"value": Identifier(value="甲"), "status": "sure", "machine": filing.fields[0]}
    )
    corrected = filing.with_fields({stated.key: stated})
    assert number_of(licence(OWN), corrected).value == Identifier(value="甲")

from extractor.rules.audited_entity_is_the_licensed_unit import check
from models.extraction import Text

OWN = Text(value="武汉楚芯智能科技有限公司")
OTHER = Text(value="鄂州楚芯智能科技有限公司")


def test_the_licensed_unit_passes() -> None:
    assert check(OWN, OWN, None) is None


def test_another_company_fails() -> None:
    said = check(OTHER, OWN, None)
    assert said is not None
    assert said.severity == "B"


def test_a_former_name_on_the_licence_is_a_note() -> None:
    said = check(OTHER, OWN, Text(value="鄂州楚芯智能科技有限公司"))
    assert said is not None
    assert said.severity == "D"


def test_a_former_name_on_the_credit_report_is_a_note() -> None:
    said = check(OTHER, OWN, None, Text(value="鄂州楚芯智能科技有限公司"))
    assert said is not None
    assert said.severity == "D"

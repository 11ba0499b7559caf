from decimal import Decimal

from samples.applicant import draw
from samples.case import Sheet
from samples.display import display
from samples.stated import stated

_SCALE = {"元": Decimal(1), "万元": Decimal(10_000)}


def _read(text: str, unit: str) -> str:
    """The canonical amount of a printed one; an empty or dashed cell is nil."""
    if text in {"", "-"}:
        return "0.00"
    plain = text.replace(",", "").replace("(", "-").replace(")", "")
    return f"{Decimal(plain) * _SCALE[unit]:.2f}"


def test_the_forms_amounts_read_back_as_its_truth() -> None:
    for seed in range(40):
        case = draw(seed, "a")
        for kind, keys in (
            ("unit_table", ("revenue", "ai_revenue")),
            ("model_table", ("rd_cost",)),
        ):
            shown, truth = display(case, kind), stated(case, Sheet(kind))
            assert all(_read(shown[key], "万元") == truth[key][1] for key in keys)


def test_both_statements_read_back_as_their_truth_in_either_unit() -> None:
    units = set()
    for seed in range(40):
        case = draw(seed, "a")
        shown, truth = display(case, "audit_report"), stated(case, Sheet("audit_report"))
        units.add(case.audit.unit)
        for row in (*shown["assets"], *shown["claims"], *shown["income_statement"]):
            if row["field"]:
                assert _read(row["current"], case.audit.unit) == truth[row["field"]][1]
                assert _read(row["prior"], case.audit.unit) == truth[f"{row['field']}_prior"][1]
    assert units == {"元", "万元"}


def test_every_row_of_the_returns_reads_back_as_its_truth() -> None:
    for year in (2025, 2024, 2023, 2021):
        case = draw(3, "a", return_year=year)
        shown, truth = display(case, "a107012"), stated(case, Sheet("a107012"))
        for row in shown["rows"]:
            key = shown["fields"][row["no"]]
            if key in truth and row["no"] not in {"1", "50"}:
                assert _read(row["amount"], "元") == truth[key][1]


def test_special_audit_amounts_read_back_as_their_truth() -> None:
    for seed in range(40):
        case = draw(seed, "a")
        shown, truth = (
            display(case, "special_audit_report"),
            stated(case, Sheet("special_audit_report")),
        )
        assert _read(shown["rd_cost"], case.special.unit) == truth["rd_cost"][1]
        amounts = [_read(item["amount"], case.special.unit) for item in shown["items"]]
        assert amounts == [item["amount"] for item in truth["items"][1]]

"""The sums of statements."""

from collections.abc import Callable
from decimal import Decimal

from extractor.reconcile.certainty import WEAK
from extractor.reconcile.statements import statement_sums
from models.extraction import Amount, Extraction, Field, Rows, Text

MakeField = Callable[..., Field]

INCOME = {
    "一、营业收入": "90000000.00",
    "减：营业成本": "60000000.00",
    "税金及附加": "500000.00",
    "销售费用": "3000000.00",
    "管理费用": "7000000.00",
    "研发费用": "12000000.00",
    "财务费用": "100000.00",
    "其中：利息费用": "120000.00",
    "加：其他收益": "800000.00",
    "信用减值损失（损失以“－”号填列）": "-50000.00",
    "二、营业利润（亏损以“－”号填列）": "8150000.00",
    "加：营业外收入": "10000.00",
    "减：营业外支出": "5000.00",
    "三、利润总额（亏损总额以“－”号填列）": "8155000.00",
    "减：所得税费用": "655000.00",
    "四、净利润（净亏损以“－”号填列）": "7500000.00",
}
BALANCE = {
    "流动资产合计": "50000000.00",
    "非流动资产合计": "30000000.00",
    "资产总计": "80000000.00",
    "流动负债合计": "20000000.00",
    "非流动负债合计": "5000000.00",
    "负债合计": "25000000.00",
    "实收资本（或股本）": "30000000.00",
    "资本公积": "15000000.00",
    "未分配利润": "10000000.00",
    "所有者权益（或股东权益）合计": "55000000.00",
    "负债和所有者权益（或股东权益）总计": "80000000.00",
}


def rows(key: str, lines: dict[str, str], prior: dict[str, str] | None = None) -> Field:
    def read(value: str | None) -> Amount | None:
        return None if value is None else Amount(value=Decimal(value))

    records = tuple(
        {"line": Text(value=line), "current": read(value), "prior": read((prior or {}).get(line))}
        for line, value in lines.items()
    )
    return Field(
        key=key, label=key, kind="rows", value=Rows(records=records), confidence=0.99, status="sure"
    )


def report(*fields: Field) -> Extraction:
    return Extraction(document="audit_report-1", kind="audit_report", fields=fields)


def test_statements_that_add_up_stay_as_they_are() -> None:
    before = report(
        rows("audit_report.income_statement", INCOME, INCOME),
        rows("audit_report.balance_sheet", BALANCE),
    )
    assert statement_sums(before) == before


def test_weak_figures_of_a_statement_that_adds_up_become_sure(amount: MakeField) -> None:
    before = report(
        rows("audit_report.income_statement", INCOME),
        amount("audit_report.revenue", "90000000.00", sure=False),
        amount("audit_report.rd_expense", "12000000.00", sure=False),
    )
    after = statement_sums(before)
    assert [each.status for each in after.fields] == ["sure"] * 3


def test_a_misread_figure_is_doubted_with_the_amount_that_fits(amount: MakeField) -> None:
    misread = {**INCOME, "三、利润总额（亏损总额以“－”号填列）": "8165000.00"}
    after = statement_sums(
        report(
            rows("audit_report.income_statement", misread),
            amount("audit_report.total_profit", "8165000.00"),
            amount("audit_report.revenue", "90000000.00"),
        )
    )
    statement, profit, revenue = after.fields
    assert statement.status == profit.status == "doubtful"
    assert "8,155,000.00" in profit.doubts[0]
    assert revenue.status == "sure"


def test_last_years_column_is_held_apart_from_this_years(amount: MakeField) -> None:
    misread = {**INCOME, "三、利润总额（亏损总额以“－”号填列）": "8165000.00"}
    after = statement_sums(
        report(
            rows("audit_report.income_statement", INCOME, misread),
            amount("audit_report.total_profit", "8155000.00"),
            amount("audit_report.total_profit_prior", "8165000.00"),
        )
    )
    assert [each.status for each in after.fields] == ["doubtful", "sure", "doubtful"]
    assert "上期" in after.fields[0].doubts[0]


def test_a_statement_that_no_misreading_explains_is_left_to_the_rules() -> None:
    wrong = {**BALANCE, "负债合计": "61234567.00"}
    before = report(rows("audit_report.balance_sheet", wrong))
    assert statement_sums(before) == before


def test_an_empty_line_is_suspected_where_the_sum_is_short() -> None:
    statement = rows("audit_report.income_statement", {**INCOME, "加：营业外收入": "0"})
    assert isinstance(statement.value, Rows)
    records = [dict(record) for record in statement.value.records]
    for record in records:
        if record["line"] == Text(value="加：营业外收入"):
            record["current"] = Amount(value=Decimal(0), step=Decimal(0))
    before = report(statement.model_copy(update={"value": Rows(records=tuple(records))}))
    after = statement_sums(before)
    assert "本格疑为 10,000.00" in after.fields[0].doubts[0]


def test_the_doubt_of_a_figure_in_another_statement_is_not_lifted(amount: MakeField) -> None:
    before = report(
        rows("audit_report.income_statement", INCOME),
        amount("audit_report.total_assets", "80000000.00", doubts=(WEAK,)),
    )
    assert statement_sums(before).fields[1].status == "doubtful"


def test_a_line_that_a_sum_proves_loses_the_doubt_of_its_reading() -> None:
    field = rows("audit_report.income_statement", INCOME)
    doubts = (f"“营业收入”本期：{WEAK}", f"“营业收入”上期：{WEAK}")
    weak = field.model_copy(update={"status": "doubtful", "doubts": doubts})
    after = statement_sums(report(weak))
    assert after.fields[0].doubts == (f"“营业收入”上期：{WEAK}",)


LOSS = {
    **INCOME,
    "减：营业成本": "90123456.78",
    "二、营业利润（亏损以“－”号填列）": "-21973456.78",
    "三、利润总额（亏损总额以“－”号填列）": "-21968456.78",
    "减：所得税费用": "0.00",
    "四、净利润（净亏损以“－”号填列）": "-21968456.78",
}


def test_a_loss_whose_signs_were_all_lost_is_in_doubt(amount: MakeField) -> None:
    lost = {
        line: value.removeprefix("-") if "利润" in line else value for line, value in LOSS.items()
    }
    after = statement_sums(
        report(
            rows("audit_report.income_statement", lost),
            *(
                amount(f"audit_report.{name}", value)
                for name, value in (
                    ("revenue", "90000000.00"),
                    ("operating_profit", "21973456.78"),
                    ("total_profit", "21968456.78"),
                    ("net_profit", "21968456.78"),
                )
            ),
        )
    )
    assert [each.status for each in after.fields[1:]] == ["sure", *["doubtful"] * 3]
    assert (
        statement_sums(report(rows("audit_report.income_statement", LOSS))).fields[0].doubts == ()
    )

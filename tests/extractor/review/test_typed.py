from decimal import Decimal

import pytest

from extractor.review.typed import expected, specs, typed_value
from models.extraction import (
    Amount,
    Choice,
    Choices,
    Count,
    Field,
    Identifier,
    Month,
    NumberedAmounts,
    Rows,
    Text,
    TextList,
    Value,
)
from models.report import canonical


def blank(key: str, value: Value | None = None) -> Field:
    spec = specs()[key]
    return Field(key=key, label=spec.label, kind=spec.kind, value=value)


def typed(key: str, text: str) -> Value | None:
    return typed_value(text, blank(key))


def test_a_sum_of_the_form_is_in_its_own_unit() -> None:
    value = typed("application_form.revenue", "1234.56")
    assert value is not None and canonical(value) == "12345600.00"
    value = typed("application_form.revenue", "12,345,600元")
    assert value is not None and canonical(value) == "12345600.00"


def test_a_sum_of_a_statement_is_in_the_unit_it_prints() -> None:
    read = Amount(value=Decimal(10_000), unit="万元")
    value = typed_value("1,234.5", blank("audit_report.revenue", read))
    assert value is not None and canonical(value) == "12345000.00"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("application_form.staff_total", "128", Count(value=128)),
        ("application_form.model_category", "多模态大模型", Choice(value="多模态大模型")),
        ("application_form.service_modes", "网页、APP", Choices(values=("APP", "网页"))),
        ("application_form.industry", "消费品", Choices(values=("消费品（包括生物医药等）",))),
        ("audit_report.opinion", "保留意见", Choice(value="qualified")),
        ("audit_report.accountants", "张三、李四", TextList(values=("张三", "李四"))),
        ("business_licence.former_names", "无", TextList(values=())),
        ("application_form.rd_period_end", "2025年12月", Month(year=2025, month=12)),
        ("application_form.contact_phone", "13800138000", Identifier(value="13800138000")),
        ("credit_report.penalties", "0", Count(value=0)),
        ("a107012.row_1", "3", Count(value=3)),
    ],
)
def test_what_is_typed_is_read_like_print(key: str, text: str, value: Value) -> None:
    if key == "application_form.rd_period_end":
        key, text, value = key, f"2025年1月-{text}", value
    assert typed(key, text) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("application_form.revenue", "约一千万"),
        ("application_form.staff_total", "一百多人"),
        ("application_form.model_category", "超大模型"),
        ("audit_report.signed_on", "2025年13月40日"),
        ("application_form.uscc", "随便"),
        ("tax_certificate.items", '[{"amount": "不清楚"}]'),
        ("tax_certificate.items", "[1, 2"),
        ("a100000.rows", '{"1": "若干"}'),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_is_asked(key: str, text: str) -> None:
    assert typed(key, text) is None
    assert expected(key)


def test_tables_are_typed_as_the_report_writes_them() -> None:
    text = '[{"tax": "增值税", "paid_on": "2025-03-01", "amount": "100.00"}]'
    value = typed("tax_certificate.items", text)
    assert isinstance(value, Rows)
    assert value.records[0]["tax"] == Text(value="增值税")
    assert canonical(value) == [{"tax": "增值税", "paid_on": "2025-03-01", "amount": "100.00"}]
    sheet = typed("a100000.rows", '{"1": "10.00", "2": null}')
    assert isinstance(sheet, NumberedAmounts) and canonical(sheet) == {"1": "10.00", "2": None}

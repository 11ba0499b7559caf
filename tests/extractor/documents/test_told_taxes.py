from datetime import date
from decimal import Decimal

import pytest

from models.extraction import Day, Text

NAME = "荆门市楚宏智能装备有限公司"
CODE = "91420800215736816D"


@pytest.fixture
def letter(line, page, read):
    """What a letter of these words states; each part is a row that fills the page's width."""

    def make(*rows: str):
        title = line("纳税证明", 0.4, 0.05)
        words = [line(row, 0.05, 0.1 + 0.03 * place) for place, row in enumerate(rows)]
        return read("tax_certificate", page([title, *words]))

    return make


def _taxes(stated):
    return [
        (row["tax"] and row["tax"].value, row["amount"].value)
        for row in stated.field("items").value.records
    ]


def test_taxes_that_a_sentence_names_are_items_of_its_period(letter):
    stated = letter(
        "该公司2025年1月1日至2025年12月31日期间共缴纳税款人民币1,200,000.00元，其中",
        "增值税1,000,000.00元、企业所得税20万元。",
    )
    items = stated.field("items")
    assert _taxes(stated) == [("增值税", 1_000_000), ("企业所得税", 200_000)]
    assert items.value.records[0]["period_start"] == Day(value=date(2025, 1, 1))
    assert items.value.records[0]["period_end"] == Day(value=date(2025, 12, 31))
    assert items.status == "sure"
    assert stated.field("total_amount").value.value == 1_200_000


def test_each_year_of_a_letter_has_its_own_taxes(letter):
    stated = letter(
        "2024年缴纳税款900.00元，其中增值税700.00元，印花税200.00元；",
        "2025年缴纳税款1,000.00元，其中增值税800.00元，印花税200.00元。",
    )
    years = [row["period_end"].value.year for row in stated.field("items").value.records]
    assert years == [2024, 2024, 2025, 2025]
    total = stated.field("total_amount")
    assert (total.value.value, total.status) == (1000, "doubtful")


def test_taxes_that_do_not_make_up_the_total_are_in_doubt(letter):
    stated = letter("2025年度缴纳税款合计1,500.00元，其中增值税1,000.00元。")
    assert stated.field("items").status == "doubtful"


def test_a_sum_that_is_not_told_by_taxes_is_one_item_in_doubt(letter):
    stated = letter("2025年度实际入库税款总额为人民币45.67万元，无欠税记录。")
    assert _taxes(stated) == [(None, Decimal(456700))]
    assert stated.field("items").status == "doubtful"
    assert stated.field("total_amount").value.value == Decimal(456700)


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("2025年度增值税入库税款1,000.00元，印花税入库税款500.00元，总计入库1,500.00元。", 1500),
        ("2025年度纳税150.20万元。", 1_502_000),
        ("2025年度纳税总额为12.5万元。", 125_000),
        ("2025年实现税收2,000.00元（含代扣代缴个人所得税50.00元）。", 2000),
        ("2025年缴纳税款（大写）壹佰贰拾元整（小写：¥120.00）。", 120),
    ],
)
def test_a_letter_states_the_sum_in_many_words(letter, sentence, total):
    field = letter(sentence).field("total_amount")
    assert (field.value.value, field.status) == (total, "sure")


@pytest.mark.parametrize(
    "sentence",
    [
        "2025年度应缴纳税款合计2,000.00元。",
        "2025年度应纳增值税2,000.00元，减免企业所得税300.00元。",
        "2023年、2024年、2025年缴纳税款分别为10.00元、20.00元、30.00元。",
        "2025年度尚欠税款合计500.00元，未缴纳税款500.00元。",
    ],
)
def test_what_was_due_or_remitted_was_not_paid(letter, sentence):
    stated = letter(sentence)
    assert stated.field("items").value is None
    assert stated.field("total_amount").status != "sure"


@pytest.mark.parametrize(
    "opening",
    [
        f"经查询税收征管系统，{NAME}，纳税人识别号{CODE}，",
        f"兹证明{NAME}（统一社会信用代码：{CODE}）",
        f"{NAME}（{CODE}）",
        f"纳税人{NAME}（{CODE}）",
        f"经查，{NAME}（税号：{CODE}）",
    ],
)
def test_a_letter_names_the_taxpayer_in_a_sentence(letter, opening):
    stated = letter(opening, "2025年度缴纳税款合计1,500.00元。")
    assert stated.field("taxpayer_name").value == Text(value=NAME)
    assert stated.field("taxpayer_id").value.value == CODE


def test_a_letter_to_your_unit_is_about_whom_it_addresses(letter):
    stated = letter(
        f"{NAME}：",
        f"你单位（个人）统一社会信用代码（纳税人识别号）{CODE}，自2025年1月1日起已缴纳以下税款：",
    )
    assert stated.field("taxpayer_name").value == Text(value=NAME)
    assert stated.field("taxpayer_id").value.value == CODE


@pytest.mark.parametrize("day", ["二〇二六年三月九日", "2026-03-09", "2026年3月9日"])
def test_a_letter_is_dated_at_its_foot_in_any_writing(letter, day):
    assert letter("特此证明。", day).field("issued_on").value == Day(value=date(2026, 3, 9))


def test_a_code_that_wraps_under_the_name_is_no_part_of_it(line, page, read):
    lines = [line(f"纳税人名称：{NAME}", 0.05, 0.1), line(CODE, 0.158, 0.122)]
    stated = read("tax_certificate", page(lines))
    assert stated.field("taxpayer_name").value == Text(value=NAME)

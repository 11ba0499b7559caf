from datetime import date

import pytest

from models.extraction import Day, Text

OFFICE = "国家税务总局武汉市江夏区税务局第一税务分局（办税服务厅）"


def _first(stated):
    return stated.field("items").value.records[0]


def test_a_period_in_two_columns_is_read(table, page, read):
    rows = [
        ["税种", "税款所属期起", "税款所属期止", "入（退）库日期", "实缴（退）金额"],
        ["增值税", "2025.04.01", "2025.04.30", "2025.05.14", "35,653.02"],
    ]
    first = _first(read("tax_certificate", page([], [table(rows)])))
    assert first["period_start"] == Day(value=date(2025, 4, 1))
    assert first["period_end"] == Day(value=date(2025, 4, 30))


@pytest.mark.parametrize(
    ("printed", "first_month", "last_day"),
    [
        ("202501", 1, date(2025, 1, 31)),
        ("2025-01", 1, date(2025, 1, 31)),
        ("2025年1月", 1, date(2025, 1, 31)),
        ("202501-202512", 1, date(2025, 12, 31)),
        ("2025-01至2025-03", 1, date(2025, 3, 31)),
        ("20250101-20251231", 1, date(2025, 12, 31)),
        ("2025/04/01~2025/06/30", 4, date(2025, 6, 30)),
    ],
)
def test_a_period_in_months_or_in_figures_alone_is_sure(
    table, page, read, printed, first_month, last_day
):
    rows = [
        ["税种", "税款所属时期", "入库日期", "实缴金额"],
        ["增值税", printed, "2025-05-14", "35,653.02"],
    ]
    stated = read("tax_certificate", page([], [table(rows)]))
    assert _first(stated)["period_start"] == Day(value=date(2025, first_month, 1))
    assert _first(stated)["period_end"] == Day(value=last_day)
    assert stated.field("items").status == "sure"


def test_a_month_in_both_columns_of_the_period_is_that_month(table, page, read):
    rows = [
        ["税种", "税款所属期起", "税款所属期止", "入（退）库日期", "实缴（退）金额"],
        ["增值税", "202501", "202503", "2025.05.14", "35,653.02"],
    ]
    first = _first(read("tax_certificate", page([], [table(rows)])))
    assert first["period_start"] == Day(value=date(2025, 1, 1))
    assert first["period_end"] == Day(value=date(2025, 3, 31))


def test_a_day_alone_is_no_period(table, page, read):
    rows = [
        ["税种", "税款所属时期", "入库日期", "实缴金额"],
        ["增值税", "2025-01-01", "2025-05-14", "35,653.02"],
    ]
    stated = read("tax_certificate", page([], [table(rows)]))
    assert _first(stated)["period_start"] is None
    assert stated.field("items").status == "doubtful"


def test_months_are_told_in_rows_without_column_lines(line, page, read):
    lines = [
        line("税收完税证明", 0.4, 0.1),
        line("增值税 2025-01 2025-02-17", 0.01, 0.2),
        line("86,440.12", 0.88, 0.2),
        line("印花税 202502 20250317", 0.01, 0.23),
        line("1,300.00", 0.86, 0.23),
    ]
    rows = read("tax_certificate", page(lines)).field("items").value.records
    assert [each["period_end"] for each in rows] == [
        Day(value=date(2025, 1, 31)),
        Day(value=date(2025, 2, 28)),
    ]


def test_rows_whose_period_was_not_seen_are_in_doubt(table, page, read):
    rows = [["税种", "实缴（退）金额"], ["增值税", "35,653.02"]]
    assert read("tax_certificate", page([], [table(rows)])).field("items").status == "doubtful"


def test_a_voucher_number_is_no_part_of_the_tax_beside_it(line, table, page, read):
    head = ["原凭证号", "税种", "税款所属时期", "入库日期", "实缴金额"]
    body = ["442004251132262557", "增值税", "2025.04.01至2025.04.30", "2025.05.14", "10.00"]
    drawn = table([head, body])
    one, other = (cell for cell in drawn.cells if cell.row == 1 and cell.column < 2)
    joined = one.model_copy(
        update={
            "column_span": 2,
            "box": one.box.model_copy(update={"right": other.box.right}),
            "lines": (line("442004251", 0.06, 0.223), line("增值税", 0.24, 0.223)),
        }
    )
    cells = tuple(each for each in drawn.cells if each not in (one, other))
    lost = drawn.model_copy(update={"cells": (*cells, joined)})
    assert _first(read("tax_certificate", page([], [lost])))["tax"] == Text(value="增值税")


def test_a_letter_has_its_number_and_day_without_captions(line, table, page, read):
    rows = [
        ["征收项目", "税款所属时期", "入库日期", "实缴金额（元）"],
        ["增值税", "2025.05.01至2025.05.31", "2025.06.14", "218602.13"],
    ]
    lines = [
        line("税收完税证明（文书式）", 0.3, 0.05),
        line("442030269952722783", 0.6, 0.1),
        line("国家税务总局武汉市江夏区税务局", 0.3, 0.5),
        line("2026年1月26日", 0.6, 0.55),
    ]
    stated = read("tax_certificate", page(lines, [table(rows)]))
    assert stated.field("form").value.value == "letter"
    assert stated.field("certificate_no").value.value == "442030269952722783"
    assert stated.field("issued_on").value == Day(value=date(2026, 1, 26))


def test_an_office_whose_name_goes_on_below_is_read_whole(line, page, read):
    lines = [
        line(f"征收单位名称：{OFFICE[:20]}", 0.1, 0.3),
        line(OFFICE[20:], 0.1, 0.322),
    ]
    stated = read("tax_certificate", page(lines))
    assert stated.field("authority").value == Text(value=OFFICE)


def test_capitals_that_wrap_are_read_to_their_end(line, page, read):
    lines = [
        line("（大写）人民币柒拾陆万贰仟陆佰柒拾贰元", 0.1, 0.3),
        line("壹角整", 0.1, 0.322),
    ]
    stated = read("tax_certificate", page(lines))
    words = stated.field("total_amount_in_words").value
    assert words == Text(value="柒拾陆万贰仟陆佰柒拾贰元壹角整")


def _weak(letters, line):
    read = line(letters, 0.06, 0.223)
    confidences = (*read.confidences[:-1], 0.55)
    return read.model_copy(update={"confidences": confidences})


def _with_tax(drawn, tax):
    cells = tuple(
        cell.model_copy(update={"lines": (tax,)}) if (cell.row, cell.column) == (1, 0) else cell
        for cell in drawn.cells
    )
    return drawn.model_copy(update={"cells": cells})


TAXES = [
    ["税种", "税款所属时期", "入库日期", "实缴金额"],
    ["", "2025.04.01至2025.04.30", "2025.05.14", "10.00"],
]


def test_a_tax_read_in_the_traditional_form_is_the_tax(line, table, page, read):
    drawn = _with_tax(table(TAXES), _weak("印花稅", line))
    stated = read("tax_certificate", page([], [drawn]))
    assert _first(stated)["tax"] == Text(value="印花税")
    assert stated.field("items").status == "sure"


def test_a_tax_that_nobody_levies_is_in_doubt_where_a_letter_is_weak(line, table, page, read):
    drawn = _with_tax(table(TAXES), _weak("印茫税", line))
    assert read("tax_certificate", page([], [drawn])).field("items").status == "doubtful"


def test_a_letter_is_told_by_the_line_under_its_title_or_by_its_closing_words(line, page, read):
    title = line("税收完税证明", 0.4, 0.1)
    for words in ("（文书式）", "特此证明。"):
        stated = read("tax_certificate", page([title, line(words, 0.4, 0.14)]))
        assert stated.field("form").value.value == "letter"
    assert read("tax_certificate", page([title])).field("form").value.value == "table"


def test_the_number_of_a_letter_has_the_offices_short_name_in_it(line, page, read):
    lines = [line("税收完税证明", 0.4, 0.1), line("（260311）鄂东税证00018825号", 0.6, 0.14)]
    number = read("tax_certificate", page(lines)).field("certificate_no")
    assert number.value.value.endswith("鄂东税证00018825号")


def test_rows_of_a_table_without_column_lines_are_told_by_their_form(line, page, read):
    lines = [
        line("税收完税证明", 0.4, 0.1),
        line("31277 增值税 销售货物", 0.01, 0.2),
        line("2025-01-01至2025-01-31 2025-02-17", 0.27, 0.2),
        line("86,440.12", 0.88, 0.2),
        line("城镇土地使用税 市区2025-01-01至2025-06-302025-07-15", 0.01, 0.23),
        line("42,300.00", 0.86, 0.23),
    ]
    rows = read("tax_certificate", page(lines)).field("items").value.records
    assert [each["tax"] for each in rows] == [Text(value="增值税"), Text(value="城镇土地使用税")]
    assert [str(each["amount"].value) for each in rows] == ["86440.12", "42300.00"]
    assert rows[1]["paid_on"] == Day(value=date(2025, 7, 15))


def test_the_words_that_open_a_letter_are_no_part_of_the_name(line, page, read):
    lines = [
        line("纳税证明", 0.4, 0.1),
        line("兹证明湖北长江云纺公司（纳税人识别号：", 0.1, 0.2),
        line("91421003MA7HQ2LC4B）在我局缴纳税款", 0.1, 0.22),
    ]
    name = read("tax_certificate", page(lines)).field("taxpayer_name")
    assert name.value == Text(value="湖北长江云纺公司")


def test_a_sum_in_capitals_is_never_the_rest_behind_a_misread_character(line, page, read):
    def words(printed):
        found = read("tax_certificate", page([line("税收完税证明", 0.4, 0.1), printed]))
        return found.field("total_amount_in_words").value

    assert words(line("（大写：肆拾壹万捌任贰佰贰拾陆元叁角伍分）", 0.1, 0.3)) == Text(
        value="肆拾壹万捌仟贰佰贰拾陆元叁角伍分"
    )
    assert words(line("（大写：肆拾壹万捌口贰佰贰拾陆元叁角伍分）", 0.1, 0.3)) != Text(
        value="贰佰贰拾陆元叁角伍分"
    )
    assert words(line("（大写：肆拾壹万捌目贰佰贰拾陆元叁角伍分）", 0.1, 0.3)) is None


def test_a_letters_number_may_begin_with_its_office(line, page, read):
    lines = [line("纳税证明", 0.4, 0.1), line("荆区税证〔2026〕第0127号", 0.6, 0.14)]
    number = read("tax_certificate", page(lines)).field("certificate_no")
    assert number.value.value == "荆区税证〔2026〕第0127号"


def test_the_total_is_not_the_first_of_the_amounts_with_a_yuan_sign(line, table, page, read):
    rows = [
        ["税种", "税款所属时期", "入库日期", "实缴金额"],
        ["增值税", "2025-01-01至2025-01-31", "2025-02-14", "¥10.00"],
        ["印花税", "2025-01-01至2025-03-31", "2025-04-14", "¥30.00"],
        ["金额合计", "（大写）人民币肆拾元整", "", "¥40.00"],
    ]
    stated = read("tax_certificate", page([], [table(rows)]))
    assert stated.field("total_amount").value.value == 40
    assert stated.field("total_amount").status == "sure"


def test_a_code_broken_at_the_lines_end_is_read_whole(line, page, read):
    lines = [
        line("兹证明湖北长江云纺公司（统一社会信用代码：91421003MA7HQ2L", 0.1, 0.2),
        line("C4B）在我局缴纳税款", 0.1, 0.22),
    ]
    field = read("tax_certificate", page(lines)).field("taxpayer_id")
    assert field.value.value == "91421003MA7HQ2LC4B"


def test_the_beginning_of_a_code_is_no_older_number(line, page, read):
    field = read("tax_certificate", page([line("纳税人识别号：91421003MA7HQ2L", 0.1, 0.2)]))
    assert field.field("taxpayer_id").value is None


@pytest.mark.parametrize(
    "head",
    [
        ["税种名称", "税目", "税费属期起", "税费属期止", "缴税时间", "实缴税费额"],
        ["征收项目", "征收品目", "所属期起", "所属期止", "缴库日期", "已缴金额（元）"],
        [
            "税（费）种",
            "品目名称",
            "税（费）款所属期起",
            "税（费）款所属期止",
            "缴款日期",
            "缴纳金额",
        ],
    ],
)
def test_columns_are_known_by_the_words_that_offices_use(table, page, read, head):
    body = ["增值税", "软件服务", "2025-04-01", "2025-04-30", "2025-05-14", "35,653.02"]
    first = _first(read("tax_certificate", page([], [table([head, body])])))
    assert first["tax"] == Text(value="增值税")
    assert first["paid_on"] == Day(value=date(2025, 5, 14))
    assert first["period_end"] == Day(value=date(2025, 4, 30))
    assert str(first["amount"].value) == "35653.02"


def test_an_amount_whose_tax_was_not_read_leaves_the_items_in_doubt(table, page, read):
    rows = [
        ["税种", "税款所属时期", "入库日期", "实缴金额"],
        ["增值税", "2025-01-01至2025-01-31", "2025-02-14", "10.00"],
        ["", "2025-01-01至2025-03-31", "2025-04-14", "30.00"],
        ["金额合计", "", "", "40.00"],
    ]
    assert read("tax_certificate", page([], [table(rows)])).field("items").status == "doubtful"


def test_an_office_whose_name_is_cut_short_is_not_stated(line, page, read):
    drawn = page([line("税务机关", 0.1, 0.2), line("国家税务总局武汉市东西湖区税", 0.2, 0.2)])
    office = read("tax_certificate", drawn).field("authority")
    assert (office.value, office.status) == (None, "unreadable")


def test_of_the_totals_of_two_years_the_later_is_doubtful(line, page, read):
    lines = [
        line("某某公司2024年度缴纳税款合计987,654.32元，", 0.05, 0.2),
        line("2025年度缴纳税款合计1,234,567.89元。", 0.05, 0.23),
    ]
    total = read("tax_certificate", page(lines)).field("total_amount")
    assert str(total.value.value) == "1234567.89"
    assert total.status == "doubtful"


def test_what_was_paid_back_is_not_the_total(line, page, read):
    lines = [
        line("金额合计", 0.05, 0.2),
        line("¥121,000.00", 0.7, 0.2),
        line("备注：退税金额合计¥3,000.00", 0.05, 0.3),
    ]
    total = read("tax_certificate", page(lines)).field("total_amount")
    assert str(total.value.value) == "121000.00"


HEADED = ["税种", "税款所属期", "缴款日期"]
PAID = ["增值税", "2025-01-01至2025-03-31", "2025-04-15"]


def test_the_total_stands_in_the_column_of_what_was_paid(table, page, read):
    rows = [
        [*HEADED, "应纳税额", "退税额", "实缴税额"],
        [*PAID, "1,200.00", "200.00", "1,000.00"],
        ["合计", "", "", "1,200.00", "200.00", "1,000.00"],
    ]
    stated = read("tax_certificate", page([], [table(rows)]))
    assert _first(stated)["amount"].value == 1000
    assert stated.field("total_amount").value.value == 1000


def test_one_of_several_totals_on_a_row_is_in_doubt(table, page, read):
    rows = [
        ["税种", "2024年", "2025年"],
        ["增值税", "900.00", "1,000.00"],
        ["合计", "990.00", "1,100.00"],
    ]
    total = read("tax_certificate", page([], [table(rows)])).field("total_amount")
    assert total.status == "doubtful"


@pytest.mark.parametrize(
    ("outside", "heading"), [("单位：万元", "实缴金额"), ("税收完税证明", "金额（万元）")]
)
def test_taxes_are_in_the_unit_that_is_printed(line, table, page, read, outside, heading):
    rows = [[*HEADED, heading], [*PAID, "120.00"], ["合计", "", "", "120.00"]]
    stated = read("tax_certificate", page([line(outside, 0.7, 0.1)], [table(rows)]))
    assert _first(stated)["amount"].value == 1_200_000
    assert stated.field("total_amount").value.value == 1_200_000


def test_of_the_columns_of_money_that_of_what_was_paid_is_read(table, page, read):
    rows = [
        [*HEADED, "税额", "滞纳金", "实缴（退）金额"],
        [*PAID, "1,000.00", "5.00", "1,005.00"],
        ["金额合计", "", "", "", "", "¥1,005.00"],
    ]
    stated = read("tax_certificate", page([], [table(rows)]))
    assert _first(stated)["amount"].value == 1005
    assert stated.field("items").status == stated.field("total_amount").status == "sure"


def test_a_total_beside_another_with_the_late_fees_in_it_is_in_doubt(table, page, read):
    rows = [
        [*HEADED, "实缴税额", "滞纳金", "合计"],
        [*PAID, "1,000.00", "5.00", "1,005.00"],
        ["合计", "", "", "1,000.00", "5.00", "1,005.00"],
    ]
    total = read("tax_certificate", page([], [table(rows)])).field("total_amount")
    assert total.status == "doubtful"


def test_the_taxpayers_own_code_is_no_number_of_the_certificate(line, table, page, read):
    lines = [line("税收完税证明", 0.3, 0.05), line("914208009458073055", 0.3, 0.1)]
    rows = [[*HEADED, "实缴金额"], [*PAID, "1,000.00"]]
    assert read("tax_certificate", page(lines, [table(rows)])).field("certificate_no").value is None


def test_a_column_of_years_is_the_period_where_there_is_no_other(table, page, read):
    rows = [
        ["年度", "税种", "应缴税额", "已缴税额"],
        ["2025年", "印花税", "120.00", "100.00"],
        ["合计", "", "120.00", "100.00"],
    ]
    first = _first(read("tax_certificate", page([], [table(rows)])))
    assert first["period_start"] == Day(value=date(2025, 1, 1))
    assert first["period_end"] == Day(value=date(2025, 12, 31))
    assert first["amount"].value == 100


def test_what_a_bank_prints_under_its_slip_is_no_tax(line, page, read):
    lines = [
        line(text, left, top)
        for top, row in (
            (0.28, ("税（费）种名称", "所属时期", "实缴金额")),
            (0.31, ("增值税", "20251101-20251130", "¥36,218.44")),
            (0.34, ("印花税", "20251101-20251130", "¥2,535.29")),
            (0.37, ("第1次打印", "打印时间：2026年03月10日", "")),
        )
        for left, text in zip((0.08, 0.36, 0.75), row, strict=True)
        if text
    ]
    items = read("tax_certificate", page(lines)).field("items")
    assert [row["tax"].value for row in items.value.records] == ["增值税", "印花税"]


def test_a_persons_name_ends_before_the_next_caption(line, page, read):
    lines = [line("纳税人名称：陈思远纳税人识别号420801198803124521", 0.1, 0.2)]
    name = read("tax_certificate", page(lines)).field("taxpayer_name")
    assert name.value == Text(value="陈思远")


def _unruled(line, *rows):
    return [
        line(text, left, 0.2 + 0.03 * at)
        for at, row in enumerate(rows)
        for left, text in zip((0.01, 0.2, 0.69, 0.88), row, strict=True)
        if text
    ]


def test_rows_without_column_lines_are_told_whatever_the_item_is_called(line, page, read):
    lines = _unruled(
        line,
        ("增值税", "现代*软件2025-04-01至2025-06-30", "2025-07-14", "509.70"),
        ("水利建设专项收入", "水利2025-04-01至2025-06-30", "2025-07-14", "10.00"),
        ("垃圾处理费", "垃圾2025-04-01至2025-06-30", "2025-07-14", "5.00"),
    )
    items = read("tax_certificate", page(lines)).field("items")
    assert [row["tax"].value for row in items.value.records] == [
        "增值税",
        "水利建设专项收入",
        "垃圾处理费",
    ]


def test_a_row_without_column_lines_that_was_not_understood_is_a_doubt(line, page, read):
    lines = _unruled(
        line,
        ("增值税", "软件服务2025-04-01至2025-06-30", "2025-07-14", "509.70"),
        ("", "2025-O4-", "2025-07-14", "10.00"),
    )
    assert read("tax_certificate", page(lines)).field("items").status == "doubtful"


def test_the_sum_with_late_fees_is_what_was_paid(table, page, read):
    rows = [
        [*HEADED, "应缴税额", "滞纳金", "实缴合计"],
        [*PAID, "1,000.00", "5.00", "1,005.00"],
        ["合计", "", "", "1,000.00", "5.00", "1,005.00"],
    ]
    stated = read("tax_certificate", page([], [table(rows)]))
    assert _first(stated)["amount"].value == 1005
    assert stated.field("total_amount").value.value == 1005

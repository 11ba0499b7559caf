import pytest


def test_a_section_headed_in_brackets_that_says_it_is_empty_counts_none(line, page, read):
    lines = [
        line("二、行政管理（共4条）", 0.1, 0.2),
        line("【行政处罚】", 0.1, 0.23),
        line("查询期内无相关信息", 0.1, 0.25),
        line("【失信被执行人】", 0.1, 0.3),
        line("查询期内无相关信息", 0.1, 0.32),
    ]
    stated = read("credit_report", page(lines))
    assert stated.field("penalties").value.value == 0
    assert stated.field("judgment_debtor").value.value == 0


def test_a_day_with_the_time_behind_it_is_read(line, page, read):
    lines = [line("报告生成日期", 0.1, 0.2), line("2026年03月12日09:41:27", 0.4, 0.2)]
    assert str(read("credit_report", page(lines)).field("reported_on").value.value) == "2026-03-12"


def test_the_counts_under_the_tabs_of_the_website_are_read(line, page, read):
    lines = [
        line("某某科学研究院", 0.1, 0.1),
        line("统一社会信用代码：91420100MA4KL8QH53", 0.1, 0.14),
        line("行政处罚", 0.1, 0.3),
        line("严重失信主体名单", 0.25, 0.3),
        line("经营异常", 0.5, 0.3),
        line("3", 0.13, 0.32),
        line("0", 0.31, 0.32),
        line("1", 0.53, 0.32),
    ]
    stated = read("credit_report", page(lines))
    assert stated.field("name").value.value == "某某科学研究院"
    counts = {
        name: stated.field(name).value.value for name in ("penalties", "dishonest", "abnormal")
    }
    assert counts == {"penalties": 3, "dishonest": 0, "abnormal": 1}


def test_a_page_number_under_a_sections_heading_is_no_count(line, page, read):
    lines = [line("行政处罚", 0.45, 0.92), line("3", 0.48, 0.95)]
    assert read("credit_report", page(lines)).field("penalties").status == "missing"


def test_penalties_that_were_not_all_made_out_are_in_doubt(line, page, read):
    lines = [
        line("行政处罚（共2条）", 0.1, 0.2),
        line("行政处罚决定书文号：鄂环罚〔2024〕17号", 0.1, 0.24),
        line("处罚决定日期：2024-07-19", 0.1, 0.27),
    ]
    items = read("credit_report", page(lines)).field("penalty_items")
    assert len(items.value.records) == 1
    assert items.status == "doubtful"


def test_the_day_a_report_was_made_goes_before_the_day_it_was_printed(line, page, read):
    lines = [
        line("打印时间：2026年04月01日", 0.1, 0.05),
        line("报告生成日期：2026年03月12日", 0.1, 0.3),
    ]
    assert str(read("credit_report", page(lines)).field("reported_on").value.value) == "2026-03-12"


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("经营（活动）异常名录（状态）信息", "查询期内无相关信息"),
        ("经营异常名录", "未查询到相关记录"),
        ("经营异常名录：未列入", "以上信息仅供参考"),
    ],
)
def test_a_section_that_says_it_found_nothing_counts_none(line, page, read, heading, said):
    lines = [line(heading, 0.1, 0.2), line(said, 0.1, 0.24)]
    abnormal = read("credit_report", page(lines)).field("abnormal")
    assert abnormal.value.value == 0
    assert abnormal.status == "sure"


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("行政处罚 0 行政许可 4", 0),
        ("行政许可 4 行政处罚 2 经营异常 0", 2),
        ("（二）行政处罚信息（共2条）", 2),
        ("共查询到 3 条行政处罚信息", 3),
        ("行政处罚决定书文号 A12", None),
        ("行政处罚信息..........5", None),
    ],
)
def test_the_number_right_behind_a_title_is_its_count(line, page, read, printed, count):
    penalties = read("credit_report", page([line(printed, 0.1, 0.2)])).field("penalties")
    sure = penalties.value.value if penalties.status == "sure" else None
    assert sure == count


@pytest.mark.parametrize("title", ["严重失信", "列入严重违法失信名单（黑名单）信息"])
def test_the_list_of_the_dishonest_has_several_names(line, page, read, title):
    lines = [line(title, 0.1, 0.2), line("查询期内无相关信息", 0.1, 0.24)]
    assert read("credit_report", page(lines)).field("dishonest").value.value == 0


def test_page_numbers_in_a_reports_contents_count_nothing(line, page, read):
    contents = page([line("目 录", 0.4, 0.1), line("四、经营异常信息 5", 0.1, 0.2)])
    section = page([line("四、经营异常信息（0条）", 0.1, 0.2)], number=2)
    abnormal = read("credit_report", contents, section).field("abnormal")
    assert (abnormal.value.value, abnormal.status) == (0, "sure")


def test_the_courts_website_found_no_debtor(line, page, read):
    lines = [
        line("失信被执行人查询", 0.1, 0.1),
        line("在全国范围内没有找到某某有限公司相关的结果。", 0.1, 0.3),
    ]
    assert read("credit_report", page(lines)).field("judgment_debtor").value.value == 0


def test_a_website_is_of_the_day_in_its_printed_margin(line, page, read):
    lines = [line("某某有限公司", 0.1, 0.1), line("2026/3/17 10:22", 0.5, 0.966)]
    reported = read("credit_report", page(lines)).field("reported_on")
    assert str(reported.value.value) == "2026-03-17"


def test_penalties_under_headings_are_read_and_counted_in_doubt(line, table, page, read):
    rows = [
        ["序号", "决定书文号", "行政处罚内容", "处罚决定日期"],
        ["1", "荆市监罚〔2024〕8号", "罚款2万元", "2024-05-06"],
    ]
    stated = read("credit_report", page([line("行政处罚信息", 0.1, 0.1)], [table(rows)]))
    (item,) = stated.field("penalty_items").value.records
    assert item["number"].value == "荆市监罚〔2024〕8号"
    assert str(item["decided_on"].value) == "2024-05-06"
    assert item["content"].value == "罚款2万元"
    penalties = stated.field("penalties")
    assert (penalties.value.value, penalties.status) == (1, "doubtful")


def test_a_count_on_the_line_under_its_title_is_read(line, page, read):
    lines = [line("行政处罚", 0.1, 0.2), line("共计0条", 0.1, 0.23)]
    assert read("credit_report", page(lines)).field("penalties").value.value == 0


def test_a_penalty_in_a_table_of_four_columns_is_read(line, table, page, read):
    rows = [
        ["行政处罚决定书文号", "鄂武环罚〔2024〕61号", "处罚决定日期", "2024-08-09"],
        ["处罚类别", "罚款", "处罚机关", "武汉市生态环境局"],
        ["处罚内容", "罚款人民币叁万元", "罚款金额（万元）", "3"],
    ]
    lines = [line("三、行政处罚（1条）", 0.1, 0.1)]
    stated = read("credit_report", page(lines, [table(rows)]))
    (item,) = stated.field("penalty_items").value.records
    assert item["number"].value == "鄂武环罚〔2024〕61号"
    assert item["content"].value == "罚款人民币叁万元"


def test_a_penalty_that_was_read_weakly_is_in_doubt(line, page, read):
    lines = [
        line("行政处罚（共1条）", 0.1, 0.2),
        line("行政处罚决定书文号：鄂环罚〔2024〕17号", 0.1, 0.24, 0.6),
        line("处罚决定日期：2024-07-19", 0.1, 0.27),
    ]
    assert read("credit_report", page(lines)).field("penalty_items").status == "doubtful"


def test_letters_of_a_watermark_behind_a_name_are_none_of_it(line, page, read):
    lines = [line("主体名称：某某视觉技术有限公司信用", 0.1, 0.2)]
    name = read("credit_report", page(lines)).field("name")
    assert (name.value.value, name.status) == ("某某视觉技术有限公司", "doubtful")


def test_what_belongs_to_a_company_keeps_its_name(line, page, read):
    lines = [line("主体名称：某某视觉技术有限公司武汉分公司", 0.1, 0.2)]
    name = read("credit_report", page(lines)).field("name")
    assert (name.value.value, name.status) == ("某某视觉技术有限公司武汉分公司", "sure")

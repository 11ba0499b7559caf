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

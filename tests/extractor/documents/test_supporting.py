import pytest


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("被测模型参数量为720亿，准确率98%。", 72 * 10**9),
        ("被测对象为7B参数的质检模型。", 7 * 10**9),
        ("采集工艺参数2.3万条用于测试。", None),
        ("以参数量1750亿的GPT-3为对比对象。", None),
    ],
)
def test_a_test_report_states_the_size_of_the_tested_model_only(line, page, read, sentence, count):
    stated = read("test_report", page([line("测试报告", 0.4, 0.1), line(sentence, 0.1, 0.5)]))
    value = stated.field("parameter_count").value
    assert (None if value is None else value.value) == count


def test_the_rest_of_a_broken_caption_is_no_owner(line, page, read):
    lines = [
        line("受托方（乙", 0.1, 0.3),
        line("某某技术有限公司", 0.4, 0.31),
        line("方）：", 0.1, 0.322),
    ]
    owner = read("contract", page(lines)).field("owner")
    assert owner.value is None or owner.value.value == "某某技术有限公司"


def test_a_test_report_is_of_the_day_it_was_signed(line, page, read):
    lines = [
        line("测试日期：2025年9月8日至2025年9月20日", 0.1, 0.3),
        line("报告日期：2025年9月25日", 0.1, 0.34),
    ]
    assert str(read("test_report", page(lines)).field("date").value.value) == "2025-09-25"


def test_a_paper_that_states_two_sizes_states_none(line, page, read):
    lines = [
        line("测试报告", 0.4, 0.1),
        line("被测模型参数量为70亿。", 0.05, 0.2),
        line("被测模型参数量为130亿。", 0.05, 0.3),
    ]
    assert read("test_report", page(lines)).field("parameter_count").value is None
    assert read("test_report", page(lines[:2])).field("parameter_count").value.value == 7 * 10**9


@pytest.mark.parametrize(
    ("field", "printed", "value"),
    [
        ("name", "被测系统名称：某某大模型", "某某大模型"),
        ("owner", "送测单位：某某科技有限公司", "某某科技有限公司"),
        ("owner", "委托方：某某科技有限公司", "某某科技有限公司"),
    ],
)
def test_a_test_report_may_call_things_otherwise(line, page, read, field, printed, value):
    stated = read("test_report", page([line("评测报告", 0.4, 0.1), line(printed, 0.1, 0.3)]))
    assert stated.field(field).value.value == value


def test_a_number_behind_no_is_the_reports(line, page, read):
    lines = [line("检验报告", 0.4, 0.1), line("No：2025-JS-0091", 0.6, 0.15)]
    assert read("test_report", page(lines)).field("number").value.value == "2025-JS-0091"


def test_captions_may_have_english_under_them(table, page, read):
    rows = [
        ["委托单位 Client", "某某科技有限公司"],
        ["样品名称 Sample Name", "某某大模型"],
        ["签发日期 Date of Issue", "2025.10.28"],
    ]
    stated = read("test_report", page([], [table(rows)]))
    assert stated.field("owner").value.value == "某某科技有限公司"
    assert stated.field("name").value.value == "某某大模型"
    assert str(stated.field("date").value.value) == "2025-10-28"

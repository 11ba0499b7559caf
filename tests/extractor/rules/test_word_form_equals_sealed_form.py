from typing import Any

from extractor.rules.word_form_equals_sealed_form import CELLS, check
from models.extraction import Choices, Count, Rows, Text, TextList, Value
from models.finding import Disagreement


def said_of(**cells: tuple[Value, Value]) -> list[Disagreement]:
    sealed = [cells[name][0] if name in cells else None for name in CELLS]
    word = [cells[name][1] if name in cells else None for name in CELLS]
    return check("application_form-1", "application_form-2", *sealed, *word)


def test_equal_cells_pass_and_are_counted(papers: Any) -> None:
    (said,) = said_of(
        revenue=(papers.wan("12.50"), papers.wan("12.5")),
        unit_name=(Text(value="楚芯（武汉）公司"), Text(value="楚芯(武汉)公司")),
        service_modes=(Choices(values=("APP", "网页")), Choices(values=("网页", "APP"))),
    )
    assert said.outcome == "passed"
    assert "3 个" in said.message


def test_each_cell_that_differs_fails_by_itself(papers: Any) -> None:
    said = said_of(
        revenue=(papers.wan("12.50"), papers.wan("13.50")),
        staff_total=(Count(value=128), Count(value=182)),
    )
    assert [each.values for each in said] == [
        ("application_form.revenue",),
        ("application_form.staff_total",),
    ]
    assert {each.severity for each in said} == {"B"}


def test_a_look_alike_may_be_a_misreading() -> None:
    (said,) = said_of(unit_name=(Text(value="楚芯科技公司"), Text(value="楚芯料技公司")))
    assert said.outcome == "unreadable"


def test_a_traditional_character_in_one_copy_is_no_difference() -> None:
    (said,) = said_of(
        principal_name=(Text(value="赵靜怡"), Text(value="赵静怡")),
        model_name=(Text(value="靜電产业大模型"), Text(value="静电產業大模型")),
        consortium_members=(TextList(values=("靜安公司",)), TextList(values=("静安公司",))),
    )
    assert said.outcome == "passed"


def test_a_cell_of_one_copy_only_is_passed_over(papers: Any) -> None:
    assert check("1", "2", *[None] * (2 * len(CELLS))) == []


def test_marks_and_capitals_make_no_difference() -> None:
    (said,) = said_of(
        base_model=(Text(value="“Qwen2.5-7B”开源模型"), Text(value='"qwen2.5—7B"开源模型')),
        model_name=(Text(value="楚衡·质检大模型"), Text(value="楚衡质检大模型")),
    )
    assert said.outcome == "passed"


def test_a_letter_of_an_address_may_be_misread_and_a_figure_of_it_differs() -> None:
    address = "武汉市洪山区珞喻路1037号科创大厦3层"
    (said,) = said_of(address=(Text(value=address), Text(value=address.replace("喻", "愉"))))
    assert said.outcome == "unreadable"
    (said,) = said_of(address=(Text(value=address), Text(value=address.replace("1037", "1031"))))
    assert said.outcome is None


def test_cost_items_in_another_order_are_the_same_and_one_unread_is_not_judged(
    papers: Any,
) -> None:
    one, other = ({"amount": papers.wan(number)} for number in ("12.00", "0"))
    (said,) = said_of(rd_cost_items=(Rows(records=(one, other)), Rows(records=(other, one))))
    assert said.outcome == "passed"
    (said,) = said_of(rd_cost_items=(Rows(records=(one,)), Rows(records=({"amount": None},))))
    assert said.outcome == "unreadable"


def test_a_member_with_a_look_alike_in_its_name_may_be_misread() -> None:
    sealed = TextList(values=("楚芯科技公司", "江擎科技公司"))
    word = TextList(values=("江擎科技公司", "楚芯料技公司"))
    (said,) = said_of(consortium_members=(sealed, word))
    assert said.outcome == "unreadable"

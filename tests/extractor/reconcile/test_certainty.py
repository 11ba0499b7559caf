"""When a reading is sure."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.layout.passage import Passage
from extractor.reconcile.certainty import (
    CHECK_FAILS,
    EMPTY,
    ONE_DECIMAL,
    POINT,
    SECOND_READING,
    SPELLING,
    UNREAD_INK,
    WEAK,
    doubted,
    judged,
    lifted,
    stated,
)
from extractor.values import amounts, identifiers, texts, uscc
from models.extraction import Amount, Field, Identifier, Month, Text, TextList

Build = Callable[..., Passage]
CODE = "9144030071526726XG"
NOBODY = TextList(values=())


def amount_field(passage: Passage | None) -> Field:
    return judged("a100000.revenue", "营业收入", "amount", passage, amounts.parse)


def code_field(passage: Passage) -> Field:
    return judged("business_licence.uscc", "统一社会信用代码", "identifier", passage, uscc.parse)


def test_a_well_read_amount_is_sure_and_carries_its_evidence(passage: Build) -> None:
    field = amount_field(passage("1,234.00"))
    assert field.status == "sure"
    assert field.value == Amount(value=Decimal("1234.00"))
    assert (field.text, field.evidence[0].page, field.evidence[0].text) == (
        "1,234.00",
        3,
        "1,234.00",
    )


def test_a_place_that_is_not_on_the_page_is_missing() -> None:
    field = amount_field(None)
    assert (field.status, field.value, field.evidence) == ("missing", None, ())


def test_what_can_not_be_understood_is_unreadable_with_evidence(passage: Build) -> None:
    field = amount_field(passage("1,23.45"))
    assert (field.status, field.value) == ("unreadable", None)
    assert field.evidence[0].text == "1,23.45"


def test_an_empty_place_is_missing_but_shown(passage: Build) -> None:
    field = judged("application_form.address", "单位地址", "text", passage(), texts.parse)
    assert (field.status, field.value, len(field.evidence)) == ("missing", None, 1)


def test_an_empty_cell_of_a_form_is_a_zero_nobody_is_sure_of(passage: Build) -> None:
    field = judged("a107012.row_20", "摊销", "amount", passage(), amounts.parse_cell)
    assert field.value is not None
    assert (field.status, field.doubts) == ("doubtful", (EMPTY,))


def test_ink_that_nobody_read_is_no_empty_cell(passage: Build) -> None:
    field = judged("a107012.row_20", "摊销", "amount", passage(ink=True), amounts.parse_cell)
    assert (field.status, field.value, field.doubts) == ("unreadable", None, (UNREAD_INK,))


def test_one_weak_digit_makes_an_amount_doubtful_even_in_a_good_line(passage: Build) -> None:
    field = amount_field(passage("1,234.00", weakest=0.5, mean=0.98))
    assert (field.status, field.doubts) == ("doubtful", (WEAK,))


def test_a_weak_comma_does_not_make_an_amount_doubtful(passage: Build) -> None:
    clear = passage("1.234.567.89")
    line = clear.lines[0].model_copy(
        update={"confidences": tuple(0.99 if c.isdigit() else 0.4 for c in "1.234.567.89")}
    )
    field = amount_field(Passage(page=clear.page, lines=(line,), box=clear.box))
    assert (field.status, field.value) == ("sure", Amount(value=Decimal("1234567.89")))


def test_words_may_be_weaker_than_figures(passage: Build) -> None:
    read = passage("武汉市洪山区珞喻路", weakest=0.9)
    assert judged("x.address", "地址", "text", read, texts.parse).status == "sure"
    weak = passage("武汉市洪山区珞喻路", weakest=0.7)
    assert judged("x.address", "地址", "text", weak, texts.parse).status == "doubtful"


def test_latin_letters_and_digits_in_words_may_not_be_weak(passage: Build) -> None:
    read = passage("Owen2.5-32B", weakest=0.9)
    assert judged("x.base_model", "基础大模型", "text", read, texts.parse).status == "doubtful"


def test_a_second_reading_of_another_value_is_a_doubt_that_quotes_it(passage: Build) -> None:
    field = amount_field(passage("1,234.00", second="1,284.00"))
    assert field.status == "doubtful"
    assert field.doubts[0].startswith(SECOND_READING)
    assert "1,284.00" in field.doubts[0]


def test_a_second_reading_of_the_same_value_is_none(passage: Build) -> None:
    assert amount_field(passage("1,234.00", second="¥1，234.00")).status == "sure"


@pytest.mark.parametrize("source", ["text_layer", "word", "code"])
def test_what_was_not_read_by_ocr_is_sure(passage: Build, source: str) -> None:
    field = amount_field(passage("1,234.00", weakest=0.1, source=source))
    assert field.status == "sure"


def test_a_number_that_had_to_be_set_right_is_doubtful(passage: Build) -> None:
    field = amount_field(passage("1,234,567,89"))
    assert field.value == Amount(value=Decimal("1234567.89"))
    assert field.doubts == (SPELLING,)


def test_a_point_that_may_be_a_comma_is_a_doubt(passage: Build) -> None:
    assert amount_field(passage("12.345万元")).doubts == (POINT,)
    assert amount_field(passage("12.34万元")).status == "sure"


def test_an_amount_in_yuan_with_one_decimal_may_have_lost_the_other(passage: Build) -> None:
    assert amount_field(passage("1,234.5")).doubts == (ONE_DECIMAL,)
    assert amount_field(passage("1,234.5万元")).status == "sure"


def test_digits_on_two_lines_may_be_two_numbers(passage: Build) -> None:
    assert amount_field(passage("1,234,", "567.89")).status == "sure"
    assert amount_field(passage("1234", "567.89")).status == "unreadable"


def test_check_characters_that_hold_say_more_than_the_recogniser(passage: Build) -> None:
    assert code_field(passage(CODE, weakest=0.4)).status == "sure"
    assert code_field(passage(CODE, weakest=0.1)).status == "doubtful"
    assert code_field(passage(CODE, second="盖章")).status == "sure"


def test_a_letter_no_code_has_is_set_right_by_the_check_characters(passage: Build) -> None:
    field = code_field(passage(CODE.replace("0", "O")))
    assert field.value == Identifier(value=CODE)
    assert field.status == "sure"
    other = code_field(passage(CODE.replace("5", "S")))
    assert other.value == Identifier(value=CODE)
    assert other.status == "doubtful"


def test_a_code_that_does_not_hold_names_what_it_may_be(passage: Build) -> None:
    field = code_field(passage("914403007152G726XG"))
    assert field.value == Identifier(value="914403007152G726XG")
    assert field.status == "doubtful"
    assert CODE in field.doubts[0]


def test_a_code_that_no_look_alike_explains_is_believed_only_if_clearly_read(
    passage: Build,
) -> None:
    wrong = "914403001922038217"
    assert code_field(passage(wrong, weakest=0.9)).doubts == (CHECK_FAILS,)
    assert code_field(passage(wrong, weakest=0.99)).status == "sure"


def test_a_phone_number_proves_nothing(passage: Build) -> None:
    def phone(text: str, weakest: float) -> str:
        read = passage(text, weakest=weakest)
        return judged("x.phone", "电话", "identifier", read, identifiers.parse_phone).status

    assert phone("13807121234", 0.99) == "sure"
    assert phone("13807121234", 0.6) == "doubtful"
    assert phone("1380712123", 0.9) == "doubtful"


def test_lifting_takes_away_only_what_the_reading_gave_rise_to(passage: Build) -> None:
    weak = amount_field(passage("1,234.00", weakest=0.5))
    assert lifted(weak).status == "sure"
    unit = doubted(weak, "报表未见金额单位")
    assert lifted(unit).doubts == ("报表未见金额单位",)
    assert lifted(unit).status == "doubtful"


def test_nothing_is_lifted_from_or_doubted_about_a_value_that_is_not_there(passage: Build) -> None:
    unreadable = amount_field(passage("1,23.45"))
    assert lifted(unreadable) == doubted(unreadable, "x") == unreadable


def test_a_field_of_several_places_is_as_sure_as_its_weakest(passage: Build) -> None:
    evidence = (passage("甲").evidence, passage("乙", weakest=0.4).evidence)
    field = stated("x.y", "签字", "text", Text(value="甲乙"), evidence)
    assert (field.status, field.confidence, field.text) == ("sure", 0.4, "甲乙")
    assert stated("x.y", "签字", "text", None, evidence).status == "unreadable"
    assert stated("x.y", "签字", "text", None, ()).status == "missing"
    assert stated("x.y", "签字", "text", Text(value="甲"), evidence, ("模糊",)).status == "doubtful"


def test_a_weak_dash_between_two_months_is_no_doubt_and_a_weak_minus_is_one(passage: Build) -> None:
    def weak_at(text: str, character: str) -> Passage:
        whole = passage(text)
        sures = tuple(0.6 if each == character else 0.99 for each in text)
        line = whole.lines[0].model_copy(update={"confidences": sures})
        return Passage(page=whole.page, lines=(line,), box=whole.box)

    months_apart = weak_at("2024年9月—2026年6月", "—")
    field = judged("k.start", "开始", "month", months_apart, lambda _: Month(year=2024, month=9))
    assert field.status == "sure"
    assert amount_field(weak_at("-1,234.00", "-")).doubts == (WEAK,)


def test_a_lone_sign_in_the_cell_of_a_list_is_no_name_however_weakly_it_is_read(
    passage: Build,
) -> None:
    empty = judged("k.members", "成员", "list", passage("/", weakest=0.5), lambda _: NOBODY)
    assert empty.status == "sure"
    names = judged("k.members", "成员", "list", passage("甲乙", weakest=0.5), lambda _: NOBODY)
    assert names.doubts == (WEAK,)

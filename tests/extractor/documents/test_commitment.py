import pytest

from models.document import BoundingBox, InkMark


def test_a_name_that_wraps_under_its_caption_is_read_whole(line, page, read):
    lines = [
        line("特" * 36, 0.2, 0.3),
        line(
            "申请单位（盖章）：" + "墨联工业智能（武汉）股份有限" + "责任技术服务发展集团总公司分",
            0.2,
            0.5,
        ),
        line("公司", 0.2, 0.522),
    ]
    stated = read("commitment", page(lines))
    assert stated.field("unit_name").value.value.endswith("公司分公司")


def test_what_was_read_beside_the_caption_is_a_signature(line, page, read):
    lines = [line("申请单位法人代表（签名）：", 0.2, 0.5), line("乙又", 0.6, 0.49, 0.4)]
    assert read("commitment", page(lines)).field("signed").value.value == "yes"


def test_a_blank_place_for_the_signature_is_not_signed(line, page, read):
    lines = [
        line("申请单位法人代表（签名）：", 0.2, 0.5),
        line("申请单位（盖章）：某某公司", 0.2, 0.53),
        line("2026年3月27日", 0.6, 0.56),
    ]
    assert read("commitment", page(lines)).field("signed").value.value == "no"


def test_a_date_on_the_row_of_the_signature_is_nobodys_name(line, page, read):
    lines = [
        line("法定代表人（签字）：", 0.1, 0.5),
        line("2026年3月25日", 0.6, 0.5),
        line("申请单位（盖章）：某某公司", 0.1, 0.56),
    ]
    stated = read("commitment", page(lines))
    assert stated.field("signed").value.value == "no"
    assert stated.field("legal_representative").value is None


@pytest.mark.parametrize("name", ["周建国", "欧阳晓燕", "张月", "买买提·艾力", "Hans Müller"])
def test_a_name_behind_the_caption_is_who_signed(line, page, read, name):
    lines = [line(f"申请单位法人代表（签名）：{name}", 0.1, 0.5)]
    stated = read("commitment", page(lines)).field("legal_representative")
    assert stated.value.value == name.replace(" ", "")


def test_print_that_is_no_name_is_a_signature_that_could_not_be_read(line, page, read):
    lines = [line("申请单位法人代表（签名）：么3", 0.1, 0.5)]
    stated = read("commitment", page(lines))
    assert stated.field("signed").value.value == "yes"
    assert stated.field("legal_representative").status == "unreadable"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("某某智造有限公司", "某某智造有限公司"),
        ("某某智造有限公司2026年3月25日", "某某智造有限公司"),
        ("2026年3月25日", None),
        ("公司", None),
        ("年月日", None),
    ],
)
def test_a_unit_is_named_by_its_name_and_not_by_a_date_beside_it(line, page, read, printed, name):
    lines = [line(f"申请单位（盖章）：{printed}", 0.1, 0.5)]
    stated = read("commitment", page(lines)).field("unit_name").value
    assert (None if stated is None else stated.value) == name


def test_a_signature_beside_the_seal_is_left_to_a_person(line, page, read):
    lines = [
        line("申请单位法人代表（签名）：", 0.2, 0.5),
        line("申请单位（盖章）：某某公司", 0.2, 0.58),
        line("2026年3月27日", 0.6, 0.64),
    ]
    mark = InkMark(box=BoundingBox(left=0.55, top=0.57, right=0.68, bottom=0.61))
    signed_aside = page(lines).model_copy(update={"ink_marks": (mark,)})
    stated = read("commitment", signed_aside)
    assert stated.field("signed").value.value == "yes"
    assert stated.field("signed").status == "doubtful"
    assert stated.field("legal_representative").status == "unreadable"


def test_writing_whose_caption_was_not_read_is_unreadable_and_not_missing(line, page, read):
    blank = page([line("特此承诺。", 0.2, 0.45), line("2026年3月21日", 0.6, 0.66)])
    mark = InkMark(box=BoundingBox(left=0.33, top=0.53, right=0.52, bottom=0.55))
    written = blank.model_copy(update={"ink_marks": (mark,)})
    for key in ("signed", "legal_representative"):
        assert read("commitment", blank).field(key).status == "missing"
        assert read("commitment", written).field(key).status == "unreadable"


def test_the_day_of_a_notice_that_the_promise_quotes_is_not_the_day_it_was_signed(line, page, read):
    lines = [
        line("根据2026年3月18日印发的通知，本单位承诺如下。", 0.1, 0.2),
        line("特此承诺。", 0.1, 0.4),
        line("申请单位法人代表（签名）：周建国", 0.2, 0.5),
        line("2026年3月25日", 0.6, 0.56),
    ]
    assert str(read("commitment", page(lines)).field("signed_on").value.value) == "2026-03-25"


@pytest.mark.parametrize("day", ["2026.3.25", "二〇二六年三月二十五日", "2026-03-25"])
def test_a_promise_is_dated_in_any_writing(line, page, read, day):
    lines = [line("特此承诺。", 0.1, 0.4), line(day, 0.6, 0.56)]
    assert str(read("commitment", page(lines)).field("signed_on").value.value) == "2026-03-25"


def test_a_signature_that_was_read_is_in_doubt(line, page, read):
    lines = [line("申请单位法人代表（签名）：赵怡", 0.1, 0.5)]
    stated = read("commitment", page(lines)).field("legal_representative")
    assert (stated.value.value, stated.status) == ("赵怡", "doubtful")


def test_a_typed_name_is_no_handwriting(line, page, read):
    typed = line("法定代表人：赵佳怡", 0.1, 0.5).model_copy(update={"source": "text_layer"})
    stated = read("commitment", page([typed])).field("legal_representative")
    assert (stated.value.value, stated.status) == ("赵佳怡", "sure")


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("法定代表人（或授权代表）签字：", "申请单位：某某科技有限公司（盖章）"),
        ("法定代表人签章：", "承诺单位（公章）：某某科技有限公司"),
        ("法人代表（签名）", "某某科技有限公司（盖章）"),
    ],
)
def test_captions_of_other_forms_name_signer_and_unit(line, page, read, caption, unit):
    lines = [
        line("特此承诺。", 0.1, 0.4),
        line(unit, 0.3, 0.45),
        line(f"{caption}欧阳正华", 0.3, 0.5),
        line("2026年3月20日", 0.3, 0.55),
    ]
    stated = read("commitment", page(lines))
    assert stated.field("unit_name").value.value == "某某科技有限公司"
    assert stated.field("legal_representative").value.value == "欧阳正华"


def test_a_prompt_behind_brackets_is_no_signature(line, page, read):
    lines = [line("特此承诺。", 0.1, 0.4), line("法定代表人（或授权代表）签字：", 0.3, 0.5)]
    assert read("commitment", page(lines)).field("signed").value.value == "no"


def test_a_name_under_the_caption_is_who_signed(line, page, read):
    lines = [
        line("法定代表人（或授权代表）签字：", 0.4, 0.656),
        line("欧阳正华", 0.4, 0.684),
        line("2026年3月20日", 0.48, 0.736),
    ]
    stated = read("commitment", page(lines))
    signed, name = stated.field("signed"), stated.field("legal_representative")
    assert signed.value.value == "yes"
    assert (name.value.value, name.status) == ("欧阳正华", "doubtful")


@pytest.mark.parametrize("under", ["年 月 日", "2026年3月20日", "（盖章）"])
def test_what_else_is_printed_under_the_caption_is_no_signature(line, page, read, under):
    lines = [line("法定代表人（签字）：", 0.4, 0.656), line(under, 0.4, 0.684)]
    assert read("commitment", page(lines)).field("signed").value.value == "no"


def test_print_crossed_by_a_pen_is_no_blank_place(line, page, read):
    crossed = line("申请单位（盖章）：某某科技有限公司", 0.3, 0.52)
    box = crossed.box.model_copy(update={"top": 0.5, "bottom": 0.545})
    lines = [
        *(line("本单位同意将本申请材料向评审专家公开。", 0.1, 0.2 + 0.03 * at) for at in range(3)),
        line("申请单位法人代表（签名）：", 0.3, 0.49),
        crossed.model_copy(update={"box": box}),
    ]
    signed = read("commitment", page(lines)).field("signed")
    assert (signed.value.value, signed.status) == ("yes", "doubtful")


def test_a_notices_day_is_not_the_day_of_signing_where_that_is_not_legible(line, page, read):
    lines = [
        line("根据2026年3月18日印发的通知要求，我单位郑重承诺：", 0.1, 0.2),
        line("特此承诺。", 0.1, 0.4),
        line("日期：2026年 月 2", 0.4, 0.6),
    ]
    assert read("commitment", page(lines)).field("signed_on").value is None


@pytest.mark.parametrize(
    "rows",
    [["单位盖章：某某科技有限公司"], ["申报单位（公章）", "某某科技有限公司"]],
)
def test_a_prompt_or_a_break_before_the_unit_is_none_of_its_name(line, page, read, rows):
    lines = [line("特此承诺。", 0.1, 0.4)]
    lines += [line(row, 0.3, 0.5 + 0.03 * at) for at, row in enumerate(rows)]
    unit = read("commitment", page(lines)).field("unit_name").value
    assert unit is None or unit.value == "某某科技有限公司"

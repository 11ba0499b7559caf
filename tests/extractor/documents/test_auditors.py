import pytest

from models.document import BoundingBox, Seal


def test_a_sentence_that_breaks_behind_the_words_names_no_accountant(line, page, read):
    lines = [
        line("我们按照中国注册会计师职业道", 0.1, 0.2),
        line("德守则，独立于贵公司。", 0.1, 0.22),
        line("中国注册会计师：蒋德全", 0.6, 0.6),
        line("中国注册会计师：童雅琳", 0.6, 0.64),
    ]
    names = read("audit_report", page(lines)).field("accountants")
    assert names.value.values == ("蒋德全", "童雅琳")


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("中国注册会计师：蒋德全二〇二六年三月十一日", ("蒋德全",)),
        ("签字注册会计师：蒋德全、童雅琳", ("蒋德全", "童雅琳")),
        ("中国注册会计师：何平中国注册会计师：童雅琳", ("何平", "童雅琳")),
    ],
)
def test_a_name_ends_where_something_else_begins(line, page, read, printed, names):
    stated = read("audit_report", page([line(printed, 0.1, 0.6)]))
    assert stated.field("accountants").value.values == names


@pytest.mark.parametrize(
    "number",
    [
        "鄂瑞审字〔2026〕第012号",
        "致同审字（2026）第420A012345号",
        "天健审〔2026〕6-123号",
        "毕马威华振审字第2600123号",
        "安永华明（2026）审字第61234567_C01号",
        "德师报（审）字（26）第P00123号",
        "苏公W[2026]A123号",
    ],
)
def test_numbers_of_reports_are_read_in_the_forms_that_firms_use(line, page, read, number):
    lines = [line("依据财会〔2019〕6号编制", 0.1, 0.1), line(number, 0.5, 0.2)]
    field = read("audit_report", page(lines)).field("report_no")
    assert (field.value.value, field.status) == (number, "sure")


def test_a_number_with_half_its_brackets_is_mended_and_in_doubt(line, page, read):
    field = read("audit_report", page([line("鄂瑞审字2026〕第012号", 0.5, 0.2)])).field("report_no")
    assert (field.value.value, field.status) == ("鄂瑞审字〔2026〕第012号", "doubtful")


def test_a_prompt_misread_under_a_seal_leaves_no_half_of_a_name(line, page, read):
    broken = line("中国注册会计师：彭晓册会备盖章）", 0.1, 0.6)
    wide = [at + (0.03 if number > 9 else 0) for number, at in enumerate(broken.centres)]
    broken = broken.model_copy(update={"centres": tuple(wide)})
    stated = read("audit_report", page([broken, line("中国注册会计师：黄永刚", 0.6, 0.6)]))
    assert stated.field("accountants").status == "doubtful"


def _with_brackets(made, confidence):
    marks = tuple(confidence if each in "[]" else 0.99 for each in made.text)
    return made.model_copy(update={"confidences": marks})


@pytest.mark.parametrize(("confidence", "status"), [(0.99, "sure"), (0.7, "doubtful")])
def test_square_brackets_read_badly_may_be_others(line, page, read, confidence, status):
    number = _with_brackets(line("鄂瑞审字[2026]第012号", 0.5, 0.2), confidence)
    assert read("audit_report", page([number])).field("report_no").status == status


def test_one_rare_bracket_on_any_page_tells_what_is_printed(line, page, read):
    cover = page([_with_brackets(line("鄂瑞审字[2026]第012号", 0.5, 0.2), 0.7)], number=1)
    inside = page([line("鄂瑞审字〔2026]第012号", 0.5, 0.2)], number=2)
    field = read("audit_report", cover, inside).field("report_no")
    assert (field.value.value, field.status) == ("鄂瑞审字〔2026〕第012号", "sure")


@pytest.mark.parametrize(
    ("sure", "second", "status"),
    [
        (0.99, None, "sure"),
        (0.6, None, "doubtful"),
        (0.99, "中国注册会计师：赵佳怡", "sure"),
        (0.99, "中国注册会计师：赵怡", "doubtful"),
    ],
)
def test_an_accountants_name_is_as_sure_as_its_weakest_letter(
    line, page, read, sure, second, status
):
    name = line("中国注册会计师：赵佳怡", 0.1, 0.6)
    marks = (*name.confidences[:-2], sure, 0.99)
    crossed = name.model_copy(update={"confidences": marks, "second_text": second})
    stated = read("audit_report", page([crossed, line("中国注册会计师：黄永刚", 0.6, 0.6)]))
    assert stated.field("accountants").value.values == ("赵佳怡", "黄永刚")
    assert stated.field("accountants").status == status


@pytest.mark.parametrize("names", [("蒋德全", "童雅琳"), ("何平", "童雅"), ("何平", "童雅琳")])
def test_two_who_sign_behind_one_caption_stand_clear_of_each_other(line, page, read, names):
    caption = "签字注册会计师："
    both = line(caption + "".join(names), 0.1, 0.6)
    second = len(caption) + len(names[0])
    wide = [at + (0.05 if number >= second else 0) for number, at in enumerate(both.centres)]
    both = both.model_copy(update={"centres": tuple(wide)})
    stated = read("audit_report", page([both]))
    assert stated.field("accountants").value.values == names


def test_a_name_that_a_stamp_covers_is_not_named_beside_the_whole_one_on_the_stamp(
    line, page, read
):
    lines = [
        line("中国注册会计师：梁逸", 0.5, 0.6),
        line("注册会计师", 0.74, 0.597),
        line("梁逸飞", 0.75, 0.616),
        line("中国注册会计师：刘子轩", 0.5, 0.66),
    ]
    stated = read("special_audit_report", page(lines))
    assert set(stated.field("accountants").value.values) == {"梁逸飞", "刘子轩"}
    assert stated.field("accountants").status == "doubtful"


@pytest.mark.parametrize(("far", "status"), [(0.0, "doubtful"), (0.1, "sure")])
def test_a_name_of_two_letters_that_ends_at_a_stamp_may_be_cut(line, page, read, far, status):
    first = line("中国注册会计师：梁逸", 0.1, 0.6)
    stamp = Seal(
        text="",
        box=BoundingBox.clipped(first.box.right + far, 0.59, first.box.right + far + 0.07, 0.64),
        confidence=0.0,
        certain=False,
        shape="square",
        colour="red",
    )
    lines = [first, line("中国注册会计师：刘子轩", 0.1, 0.7)]
    stated = read("audit_report", page(lines, seals=[stamp]))
    assert stated.field("accountants").value.values == ("梁逸", "刘子轩")
    assert stated.field("accountants").status == status


def test_a_name_is_found_under_its_caption_though_letters_of_a_stamp_stand_behind_it(
    line, page, read
):
    lines = [
        line("中国注册会计师：", 0.1, 0.6),
        line("生二会计了", 0.37, 0.6),
        line("罗涛（签名并盖章）", 0.11, 0.62),
        line("中国注册会计师：", 0.5, 0.6),
        line("主”会计点", 0.75, 0.6),
        line("王家豪（签名并盖章）", 0.51, 0.62),
    ]
    stated = read("special_audit_report", page(lines))
    assert stated.field("accountants").value.values == ("罗涛", "王家豪")

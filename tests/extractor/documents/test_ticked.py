import pytest

from extractor.documents.ticked import ticked_choice, ticked_choices
from extractor.layout.captions import beside
from extractor.layout.passage import Passage
from models.document import BoundingBox, Checkbox, Document

LABELS = ("APP", "网页", "其他")


def _document(page):
    return Document(id="application_form-1", kind="application_form", title="", pages=(page,))


def _page(line, page, states):
    """The options in a row, each behind a box in one of the states."""
    lines, boxes = [line("模型服务方式", 0.05, 0.3)], []
    for number, (label, state) in enumerate(zip(LABELS, states, strict=True)):
        left = 0.3 + 0.2 * number
        lines.append(line(label, left, 0.3))
        box = BoundingBox(left=left - 0.02, top=0.301, right=left - 0.005, bottom=0.313)
        boxes.append(Checkbox(box=box, checked=state))
    return page(lines).model_copy(update={"checkboxes": tuple(boxes)})


def _find(document):
    passage = beside("模型服务方式")(document)
    page = document.pages[0]
    return type(passage)(page, page.lines[1:], page.lines[1].box)


def test_all_ticked_options_are_listed(line, page):
    seen = _document(_page(line, page, (True, True, False)))
    field = ticked_choices(seen, "application_form.service_modes", "服务方式", LABELS, _find)
    assert field.value.values == ("APP", "网页")
    assert field.status == "sure"


def test_a_form_with_only_unclear_marks_is_not_read_as_none_ticked(line, page):
    seen = _document(_page(line, page, (None, None, False)))
    field = ticked_choices(seen, "application_form.service_modes", "服务方式", LABELS, _find)
    assert field.value is None
    assert field.status == "unreadable"


def test_of_two_ticks_where_one_is_asked_none_is_chosen(line, page):
    seen = _document(_page(line, page, (True, True, False)))
    field = ticked_choice(seen, "application_form.unit_nature", "单位性质", LABELS, _find)
    assert field.value is None


def test_the_one_option_without_an_empty_box_is_chosen_in_doubt(line, page):
    seen = _document(_page(line, page, (False, None, False)))
    field = ticked_choice(seen, "application_form.unit_nature", "单位性质", LABELS, _find)
    assert (field.value.value, field.status) == ("网页", "doubtful")
    field = ticked_choices(seen, "application_form.service_modes", "服务方式", LABELS, _find)
    assert (field.value.values, field.status) == (("网页",), "doubtful")


CATEGORIES = ("单模态大模型", "多模态大模型", "任务型模型")


@pytest.mark.parametrize(
    ("printed", "chosen"),
    [
        ("多模态大模型（单模态大模型/多模态大模型/任务型模型）", "多模态大模型"),
        ("单模态大模型（）多模态大模型（√）任务型模型（）", "多模态大模型"),
        ("单模态大模型（）多模态大模型（）任务型模型（）", None),
        ("单模态大模型（注）多模态大模型（注）任务型模型", None),
    ],
)
def test_the_first_of_several_printed_options_is_no_choice(line, page, printed, chosen):
    def find(document):
        held = document.pages[0]
        return Passage(held, held.lines, held.lines[0].box)

    seen = _document(page([line(printed, 0.1, 0.3)]))
    field = ticked_choice(seen, "application_form.model_category", "类别", CATEGORIES, find)
    assert (None if field.value is None else field.value.value) == chosen

from __future__ import annotations

import pytest

from extractor.documents.kind import FieldSpec
from extractor.layout.passage import Passage
from extractor.ocr.script import in_one_script
from extractor.reconcile.certainty import judged
from extractor.values import texts
from models.document import BoundingBox, Page, TextLine

AROUND = ("单位名称", "统一社会信用代码", "营业执照登记机关", "经营范围")


def _line(text, second=None):
    box = BoundingBox(left=0.2, top=0.3, right=0.2 + 0.02 * len(text), bottom=0.315)
    count = len(text)
    return TextLine(
        text=text,
        box=box,
        confidence=0.99,
        confidences=(0.99,) * count,
        centres=tuple(0.2 + 0.02 * (at + 0.5) for at in range(count)),
        second_text=second,
    )


def _field(text, second=None, around=AROUND):
    """What is stated of a name read as this text, on a page with these words around it."""
    lines = in_one_script([*map(_line, around), _line(text, second)])
    page = Page(file=0, number=1, width=1000, height=1400, lines=lines)
    spec = FieldSpec("name", "名称", "text", parse=texts.parse)
    passage = Passage(page, lines[-1:], lines[-1].box)
    return judged("business_licence.name", spec.label, spec.kind, passage, texts.parse)


@pytest.mark.parametrize("read", ["赵靜怡", "王靜", "武汉赵靜产业有限公司"])
def test_a_traditional_form_among_simplified_print_is_simplified_and_in_doubt(read):
    field = _field(read)
    assert field.value.value == read.replace("靜", "静")
    assert field.status == "doubtful"


def test_a_second_reading_in_the_simplified_form_leaves_no_doubt():
    field = _field("赵靜怡", second="赵静怡")
    assert (field.value.value, field.status) == ("赵静怡", "sure")


def test_two_readings_in_the_traditional_form_leave_the_doubt():
    assert _field("赵靜怡", second="赵靜怡").status == "doubtful"


def test_a_name_printed_in_traditional_characters_stays_as_printed():
    field = _field("香港聯發科技有限公司")
    assert (field.value.value, field.status) == ("香港聯發科技有限公司", "sure")


def test_a_page_printed_in_traditional_characters_stays_as_printed():
    field = _field("陳靜", around=("公司註冊證明書", "茲證明"))
    assert (field.value.value, field.status) == ("陳靜", "sure")


def test_characters_of_both_scripts_are_left_alone():
    assert _field("武汉昇腾创新中心").status == "sure"

from __future__ import annotations

import pytest

from extractor.recognise.generic import (
    is_certificate,
    is_contents,
    is_divider,
    names_auditor,
    says_nothing,
)
from extractor.recognise.scoring import print_of


@pytest.mark.parametrize("text", [(), ("- 3 -",), ("第 2 页 共 5 页",)])
def test_a_page_with_no_more_than_its_number_says_nothing(page, text):
    made = page(1, "", *text)
    assert says_nothing(made, print_of(made))


def test_a_page_with_a_sentence_says_something(page):
    made = page(1, "", "本页以下无正文，以下为签字盖章页")
    assert not says_nothing(made, print_of(made))


@pytest.mark.parametrize("heading", ["附件二", "（二）申报单位相关证明材料", "3.上年度审计报告"])
def test_a_page_that_only_announces_is_a_divider(page, heading):
    made = page(1, heading)
    assert is_divider(made, print_of(made))


@pytest.mark.parametrize("text", ["审计报告", "1.本单位承诺所提供的材料真实、准确、完整，无虚假"])
def test_a_page_that_says_something_is_no_divider(page, text):
    made = page(1, "", text)
    assert not is_divider(made, print_of(made))


def test_items_that_name_documents_are_contents_even_without_leaders(page, marks):
    made = page(1, "", "一、营业执照", "二、税收完税证明", "三、审计报告", "四、承诺书")
    assert is_contents(print_of(made), marks, None)
    prose = page(1, "", "一、营业执照", "公司成立于二〇一五年", "主营业务为工业软件", "员工百余人")
    assert not is_contents(print_of(prose), marks, None)


def test_the_papers_of_an_audit_firm_are_known(page):
    assert is_certificate(print_of(page(1, "会计师事务所执业证书", "组织形式")))
    assert not is_certificate(print_of(page(1, "发明专利证书", "专利权人")))
    assert names_auditor(print_of(page(1, "营业执照", "名称 某某会计师事务所（普通合伙）")))
    assert not names_auditor(print_of(page(1, "营业执照", "名称 某某科技有限公司")))

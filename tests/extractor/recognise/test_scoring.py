from __future__ import annotations

import pytest

from extractor.recognise.marks import KindMarks, Mark
from extractor.recognise.scoring import holds, print_of, scores_of


@pytest.mark.parametrize(
    "text", ["研究开发费用结构明细表", "研究开发费用结构明缅表", "见研究开发费川结构明细表"]
)
def test_words_are_found_with_one_letter_misread(text):
    assert holds(text, "研究开发费用结构明细表")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("研究开支费川结构明细表", "研究开发费用结构明细表"),
        ("审汁报告", "审计报告"),
        ("A107010", "A107012"),
        ("企业所得税年度纳税申报主表", "企业所得税年度纳税申报表封面"),
        ("", "审计报告"),
    ],
)
def test_other_words_are_not_found(text, words):
    assert not holds(text, words)


def test_a_longer_mark_at_the_same_place_leaves_nothing_to_the_shorter(page):
    kinds = (
        KindMarks("audit_report", "审计报告", (Mark("审计报告", 2, "title"),)),
        KindMarks("special_audit_report", "专项审计报告", (Mark("专项审计报告", 3, "title"),)),
    )
    scores = scores_of(print_of(page(1, "某模型专项审计报告", "某公司全体股东：")), kinds)
    assert {score.kind: score.total > 0 for score in scores} == {"special_audit_report": True}
    both = scores_of(print_of(page(1, "专项审计报告", "后附审计报告")), kinds)
    assert "audit_report" not in {score.kind for score in both if score.total > 0}


def test_what_speaks_against_a_kind_counts_against_it(page):
    kinds = (
        KindMarks(
            "business_licence", "营业执照", (Mark("营业执照", 3, "title"), Mark("登记报告", -2))
        ),
    )
    [plain] = scores_of(print_of(page(1, "营业执照", "名称 某某公司")), kinds)
    [against] = scores_of(print_of(page(1, "营业执照", "登记报告", "某某公司")), kinds)
    assert against.total == plain.total - 2


def test_the_title_is_the_largest_print_that_names_the_kind(page):
    kinds = (KindMarks("commitment", "承诺书", (Mark("承诺书", 3, "title"),)),)
    [score] = scores_of(print_of(page(1, "企业信用承诺书", "承诺书", "本单位郑重承诺如下")), kinds)
    assert score.title == "企业信用承诺书"


def test_an_enclosure_listed_under_the_date_is_no_title(page):
    kinds = (KindMarks("business_licence", "营业执照", (Mark("营业执照", 3, "title"),)),)
    signed = page(1, "", "二〇二六年三月二十一日", "附件：1.会计师事务所营业执照复印件")
    assert not scores_of(print_of(signed), kinds)

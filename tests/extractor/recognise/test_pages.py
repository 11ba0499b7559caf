from __future__ import annotations

import pytest

from extractor.documents.catalogue import kinds
from extractor.recognise.marks import KindMarks, Mark
from extractor.recognise.pages import recognise_pages
from models.document import BoundingBox, Cell, Table, TextLine


def kinds_of(pages, marks):
    return [each.kind for each in recognise_pages(pages, marks)]


def test_a_page_is_known_by_its_title(page, marks):
    pages = [
        page(1, "营业执照", "统一社会信用代码", "名称 某公司", "登记机关"),
        page(2, "税收完税证明", "纳税人名称"),
        page(3, "承诺书", "特此承诺"),
    ]
    assert kinds_of(pages, marks) == ["business_licence", "tax_certificate", "commitment"]


def test_a_title_with_one_misread_letter_is_still_known(page, marks):
    assert kinds_of([page(1, "研发费用加计扣徐优惠明细表", "行次")], marks) == ["a107012"]


def test_a_form_number_is_never_taken_for_another_one(page, marks):
    read = recognise_pages([page(1, "", "A107010", "免税、减计收入及加计扣除优惠明细表")], marks)
    assert read[0].kind == "other"


def test_a_special_audit_report_is_no_annual_one(page, marks):
    found = recognise_pages(
        [page(1, "关于某模型研究开发费用的专项审计报告", "某公司全体股东：")], marks
    )
    assert found[0].kind == "special_audit_report"


def test_a_title_spread_over_several_pieces_is_read_as_one(page, marks):
    whole = page(1, "营业执照", "登记机关")
    title, *rest = whole.lines
    pieces = tuple(title.part(at, at + 1) for at in range(4))
    spread = whole.model_copy(update={"lines": (*pieces, *rest)})
    assert kinds_of([spread], marks) == ["business_licence"]


def test_a_contents_page_is_none_of_the_documents_it_names(page, marks):
    contents = page(
        1,
        "目录",
        "一、单位基本情况表……………1",
        "二、营业执照……………3",
        "三、税收完税证明……………4",
        "四、审计报告……………5",
        "五、承诺书……………30",
    )
    assert kinds_of([contents], marks) == ["other"]


def test_a_contents_page_without_its_heading_is_known_by_its_leaders(page, marks):
    contents = page(1, "", "营业执照……………3", "税收完税证明………4", "审计报告……………5", "承诺书………30")
    assert kinds_of([contents], marks) == ["other"]


def test_words_in_prose_are_no_title(page, marks):
    prose = page(1, "", "本公司已按要求提交营业执照、审计报告和承诺书等材料，并对其真实性负责。")
    assert kinds_of([prose], marks) == ["other"]


def test_notes_without_a_title_continue_the_audit_report(page, marks):
    pages = [
        page(1, "审计报告", "某公司全体股东：", "二、形成审计意见的基础"),
        page(2, "资产负债表", "货币资金"),
        page(3, "", "（三）应收账款按账龄列示如下，其中一年以内的占百分之九十"),
        page(4, "承诺书", "特此承诺"),
    ]
    assert kinds_of(pages, marks) == ["audit_report"] * 3 + ["commitment"]


def test_blank_and_contents_pages_do_not_break_a_report(page, marks):
    pages = [
        page(1, "审计报告", "某公司全体股东："),
        page(2),
        page(3, "目录", "一、审计报告 1-3", "二、财务报表 4-9"),
        page(4, "", "公司主要从事工业软件的研究与销售，注册地为武汉市"),
    ]
    assert kinds_of(pages, marks) == ["audit_report", "other", "other", "audit_report"]


def test_a_page_of_its_own_after_a_report_is_other(page, marks):
    pages = [
        page(1, "工业模型研发情况报告", "一、项目概述"),
        page(2, "", "本项目面向装备制造业，构建了覆盖质量检测与故障诊断的专用模型"),
        page(3, "荣誉证书", "授予某公司二〇二五年度创新企业称号"),
        page(4, "承诺书", "特此承诺"),
    ]
    assert kinds_of(pages, marks) == ["rd_report", "rd_report", "other", "commitment"]


def test_a_page_without_marks_after_a_single_page_is_other(page, marks):
    pages = [
        page(1, "税收完税证明", "纳税人名称"),
        page(2, "", "银行电子缴税付款凭证，转账日期见附页，付款人某公司"),
    ]
    assert kinds_of(pages, marks) == ["tax_certificate", "other"]


def test_the_second_page_of_a_form_is_known_without_its_title(page, marks):
    pages = [
        page(1, "研发费用加计扣除优惠明细表", "A107012", "一、自主研发、合作研发、集中研发"),
        page(2, "", "35 二、委托研发", "45 六、允许扣除的研发费用合计"),
    ]
    assert kinds_of(pages, marks) == ["a107012", "a107012"]


def test_the_firms_licence_behind_its_report_belongs_to_the_report(page, marks):
    pages = [
        page(1, "营业执照", "名称 武汉某某科技有限公司", "登记机关", "成立日期"),
        page(2, "审计报告", "某公司全体股东："),
        page(3, "营业执照", "名称 某某会计师事务所（普通合伙）", "登记机关", "成立日期"),
        page(4, "会计师事务所执业证书", "组织形式：普通合伙"),
        page(5, "承诺书", "特此承诺"),
        page(6, "营业执照", "名称 某某数据服务有限公司", "登记机关", "成立日期"),
    ]
    assert kinds_of(pages, marks) == [
        "business_licence",
        "audit_report",
        "audit_report",
        "audit_report",
        "commitment",
        "business_licence",
    ]


def test_the_only_licence_is_the_applicants_even_behind_an_audit_report(page, marks):
    pages = [
        page(1, "审计报告", "某公司全体股东："),
        page(2, "营业执照", "名称 武汉某某科技有限公司", "登记机关", "成立日期"),
    ]
    assert kinds_of(pages, marks) == ["audit_report", "business_licence"]


def test_another_file_does_not_continue_the_report_of_the_first(page, marks):
    pages = [
        page(1, "审计报告", "某公司全体股东："),
        page(1, "", "银行电子缴税付款凭证，转账日期见附页，付款人某公司", file=1),
    ]
    assert kinds_of(pages, marks) == ["audit_report", "other"]


@pytest.mark.parametrize("title", ["营业执照", "承诺书"])
def test_a_clear_title_is_more_sure_than_scattered_words(page, marks, title):
    clear = recognise_pages([page(1, title, "登记机关", "特此承诺")], marks)[0]
    scattered = recognise_pages([page(1, "", "登记机关", "成立日期", "特此承诺")], marks)[0]
    assert 0 <= scattered.confidence < clear.confidence <= 1


def test_a_form_that_another_form_refers_to_is_not_on_the_page(page, marks):
    read = recognise_pages(
        [page(1, "企业所得税年度纳税申报主表", "行次 项目 金额", "1 减：某费用（填写A107012）")],
        marks,
    )
    assert read[0].kind == "a100000"
    assert read[0].confidence > 0.9


def test_a_page_of_signatures_belongs_to_its_report(page, marks):
    signed = page(2, "", "某某会计师事务所（普通合伙）", "中国注册会计师：", "刘志强", "中国·武汉")
    name = signed.lines[2]
    larger = name.model_copy(
        update={"box": name.box.model_copy(update={"bottom": name.box.top + 0.02})}
    )
    lines = (*signed.lines[:2], larger, signed.lines[3])
    pages = [page(1, "审计报告", "某公司全体股东："), signed.model_copy(update={"lines": lines})]
    assert kinds_of(pages, marks) == ["audit_report", "audit_report"]


def test_a_short_title_is_not_found_inside_other_words(page, marks):
    contract = KindMarks("contract", "合同", (Mark("合同", 2, "title"),))
    sheet = page(1, "", "合同负债", "一年内到期的非流动负债及其他应付款项")
    signed = page(2, "技术服务合同（副本）", "第一条 服务内容与期限、报酬及支付方式")
    kinds = [each.kind for each in recognise_pages([sheet, signed], (*marks, contract))]
    assert kinds == ["other", "contract"]


def test_a_cover_that_lists_its_reports_parts_is_a_cover(page, marks):
    cover = page(1, "2025年度审计报告", "目录", "一、审计报告……1-3", "二、财务报表……4-9")
    other = page(2, "", "公司主要从事工业软件的研究与销售，注册地为武汉市")
    assert kinds_of([cover, other], marks) == ["audit_report", "audit_report"]


def test_the_cover_of_the_annual_return_is_not_its_main_sheet(page):
    cover = page(
        1,
        "中华人民共和国企业所得税年度纳税申报表",
        "（A类，2017年版）",
        "谨声明：本纳税申报表是根据国家税收法律法规及相关规定填报的",
    )
    assert kinds_of([cover], [kind.marks for kind in kinds()]) == ["cit_other"]


def test_the_cover_of_a_tax_return_is_not_the_sheet_whose_former_title_it_bears(page):
    cover = page(
        1,
        "中华人民共和国企业所得税年度纳税申报表",
        "（A类，2017年版）",
        "税款所属期间：2025年01月01日至2025年12月31日",
        "谨声明：本纳税申报表是真实的、可靠的、完整的。",
    )
    assert kinds_of([cover], [kind.marks for kind in kinds()]) == ["cit_other"]


def test_a_table_that_ends_its_page_goes_on_where_nothing_stands_between(page, marks):
    def with_table(of, top, bottom, columns=3):
        wide = 0.8 / columns
        cells = tuple(
            Cell(
                row=0,
                column=at,
                box=BoundingBox.clipped(0.1 + at * wide, top, 0.1 + (at + 1) * wide, bottom),
            )
            for at in range(columns)
        )
        drawn = Table(box=BoundingBox.clipped(0.1, top, 0.9, bottom), cells=cells)
        return of.model_copy(update={"tables": (drawn,)})

    first = with_table(page(1, "税收完税证明"), 0.2, 0.79)
    foot = TextLine(
        text="第1页，共2页", box=BoundingBox.clipped(0.45, 0.95, 0.55, 0.96), confidence=0.99
    )
    first = first.model_copy(update={"lines": (*first.lines, foot)})
    rest = page(2, "", "印花税 2025-01-01 2025-01-31 10,772.69")
    same, other = with_table(rest, 0.07, 0.4), with_table(rest, 0.07, 0.4, columns=5)
    assert [each.kind for each in recognise_pages([first, same], marks)] == ["tax_certificate"] * 2
    assert recognise_pages([first, other], marks)[1].kind == "other"

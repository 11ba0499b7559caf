from __future__ import annotations

from extractor.recognise.marks import KindMarks, Mark
from extractor.recognise.pages import recognise_pages
from extractor.recognise.splitting import documents_of


def split(pages, marks):
    return documents_of(recognise_pages(pages, marks), marks)


def outline(documents):
    return {each.id: [page.number for page in each.pages] for each in documents}


def test_the_application_form_is_one_document_though_its_tables_lie_apart(page, marks):
    pages = [
        page(1, "湖北省工业领域专用模型项目申报书", "申报单位 某公司"),
        page(2, "一、单位基本情况表", "联合体成员单位"),
        page(3, "营业执照", "登记机关"),
        page(4, "二、工业模型基本情况表", "模型底座来源", "模型服务方式"),
        page(5, "承诺书", "特此承诺"),
    ]
    assert outline(split(pages, marks)) == {
        "application_form-1": [1, 2, 4],
        "business_licence-1": [3],
        "commitment-1": [5],
    }


def test_two_licences_are_two_documents(page, marks):
    pages = [page(1, "营业执照", "登记机关"), page(2, "营业执照", "登记机关")]
    assert outline(split(pages, marks)) == {"business_licence-1": [1], "business_licence-2": [2]}


def test_cover_and_opinion_of_an_audit_report_are_one_document(page, marks):
    pages = [
        page(1, "某公司2025年度审计报告"),
        page(2, "审计报告", "某公司全体股东：", "二、形成审计意见的基础"),
        page(3, "利润表", "一、营业收入"),
    ]
    assert outline(split(pages, marks)) == {"audit_report-1": [1, 2, 3]}


def test_a_second_audit_report_begins_where_the_title_comes_again(page, marks):
    pages = [
        page(1, "审计报告", "某公司全体股东："),
        page(2, "利润表", "一、营业收入"),
        page(3, "审计报告", "另一公司全体股东："),
        page(4, "利润表", "一、营业收入"),
    ]
    assert outline(split(pages, marks)) == {"audit_report-1": [1, 2], "audit_report-2": [3, 4]}


def test_the_firms_papers_are_attachments_of_its_report(page, marks):
    pages = [
        page(1, "审计报告", "某公司全体股东："),
        page(2, "营业执照", "名称 某某会计师事务所（普通合伙）", "登记机关", "成立日期"),
        page(3, "会计师事务所执业证书", "组织形式：普通合伙"),
    ]
    [report] = split(pages, marks)
    assert [page.number for page in report.pages] == [1]
    assert [page.number for page in report.attachments] == [2, 3]


def test_pages_of_a_form_join_out_of_order(page, marks):
    pages = [
        page(1, "", "35 二、委托研发", "45 六、允许扣除的研发费用合计"),
        page(2, "承诺书", "特此承诺"),
        page(3, "研发费用加计扣除优惠明细表", "A107012", "一、自主研发、合作研发、集中研发"),
    ]
    assert outline(split(pages, marks)) == {"a107012-1": [1, 3], "commitment-1": [2]}


def test_blank_and_unknown_pages_are_in_no_document(page, marks):
    pages = [
        page(1, "承诺书", "特此承诺"),
        page(2),
        page(3, "荣誉证书", "授予某公司创新企业称号"),
    ]
    assert outline(split(pages, marks)) == {"commitment-1": [1]}


def test_the_title_is_given_as_printed(page, marks):
    [report] = split([page(1, "关于某模型研究开发费用的专项审计报告", "研究开发费用")], marks)
    assert report.title == "关于某模型研究开发费用的专项审计报告"


def test_a_report_of_another_number_or_unit_is_another_report(page):
    marks = (
        KindMarks("test_report", "测评报告", (Mark("报告", 3, "title"),)),
        KindMarks("credit_report", "信用报告", (Mark("信用报告", 3, "title"),)),
    )
    pages = [
        page(1, "检验检测报告", "报告编号：HBSTC-RJ-2025-10866"),
        page(2, "检验检测报告", "报告编号：HBSTC-RJ-2025-10866", "样品名称"),
        page(3, "大模型评测报告", "报告编号：AIIA-EV-2025-0091"),
        page(4, "企业信用报告", "统一社会信用代码：91420800215736816D"),
        page(5, "企业信用报告", "统一社会信用代码：91420500003322451P"),
    ]
    assert outline(split(pages, marks)) == {
        "test_report-1": [1, 2],
        "test_report-2": [3],
        "credit_report-1": [4],
        "credit_report-2": [5],
    }


def test_a_digit_misread_in_a_reports_number_makes_no_other_report(page):
    marks = (KindMarks("test_report", "测评报告", (Mark("检测报告", 3, "title"),)),)
    pages = [
        page(1, "检验检测报告", "报告编号：HBSTC-RJ-2025-10866"),
        page(2, "检验检测报告", "报告编号：HBSTC-RJ-2O25-10886"),
    ]
    assert outline(split(pages, marks)) == {"test_report-1": [1, 2]}


def test_pages_that_bear_one_number_are_one_certificate(page, marks):
    head = "No.342065260300018842"
    pages = [
        page(1, "税收完税证明", head),
        page(2, "税收完税证明", head),
        page(3, "税收完税证明", "No.342065260300018999"),
    ]
    assert outline(split(pages, marks)) == {
        "tax_certificate-1": [1, 2],
        "tax_certificate-2": [3],
    }

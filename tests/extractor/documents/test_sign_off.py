from datetime import date

import pytest

from models.extraction import Day, Text

FIRM = "江汉信达会计师事务所（特殊普通合伙）湖北分所"


@pytest.mark.parametrize("first", [14, 18, 20, 21])
def test_a_branch_that_wraps_is_part_of_the_firm(line, page, read, first):
    stated = read(
        "audit_report",
        page([line(FIRM[:first], 0.1, 0.6), line(FIRM[first:], 0.1, 0.622)]),
    )
    assert stated.field("firm").value == Text(value=FIRM)


def test_a_branch_is_found_under_the_firm_though_letters_of_a_seal_stand_there_too(
    line, page, read
):
    ring = line("Wig", 0.2, 0.618)
    ring = ring.model_copy(update={"box": ring.box.model_copy(update={"bottom": 0.66})})
    lines = [line(FIRM[:18], 0.1, 0.6), ring, line(FIRM[18:], 0.1, 0.622)]
    stated = read("audit_report", page(lines))
    assert stated.field("firm").value == Text(value=FIRM)


def test_a_branch_is_part_of_the_firm_though_the_ring_of_a_seal_makes_its_line_taller(
    line, page, read
):
    branch = line(FIRM[18:], 0.1, 0.622)
    taller = branch.model_copy(update={"box": branch.box.model_copy(update={"bottom": 0.65})})
    stated = read("special_audit_report", page([line(FIRM[:18], 0.1, 0.6), taller]))
    assert stated.field("firm").value == Text(value=FIRM)


def test_a_branch_that_a_seal_hides_is_taken_from_the_cover(line, page, read):
    cover = page([line(FIRM, 0.2, 0.4)], number=1)
    signed = page([line(FIRM[:18], 0.1, 0.6)], number=2)
    stated = read("special_audit_report", cover, signed)
    assert stated.field("firm").value == Text(value=FIRM)


def test_the_end_of_a_period_that_wraps_is_no_sign_off(line, page, read):
    lines = [
        line("中国注册会计师：", 0.1, 0.5),
        line("期间：2025年1月1", 0.6, 0.6),
        line("日至2025年12月30日", 0.1, 0.63),
    ]
    assert read("special_audit_report", page(lines)).field("signed_on").value is None


def test_a_firm_beside_the_accountants_caption_is_read_without_it(line, page, read):
    stated = read(
        "audit_report", page([line("某某会计师事务所有限公司中国注册会计师：", 0.1, 0.6)])
    )
    assert stated.field("firm").value == Text(value="某某会计师事务所有限公司")


def test_the_date_of_the_firms_certificate_is_no_sign_off(line, page, read):
    report = page(
        [line("中国注册会计师：", 0.1, 0.5), line("二〇二六年三月九日", 0.6, 0.7)], number=1
    )
    certificate = page(
        [line("会计师事务所执业证书", 0.3, 0.2), line("2009年11月26日", 0.3, 0.6)], number=2
    )
    stated = read("audit_report", report, certificate)
    assert stated.field("signed_on").value == Day(value=date(2026, 3, 9))


def test_the_day_of_a_note_behind_the_signatures_is_no_sign_off(line, page, read):
    signed = page(
        [line("中国注册会计师：", 0.1, 0.5), line("中国·武汉2026年3月9日", 0.5, 0.7)], number=1
    )
    note = page([line("2025年12月31日", 0.4, 0.1)], number=2)
    stated = read("audit_report", signed, note)
    assert stated.field("signed_on").value == Day(value=date(2026, 3, 9))


def test_a_list_of_enclosures_is_not_the_firms_certificate(line, page, read):
    signed = page(
        [
            line("会计师事务所（公章）：" + "湖北中天会计师事务所", 0.1, 0.4),
            line("中国注册会计师：陈国栋", 0.1, 0.5),
            line("日期：2026年3月9日", 0.1, 0.55),
            line("附件：会计师事务所营业执照复印件", 0.1, 0.7),
        ]
    )
    stated = read(
        "special_audit_report", signed, page([line("2025年12月31日", 0.4, 0.1)], number=2)
    )
    assert stated.field("signed_on").value == Day(value=date(2026, 3, 9))
    assert stated.field("firm").value == Text(value="湖北中天会计师事务所")


def test_letters_that_the_seal_hides_are_taken_from_the_cover(line, page, read):
    cover = page([line("十堰方正会计师事务所有限责任公司", 0.3, 0.8)], number=1)
    signed = page(
        [
            line("方正会计师事务所有限责任公司", 0.5, 0.4),
            line("中国注册会计师：何平", 0.5, 0.45),
        ],
        number=2,
    )
    stated = read("audit_report", cover, signed)
    assert stated.field("firm").value == Text(value="十堰方正会计师事务所有限责任公司")


def test_a_branch_that_is_cut_off_leaves_no_whole_firm(line, page, read):
    lines = [line("湖北中瑞华会计师事务所（特殊普通合伙）荆门分国注册会计师", 0.05, 0.4)]
    assert read("audit_report", page(lines)).field("firm").value is None


def test_a_firm_and_a_day_that_a_seal_hides_are_unreadable_not_missing(line, page, read):
    lines = [
        line("中国注册会计师：郑若溪", 0.1, 0.5),
        line("光谷文派会计师事务站（特殊普通合伙）", 0.1, 0.6),
        line("三日", 0.7, 0.7),
    ]
    stated = read("audit_report", page(lines))
    assert stated.field("firm").status == "unreadable"
    assert stated.field("signed_on").status == "unreadable"


def test_a_day_that_nobody_wrote_is_missing(line, page, read):
    lines = [line("中国注册会计师：郑若溪", 0.1, 0.5), line("年月日", 0.7, 0.7)]
    assert read("audit_report", page(lines)).field("signed_on").status == "missing"


def test_a_branch_that_breaks_beside_the_accountants_caption_is_part_of_the_firm(line, page, read):
    branch = line(FIRM[20:], 0.1, 0.622)
    taller = branch.model_copy(update={"box": branch.box.model_copy(update={"bottom": 0.65})})
    lines = [line(FIRM[:20] + "中国注册会计师：萧明哲", 0.1, 0.6), taller]
    assert read("special_audit_report", page(lines)).field("firm").value == Text(value=FIRM)


def test_a_firm_is_not_stated_without_the_branch_that_begins_behind_it(line, page, read):
    lines = [line(FIRM[:20] + "中国注册会计师：萧明哲", 0.1, 0.6)]
    assert read("special_audit_report", page(lines)).field("firm").value is None

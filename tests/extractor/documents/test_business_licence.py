from datetime import date

import pytest

from models.document import BoundingBox, Seal
from models.extraction import Day, Identifier, Text

OFFICE = "武汉市洪山区市场监督管理局"


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("2010年11月26日至2040年11月25日", date(2040, 11, 25)),
        ("2015年06月12日至长期", None),
        ("长期", None),
    ],
)
def test_the_term_is_the_day_it_ends(line, page, read, printed, end):
    stated = read("business_licence", page([line(f"营业期限：{printed}", 0.1, 0.3)]))
    assert stated.field("term").value == Day(value=end)


def test_a_licence_without_a_term_has_none(line, page, read):
    stated = read("business_licence", page([line("名称：某某有限公司", 0.1, 0.3)]))
    assert stated.field("term").status == "missing"


def test_the_code_under_its_caption_is_read_and_not_the_advice_beside_it(line, page, read):
    stated = read(
        "business_licence",
        page(
            [
                line("统一社会信用代码", 0.08, 0.1),
                line("扫描二维码登录", 0.8, 0.1),
                line("91420100MA4KL8QH53", 0.08, 0.125),
            ]
        ),
    )
    assert isinstance(stated.field("uscc").value, Identifier)
    assert stated.field("uscc").value.value == "91420100MA4KL8QH53"


def test_a_scope_that_wraps_to_the_margin_is_read_to_its_end(line, page, read):
    stated = read(
        "business_licence",
        page(
            [
                line("经营范围：" + "软" * 35, 0.1, 0.3),
                line("件" * 40, 0.1, 0.325),
                line("开发。", 0.1, 0.35),
                line("登记机关：" + OFFICE, 0.4, 0.45),
            ]
        ),
    )
    assert stated.field("business_scope").value == Text(value="软" * 35 + "件" * 40 + "开发。")
    assert stated.field("authority").value == Text(value=OFFICE)


@pytest.mark.parametrize(("certain", "status"), [(True, "sure"), (False, "doubtful")])
def test_an_office_named_only_in_its_seal_is_as_sure_as_the_seal(line, page, read, certain, status):
    seal = Seal(
        text=OFFICE,
        box=BoundingBox(left=0.6, top=0.7, right=0.8, bottom=0.85),
        confidence=0.98,
        certain=certain,
    )
    stated = read("business_licence", page([line("登记机关", 0.6, 0.75)], seals=[seal]))
    assert stated.field("authority").value == Text(value=OFFICE)
    assert stated.field("authority").status == status


@pytest.mark.parametrize(
    ("caption", "rest", "field"),
    [
        ("名称", "济", "name"),
        ("法定代表人", "宋", "legal_representative"),
        ("住所", "江西", "address"),
        ("注册资本", "陆", "registered_capital"),
    ],
)
def test_the_first_letters_of_a_value_are_not_the_value(line, page, read, caption, rest, field):
    stated = read("business_licence", page([line(f"{caption}：{rest}", 0.1, 0.3)]))
    assert stated.field(field).status == "unreadable"


def test_a_code_right_under_the_name_is_no_part_of_it(line, page, read):
    lines = [line("名称：某某化工贸易有限公司", 0.1, 0.3), line("91420100MA4KL8QH53", 0.208, 0.318)]
    assert read("business_licence", page(lines)).field("name").value == Text(
        value="某某化工贸易有限公司"
    )


def test_closing_words_that_stand_apart_belong_to_the_scope(line, page, read):
    lines = [
        line("经营范围", 0.1, 0.3),
        line("人工智能应用软件开发；", 0.25, 0.3),
        line("信息系统集成服务。", 0.25, 0.325),
        line("（除许可业务外，可自主依法经营", 0.25, 0.375),
        line("法律法规非禁止的项目）", 0.25, 0.4),
        line("登记机关", 0.6, 0.5),
    ]
    scope = read("business_licence", page(lines)).field("business_scope")
    assert scope.value.value.endswith("服务。（除许可业务外，可自主依法经营法律法规非禁止的项目）")


def test_the_day_a_copy_was_stamped_is_not_the_day_of_issue(line, page, read):
    lines = [
        line("成立日期：2015年6月1日", 0.1, 0.3),
        line("登 记 机 关", 0.6, 0.6),
        line("2023年7月12日", 0.59, 0.68),
        line("复印件与原件一致", 0.1, 0.72),
        line("2026年3月25日", 0.1, 0.75),
    ]
    issued = read("business_licence", page(lines)).field("issued_on")
    assert issued.value == Day(value=date(2023, 7, 12))


def test_of_several_dates_that_no_caption_tells_apart_none_is_sure(line, page, read):
    lines = [
        line("名称：某某有限公司", 0.1, 0.3),
        line("2023年7月12日", 0.6, 0.68),
        line("2026年3月25日", 0.1, 0.75),
    ]
    assert read("business_licence", page(lines)).field("issued_on").status == "doubtful"


def test_the_scope_of_an_institution_begins_beside_the_first_row_of_its_caption(line, page, read):
    lines = [
        line("事业单位法人证书", 0.3, 0.05),
        line("名称", 0.1, 0.25),
        line("某某研究院", 0.25, 0.25),
        line("宗旨和", 0.1, 0.3),
        line("承担科学研究与技术开发，开展", 0.25, 0.3),
        line("业务范围", 0.1, 0.322),
        line("检验检测与技术咨询服务。", 0.25, 0.322),
    ]
    scope = read("business_licence", page(lines)).field("business_scope")
    assert scope.value == Text(value="承担科学研究与技术开发，开展检验检测与技术咨询服务。")


def test_what_was_paid_in_is_not_the_registered_capital(line, page, read):
    lines = [
        line("营业执照", 0.4, 0.1),
        line("实收资本：贰仟万元整", 0.1, 0.3),
        line("注册资本：伍仟万元整", 0.1, 0.35),
    ]
    stated = read("business_licence", page(lines))
    assert stated.field("registered_capital").value.value == 50_000_000


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("湖北省黄石市大冶湖高新区百花", "doubtful"),
        ("湖北省黄石市大冶湖高新区百花路5号", "sure"),
        ("武汉市洪山区珞喻路1037号（自贸区武汉片区）", "sure"),
        ("湖北省仙桃市干河街道杜柳村", "sure"),
    ],
)
def test_an_address_that_ends_like_none_may_lack_a_line(line, page, read, place, status):
    lines = [line("营业执照", 0.4, 0.1), line("住所", 0.05, 0.3), line(place, 0.15, 0.3)]
    address = read("business_licence", page(lines)).field("address")
    assert address.value.value == place
    assert address.status == status


def test_a_day_of_issue_in_characters_is_read(line, page, read):
    lines = [
        line("成立日期 二〇〇五年六月八日", 0.1, 0.4),
        line("登记机关", 0.6, 0.6),
        line("二〇一二年七月十九日", 0.6, 0.65),
    ]
    issued = read("business_licence", page(lines)).field("issued_on")
    assert str(issued.value.value) == "2012-07-19"


def test_two_values_that_were_read_as_one_are_neither(line, page, read):
    lines = [line("法定代表人孙伟经营范围机械加工", 0.1, 0.3)]
    person = read("business_licence", page(lines)).field("legal_representative")
    assert (person.value, person.status) == (None, "unreadable")


def test_the_last_letter_of_an_institutions_caption_may_be_read_with_the_scope(line, page, read):
    lines = [
        line("宗旨", 0.1, 0.3),
        line("和承担科学研究与技术开发，开展", 0.24, 0.3),
        line("业务范围", 0.1, 0.322),
        line("检验检测与技术咨询服务。", 0.26, 0.322),
    ]
    scope = read("business_licence", page(lines)).field("business_scope")
    assert scope.value == Text(value="承担科学研究与技术开发，开展检验检测与技术咨询服务。")


def test_a_name_that_touches_the_next_column_is_parted_from_it(line, page, read):
    joined = "某某数据科技股份有限公司注册资本贰亿零伍佰万圆整"
    lines = [
        line("名称", 0.05, 0.3),
        line(joined, 0.15, 0.3),
        line("类型", 0.05, 0.34),
        line("有限责任公司", 0.15, 0.34),
    ]
    stated = read("business_licence", page(lines))
    assert stated.field("name").value == Text(value="某某数据科技股份有限公司")
    assert stated.field("registered_capital").value.value == 205_000_000


def test_a_value_whose_bracket_closes_on_the_next_line_is_read_whole(line, page, read):
    lines = [
        line("股份有限公司（非上市、自然人投资或", 0.2, 0.297),
        line("类型", 0.1, 0.305),
        line("控股）", 0.2, 0.32),
    ]
    kind = read("business_licence", page(lines)).field("type")
    assert kind.value == Text(value="股份有限公司（非上市、自然人投资或控股）")


def test_a_spot_read_as_a_box_is_no_part_of_a_value(line, page, read):
    stated = read("business_licence", page([line("类型：☑有限合伙企业", 0.1, 0.3)]))
    assert stated.field("type").value == Text(value="有限合伙企业")


def test_a_caption_that_wraps_leaves_no_letters_at_the_person(line, page, read):
    lines = [line("法定代表人姓王建强", 0.1, 0.3), line("名", 0.1, 0.318)]
    person = read("business_licence", page(lines)).field("legal_representative")
    assert person.value in (None, Text(value="王建强"))


@pytest.mark.parametrize("form", ["其他", "个体工商户", "有限责任公司（自然人独资）"])
def test_a_legal_form_ends_before_the_caption_beside_it(line, page, read, form):
    licence = page([line("类型", 0.05, 0.3), line(f"{form}住", 0.2, 0.3)])
    assert read("business_licence", licence).field("type").value == Text(value=form)


@pytest.mark.parametrize(
    ("address", "status"),
    [("山东省临沂市红卫路129号", "sure"), ("东省临沂市红卫路129号", "doubtful")],
)
def test_an_address_whose_first_letter_was_lost_is_not_sure(line, page, read, address, status):
    licence = page([line("住所", 0.05, 0.3), line(address, 0.2, 0.3)])
    assert read("business_licence", licence).field("address").status == status


def test_names_of_which_one_was_cut_are_not_stated(line, page, read):
    licence = page([line("法定代表人", 0.05, 0.3), line("胡伯达，宋，龚金明", 0.25, 0.3)])
    assert read("business_licence", licence).field("legal_representative").status == "unreadable"

"""营业执照, and 事业单位法人证书: who the applicant is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from extractor.documents.business_scope import business_scope
from extractor.documents.kind import About, FieldSpec, Finder, Kind, Parser
from extractor.documents.licence_lines import (
    founded,
    with_bracket_closed,
    with_columns_parted,
    with_unit,
)
from extractor.documents.licence_office import office_in_print, office_in_seal
from extractor.documents.unit_names import unit_name
from extractor.layout.captions import below, beside, first_match, first_of, first_read, rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.certainty import doubted, judged, stated
from extractor.values import days, names, texts, uscc
from models.document import Document
from models.extraction import Field, Text, TextList, Value

_CODE = ("统一社会信用代码", "社会信用代码", "注册号", "统一社会信用代码/注册号")
_NAME = ("名称", "企业名称", "单位名称", "机构名称", "字号名称")
_TYPE = ("类型", "企业类型", "公司类型", "主体类型", "组成形式", "市场主体类型")
_PERSON = (
    "法定代表人",
    "负责人",
    "执行事务合伙人",
    "投资人",
    "经营者",
    "经营者姓名",
    "负责人姓名",
    "投资人姓名",
    "法定代表人姓名",
    "首席代表",
)
_CAPITAL = ("注册资本", "出资额", "成员出资总额", "开办资金", "注册资金")
_PAID_UP = ("实收资本",)
"""What licences from before 2014 print beside the registered capital."""
_FOUNDED = ("成立日期", "注册日期", "成立时间")
_TERM = ("营业期限", "经营期限", "合伙期限", "有效期", "有效期限", "执照有效期")
_PLACE = ("住所", "主要经营场所", "经营场所", "营业场所", "住所地", "地址")
_SCOPE = ("经营范围", "业务范围", "宗旨和业务范围", "经营范围及方式")
_OTHERS = (
    "登记机关",
    "登记管理机关",
    "经费来源",
    "举办单位",
    "发照日期",
    "核准日期",
    "副本编号",
    "证照编号",
)
_FORMER = ("曾用名", "原名称", "曾用名称")
_STOP = (
    *_CODE, *_NAME, *_TYPE, *_PERSON, *_CAPITAL, *_PAID_UP, *_FOUNDED, *_TERM, *_PLACE, *_SCOPE, *_OTHERS,
    *_FORMER,
)  # fmt: skip
"""Every caption of every kind of licence: a value ends where one of them begins."""

_OTHER_DATES = ("成立", "期限", "至", "注册日期", "每年", "有效期", "打印", "复印", "一致", "相符")
_OFFICE_CAPTION = re.compile(r"登记(?:管理)?机关$|发[照证]机关$")
_SAME_COLUMN = 0.2
"""How far apart, in page widths, the middles of the office's caption and its date may be."""
_NEAR_BELOW = 0.2
"""How far under its caption, in page heights, the date stands at most: the seal lies between."""
_SEVERAL_DATES = "页面上有多个日期，未能确定哪一个是发照日期"
_ISSUED = re.compile(
    r"(?:^|[^\d])((?:19|20)\d{2}年\d{1,2}月\d{1,2}日"
    r"|(?:二[〇零○Oo0◯]|一九)[〇零○Oo0◯一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$"
)
_ENDS_AN_ADDRESS = re.compile(
    r"[0-9A-Za-z号室层楼栋幢座院园区村组街路道镇乡内旁侧处场厦城心地库厂站口段弄巷里间铺位边东南西北）)]$"
)
"""Doors, floors, buildings, streets, villages, sides; 百花 is the beginning of 百花路5号."""
_CUT_SHORT = "地址不完整，可能有漏读的字或行"
_BOX = re.compile(r"^[☑☐☒□■√✓]+")
"""No licence has boxes: a spot beside the value was read as one."""
_NEXT_VALUE = re.compile(
    r"统一社会信用代码|法定代表人|注册资本|成立日期|营业期限|经营范围|登记机关"
)
_CODE_BEHIND = re.compile(r"[0-9A-Z]{15,18}$")


_CUT_NAME = re.compile(r"(?:^|[、,，])[一-龥](?:[、,，]|$)")
"""One of several names of which one letter is left."""
_BEGINS_INSIDE = re.compile(r"[东西南北]省|[省市区县]")
"""How an address begins whose first letter was lost: no province is called 东省."""


def _at_least(letters: int) -> Parser:
    """The parser of words that have so many letters; fewer are the rest of a lost line.

    Words with another caption of the licence in them are two values that were read as one.
    """

    def parse(text: str) -> Value | None:
        words = _BOX.sub("", texts.printed(text))
        whole = len(re.sub(r"\W", "", words)) >= letters and not _NEXT_VALUE.search(words)
        return texts.parse(words) if whole else None

    return parse


def _person(text: str) -> Value | None:
    """A person's name; of 姓名 in a caption that wraps, each letter is read at one end of it."""
    words = re.sub(r"^姓(.{2,})名$", r"\1", texts.printed(text))
    return None if _CUT_NAME.search(words) else _at_least(2)(words)


def _type(text: str) -> Value | None:
    """A legal form, without the first letter of 住所 that stands clear of it."""
    words = texts.printed(text).removesuffix("住")
    return _at_least(2 if words == "其他" else 3)(words)


def _company(text: str) -> Value | None:
    """A name without a code that stands under it."""
    words = _CODE_BEHIND.sub("", texts.printed(text))
    return names.parse(words) if _at_least(4)(words) else None


def _read(document: Document) -> Mapping[str, Field]:
    fields = {
        "former_names": _former_names(document),
        "issued_on": _issued_on(document),
        "address": _address(document),
        "name": unit_name(
            "business_licence.name",
            "名称",
            beside(*_NAME, stop=_STOP)(with_columns_parted(document)),
            _company,
        ),
    }
    authority = office_in_seal(document)
    if authority is not None:
        fields["authority"] = authority
    return fields


def _address(document: Document) -> Field:
    """The place; in doubt where it ends as no address does, because its last line was not seen."""
    key, label = "business_licence.address", "住所"
    find = with_bracket_closed(beside(*_PLACE, stop=_STOP))
    field = judged(key, label, "text", find(with_columns_parted(document)), _at_least(4))
    words = field.value.value if isinstance(field.value, Text) else ""
    whole = _ENDS_AN_ADDRESS.search(words) and not _BEGINS_INSIDE.match(words)
    return field if whole else doubted(field, _CUT_SHORT)


def _former_names(document: Document) -> Field:
    """Names on the licence's own line for them; an empty list where it has none."""
    passage = beside(*_FORMER, stop=_STOP)(document)
    key, label = "business_licence.former_names", "曾用名"
    if passage is None:
        return stated(key, label, "list", TextList(values=()), ())
    return judged(key, label, "list", passage, _name_list)


def _name_list(text: str) -> Value | None:
    plain = re.sub(r"[（(][^（()）]*(?:变更|曾用|年)[^（()）]*[)）]", "", texts.printed(text))
    listed = [name for name in re.split("[、,，;；]", plain) if name]
    return TextList(values=tuple(name for name in listed if not re.fullmatch("[-—/无]*", name)))


def _issued_on(document: Document) -> Field:
    """The date with its caption, else the one under 登记机关, else the lowest that ends a row.

    A copy is often dated where it is stamped; the office's own date stands under its caption.
    """
    key, label = "business_licence.issued_on", "发照日期"
    captioned = beside("发照日期", "发证日期", "颁发日期", "核准日期", stop=_STOP)(document)
    if captioned is not None and days.parse(captioned.text) is not None:
        return judged(key, label, "day", captioned, days.parse)
    dates = list(_dates(document))
    under = [each for each in dates if _under_the_office(each)]
    chosen = under[0] if under else dates[-1] if dates else None
    field = judged(key, label, "day", chosen, days.parse)
    others = {each.text for each in dates} - {each.text for each in under[:1]}
    return doubted(field, _SEVERAL_DATES) if not under and len(others) > 1 else field


def _dates(document: Document) -> Iterator[Passage]:
    """Dates that end a row and are no other date of the licence, from top to bottom."""
    for page in document.pages:
        for row in rows_on(page):
            characters = Characters.of(row)
            found = _ISSUED.search(characters.text)
            if found is not None and not any(word in characters.text for word in _OTHER_DATES):
                yield passage_of(page, characters.cut(*found.span(1)))


def _under_the_office(date: Passage) -> bool:
    """Whether the caption of the office stands over the date, or before it on its row."""
    middle, top = date.box.centre[0], date.box.top
    return any(
        _OFFICE_CAPTION.search(Characters.of((line,)).text)
        and abs(line.box.centre[0] - middle) <= _SAME_COLUMN
        and -line.box.height < top - line.box.top <= _NEAR_BELOW
        for row in rows_on(date.page)
        for line in row
    )


def _about(fields: Mapping[str, Field]) -> About:
    name = fields["name"].value
    return About(entity=name.value if isinstance(name, Text) else None)


def _on_parted_columns(*specs: FieldSpec) -> tuple[FieldSpec, ...]:
    """The fields, looked for where the second column is parted from the first."""
    return tuple(
        spec if (find := spec.find) is None else replace(spec, find=_parted_for(find))
        for spec in specs
    )


def _parted_for(find: Finder) -> Finder:
    return lambda document: find(with_columns_parted(document))


KIND = Kind(
    marks=KindMarks(
        kind="business_licence",
        title="营业执照",
        first=(
            Mark("营业执照", 3, "title"),
            Mark("事业单位法人证书", 3, "title"),
            Mark("民办非企业单位登记证书", 3, "title"),
            Mark("社会团体法人登记证书", 3, "title"),
            Mark("统一社会信用代码", 0.5, "top"),
            Mark("登记机关", 1),
            Mark("注册资本", 0.5),
            Mark("经营范围", 0.5),
            Mark("成立日期", 0.5),
            Mark("国家企业信用信息公示系统", 1),
            Mark("国家市场监督管理总局监制", 2),
            Mark("登记管理机关", 0.5),
            Mark("企业信用报告", -2),
        ),
    ),
    fields=_on_parted_columns(
        FieldSpec(
            "uscc",
            "统一社会信用代码",
            "identifier",
            find=first_read(
                uscc.parse,
                beside(*_CODE, stop=_STOP),
                below(*_CODE, stop=_STOP),
                first_match(r"(?<![0-9A-Z])([159ANY][1239][0-9A-Z]{16})(?![0-9A-Z])"),
            ),
            parse=uscc.parse,
        ),
        FieldSpec("name", "名称", "text"),
        FieldSpec(
            "type",
            "类型",
            "text",
            find=with_bracket_closed(beside(*_TYPE, stop=_STOP)),
            parse=_type,
        ),
        FieldSpec(
            "legal_representative",
            "法定代表人",
            "text",
            find=with_bracket_closed(beside(*_PERSON, stop=_STOP)),
            parse=_person,
        ),
        FieldSpec(
            "registered_capital",
            "注册资本",
            "amount",
            find=first_of(beside(*_CAPITAL, stop=_STOP), beside(*_PAID_UP, stop=_STOP)),
            parse=with_unit,
        ),
        FieldSpec(
            "established_on", "成立日期", "day", find=beside(*_FOUNDED, stop=_STOP), parse=founded
        ),
        FieldSpec("term", "营业期限", "day", find=beside(*_TERM, stop=_STOP), parse=days.parse_end),
        FieldSpec("address", "住所", "text", parse=_at_least(4)),
        FieldSpec(
            "business_scope",
            "经营范围",
            "text",
            find=business_scope(beside(*_SCOPE, stop=_STOP)),
            parse=texts.parse,
        ),
        FieldSpec("authority", "登记机关", "text", find=office_in_print, parse=texts.parse),
        FieldSpec("issued_on", "发照日期", "day"),
        FieldSpec("former_names", "曾用名", "list"),
    ),
    read=_read,
    about=_about,
)

"""纳税证明: 税收完税证明 in its table and its letter form, and what applicants attach instead.

税收票证管理办法（国家税务总局令第28号）has the forms. A 个人所得税纳税记录 or a bank slip is no proof of the
company's taxes, but it is recognised, so that a rule can say so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents import money_words
from extractor.documents.kind import About, FieldSpec, Kind
from extractor.documents.numbered_form import tables_on
from extractor.documents.tax_items import items
from extractor.documents.tax_totals import total_amount
from extractor.documents.taxpayer import addressee, code_in_letter, name_in_letter, parse_name
from extractor.documents.unit_names import unit_name
from extractor.layout.captions import beside, first_match, first_of, first_read
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.layout.stacked import longest_from
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.agreement import capitals_agree, column_adds_up
from extractor.reconcile.certainty import stated
from extractor.values import amounts, days, identifiers, texts, uscc
from extractor.values.texts import compact
from models.document import Document, Page, TextLine
from models.extraction import (
    Choice,
    Field,
    Text,
    Value,
)

_STOP = (
    "纳税人识别号", "纳税人名称", "填发日期", "税务机关", "原凭证号", "税种", "品目名称", "金额合计",
    "填票人", "备注", "妥善保管", "税款所属时期", "入（退）库日期", "实缴（退）金额", "地址", "开具日期",
    "票证号码", "征收单位名称", "查询验证码", "征收机关名称",
    "税票号码", "付款人全称", "付款人账号", "收款国库", "税务机关（盖章）", "金额单位",
)  # fmt: skip
_FORMS = (
    ("personal_record", re.compile(r"个人所得税纳税(?:记录|清单|证明)")),
    ("bank_slip", re.compile(r"电子缴税(?:付款)?凭证|缴款书|付款回单|电子回单|缴税凭证")),
    (
        "letter",
        re.compile(
            r"文书式|告知书|无欠税证明|(?:纳税|缴税)(?:情况)?证明$|^特此证明[。.]?$|^兹证明|^现证明"
        ),
    ),
    ("table", re.compile(r"税收完税证明|完税证明|(?:纳税|缴税)(?:情况)?证明")),
)
"""Form → what its title looks like, or the words only a letter has; the first form found decides."""
FORMS = ("table", "letter", "personal_record", "bank_slip")
"""The contract's names of the four papers."""
_AUTHORITY = re.compile(
    r"(?:(?:税务机关|征收单位名称|征收单位|征收机关(?:名称)?(?:[(（]委托方[)）])?|填发机关|开具机关)[:：]?)?"
    r"(国家税务总局[一-龥（）()]{2,30}?税务局"
    r"(?:第[一二三四五六七八九十]+税务(?:分局|所))?(?:[（(]办税服务厅[）)])?)(?:[（(]盖?章[)）])?"
)
_OFFICE_ENDS = re.compile(r"(?:[局所厅处]|中心)(?:[（(][^（()）]*[）)])*$")
_DAY_ALONE = re.compile(
    r"20\d{2}年\d{1,2}月\d{1,2}日|20\d{2}([-./])\d{1,2}\1\d{1,2}"
    r"|二[〇零○Oo0◯][〇零○Oo0◯一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日曰]"
)
_NUMBER_CAPTIONS = (
    "完税证明号码", "票证号码", "证明编号", "凭证编号", "证明号码", "税票号码", "电子税票号码", "缴款书编号",
)  # fmt: skip
_NUMBER_ALONE = re.compile(r"(\d{16,20})")


_TAXPAYER = first_of(
    first_match(r"纳税人全称及(?:纳税人)?识别号[:：]?([一-龥（）()A-Za-z·]{4,40}?)[0-9A-Z]{15,20}"),
    beside("纳税人名称", "纳税人全称", "纳税人", "缴款单位名称", stop=_STOP),
    name_in_letter,
    addressee,
)


def _read(document: Document) -> Mapping[str, Field]:
    return {
        "items": items(document),
        "form": _form(document),
        "total_amount": total_amount(document),
        "taxpayer_name": unit_name(
            "tax_certificate.taxpayer_name", "纳税人名称", _TAXPAYER(document), parse_name
        ),
    }


def _form(document: Document) -> Field:
    """Which of the four papers it is, by its title."""
    key, label = "tax_certificate.form", "证明形式"
    for page in document.pages:
        outside = _outside_tables(page)
        for form, title in _FORMS:
            for line in outside:
                if title.search(compact(line.text)):
                    evidence = Passage(page, (line,), line.box).evidence
                    return stated(key, label, "choice", Choice(value=form), (evidence,))
    return stated(key, label, "choice", None, ())


def _outside_tables(page: Page) -> list[TextLine]:
    """The lines in no ruled table of more than one cell: titles, and the prose of a letter."""
    held = {
        line
        for table in page.tables
        if table.ruled and len(table.cells) > 1
        for cell in table.cells
        for line in cell.lines
    }
    return [line for line in page.lines if line not in held]


def _authority(document: Document) -> Passage | None:
    """The office, whose name is often set in two or three lines under each other."""
    for page in document.pages:
        for line in page.lines:
            found = longest_from(page, _before_next_caption(line), _AUTHORITY)
            if found is not None:
                return found
    return None


def _parse_office(text: str) -> Value | None:
    """The office's name; None for the first line of one that goes on below."""
    name = texts.parse(text)
    return name if name is not None and _OFFICE_ENDS.search(name.value) else None


def _before_next_caption(line: TextLine) -> TextLine:
    """The line up to the next caption on it, which print that stands close is read together with."""
    starts = [at for caption in _STOP if (at := line.text.find(caption)) > 0]
    return line.part(0, min(starts, default=len(line.text)))


def _day_at_the_foot(document: Document) -> Passage | None:
    """The last date that stands alone, under the office's name: a letter has no caption for it."""
    found: Passage | None = None
    for page in document.pages:
        held = {line for table in tables_on(page) for cell in table.cells for line in cell.lines}
        for line in page.lines:
            characters = Characters.of((line,))
            if line not in held and _DAY_ALONE.fullmatch(characters.text):
                found = passage_of(page, characters.cut(0, None))
    return found


def _number_at_the_head(document: Document) -> Passage | None:
    """A long number alone on its line above the table, whose own numbers are vouchers'."""
    page = document.pages[0]
    top = min((table.box.top for table in tables_on(page)), default=1.0)
    for line in page.lines:
        characters = Characters.of((line,))
        found = _NUMBER_ALONE.fullmatch(characters.text)
        if line.box.bottom <= top and found and not _is_a_units_code(found[0]):
            return passage_of(page, characters.cut(0, None))
    return None


def _is_a_units_code(number: str) -> bool:
    """Whether the digits are a unit's code, which can have no letter: the taxpayer's own."""
    return uscc.parse(number) is not None and uscc.parse.proof(number) == "proved"


def _about(fields: Mapping[str, Field]) -> About:
    name = fields["taxpayer_name"].value
    return About(entity=name.value if isinstance(name, Text) else None)


KIND = Kind(
    marks=KindMarks(
        kind="tax_certificate",
        title="纳税证明",
        first=(
            Mark("税收完税证明", 3, "title"),
            Mark("纳税证明", 3, "title"),
            Mark("完税证明", 3, "title"),
            Mark("无欠税证明", 3, "title"),
            Mark("个人所得税纳税记录", 3, "title"),
            Mark("电子缴税付款凭证", 3, "title"),
            Mark("缴税付款凭证", 3, "title"),
            Mark("税收缴款书", 3, "title"),
            Mark("纳税情况证明", 3, "title"),
            Mark("缴税证明", 3, "title"),
            Mark("涉税信息查询结果告知书", 3, "title"),
            Mark("征收项目", 0.5),
            Mark("入库税款", 1),
            Mark("缴纳税款", 1),
            Mark("特此证明", 0.5),
            Mark("国家税务总局", 0.5),
            Mark("税款所属时期", 1),
            Mark("实缴（退）金额", 1),
            Mark("填票人", 1),
            Mark("妥善保管", 1),
            Mark("入（退）库日期", 1),
            Mark("原凭证号", 1),
            Mark("纳税申报表", -3),
        ),
        further=(Mark("实缴（退）金额", 1), Mark("入（退）库日期", 1), Mark("填票人", 1)),
    ),
    fields=(
        FieldSpec("form", "证明形式", "choice", options=FORMS),
        FieldSpec(
            "certificate_no",
            "证明号码",
            "identifier",
            find=first_of(
                first_match(r"(?:No|NO|no|№)[.:：]?(\d{10,20})"),
                beside(*_NUMBER_CAPTIONS, stop=_STOP),
                first_match(
                    r"([(（〔\[]\d{4,8}[)）〕\]]\d{0,2}[一-龥]{0,6}证(?:明)?(?:字)?(?:第)?\d{5,10}号?)"
                ),
                first_match(r"([一-龥]{1,8}证(?:明)?(?:字)?[〔(（\[]20\d{2}[〕)）\]]第?\d{2,8}号)"),
                _number_at_the_head,
            ),
            parse=identifiers.parse,
        ),
        FieldSpec("taxpayer_name", "纳税人名称", "text"),
        FieldSpec(
            "taxpayer_id",
            "纳税人识别号",
            "identifier",
            find=first_read(
                uscc.parse_taxpayer_id,
                beside(
                    "纳税人识别号",
                    "纳税人识别号（统一社会信用代码）",
                    "统一社会信用代码",
                    stop=_STOP,
                ),
                first_match(r"纳税人全称及(?:纳税人)?识别号[:：]?[^0-9A-Z]{4,40}([0-9A-Z]{15,20})"),
                # In the prose of a letter the number may be broken over two lines.
                first_match(
                    r"(?:纳税人识别号|统一社会信用代码|税号)[^0-9A-Z]{0,12}([0-9A-Z]{18})(?![0-9A-Z])"
                ),
                first_match(r"(?:纳税人识别号|统一社会信用代码)[^0-9A-Z]{0,12}([0-9A-Z]{15,20})"),
                code_in_letter,
            ),
            parse=uscc.parse_taxpayer,
        ),
        FieldSpec("items", "完税项目", "rows"),
        FieldSpec(
            "total_amount",
            "金额合计",
            "amount",
            parse=amounts.parse,
        ),
        FieldSpec(
            "total_amount_in_words",
            "金额合计（大写）",
            "text",
            find=money_words.sum_in_words,
            parse=money_words.parse,
        ),
        FieldSpec(
            "authority",
            "税务机关",
            "text",
            find=first_of(
                _authority,
                beside("税务机关", "征收单位名称", "征收机关名称", "征收机关", stop=_STOP),
            ),
            parse=_parse_office,
        ),
        FieldSpec(
            "issued_on",
            "填发日期",
            "day",
            find=first_of(
                beside("填发日期", "开具日期", "打印日期", "填开日期", "开具时间", stop=_STOP),
                beside("转账日期", "扣款日期", "缴款日期", stop=_STOP),
                _day_at_the_foot,
            ),
            parse=days.parse,
        ),
    ),
    read=_read,
    about=_about,
    reconcile=(
        column_adds_up("items", "amount", "total_amount"),
        capitals_agree("total_amount", "total_amount_in_words"),
    ),
)

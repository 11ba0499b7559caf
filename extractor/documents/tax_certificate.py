"""纳税证明: 税收完税证明 in its table and its letter form, and what applicants attach instead.

税收票证管理办法（国家税务总局令第28号）has the forms. A 个人所得税纳税记录 or a bank slip is no proof of the
company's taxes, but it is recognised, so that a rule can say so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents import money_words
from extractor.documents.headed_table import Headings, Record, records_of
from extractor.documents.kind import About, FieldSpec, Kind, Parser
from extractor.layout.captions import beside, first_match, first_of
from extractor.layout.passage import Passage
from extractor.recognise.marks import KindMarks, Mark
from extractor.reconcile.agreement import capitals_agree, column_adds_up
from extractor.reconcile.certainty import doubts_of, stated
from extractor.values import amounts, days, identifiers, months, texts, uscc
from extractor.values.texts import compact
from models.document import Document
from models.extraction import (
    Choice,
    Day,
    Evidence,
    Field,
    Rows,
    Scalar,
    Text,
    Value,
    ValueKind,
)

_STOP = (
    "纳税人识别号", "纳税人名称", "填发日期", "税务机关", "原凭证号", "税种", "品目名称", "金额合计",
    "填票人", "备注", "妥善保管", "税款所属时期", "入（退）库日期", "实缴（退）金额", "地址", "开具日期",
    "票证号码", "征收单位名称", "查询验证码", "税务机关（盖章）",
)  # fmt: skip
_COLUMNS: Headings = {
    "voucher": re.compile(r"原凭证号码?|税票号码|票证号码|凭证号码?"),
    "tax": re.compile(r"税种(?:名称)?|征收项目|项目|税\(费\)种|征收项目名称"),
    "item": re.compile(r"品目名称|征收品目(?:名称)?|税目|品目"),
    "period": re.compile(r"税?\(?费?\)?款?所属(?:时期|期|时间|期间|期起止)(?:起止)?"),
    "paid_on": re.compile(r"入\(?退?\)?库日期|缴款日期|缴税日期|缴\(退\)库日期|入库时间"),
    "amount": re.compile(
        r"实缴\(?退?\)?\(?税?\)?金额(?:\(元\))?|(?:税额|金额|实缴税额|实缴金额)(?:\(元\))?"
    ),
}
_NEEDED = frozenset({"tax", "amount"})
_TOTAL_ROW = re.compile(r"合计|小计|总计|大写")
_FOOT = re.compile(r"填票人|备注|妥善保管|税务机关")
_FORMS = (
    ("personal_record", re.compile(r"个人所得税纳税(?:记录|清单|证明)")),
    ("bank_slip", re.compile(r"电子缴税(?:付款)?凭证|缴款书|付款回单|电子回单|缴税凭证")),
    ("letter", re.compile(r"文书式|无欠税证明|纳税证明$")),
    ("table", re.compile(r"税收完税证明|完税证明|纳税证明")),
)
"""Form → what its title looks like; the first that fits a line decides."""
_AUTHORITY = r"(国家税务总局[一-龥（）()]{2,30}?税务局(?:第[一二三四五六七八九十]+税务(?:分局|所))?(?:[（(]办税服务厅[）)])?)"


def _read(document: Document) -> Mapping[str, Field]:
    return {"items": _items(document), "form": _form(document)}


def _items(document: Document) -> Field:
    """The rows of paid taxes, one piece of evidence a row."""
    rows: list[dict[str, Scalar | None]] = []
    evidence: list[Evidence] = []
    doubts: list[str] = []
    for record in records_of(document, _COLUMNS, _NEEDED):
        if _TOTAL_ROW.search(record.row_text):
            continue
        if _FOOT.search(record.row_text) or not record.text("tax"):
            continue
        rows.append(_row(record, doubts))
        evidence.append(record.cells["amount"].evidence)
    value = Rows(records=tuple(rows)) if rows else None
    return stated(
        "tax_certificate.items",
        "完税项目",
        "rows",
        value,
        tuple(evidence),
        tuple(dict.fromkeys(doubts)),
    )


def _row(record: Record, doubts: list[str]) -> dict[str, Scalar | None]:
    """One row; what can't be understood in it is None and a doubt about the whole."""
    tax = record.text("tax")
    amount = amounts.parse_cell(record.text("amount"))
    period = months.parse_period(record.text("period"))
    paid_on = days.parse(record.text("paid_on"))
    read: tuple[tuple[str, ValueKind, Value | None, Parser], ...] = (
        ("amount", "amount", amount, amounts.parse_cell),
        ("paid_on", "day", paid_on, days.parse),
    )
    for name, kind, value, parse in read:
        if name in record.cells and value is None:
            doubts.append(f"“{tax}”一行有一格无法识别")
        elif name in record.cells and value is not None:
            doubts.extend(doubts_of(record.cells[name], kind, value, parse))
    if "period" in record.cells and period is None:
        doubts.append(f"“{tax}”一行的所属时期无法识别")
    return {
        "tax": texts.parse(tax),
        "period_start": None if period is None else Day(value=period.start),
        "period_end": None if period is None else Day(value=period.end),
        "paid_on": paid_on,
        "amount": amount,
    }


def _form(document: Document) -> Field:
    """Which of the four papers it is, by its title."""
    key, label = "tax_certificate.form", "证明形式"
    for page in document.pages:
        for line in page.lines:
            words = compact(line.text)
            for form, title in _FORMS:
                if title.search(words):
                    evidence = Passage(page, (line,), line.box).evidence
                    return stated(key, label, "choice", Choice(value=form), (evidence,))
    return stated(key, label, "choice", None, ())


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
        FieldSpec("form", "证明形式", "choice"),
        FieldSpec(
            "certificate_no",
            "证明号码",
            "identifier",
            find=first_of(
                first_match(r"(?:No|NO|no|№)[.:：]?(\d{10,20})"),
                beside("完税证明号码", "票证号码", "证明编号", "凭证编号", "证明号码", stop=_STOP),
                first_match(r"([(（]\d{6,8}[)）]\d{0,2}[一-龥]{0,2}证明\d{6,10}号?)"),
            ),
            parse=identifiers.parse,
        ),
        FieldSpec(
            "taxpayer_name",
            "纳税人名称",
            "text",
            find=first_of(
                beside("纳税人名称", "纳税人", "缴款单位名称", stop=_STOP),
                first_match(
                    r"^([一-龥（）()A-Za-z0-9·]{4,40}?)[(（]?(?:纳税人识别号|统一社会信用代码)"
                ),
            ),
            parse=texts.parse,
        ),
        FieldSpec(
            "taxpayer_id",
            "纳税人识别号",
            "identifier",
            find=first_of(
                beside(
                    "纳税人识别号",
                    "纳税人识别号（统一社会信用代码）",
                    "统一社会信用代码",
                    stop=_STOP,
                ),
                first_match(r"(?:纳税人识别号|统一社会信用代码)[^0-9A-Z]{0,12}([0-9A-Z]{15,20})"),
            ),
            parse=uscc.parse_taxpayer,
        ),
        FieldSpec("items", "完税项目", "rows"),
        FieldSpec(
            "total_amount",
            "金额合计",
            "amount",
            find=first_of(
                first_match(r"[¥￥]([\d,.]+)"),
                beside("合计", "金额合计", "税额合计", stop=_STOP),
                first_match(r"合计[^\d-]{0,20}(-?[\d,]+\.\d{2})"),
            ),
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
            find=first_of(first_match(_AUTHORITY), beside("税务机关", "征收单位名称", stop=_STOP)),
            parse=texts.parse,
        ),
        FieldSpec(
            "issued_on",
            "填发日期",
            "day",
            find=beside("填发日期", "开具日期", "打印日期", "填开日期", "开具时间", stop=_STOP),
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

"""What the sheets of an annual income tax return share: the head, the edition, the numbered rows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.documents.kind import About, FieldSpec, Parser
from extractor.documents.numbered_form import (
    PrintedRow,
    amount_in_cell,
    matched_rows,
    printed_rows,
)
from extractor.forms.editions import detect
from extractor.forms.form import Edition, Form, Row
from extractor.layout.captions import beside, first_match, first_of
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import judged, stated
from extractor.values import counts, months, names, ratios, texts, uscc
from models.document import Document
from models.extraction import Choice, Day, Field, Period, Text, Value, ValueKind

_STOP = (
    "纳税人识别号", "纳税人名称", "税款所属期间", "税款所属期", "所属年度", "金额单位", "统一社会信用代码",
    "税款所属时期", "填报日期", "行次", "项目",
)  # fmt: skip
_UNREAD_INK = "格内有墨迹但未能识别"


def head_specs() -> tuple[FieldSpec, ...]:
    """The fields above the table, the same on every sheet of the return."""
    period = first_of(
        first_match(r"(20\d{2}年\d{1,2}月\d{1,2}日(?:至|到|[-—~])20\d{2}年\d{1,2}月\d{1,2}日)"),
        first_match(r"(20\d{2}-\d{2}-\d{2}(?:至|到|[—~])20\d{2}-\d{2}-\d{2})"),
        beside("税款所属期间", "税款所属期", "税款所属时期", "所属期间", "所属年度", stop=_STOP),
        first_match(r"(20\d{2}年度)"),
    )
    return (
        FieldSpec(
            "taxpayer_id",
            "纳税人识别号",
            "identifier",
            find=first_of(
                beside(
                    "纳税人识别号（统一社会信用代码）",
                    "纳税人识别号",
                    "统一社会信用代码",
                    stop=_STOP,
                ),
                first_match(r"(?<![0-9A-Z])([159ANY][1239][0-9A-Z]{16})(?![0-9A-Z])"),
            ),
            parse=uscc.parse_taxpayer,
        ),
        FieldSpec(
            "taxpayer_name",
            "纳税人名称",
            "text",
            find=beside("纳税人名称", stop=_STOP),
            parse=names.parse,
        ),
        FieldSpec("period_start", "税款所属期起", "day", find=period, parse=_first_day),
        FieldSpec("period_end", "税款所属期止", "day", find=period, parse=_last_day),
    )


def _first_day(text: str) -> Value | None:
    period = months.parse_period(text)
    return None if period is None else Day(value=period.start)


def _last_day(text: str) -> Value | None:
    period = months.parse_period(text)
    return None if period is None else Day(value=period.end)


def about(fields: Mapping[str, Field]) -> About:
    """The taxpayer and the period of the sheet."""
    name, start, end = (
        fields[each].value for each in ("taxpayer_name", "period_start", "period_end")
    )
    period = None
    if isinstance(start, Day) and isinstance(end, Day) and start.value and end.value:
        period = Period(start=start.value, end=end.value)
    entity = name.value if isinstance(name, Text) else None
    return About(entity=entity, period=period, scope="single")


def edition_of(document: Document, form: Form, key: str) -> tuple[Edition, Field]:
    """The edition that was printed, the reference edition where nothing tells; and its field."""
    words = texts.compact("".join(line.text for page in document.pages for line in page.lines))
    years = {int(year) for year in re.findall(r"(20\d{2})年(?:1月1日|01月01日|度)", words)}
    found = detect(form, words, years.pop() if len(years) == 1 else None)
    line = document.pages[0].lines[:1]
    evidence = tuple(Passage(document.pages[0], line, each.box).evidence for each in line)
    field = stated(
        key, "表单版本", "choice", None if found is None else Choice(value=found.name), evidence
    )
    return found or form.reference, field


def rows_of_edition(document: Document, edition: Edition) -> Mapping[str, PrintedRow]:
    """Printed row number of the edition → the row as it stands on the pages."""
    return matched_rows(printed_rows(document), [(row.number, row.text) for row in edition.rows])


def row_field(key: str, label: str, row: Row, printed: PrintedRow | None) -> Field:
    """The value of a row; ink in a cell where nothing was read makes it unreadable."""
    kind, parse = _reading_of(row)
    if printed is None:
        return Field(key=key, label=label, kind=kind)
    passage = printed.value
    if not passage.lines and any(
        mark.box.overlap(passage.box) > 0.5 for mark in printed.page.ink_marks
    ):
        return stated(key, label, kind, None, (passage.evidence,)).model_copy(
            update={"doubts": (_UNREAD_INK,)}
        )
    return judged(key, label, kind, passage, parse)


def _reading_of(row: Row) -> tuple[ValueKind, Parser]:
    kind = _KINDS.get(row.kind, "amount")
    return kind, _PARSERS[kind]


def _rate(text: str) -> Value | None:
    """A rate as a percentage, also out of a code such as 110|全年100%."""
    named = re.findall(r"(\d{2,3}(?:\.\d+)?)%", texts.compact(text))
    if len(set(named)) == 1:
        return ratios.parse(f"{named[0]}%")
    return ratios.parse(text)


_KINDS: Mapping[str, ValueKind] = {"count": "count", "ratio": "ratio"}
_PARSERS: Mapping[str, Parser] = {
    "count": counts.parse_cell,
    "ratio": _rate,
    "amount": amount_in_cell,
}


def parse_row(kind: ValueKind, text: str) -> Value | None:
    """The value of a row of this kind: a count, a rate, or an amount in 元."""
    return _PARSERS[kind](text)

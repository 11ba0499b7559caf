"""The composition of a cost in words: 购买服务120.5万元、购买设备80万元、员工工资300万元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.documents.inner_table import with_pairs_of_inner_table
from extractor.documents.kind import Parser
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubts_of, judged
from extractor.values import amounts
from extractor.values.texts import compact, printed
from models.extraction import Field, Rows, Scalar, Text, Value

_PROMPT = re.compile(r"[(（]?说明研发资金详细组成.{0,40}?等?[)）]")
_LISTED = re.compile(r"(?m)(?<=[\d万元])\n(?=\s*(?:[(（]?\d{1,2}[.、)）．][^\d]|[①-⑳]))")
"""A break before the number of the next item parts it from a figure; other breaks only wrap."""
_FIGURE_LINE = re.compile(r"-?\d[\d,，]*(?:\.\d+)?(?:亿元|万元|千元|元)?")
_ENDS_IN_FIGURE = re.compile(
    r"[:：]\s*-?\d[\d,，]*(?:\.\d+)?\s*(?:亿元|万元|千元|元)?[;；,，。、]?$|(?:亿元|万元|千元)[;；,，。、]?$"
)
_BEGINS_A_NAME = re.compile(
    r"(?:[(（]?\d{1,2}[.、)）．](?!\d)\s*)?(?!亿?元|[万千]元)[^\d\s.,，。;；:：)）+=×]"
)
_PRODUCT = re.compile(r"\d[\d.,]*[^;,。、=\d×xX*]{0,8}[×xX*][^;,。、=]{1,40}=")
"""12人×15万元=180万元: only what comes out is the item's amount."""
_NUMBERED = re.compile(
    r"(?:^|(?<=[;,。、元万]))\d{1,2}[、.)](?=[^\d])|[①-⑳]"
    r"|\((?:\d{1,2}|[一二三四五六七八九十]{1,2})\)|(?:^|(?<=[;。元]))[一二三四五六七八九十]、"
)
_FULL_STOP = re.compile(r"(?<=\d)\.(?=\D|$)")
"""A 。 behind a figure that was read as a point."""
_DETAIL = re.compile(r"\([^()]*\d[^()]*\)")
"""A remark in brackets with figures of its own: shares, parts of the item, how many."""
_MONEY = re.compile(
    r"(?P<amount>-?(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?:(?P<unit>亿元|千万元|百万元|万元|千元|元|万)(?!台|套|张|卡|次|条|小时|亿)|(?=[;,。、)和及与]|$))"
)
_LEADING = re.compile(
    r"^(?:[、，,;；。.:：+]|其中|包括|包含|主要|用于|以及|和(?!解)|及|与|用途为|具体为|20\d{2}年度?)+"
)
_TRAILING = re.compile(r"(?:费用?为|为|支出|共计|合计|总计|小计|约|共|计|[:：])+$")
_REMARK = re.compile(r"[,;](?:包括|包含|含|其中|主要|如|用于)")
_EXPLAINED = re.compile(
    r"[(（](?:[^()（）]*[、,，][^()（）]*|[^()（）]*等|(?:含|包括|包含|如)[^()（）]*)[)）]$"
)
"""What an item consists of, in brackets behind its name."""
_TOTALS = re.compile(
    r"^(?:合计|总计|共计|小计|=)|总额|总投入|研发(?:总)?成本$|研发(?:总)?投入$|总成本"
)
_SUM_OF_SEVERAL = re.compile(r"、.*(?:合计|总计|共计)")
_FIGURE_IN_NAME = re.compile(
    r"(?<![A-Za-z\d-])\d{2,}(?![\dA-Za-z台套人名个张卡年月项次%件块颗条核小×-])"
)
"""A bare figure among the words is an amount that nothing marks as one."""
_RESPECTIVELY = re.compile(
    r"^(?P<names>.+?)(?:的?(?:费用|金额|支出))?(?:分别|依次)(?:为|是|约)*[:：]?$"
)
_AND = re.compile(r"[、,和及与]")


def cost_items(key: str, label: str, passage: Passage | None, parse: Parser | None = None) -> Field:
    """The named amounts in the cell; a total that is named among them is left out.

    ``parse`` knows the unit of a cell that isn't in 万元.
    """
    parse = parse or parse_cost_items
    passage = None if passage is None else with_pairs_of_inner_table(passage)
    field = judged(key, label, "rows", passage, parse)
    if passage is None or field.value is None:
        return field
    # An amount is a figure: one weak digit makes another value, so the cell is judged as one.
    doubts = doubts_of(passage, "amount", field.value, parse)
    status = "doubtful" if doubts else "sure"
    return field.model_copy(update={"status": status, "doubts": doubts})


def parse_cost_items(text: str, unit: str = "万元") -> Value | None:
    """The named amounts in the text, in ``unit`` where it names none.

    None where there is none, or where names and amounts can't be told to belong together.
    """
    listed_text = _LISTED.sub(";", _lines_parted(text))
    plain = _PROMPT.sub("", compact(listed_text)).replace("，", ",").replace("；", ";")
    plain = _PRODUCT.sub("", _DETAIL.sub("", _FULL_STOP.sub("。", _NUMBERED.sub(";", plain))))
    rows: list[dict[str, Scalar | None]] = []
    figures = list(_MONEY.finditer(plain))
    if figures and _FIGURE_IN_NAME.search(plain[figures[-1].end() :]):
        return None
    inside = ""
    at = 0
    while at < len(figures):
        start = figures[at - 1].end() if at else 0
        between = plain[start : figures[at].start()]
        listed = _RESPECTIVELY.match(_LEADING.sub("", between))
        if listed is not None:
            names = [name for name in _AND.split(listed["names"]) if name]
            if len(names) < 2 or not _listed(plain, figures[at : at + len(names)], len(names)):
                return None
            rows.extend(
                _row(name, figure, unit)
                for name, figure in zip(names, figures[at : at + len(names)], strict=True)
            )
            at += len(names)
            continue
        inside = _still_inside(inside, between, rows)
        name = _name(between)
        total = inside or _is_total(between, name)
        if not total and (_FIGURE_IN_NAME.search(name) or "×" in name or (rows and not name)):
            return None
        if name and not total:
            rows.append(_row(name, figures[at], unit))
        at += 1
    return Rows(records=tuple(rows)) if rows else None


def _lines_parted(text: str) -> str:
    """The text with a mark between its lines where each line, or each pair, is an item of its own.

    A cell may hold a small table: the names on one line and the amounts on the next, or under
    each other.
    """
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    if len(lines) > 1 and all(
        _ENDS_IN_FIGURE.search(line) and _BEGINS_A_NAME.match(line) for line in lines
    ):
        return ";".join(line.rstrip(";；,，。、") for line in lines)
    names = [line for line in lines if not re.search(r"\d", line)]
    figures = [line for line in lines if _FIGURE_LINE.fullmatch(line)]
    if len(names) < 2 or len(names) != len(figures) or len(lines) != 2 * len(names):
        return text
    if lines not in (
        [*names, *figures],
        [each for pair in zip(names, figures, strict=True) for each in pair],
    ):
        return text
    return ";".join(f"{name}:{figure}" for name, figure in zip(names, figures, strict=True))


def _still_inside(inside: str, between: str, rows: Sequence[object]) -> str:
    """Whether the figure is a part of the item before it: 工资600万元，其中社保100万元."""
    if re.search("[;。]", between):
        return ""
    if rows and re.match(r"[,(]?(?:其中|含|包括)", between):
        return "part"
    return inside


def _is_total(between: str, name: str) -> bool:
    """Whether the figure is the sum of the others; 共计 behind one item is that item's own."""
    words = re.split("[;。]", _LEADING.sub("", between))[-1]
    several = _SUM_OF_SEVERAL.search(words) and not _REMARK.search(words)
    return bool(_TOTALS.search(name) or _TOTALS.match(words) or several)


def _name(between: str) -> str:
    """What the amount is for, out of the words between it and the amount before."""
    words = _TRAILING.sub("", _LEADING.sub("", between))
    words = _LEADING.sub("", re.split("[;。]", words)[-1])
    remark = _REMARK.search(words)
    words = words[: remark.start()] if remark else words.split(",")[-1]
    return printed(
        _TRAILING.sub("", _EXPLAINED.sub("", _TRAILING.sub("", _LEADING.sub("", words))))
    )


def _listed(plain: str, figures: Sequence[re.Match[str]], count: int) -> bool:
    """Whether so many amounts follow each other with nothing but a mark or 和 between them."""
    gaps = [
        plain[one.end() : other.start()] for one, other in zip(figures, figures[1:], strict=False)
    ]
    return len(figures) == count and all(re.fullmatch("[、,和及与]{1,2}", gap) for gap in gaps)


def _row(name: str, figure: re.Match[str], unit: str) -> dict[str, Scalar | None]:
    own = figure["unit"] or unit
    amount = amounts.parse(figure["amount"], "万元" if own == "万" else own)
    return {"name": Text(value=printed(name)), "amount": amount}

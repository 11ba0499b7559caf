"""How figures and values are written in the tables."""

from __future__ import annotations

import json

from extractor.evaluate.results import FieldOutcome, RingOutcome
from models.extraction import FieldStatus
from models.report import Canonical

FIELD_OUTCOMES: dict[FieldOutcome, str] = {
    "wrong_sure": "错而确信",
    "right": "正确",
    "missing": "缺失",
    "wrong_doubtful": "错但存疑",
    "rightly_empty": "应无且无",
}
STATUSES: dict[FieldStatus, str] = {
    "sure": "确信",
    "doubtful": "存疑",
    "unreadable": "无法识别",
    "missing": "缺失",
}
RING_OUTCOMES: dict[RingOutcome, str] = {
    "certain_wrong": "错而确定",
    "exact": "全对",
    "unread": "未读出",
    "uncertain_wrong": "错但不确定",
    "not_found": "未找到",
}

_SHOWN = 60
"""Characters of a value in a table."""


def percent(part: int, whole: int) -> str:
    """The share with one decimal, or a dash where there is no whole."""
    return f"{100 * part / whole:.1f}%" if whole else "–"


def written(value: Canonical | None) -> str:
    """A value on one line."""
    if value is None:
        return "∅"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def shortened(expected: Canonical | None, read: Canonical | None) -> tuple[str, str]:
    """Both values cut so that the first difference can be seen."""
    if isinstance(expected, dict) and isinstance(read, dict):
        names = [name for name in {**expected, **read} if expected.get(name) != read.get(name)]
        return (
            _cut(written({name: expected.get(name) for name in names}), 0),
            _cut(written({name: read.get(name) for name in names}), 0),
        )
    one, other = written(expected), written(read)
    same = next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    start = 0 if same < _SHOWN * 2 // 3 else same - _SHOWN // 3
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    end = start + _SHOWN
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")

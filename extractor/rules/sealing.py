"""Whose seals stand on a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from extractor.rules.naming import kind_of_seal, name_on_seal
from extractor.rules.rule import Seals, holds
from extractor.rules.wording import cut
from extractor.values import names
from models.finding import Disagreement, Severity

Own = Literal["own", "of another kind", "of another unit", "unread", "none"]

_OFFICE = re.compile(r"(?:局|厅|委员会|管委会|人民政府|办公室|大数据中心)(?:公章|.{0,4}专用章)?$")
_PERSON = re.compile(r"^中国注册会计师|印(?:章|信)?$|^.{0,4}$")
_MOSTLY = 75
"""Of 100: the letters a ring and a name have in common."""
_ONE_MISREAD = 1
"""A ring is read worse than print: one character apart tells nothing."""


def own_seal(seals: Seals, unit_names: Iterable[str]) -> Own:
    """Whether the unit's own seal is among them; seals of offices and persons are passed over."""
    known = [name_on_seal(name) for name in unit_names if name]
    # A ring that reads exactly as the printed name has been read right, though only once.
    agreed = [seal.text for seal in seals.seals if name_on_seal(seal.text) in known]
    rings = [
        ring
        for ring in (*seals.texts, *agreed)
        if not _OFFICE.search(names.normalise(ring)) and not _PERSON.search(names.normalise(ring))
    ]
    own = [ring for ring in rings if _nearest(ring, known) == 0]
    if own:
        return "of another kind" if all(kind_of_seal(ring) for ring in own) else "own"
    if seals.unread or any(_nearest(ring, known) <= _ONE_MISREAD for ring in rings):
        return "unread"
    return "of another unit" if rings else "none"


def own_seal_is_on(
    paper: str,
    seals: Seals,
    unit_names: Iterable[str],
    severity: Severity,
    key: str,
    former: Iterable[str] = (),
) -> Disagreement:
    """Whether the unit's own seal stands on the paper, or what stands there instead.

    A seal that still bears a former name is the unit's too, and noted.
    """
    known, earlier = tuple(unit_names), tuple(former)
    rings = "、".join(dict.fromkeys(f"“{cut(seal.text)}”" for seal in seals.seals if seal.text))
    state = own_seal(seals, known)
    if state not in ("own", "of another kind") and own_seal(seals, earlier) == "own":
        message = f"{paper}印章为{rings}，系曾用名，现名“{cut(known[0])}”"
        return Disagreement(severity="D", message=message, values=(key,), outcome="passed")
    match state:
        case "own":
            return holds(severity, f"{paper}加盖“{cut(known[0])}”印章", key)
        case "of another kind":
            message = f"{paper}加盖的是{rings}，不是单位公章"
            return Disagreement(severity="C", message=message, values=(key,))
        case "of another unit":
            message = f"{paper}印章为{rings}，与单位名称“{cut(known[0])}”不一致"
            return Disagreement(severity=severity, message=message, values=(key,))
        case "unread":
            message = f"{paper}有印章，但印文未能确认，请核对原件"
            return Disagreement(
                severity=severity, message=message, values=(key,), outcome="unreadable"
            )
        case "none":
            message = f"{paper}未检出申报单位印章"
            return Disagreement(
                severity=severity, message=message, values=(key,), outcome="missing"
            )


def seal_of(
    words: str, whose: str, paper: str, seals: Seals, severity: Severity, key: str
) -> Disagreement | None:
    """None where a seal with these words stands on the paper; else unread or missing."""
    if seals.say(words):
        return None
    if seals.unread:
        message = f"{paper}有印章，但印文未能确认是否为{whose}，请核对原件"
        return Disagreement(severity=severity, message=message, values=(key,), outcome="unreadable")
    message = f"{paper}未检出{whose}印章"
    return Disagreement(severity=severity, message=message, values=(key,), outcome="missing")


def bears_own(seals: Seals, unit_names: Iterable[str]) -> bool | None:
    """Whether one of the unit's seals, of any kind, stands there; None where a ring is unread.

    A ring of which most letters are those of the name is the unit's: it is only asked whether it
    is there, and no other ring comes so near.
    """
    known = [name_on_seal(name) for name in unit_names if name]
    rings = [name_on_seal(seal.text) for seal in seals.seals if seal.text]
    if any(fuzz.ratio(ring, name) >= _MOSTLY for ring in rings for name in known):
        return True
    return None if seals.unread else False


def _nearest(ring: str, known: Iterable[str]) -> int:
    """The distance in characters from the ring's name to the nearest known one."""
    name = name_on_seal(ring)
    return min((Levenshtein.distance(name, each) for each in known), default=len(name))

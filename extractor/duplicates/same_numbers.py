"""One number on papers of several submissions (DUP-06, DUP-08, TAX-12, SPA-17, IP-08)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from extractor.duplicates.compared import Compared
from extractor.values import names
from extractor.values.texts import compact
from models.document import DocumentKind
from models.duplicate import Duplicate, StatedNumber

_Held = tuple[int, StatedNumber]
"""A submission and a number on one of its papers."""

_SPECIFIC: Mapping[DocumentKind, str] = {
    "tax_certificate": "TAX-12",
    "special_audit_report": "SPA-17",
    "patent": "IP-08",
    "software_copyright": "IP-08",
}
"""Kind → the rule of its own chapter that the same number answers."""
_NUMBERED_BY_FIRM = ("audit_report", "special_audit_report")
_SHORTEST = 6
"""Letters and figures: shorter numbers are counted anew by everyone."""
_MARKS = re.compile(r"[^0-9A-Z一-鿿]|第|号")


def same_numbers(compared: Compared) -> Iterator[Duplicate]:
    """Numbers that papers of different units' submissions share."""
    held: dict[tuple[str, str], list[_Held]] = {}
    for place, fingerprint in enumerate(compared.prints):
        for stated in fingerprint.numbers:
            number = _MARKS.sub("", compact(stated.number).upper())
            if len(number) >= _SHORTEST:
                held.setdefault((stated.kind, number), []).append((place, stated))
    for each in held.values():
        if not compared.one_unit(place for place, _ in each):
            yield from _shared(compared, each)


def _shared(compared: Compared, held: list[_Held]) -> Iterator[Duplicate]:
    kind = held[0][1].kind
    if kind in _NUMBERED_BY_FIRM:
        # Every firm counts its own reports; where a firm is not sure it may be the same.
        groups = _by_firm(held)
    elif kind == "contract":
        groups = _by_contract(held)
    else:
        groups = [held]
    for each in groups:
        if len(each) > 1 and not compared.one_unit(place for place, _ in each):
            yield from _told(compared, each)


def _by_firm(held: list[_Held]) -> list[list[_Held]]:
    firms: dict[str, list[_Held]] = {}
    for each in held:
        firms.setdefault(names.normalise(each[1].name or ""), []).append(each)
    return list(firms.values())


def _by_contract(held: list[_Held]) -> list[list[_Held]]:
    """Contracts of one number that are one contract: day, subject or party agree twice."""
    same = []
    for one, other in combinations(held, 2):
        first, second = one[1], other[1]
        agree = (
            first.day is not None and first.day == second.day,
            first.name is not None and first.name == second.name,
            first.owner is not None and first.owner == second.owner,
        )
        if sum(agree) > 1:
            same += [one, other]
    return [[each for each in held if each in same]]


def _told(compared: Compared, held: list[_Held]) -> Iterator[Duplicate]:
    kind, stated = held[0][1].kind, held[0][1]
    places = [place for place, _ in held]
    printed = [(place, each.place) for place, each in held]
    title = f"{stated.label}“{stated.number}”"
    owned = [each for _, each in held if each.owner]
    if kind == "contract":
        message = f"合同{title}出现在不同单位的申报中：{_units(compared, held)}"
        yield compared.duplicate("DUP-08", message, places, printed)
    elif _different(owned):
        owners = "、".join(dict.fromkeys(f"“{each.owner}”" for each in owned))
        message = f"{title}出现在不同申报中，所载单位各不相同：{owners}"
        also = (_SPECIFIC[kind],) if kind in _SPECIFIC else ()
        yield compared.duplicate("DUP-06", message, places, printed, also=also)
    elif kind in ("tax_certificate", "special_audit_report") and not _all_allied(compared, places):
        message = f"{title}出现在不同单位的申报中：{_units(compared, held)}"
        yield compared.duplicate(_SPECIFIC[kind], message, places, printed)


def _different(owned: list[StatedNumber]) -> bool:
    """Whether two papers of the number surely name different units; a look-alike may be one."""
    return any(
        names.compare(one.owner or "", other.owner or "") == "different"
        and not _one_of_several(one.owner or "", other.owner or "")
        for one, other in combinations(owned, 2)
    )


def _one_of_several(one: str, other: str) -> bool:
    """Whether one line names several owners, the other one of them among them."""
    short, long = sorted((names.normalise(one), names.normalise(other)), key=len)
    return short in long


def _all_allied(compared: Compared, places: list[int]) -> bool:
    """Whether the submissions are all of one consortium."""
    return all(compared.one_consortium(pair) for pair in combinations(places, 2))


def _units(compared: Compared, held: list[_Held]) -> str:
    return compared.listed(
        [place for place, _ in held], [compared.unit(place) for place, _ in held]
    )

"""Where a caption is printed: exactly, spread out over several lines, or with a misread letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from extractor.layout.characters import CLOSING, COLONS, OPENING, SEPARATORS, Characters

ALTERNATIVE = "/"
"""Between two captions of one value: 法定代表人/负责人."""

SURE = 0.97
"""A letter read with more confidence than this was not misread: the words differ."""


_LONGER = re.compile(rf"(?:名称|姓名|全称|或[一-龥]{{2,8}})(?:$|(?=[{COLONS}]))")
"""How a printed caption goes on that says the same: 委托单位名称, 申请人或专利权人."""

_SAME_AGAIN = re.compile(rf"(?:{_LONGER.pattern})|(?:[A-Z][a-z]+|of|and|the|[.&/])+")
"""The same of a cell, which may have the caption in English under it: 签发日期 Date of Issue."""


class Match(IntEnum):
    """How well a caption fits what is printed, best first."""

    EXACT = 0
    """The very words, and nothing but a value can follow."""
    RUN_ON = 1
    """The very words at the start of a line, other print following without a gap."""
    MISREAD = 2
    """All but one letter in four."""


@dataclass(frozen=True)
class Found:
    """A caption within a run of characters."""

    start: int
    stop: int
    """Behind the caption, its bracketed unit and its colon: where the value can begin."""
    match: Match
    caption: str
    bracket: tuple[int, int] | None = None
    """The characters inside the brackets that follow the caption."""
    colon: bool = False


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text as captions are compared: half-width, without spaces, colons and brackets' content.

    A text that is nothing but a bracket keeps it.
    """
    half = "".join(unicodedata.normalize("NFKC", text).split())
    kept, depth = [], 0
    for character in half:
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(character)
    return "".join(kept).strip(SEPARATORS + "*") or half


def misreads_allowed(caption: str) -> int:
    """One letter in four; a caption of two or three letters is read exactly or not at all."""
    return len(caption) // 4


def same_caption(printed: str, caption: str) -> Match | None:
    """How a whole cell or line, given as ``plain``, fits the caption; None where it does not."""
    wanted = plain(caption)
    if printed == wanted or wanted in printed.split(ALTERNATIVE):
        return Match.EXACT
    if printed.startswith(wanted) and _SAME_AGAIN.fullmatch(printed, len(wanted)):
        return Match.EXACT
    allowed = misreads_allowed(wanted)
    if not allowed or abs(len(printed) - len(wanted)) > (allowed if len(wanted) >= 6 else 0):
        return None
    if _digits(printed) != _digits(wanted):
        return None  # 2024 is not a misread 2025
    if Levenshtein.distance(printed, wanted, score_cutoff=allowed) > allowed:
        return None
    return Match.MISREAD


def find_captions(
    characters: Characters, captions: Iterable[str], *, misread: bool = True
) -> list[Found]:
    """Every place in the run where one of the captions starts, the longest where several do.

    A caption starts a line, or follows a separator or a wide gap; inside prose it is no caption.
    """
    wanted = _wanted(tuple(captions))
    found: list[Found] = []
    behind = 0
    for at, clear in characters.starts:
        if at < behind:
            continue
        here = _at(characters, at, wanted, misread)
        # Behind a comma or a space only a colon tells a caption from the words of a sentence.
        if here is not None and (clear or here.colon):
            found.append(here)
            behind = here.stop
    return found


@dataclass(frozen=True)
class _Wanted:
    """A caption ready to be looked for."""

    words: str
    caption: str
    digits: str
    misreads: int


@lru_cache(maxsize=1024)
def _wanted(captions: tuple[str, ...]) -> tuple[_Wanted, ...]:
    """The captions without repetition, the longest first."""
    words = {plain(caption): caption for caption in captions}
    return tuple(
        _Wanted(each, caption, _digits(each), misreads_allowed(each))
        for each, caption in sorted(words.items(), key=lambda item: -len(item[0]))
    )


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _at(characters: Characters, at: int, wanted: Sequence[_Wanted], misread: bool) -> Found | None:
    """The caption that starts here, an exact one before a misread one."""
    for each in wanted:
        if characters.text.startswith(each.words, at):
            return _followed(characters, at, at + len(each.words), each.caption, exact=True)
    for each in wanted if misread else ():
        stop = _misread_stop(characters, at, each)
        if stop is not None:
            found = _followed(characters, at, stop, each.caption, exact=False)
            if found is not None:
                return found
    return None


def _misread_stop(characters: Characters, at: int, wanted: _Wanted) -> int | None:
    """Where the caption ends if it starts here with a letter or two misread."""
    words, allowed = wanted.words, wanted.misreads
    if not allowed:
        return None
    spare = allowed if len(words) >= 6 else 0
    lengths = sorted(range(-spare, spare + 1), key=abs)
    for length in (len(words) + more for more in lengths):
        printed = characters.text[at : at + length]
        if len(printed) < length:
            continue
        if Levenshtein.distance(words, printed, score_cutoff=allowed) > allowed:
            continue
        if _digits(printed) != wanted.digits:
            continue
        if all(
            edit.tag == "delete" or characters.confidence_at(at + edit.dest_pos) < SURE
            for edit in Levenshtein.editops(words, printed)
        ):
            return at + length
    return None


def _behind_alternatives(characters: Characters, at: int) -> int:
    """The place behind further captions of the same value: 法定代表人/负责人."""
    text = characters.text
    if not text.startswith(ALTERNATIVE, at):
        return at
    stop = at + 1
    while stop < len(text) and text[stop] not in COLONS + OPENING:
        if characters.gap_before(stop):
            break
        if not ("一" <= text[stop] <= "鿿" or text[stop] == ALTERNATIVE):
            return at
        stop += 1
    return stop


def _followed(
    characters: Characters, start: int, stop: int, caption: str, *, exact: bool
) -> Found | None:
    """The caption with what follows it: brackets, a colon, a gap, or print that runs on."""
    text = characters.text
    bracket: tuple[int, int] | None = None
    at = _behind_alternatives(characters, stop)
    if at < len(text) and text[at] in OPENING:
        close = next((i for i in range(at, min(len(text), at + 60)) if text[i] in CLOSING), None)
        if close is not None:
            bracket = (at + 1, close)
            at = close + 1
    longer = _LONGER.match(text, at) if exact and bracket is None else None
    if longer is not None and not characters.gap_before(at):
        at = longer.end()
    colon = at < len(text) and text[at] in COLONS
    if colon:
        while at < len(text) and text[at] in COLONS:
            at += 1
    clear = colon or bracket is not None or at >= len(text) or characters.gap_before(at)
    if not exact:
        return Found(start, at, Match.MISREAD, caption, bracket, colon) if clear else None
    return Found(start, at, Match.EXACT if clear else Match.RUN_ON, caption, bracket, colon)

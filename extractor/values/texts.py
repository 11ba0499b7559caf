"""Words as printed, and the compact form that every parser of numbers reads."""

import re
import unicodedata
from functools import cache

from models.extraction import Text

_FULL_WIDTH = str.maketrans(
    {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code).isalnum()}
)
_SHAPED = ("<circle>", "<super>", "<sub>", "<fraction>", "<square>")
"""Compatibility forms that mean more than their letters: ① is not 1, m² is not m2."""


_CHINESE = re.compile(r"[一-鿿]")
_WORDS_BEFORE = re.compile(r"[一-鿿）)”’》」〕]")
_WIDE = str.maketrans(",;:?!", "，；：？！")
_OPENING = "(（[〔【"
_CLOSING = ")）]〕】"


def _with_chinese_punctuation(text: str) -> str:
    """Marks behind a Chinese character full-width, and brackets of a pair alike."""
    marks = list(text)
    opened: list[int] = []
    for at, mark in enumerate(text):
        behind_words = at > 0 and _WORDS_BEFORE.match(text[at - 1]) is not None
        if mark in ",;:?!" and behind_words:
            marks[at] = mark.translate(_WIDE)
        elif mark in _OPENING:
            opened.append(at)
        elif mark in _CLOSING and opened:
            first = opened.pop()
            inside = text[max(0, first - 1) : at + 2]
            marks[first], marks[at] = _pair(text[first], mark, inside)
    return "".join(marks)


def _pair(opening: str, closing: str, around: str) -> tuple[str, str]:
    """The two brackets as one kind: round ones wide beside Chinese, 〔〕 where either was read."""
    kinds = {"(": "(", "（": "(", ")": "(", "）": "(", "[": "[", "]": "[", "〔": "〔", "〕": "〔"}
    first, last = kinds.get(opening, opening), kinds.get(closing, closing)
    if "〔" in (first, last) and {first, last} <= {"[", "〔"}:
        return "〔", "〕"
    if first == last == "(":
        wide = opening == "（" or closing == "）" or _CHINESE.search(around) is not None
        return ("（", "）") if wide else ("(", ")")
    return opening, closing


@cache
def _unless_space(character: str) -> str:
    """The character, or nothing where it shows nothing."""
    shows = not character.isspace() and unicodedata.category(character) not in ("Cf", "Cc")
    return character if shows else ""


@cache
def _compacted(character: str) -> str:
    """What ``compact`` makes of one character; rules ask for the same few thousand again and again."""
    if unicodedata.decomposition(character).startswith(_SHAPED):
        return _unless_space(character)
    return _without_spaces(unicodedata.normalize("NFKC", _unless_space(character)))


def _without_spaces(text: str) -> str:
    return "".join(map(_unless_space, text))


def printed(text: str) -> str:
    """The words without spaces and breaks, letters and digits half-width, the rest as printed.

    Punctuation beside Chinese words is Chinese: a recogniser gives （ and (, ： and : at random.
    """
    plain = _with_chinese_punctuation(_without_spaces(text).translate(_FULL_WIDTH))
    # Old PDF fonts map 日 or 金 to the Kangxi radical that looks the same.
    return "".join(
        unicodedata.normalize("NFKC", character)
        if "⺀" <= character <= "⿟" or "豈" <= character <= "﫿"
        else character
        for character in plain
    )


def compact(text: str) -> str:
    """The text in NFKC without spaces; ①, ² and ㎡ stay, so that no digit comes out of them."""
    return "".join(map(_compacted, text))


_LEFT_OVER = re.compile(r"^[）)】』」》、，。；：,.;:_]+|_+$")
"""What a value can't begin with, as the end of the caption in 法定代表人（签字）; and a blank's line."""


def parse(text: str) -> Text | None:
    """The words as printed; None where nothing but punctuation stands."""
    words = _LEFT_OVER.sub("", printed(text))
    return Text(value=words) if re.search(r"\w", words) else None

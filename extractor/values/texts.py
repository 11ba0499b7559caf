"""Words as printed, and the compact form that every parser of numbers reads."""

import re
import unicodedata

from models.extraction import Text

_FULL_WIDTH = str.maketrans(
    {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code).isalnum()}
)
_SHAPED = ("<circle>", "<super>", "<sub>", "<fraction>", "<square>")
"""Compatibility forms that mean more than their letters: ① is not 1, m² is not m2."""


def _without_spaces(text: str) -> str:
    return "".join(
        character
        for character in text
        if not character.isspace() and unicodedata.category(character) not in ("Cf", "Cc")
    )


def printed(text: str) -> str:
    """The words without spaces and breaks, letters and digits half-width, the rest as printed."""
    plain = _without_spaces(text).translate(_FULL_WIDTH)
    # Old PDF fonts map 日 or 金 to the Kangxi radical that looks the same.
    return "".join(
        unicodedata.normalize("NFKC", character)
        if "⺀" <= character <= "⿟" or "豈" <= character <= "﫿"
        else character
        for character in plain
    )


def compact(text: str) -> str:
    """The text in NFKC without spaces; ①, ² and ㎡ stay, so that no digit comes out of them."""
    return "".join(
        character
        if unicodedata.decomposition(character).startswith(_SHAPED)
        else _without_spaces(unicodedata.normalize("NFKC", character))
        for character in _without_spaces(text)
    )


def parse(text: str) -> Text | None:
    """The words as printed; None where nothing but punctuation stands."""
    words = printed(text)
    return Text(value=words) if re.search(r"\w", words) else None

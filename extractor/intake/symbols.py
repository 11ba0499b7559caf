"""Checkboxes and ticks that fonts of pictures draw in place of letters."""

from __future__ import annotations

TICKED = "☑"
EMPTY = "□"

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: EMPTY, 0x70: EMPTY, 0x71: EMPTY, 0x72: EMPTY, 0xA8: EMPTY,
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: TICKED, 0x78: "☒", 0x76: "◆", 0xD8: "➢", 0x75: "◆",
    0xA1: "○", 0xB2: "◇", 0x9F: "•", 0xA7: "■", 0xE0: "→", 0xF0: "→",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: TICKED, 0x53: "☒", 0x54: "☒", 0x2A: EMPTY, 0x30: EMPTY,
    0xA2: "■", 0xA3: EMPTY, 0x97: "●", 0x98: "●", 0x81: "○",
}  # fmt: skip
_SYMBOL = {0xB7: "•", 0xD7: "×", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = 0xF000
"""Where fonts of pictures have their 256 signs in Unicode's private use area."""


def is_picture_font(font: str) -> bool:
    """Whether the font draws signs where text has letters."""
    return _table(font) is not None


def symbol(font: str, code: int) -> str | None:
    """The character that looks like sign number ``code`` of a font; None where it isn't known."""
    table = _table(font)
    if table is None:
        return None
    return table.get(code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code)


def _table(font: str) -> dict[int, str] | None:
    # Embedded fonts carry a tag before and a style after: ABCDEF+Wingdings2-Regular.
    plain = font.rpartition("+")[2].lower().replace(" ", "").replace("-", "")
    plain = plain.removesuffix("regular").removesuffix("mt")
    return _FONTS.get(plain)

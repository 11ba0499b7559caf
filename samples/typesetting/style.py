"""The look of one print: fonts, ink, rulings, tick boxes, drawn by chance from a seed."""

from __future__ import annotations

import random
from typing import Any

# Families found on ordinary machines, by the style of Chinese type they belong to; the first of
# each line comes with the package and is always there.
SONG = (
    "Noto Serif SC", "AR PL UMing", "AR PL UMing CN", "SimSun", "STSong", "FZShuSong-Z01", "Noto Serif CJK SC",
)  # fmt: skip
HEI = (
    "Noto Sans SC",
    "SimHei",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
)
KAI = ("KaiTi", "STKaiti", "LXGW WenKai", "AR PL UKai", "AR PL UKai CN", "FangSong")
LATIN = ("Times New Roman", "Liberation Serif", "Libertinus Serif", "Tinos", "DejaVu Serif")
LATIN_SANS = ("Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans SC")

TICKS: tuple[str | tuple[str, str], ...] = (
    ("☑", "□"), ("☑", "☐"), ("√", "□"), ("■", "□"), ("✓", "☐"), "drawn", "filled", "drawn",
)  # fmt: skip
INKS = ("#000000", "#111111", "#1c1c1c", "#2b2b2b", "#000000")


def style_of(chance: random.Random, families: frozenset[str]) -> dict[str, Any]:
    """Returns the style values that every template reads."""

    def one(names: tuple[str, ...]) -> str:
        found = [name for name in names if name in families]
        return chance.choice(found) if found else names[0]

    song = one(SONG)
    return {
        "song": song,
        "hei": one(HEI),
        "kai": one(KAI) if families & set(KAI) else song,
        # A Chinese font's own digits are as common as a western font's.
        "latin": chance.choice((song, one(LATIN))),
        "latin_sans": one(LATIN_SANS),
        "ink": chance.choice(INKS),
        "rule": chance.choice((0.4, 0.5, 0.6, 0.75, 1.0)),
        "tick": chance.choice(TICKS),
        "tick_gap": chance.choice((0.0, 0.1, 0.25)),
        "margin": round(chance.uniform(-6, 6), 1),
        "scale": chance.choice((0.95, 1.0, 1.0, 1.0, 1.03)),
        "leading": chance.choice((0.85, 1.0, 1.0, 1.15)),
        "coin": chance.random() < 0.5,
        "centred": chance.random() < 0.6,
        "chance": [round(chance.random(), 4) for _ in range(12)],
    }

"""One picture in the reports of several units (DUP-05)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from extractor.duplicates.compared import SHOWN, Compared
from extractor.duplicates.units import grouped
from models.duplicate import Duplicate, Printed, ShownPicture

_ALIKE = 51
"""Of 255 bits, for photographs. Scans of one differ in 3 % of them, pictures a telephone took of it
in 20 %; unlike ones in half, as if all bits were free, and never in less than 36 %. Of the 4.5 × 10⁸
pairs that 1,000 submissions of 30 pictures make, none is so near by chance."""
_ALIKE_DRAWN = 38
"""For drawings, which share their white paper: charts of one style with other data differ in 17 %
and more, scans of one chart in less than 5 %."""
_TELLING = 4
"""Lines read in a picture from which its print says whether it is the same."""
_AGREE = 0.6
"""Share of these lines that is read the same in both: legends and common captions are fewer."""

_Held = tuple[int, ShownPicture]
"""A submission and one of its pictures."""


def same_pictures(compared: Compared) -> Iterator[Duplicate]:
    """Pictures that units which have nothing to do with each other both show.

    One finding for all the pictures that the same submissions share.
    """
    held = [(place, each) for place, one in enumerate(compared.prints) for each in one.pictures]
    pairs = [
        (one, other)
        for one, other in _alike(held)
        if not compared.common_members((held[one][0], held[other][0]))
    ]
    shared: dict[tuple[int, ...], list[list[_Held]]] = {}
    for group in grouped(len(held), pairs):
        if len(group) > 1:
            same = [held[each] for each in group]
            places = tuple(sorted({place for place, _ in same}))
            shared.setdefault(places, []).append(same)
    for places, pictures in shared.items():
        printed = _printed(pictures)
        words = [f"{compared.unit(place)}{_pages(printed, place)}" for place in places]
        message = (
            f"不同单位的申报材料中有 {len(pictures)} 幅图片相同：{compared.listed(places, words)}，"
            "请核实是否各自的成果（引用公开图示的除外）"
        )
        yield compared.duplicate("DUP-05", message, places, printed)


def _alike(held: Sequence[_Held]) -> Iterator[tuple[int, int]]:
    """Every pair of pictures of different submissions that are one."""
    if not held:
        return
    submissions = np.array([place for place, _ in held])
    drawn = np.array([each.drawn for _, each in held])
    hashes = np.array(
        [np.frombuffer(bytes.fromhex(each.hash), np.uint64) for _, each in held], np.uint64
    )
    for one in range(len(held) - 1):
        differ = np.bitwise_count(hashes[one + 1 :] ^ hashes[one]).sum(axis=1)
        most = np.where(drawn[one + 1 :] | drawn[one], _ALIKE_DRAWN, _ALIKE)
        near = (differ <= most) & (submissions[one + 1 :] != submissions[one])
        for other in (one + 1 + np.flatnonzero(near)).tolist():
            if _print_agrees(held[one][1], held[other][1]):
                yield one, other


def _print_agrees(one: ShownPicture, other: ShownPicture) -> bool:
    """Whether what is read in both is the same; without print only photographs tell."""
    fewer, more = sorted((len(one.words), len(other.words)))
    if fewer < _TELLING:
        return not (one.drawn or other.drawn)
    return len(set(one.words) & set(other.words)) >= _AGREE * more


def _printed(pictures: Sequence[Sequence[_Held]]) -> list[tuple[int, Printed]]:
    """Where the pictures stand, each place once."""
    places = [(place, each.place) for same in pictures for place, each in same]
    return sorted(
        dict.fromkeys(places), key=lambda each: (each[0], each[1].file, each[1].page or 0)
    )


def _pages(printed: Sequence[tuple[int, Printed]], place: int) -> str:
    """The first pages of one submission on which they stand: （第 4、7 页）."""
    pages = list(dict.fromkeys(str(each.page) for at, each in printed if at == place))
    return f"（第 {'、'.join(pages[:SHOWN])} {'页等' if len(pages) > SHOWN else '页'}）"

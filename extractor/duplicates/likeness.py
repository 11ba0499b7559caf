"""How alike texts are: MinHash of their overlapping runs of characters, by datasketch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from datasketch import MinHash

from extractor.values.texts import compact

ALIKE = 0.6
"""Of two texts, the share of runs that both have: above it one was written from the other."""
_RUN = 5
"""Characters of a run: about two Chinese words."""
_FEWEST_RUNS = 200
"""Shorter texts are headings and phrases that every report has."""
_SEED = 20260403
_HASHES = 128
"""The share is told to within 0.04, one standard error."""
_NOT_WORDS = re.compile(r"[^一-鿿A-Za-z]")


def signature_of(text: str, names: Iterable[str] = ()) -> tuple[int, ...]:
    """The MinHash of a text's words, empty for a short one.

    Figures, marks and the given names are left out: who copies a report changes those.
    """
    plain = compact(text)
    for name in sorted((compact(each) for each in names), key=len, reverse=True):
        plain = plain.replace(name, "") if name else plain
    words = _NOT_WORDS.sub("", plain)
    runs = {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}
    if len(runs) < _FEWEST_RUNS:
        return ()
    sketch = MinHash(num_perm=_HASHES, seed=_SEED, scheme="affine32")
    sketch.update_batch([run.encode() for run in sorted(runs)])
    return tuple(int(value) for value in sketch.hashvalues)


def alike(signatures: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int, float]]:
    """Every pair of places whose texts are alike, with the share of runs they have in common."""
    places = [place for place, each in enumerate(signatures) if len(each) == _HASHES]
    if not places:
        return
    table = np.array([signatures[place] for place in places], dtype=np.uint32)
    for row, place in enumerate(places[:-1]):
        shares = (table[row + 1 :] == table[row]).mean(axis=1)
        for other in np.flatnonzero(shares > ALIKE):
            yield place, places[row + 1 + int(other)], float(shares[other])

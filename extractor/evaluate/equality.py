"""When a value as read is the value that stands on the paper.

Values are compared in the contract's canonical form. Two leniencies, and no more: full-width and
half-width punctuation are the same, （） and () among it; and a long text is right from 98 % of its
characters on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from models.frozen import Frozen
from models.report import Canonical

LONG_TEXT = 50
"""Characters from which a text is prose that a person reads and no rule compares: introductions,
business scopes, abilities. The longest names and addresses are shorter."""
LONG_TEXT_ACCURACY = 0.98

_SHIFT = ord("！") - ord("!")
_HALF_WIDTH = {code + _SHIFT: code for code in range(ord("!"), ord("~") + 1)} | str.maketrans(
    {"。": ".", "“": '"', "”": '"', "‘": "'", "’": "'"}
)

Record = Mapping[str, str | None]


class Agreement(Frozen):
    """How many single values agree; a plain value is one, a table one per cell."""

    right: int = 0
    unread: int = 0
    """Known to be there and not read: null where a value stands."""
    wrong: int = 0
    lost: int = 0
    """Cells of records that were not seen at all: nothing says that they are missing."""

    @property
    def flawless(self) -> bool:
        """Whether everything agrees."""
        return not (self.unread or self.wrong or self.lost)

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            right=self.right + other.right,
            unread=self.unread + other.unread,
            wrong=self.wrong + other.wrong,
            lost=self.lost + other.lost,
        )


def plain(text: str) -> str:
    """The text without spaces, its punctuation half-width."""
    return "".join(text.split()).translate(_HALF_WIDTH)


def character_accuracy(truth: str, read: str) -> float:
    """1 less the edits per character of the truth (1 - CER), not below 0."""
    if not plain(truth):
        return float(plain(truth) == plain(read))
    return max(0.0, 1 - Levenshtein.distance(plain(truth), plain(read)) / len(plain(truth)))


def is_long_text(truth: Canonical | None) -> bool:
    """Whether the value is prose."""
    return isinstance(truth, str) and len(truth) >= LONG_TEXT


def agreement(truth: Canonical | None, read: Canonical | None) -> Agreement:
    """How far the value as read is the truth."""
    if isinstance(truth, dict) and isinstance(read, dict):
        return _records_agree(truth, read)
    if _is_table(truth) and _is_table(read) and (truth or read):
        return _tables_agree(_records(truth), _records(read))
    if truth is None and read is None:
        return Agreement()
    if read is None:
        return Agreement(unread=_size(truth))
    return Agreement(right=1) if _same(truth, read) else Agreement(wrong=1)


def _same(truth: Canonical | None, read: Canonical | None) -> bool:
    if isinstance(truth, str) and isinstance(read, str):
        if is_long_text(truth):
            return character_accuracy(truth, read) >= LONG_TEXT_ACCURACY
        return plain(truth) == plain(read)
    if isinstance(truth, list) and isinstance(read, list) and len(truth) == len(read):
        return all(map(_same_entry, truth, read))
    return truth == read


def _same_entry(truth: object, read: object) -> bool:
    if isinstance(truth, str) and isinstance(read, str):
        return _same(truth, read)
    return truth == read


def _size(truth: Canonical | None) -> int:
    """How many single values the truth has; at least one, so that an unread value counts."""
    if isinstance(truth, dict):
        return max(1, _filled(truth))
    if _is_table(truth):
        return max(1, sum(map(_filled, _records(truth))))
    return 1


def _filled(record: Record) -> int:
    return sum(value is not None for value in record.values())


def _is_table(value: Canonical | None) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _records(value: Canonical | None) -> list[Record]:
    return [entry for entry in value or () if isinstance(entry, dict)]


def _records_agree(truth: Record, read: Record) -> Agreement:
    """Cell by cell; a cell that the truth has and the reading does not name is lost."""
    total = Agreement()
    for name in {**truth, **read}:
        expected, got = truth.get(name), read.get(name)
        if expected is None and got is None:
            continue
        if got is None:
            total += Agreement(unread=1) if name in read else Agreement(lost=1)
        else:
            total += Agreement(right=1) if _same(expected, got) else Agreement(wrong=1)
    return total


def _cells_right(truth: Record, read: Record) -> int:
    return sum(value is not None and _same(value, read.get(name)) for name, value in truth.items())


def _tables_agree(truth: Sequence[Record], read: Sequence[Record]) -> Agreement:
    """Record by record, aligned in order so that most cells agree."""
    pairs = dict(_aligned(truth, read))
    total = Agreement()
    for place, record in enumerate(truth):
        if place in pairs:
            total += _records_agree(record, read[pairs[place]])
        else:
            total += Agreement(lost=_filled(record))
    invented = set(range(len(read))) - set(pairs.values())
    return total + Agreement(wrong=sum(_filled(read[place]) for place in invented))


def _aligned(truth: Sequence[Record], read: Sequence[Record]) -> list[tuple[int, int]]:
    """Pairs of places in rising order that share the most right cells."""
    scores = [[_cells_right(mine, other) for other in read] for mine in truth]
    best = [[0] * (len(read) + 1) for _ in range(len(truth) + 1)]
    for i in reversed(range(len(truth))):
        for j in reversed(range(len(read))):
            paired = best[i + 1][j + 1] + scores[i][j]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(truth) and j < len(read):
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs

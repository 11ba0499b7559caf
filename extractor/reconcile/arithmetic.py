"""Sums of a sheet against its cells: which cell was probably misread, which cells are proved.

All functions are pure and know nothing of fields: a cell is a name and a Decimal.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from extractor.forms.identity import CENT, Cells, Identity

_MOST_MINUSES = 4
"""Amounts of a column that may have lost their minus; more would let wrong papers add up."""
_INDEPENDENT = 3
"""Equal amounts may carry the same misread digit; three different ones add up by no chance."""


@dataclass(frozen=True)
class Suspect:
    """A cell, what was read in it, and the one amount that would mend every sum it is in."""

    cell: str
    read: Decimal
    fits: Decimal
    broken: tuple[Identity, ...]
    """The identities that fail with the amount as read."""


def broken(identities: Sequence[Identity], cells: Cells) -> tuple[Identity, ...]:
    """The binding identities that the cells break; those that can't be worked out are not."""
    return tuple(each for each in identities if each.binding and each.holds(cells) is False)


def suspects(
    identities: Sequence[Identity],
    cells: Cells,
    *,
    unseen: Collection[str] = (),
    exact: Collection[str] = (),
) -> tuple[Suspect, ...]:
    """Every cell that one misreading explains all its broken identities with.

    Args:
        identities: what must hold; those that don't bind are passed over.
        cells: the amounts as read.
        unseen: cells taken for zero because nothing was read in them: any amount may stand there.
        exact: cells that were not read by OCR and so can't be misread.

    Returns:
        Nothing where every sum holds, and nothing where no single misreading explains a break:
        then the paper itself is wrong.
    """
    failing = broken(identities, cells)
    doubted = dict.fromkeys(cell for each in failing for cell in each.members(cells))
    found = []
    for cell in doubted:
        read = cells.get(cell)
        if read is None or cell in exact:
            continue
        touching = [each for each in identities if each.binding and cell in each.members(cells)]
        fits = _that_mends(touching, cells, cell, read)
        if fits is None or not (one_misreading(read, fits) or (cell in unseen and fits > 0)):
            continue
        own = tuple(each for each in failing if each in touching)
        found.append(Suspect(cell=cell, read=read, fits=fits, broken=own))
    explained = {identity.name for each in found for identity in each.broken}
    if any(each.name not in explained for each in failing):
        found.extend(_lost_minuses(identities, cells, failing, exact))
    return tuple(each for each in found if not _explained_better(each, found))


def _lost_minuses(
    identities: Sequence[Identity],
    cells: Cells,
    failing: Sequence[Identity],
    exact: Collection[str],
) -> list[Suspect]:
    """The few amounts that together need a minus for every sum to hold; none where two sets do.

    Small signs of one print are lost together: 营业利润, 利润总额 and 净利润 of a loss. The total of a
    sum that fails is among them; the amounts that make it up are seldom negative.
    """
    if len(failing) > _MOST_MINUSES:
        return []
    totals = {each.total for each in failing}
    binding = [each for each in identities if each.binding]
    held = (cell for each in failing for cell in each.members(cells))
    positive = [
        cell
        for cell in dict.fromkeys((*held, *(each.total for each in binding)))
        if cell not in exact and (cells.get(cell) or 0) > 0
    ]
    for count in range(2, _MOST_MINUSES + 1):
        sets = [
            chosen
            for chosen in combinations(positive, count)
            if totals.intersection(chosen)
            and _all_hold(
                (*failing, *binding),
                {**cells, **{cell: -(cells[cell] or Decimal(0)) for cell in chosen}},
            )
        ]
        if len(sets) == 1:
            return [_without_minus(cell, cells[cell], failing) for cell in sets[0]]
        if sets:
            return []
    return []


def _all_hold(identities: Sequence[Identity], cells: Cells) -> bool:
    return all(each.holds(cells) is not False for each in identities)


def _without_minus(cell: str, read: Decimal | None, failing: Sequence[Identity]) -> Suspect:
    amount = read or Decimal(0)
    return Suspect(cell=cell, read=amount, fits=-amount, broken=tuple(failing))


def _explained_better(suspect: Suspect, others: Sequence[Suspect]) -> bool:
    """Whether another cell mends all that this one mends, and more."""
    own = {each.name for each in suspect.broken}
    return any(own < {each.name for each in other.broken} for other in others)


def proved(
    identities: Sequence[Identity], cells: Cells, trusted: Collection[str]
) -> frozenset[str]:
    """The cells that a sum which holds shows to be read right.

    A sum of two equal amounts proves nothing by itself, because both may carry the same misread
    digit: then one of them must be trusted (or proved by another sum). The same goes for zeros.
    """
    holding = [
        (each.members(cells), [m for m in each.members(cells) if _matters(each, cells, m)])
        for each in identities
        if each.holds(cells)
    ]
    disputed = {cell for each in broken(identities, cells) for cell in each.members(cells)}
    found: set[str] = set()
    grown = True
    while grown:
        grown = False
        for members, held in holding:
            new = set(held) - found - disputed
            if new and _speaks(members, cells, found | set(trusted)):
                found |= new
                grown = True
    return frozenset(found)


def _matters(identity: Identity, cells: Cells, cell: str) -> bool:
    """Whether another amount in the cell would break the sum: below a floor of zero it would not."""
    read = cells[cell]
    if read is None:
        return False
    step = max(Decimal(1), identity.tolerance * 10)
    changed = (identity.holds({**cells, cell: read + way * step}) for way in (1, -1))
    return not any(changed)


def _speaks(members: Sequence[str], cells: Cells, sure: Collection[str]) -> bool:
    """Whether a sum that holds is more than a coincidence."""
    amounts = [cell for cell in members if cells[cell]]
    if len({cells[cell] for cell in amounts}) >= _INDEPENDENT:
        return True
    if amounts:
        return all(cell in sure for cell in amounts)
    return any(cell in sure for cell in members)


def _that_mends(
    touching: Sequence[Identity], cells: Cells, cell: str, read: Decimal
) -> Decimal | None:
    """The amount with which all identities hold that the cell is in, or None."""
    for identity in touching:
        fits = _solved(identity, cells, cell, read)
        if fits is None or fits == read:
            continue
        changed = {**cells, cell: fits}
        if all(each.holds(changed) is not False for each in touching):
            return fits
    return None


def _solved(identity: Identity, cells: Cells, cell: str, read: Decimal) -> Decimal | None:
    """The amount that makes the identity exact, by one step along its slope."""
    here = identity.difference(cells)
    there = identity.difference({**cells, cell: read + 1})
    if here is None or there is None or here == there:
        return None
    return (read - here / (there - here)).quantize(CENT)


def one_misreading(read: Decimal, fits: Decimal) -> bool:
    """Whether one lost, added or changed digit, a lost sign or a lost point explains it."""
    if read == -fits:
        return True
    if (read < 0) != (fits < 0) and fits != 0 and read != 0:
        return False
    one, other = _digits(read), _digits(fits)
    # 0.00 and 6.00 differ in one digit; so do 10 and 100 percent, whose zeros in front don't count.
    if 1 in (
        Levenshtein.distance(one, other),
        Levenshtein.distance(one.lstrip("0"), other.lstrip("0")),
    ):
        return True
    return fits * 100 == read or read * 100 == fits


def _digits(amount: Decimal) -> str:
    """The digits as they are printed with two decimals."""
    return f"{abs(amount):.2f}".replace(".", "")

"""Which edition of a sheet the printed words belong to."""

from __future__ import annotations

from extractor.forms.form import Edition, Form
from extractor.values.texts import compact

# A printed mark decides; a mark of another edition speaks against as loudly; a mark of its own
# that was not seen may have been misread, so it only breaks a tie; the fiscal year outweighs that,
# because an edition is never filed for other years, but not a mark that was read.
_OWN_MARK, _FOREIGN_MARK, _MARK_NOT_SEEN, _YEAR, _FORMULA = 10, -10, -3, 5, 1


def detect(form: Form, text: str, year: int | None = None) -> Edition | None:
    """The edition whose marks and printed formulas the text shows best.

    Args:
        form: the sheet.
        text: everything that was read on the sheet's pages, its cover excepted.
        year: the fiscal year of the sheet's period, where it was read.

    Returns:
        None where nothing points to an edition or two fit equally well.
    """
    plain = compact(text)
    scores = {edition.name: _score(form, edition, plain, year) for edition in form.editions}
    best = max(scores.values())
    winners = [edition for edition in form.editions if scores[edition.name] == best]
    return winners[0] if best > 0 and len(winners) == 1 else None


def _score(form: Form, edition: Edition, plain: str, year: int | None) -> int:
    own = {compact(mark) for mark in edition.marks}
    every = {compact(mark) for each in form.editions for mark in each.marks}
    seen = {mark for mark in every if mark in plain}
    formulas = {compact(row.formula) for row in edition.rows if row.formula}
    return (
        _OWN_MARK * len(own & seen)
        + _FOREIGN_MARK * len(seen - own)
        + _MARK_NOT_SEEN * len(own - seen)
        + (_YEAR if year is not None and edition.covers(year) else 0)
        + _FORMULA * sum(formula in plain for formula in formulas)
    )

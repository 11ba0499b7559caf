"""The head of an annual return: its sheets print none where the cover states it for all of them.

The published sheets A100000 and A107012 begin with their title and their rows; taxpayer and period
stand on the cover that is filed with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.extraction import Extraction, Field

Places = Sequence[tuple[int, int]]
"""(file, page) of each page of a document."""

_SHEETS = ("a100000", "a107012")
_COVER = "cit_other"
_HEAD = ("taxpayer_id", "taxpayer_name", "period_start", "period_end")


def with_return_heads(
    extractions: Sequence[Extraction], places: Mapping[str, Places]
) -> tuple[Extraction, ...]:
    """The extractions, sheets without any head of their own taking that of their return's cover.

    A cover heads the sheets of its own file up to the next cover, as long as no page of another
    document lies between: a return that was taken apart states nothing about a loose sheet.

    Args:
        extractions: all of the submission's.
        places: the pages of each document, by its id.
    """
    covers = _covers(extractions, places)
    return tuple(
        _headed(each, covers.get(each.document), places.get(each.document, ()))
        for each in extractions
    )


def _covers(
    extractions: Sequence[Extraction], places: Mapping[str, Places]
) -> Mapping[str, Extraction]:
    """Id of a sheet → its return's cover."""
    in_order = sorted(
        ((min(places[each.document]), each) for each in extractions if places.get(each.document)),
        key=lambda found: found[0],
    )
    found: dict[str, Extraction] = {}
    cover: Extraction | None = None
    file = -1
    for place, extraction in in_order:
        if place[0] != file or extraction.kind not in (*_SHEETS, _COVER):
            cover = None
        file = place[0]
        if extraction.kind == _COVER:
            cover = extraction if extraction.period is not None else cover
        elif cover is not None:
            found[extraction.document] = cover
    return found


def _headed(sheet: Extraction, cover: Extraction | None, pages: Places) -> Extraction:
    if cover is None or any(_is_own(sheet.field(name), pages) for name in _HEAD):
        return sheet
    changed = {}
    for name in _HEAD:
        own, above = sheet.field(name), cover.field(name)
        # What a person stated stands.
        if own is not None and above is not None and own.machine is None:
            changed[own.key] = above.model_copy(
                update={"key": own.key, "label": own.label, "machine": None}
            )
    headed = sheet.with_fields(changed)
    return headed.model_copy(update={"entity": cover.entity, "period": cover.period})


def _is_own(field: Field | None, pages: Places) -> bool:
    """Whether the sheet itself prints it; a head taken from the cover before is not its own."""
    return field is not None and any((each.file, each.page) in pages for each in field.evidence)

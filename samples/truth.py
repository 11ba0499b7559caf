"""What a reader must find: every field's canonical value with its place, every seal, every finding.

``<name>.truth.json``::

    {"schema": "heyan.truth/1", "name", "seed", "difficulty", "submitted_on",
     "files": ["submission.pdf", "申报书.docx"],
     "pages": [{"file": 0, "number", "sheet", "kind", "document", "turned", "printed_number",
                "seals": [{"role", "text", "shape", "box", "whole"}], "signature": box or null}],
     "documents": [{"id", "kind", "pages": [{"file", "number"}],
                    "fields": [{"key", "kind", "value",
                                "evidence": [{"file", "page", "box"}]}]}],
     "plantings": [names],
     "findings": {"must": [{"rule", "outcomes"}], "must_not": [rules], "may": [rules]}}

A ``must`` rule has to end in one of its outcomes; a ``must_not`` rule must end in neither ``failed``
nor ``missing``; a ``may`` rule is touched by what was planted and may say anything. ``kind`` of a
page is the contract's; the audit firm's licence belongs to the report that it is attached to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samples.case import Case, Sheet
from samples.form_display import PARTS
from samples.printing import Paper
from samples.scanning import Scan
from samples.sheets import DOCUMENT_OF
from samples.stated import stated

_NUMBERS = re.compile(r"\[\s+-?[\d.]+(?:,\s+-?[\d.]+)*\s+\]")

Places = dict[str, list[dict[str, Any]]]
"""Mark key → where it stands."""


@dataclass(frozen=True)
class Expected:
    """What the rules must and must not say."""

    plantings: tuple[str, ...] = ()
    must: tuple[tuple[str, tuple[str, ...]], ...] = ()
    must_not: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


BOUND = ("submission.pdf", "申报书.docx")
"""The files of a bound submission."""


def truth_of(
    case: Case,
    scans: Sequence[Scan],
    difficulty: int,
    expected: Expected,
    files: Sequence[str] = BOUND,
    places: Sequence[tuple[int, int]] | None = None,
) -> Any:
    """The truth of a submission, ready for JSON.

    ``places`` says in which file and on which page of it each scan lies; None has them all in the
    first, one after the other.
    """
    places = places or [(0, number) for number in range(1, len(scans) + 1)]
    names = _document_names([scan.paper.sheet for scan in scans])
    return {
        "schema": "heyan.truth/1",
        "name": case.name,
        "seed": case.seed,
        "difficulty": difficulty,
        "submitted_on": case.submitted_on.isoformat(),
        "files": list(files),
        "pages": [_page(scan, place, names) for scan, place in zip(scans, places, strict=True)],
        "documents": _documents(case, scans, places, names),
        "plantings": list(expected.plantings),
        "findings": {
            "must": [{"rule": rule, "outcomes": list(outs)} for rule, outs in expected.must],
            "must_not": list(expected.must_not),
            "may": list(expected.may),
        },
    }


def written(truth: Any) -> str:
    """The truth as JSON of which a change shows line by line; a box stands on one line."""
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    return _NUMBERS.sub(lambda found: " ".join(found[0].split()), text) + "\n"


def _page(scan: Scan, place: tuple[int, int], names: Mapping[Sheet, str]) -> dict[str, Any]:
    """What is on one page."""
    paper = scan.paper
    kind = DOCUMENT_OF[paper.sheet.kind]
    return {
        "file": place[0],
        "number": place[1],
        "sheet": paper.sheet.kind,
        "kind": kind,
        "document": names[paper.sheet],
        "turned": paper.turned,
        "printed_number": paper.printed_number,
        "seals": [
            {
                "role": seal.role,
                "text": seal.text,
                "shape": seal.shape,
                "box": _box(seal.box),
                "whole": seal.whole,
            }
            for seal in paper.seals
        ],
        "signature": _box(paper.signature) if paper.signature else None,
    }


def _documents(
    case: Case,
    scans: Sequence[Scan],
    places: Sequence[tuple[int, int]],
    names: Mapping[Sheet, str],
) -> list[dict[str, Any]]:
    """Every document with its pages and fields; contents and blank pages are none."""
    documents: dict[str, dict[str, Any]] = {}
    marks: dict[str, Places] = {}
    for place, scan in zip(places, scans, strict=True):
        paper = scan.paper
        kind, name = DOCUMENT_OF[paper.sheet.kind], names[paper.sheet]
        if kind == "other":
            continue
        document = documents.setdefault(name, {"id": name, "kind": kind, "pages": [], "fields": []})
        document["pages"].append({"file": place[0], "number": place[1]})
        if paper.sheet.kind != "firm_licence":
            _note_marks(marks.setdefault(name, {}), paper, place)
    for sheet, name in names.items():
        if name in documents and sheet.kind != "firm_licence":
            document = documents[name]
            document["fields"] += _fields(document["kind"], case, sheet, marks.get(name, {}))
    form = documents.get("application_form-1")
    if form is not None:
        seen = [PARTS[sheet.kind] for sheet in names if sheet.kind in PARTS]
        part = {"key": "application_form.part", "kind": "choices", "value": seen, "evidence": []}
        form["fields"].insert(0, part)
    return list(documents.values())


def _note_marks(places: Places, paper: Paper, page: tuple[int, int]) -> None:
    """Adds the page's marks; the signature shows that somebody signed, and who."""
    signed = ("commitment.signed", "commitment.legal_representative")
    written = [(key, paper.signature) for key in signed if paper.signature]
    for key, box in [*written, *((mark.key, mark.box) for mark in paper.marks)]:
        places.setdefault(key, []).append({"file": page[0], "page": page[1], "box": _box(box)})


def _document_names(sheets: Sequence[Sheet]) -> dict[Sheet, str]:
    """Each sheet's document: the kind and a running number; the form's sheets share one."""
    names: dict[Sheet, str] = {}
    counts: dict[str, int] = {}
    for sheet in sheets:
        if sheet in names:
            continue
        kind = DOCUMENT_OF[sheet.kind]
        if kind == "application_form" or sheet.kind == "firm_licence":
            names[sheet] = f"{kind}-1"
            continue
        counts[kind] = counts.get(kind, 0) + 1
        names[sheet] = f"{kind}-{counts[kind]}"
    return names


def _fields(kind: str, case: Case, sheet: Sheet, marks: Places) -> list[dict[str, Any]]:
    """What the sheet states; a field with parts (rows, items) has its parts' places as well."""
    fields = []
    for key, (value_kind, value) in stated(case, sheet).items():
        full = f"{kind}.{key}"
        parts = {
            marked.removeprefix(full): places
            for marked, places in marks.items()
            if marked.startswith((f"{full}[", f"{full}."))
        }
        own = marks.get(_marked_as(full, case), [])
        evidence = [*own, *(place for places in parts.values() for place in places)]
        field = {"key": full, "kind": value_kind, "value": value, "evidence": evidence}
        fields.append({**field, "parts": parts} if parts else field)
    return fields


_SAME_PLACE: Mapping[str, str] = {
    "a100000.revenue": "a100000.rows.1",
    "a100000.rd_expense": "a100000.rows.6",
    "a100000.super_deduction": "a100000.rows.22.1",
}
"""Key → the mark it is read from, where it has none of its own."""


def _marked_as(key: str, case: Case) -> str:
    if key == "a100000.total_profit":
        return "a100000.rows.18" if case.a100000.edition == "2025" else "a100000.rows.13"
    return _SAME_PLACE.get(key, key)


def _box(box: tuple[float, float, float, float]) -> list[float]:
    return [round(float(edge), 5) for edge in box]

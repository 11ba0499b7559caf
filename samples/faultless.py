"""A submission as a reader without a single misreading would hand it to the rules.

It shows, without pixels and engines, that what is planted is what the rules find.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from extractor.documents.catalogue import kinds
from extractor.documents.kind import Kind
from models.document import BoundingBox, DocumentKind, Page, Seal, Source, TextLine
from models.extraction import (
    Amount,
    Choice,
    Choices,
    Count,
    Day,
    DocumentSummary,
    Evidence,
    Extraction,
    Field,
    Identifier,
    Month,
    Number,
    NumberedAmounts,
    PageKind,
    Ratio,
    Rows,
    SourceFile,
    Submission,
    Text,
    TextList,
    Value,
)
from samples.canonical import Value as Stated
from samples.case import Case, Sheet
from samples.contents import contents
from samples.display import display
from samples.form_display import PARTS
from samples.printing import CERTIFICATES, face_of
from samples.sheets import DOCUMENT_OF
from samples.stated import stated

_WHOLE = BoundingBox(left=0.1, top=0.1, right=0.9, bottom=0.9)

_ROLES: Mapping[str, tuple[str, ...]] = {
    "cover": ("applicant", "recommender"),
    "office_paper": ("recommender",),
    "business_licence": ("registry", "applicant"),
    "tax_certificate": ("tax_office", "applicant"),
    "audit_report": ("firm", "cpa1", "cpa2", "applicant"),
    "special_audit_report": ("firm", "cpa1", "cpa2", "applicant"),
    **dict.fromkeys(CERTIFICATES, ("authority", "applicant")),
}
"""Kind of sheet → the seals on it; the others have the applicant's."""


def submission_of(case: Case) -> Submission:
    """The case as read without a fault; every sheet counts as one page."""
    groups: dict[str, list[Sheet]] = {}
    pages: list[PageKind] = []
    places: dict[str, list[tuple[int, int]]] = {}
    for number, sheet in enumerate(case.bundle, start=1):
        kind = DOCUMENT_OF[sheet.kind]
        name = f"{kind}-{sheet.index + 1}" if kind != "other" else f"{kind}-{number}"
        # Of papers that are no document the seals are told by the page alone.
        seals = tuple(_seals(case, sheet)) if sheet.kind == "office_paper" else ()
        pages.append(_page(number, kind, _printed(case, sheet), seals))
        groups.setdefault(name, []).append(sheet)
        places.setdefault(name, []).append((0, number))
    groups["application_form-2"] = [Sheet(kind) for kind in PARTS]
    places["application_form-2"] = [(1, 1)]
    return Submission(
        name=case.name,
        submitted_on=case.submitted_on,
        files=(
            SourceFile(name="submission.pdf", sha256="", media_type="application/pdf", pages=1),
            SourceFile(name="申报书.docx", sha256="", media_type="application/msword", pages=1),
        ),
        pages=tuple(pages),
        documents=tuple(_summary(name, group, places[name]) for name, group in groups.items()),
        extractions=tuple(
            _extraction(case, name, group, places[name])
            for name, group in groups.items()
            if not name.startswith("other")
        ),
    )


def _page(number: int, kind: str, lines: tuple[TextLine, ...], seals: tuple[Seal, ...]) -> PageKind:
    page = Page(file=0, number=number, width=1654, height=2339, lines=lines, seals=seals)
    return PageKind(page=page, kind=_kind(kind), confidence=1.0)


def _printed(case: Case, sheet: Sheet) -> tuple[TextLine, ...]:
    """The lines of the sheet, without the words that its form prints on every one of its kind."""
    if sheet.kind == "toc":
        starts = {sheet: number for number, sheet in enumerate(case.bundle, start=1)}
        entries = contents(case, starts)["entries"]
        words = ["目录", *(f"{entry['title']}……{entry['page']}" for entry in entries)]
    else:
        words = list(_strings(display(case, sheet.kind, sheet.index)))
    step = min(0.03, 0.9 / max(len(words), 1))
    return tuple(
        TextLine(
            text=text,
            box=BoundingBox(left=0.1, top=step * row, right=0.9, bottom=step * (row + 0.6)),
            confidence=1.0,
        )
        for row, text in enumerate(words, start=1)
    )


def _strings(value: Any) -> Iterator[str]:
    """Every text in what a sheet is set from, in order."""
    match value:
        case str():
            yield from (value,) if value and not value.startswith("http") else ()
        case Mapping():
            for each in value.values():
                yield from _strings(each)
        case list() | tuple():
            for each in value:
                yield from _strings(each)


def _kind(name: str) -> DocumentKind:
    return name  # type: ignore[return-value]


def _summary(name: str, group: list[Sheet], places: list[tuple[int, int]]) -> DocumentSummary:
    kind = DOCUMENT_OF[group[0].kind]
    return DocumentSummary(id=name, kind=_kind(kind), title=kind, pages=tuple(places))


def _extraction(
    case: Case, name: str, group: list[Sheet], places: list[tuple[int, int]]
) -> Extraction:
    """All that the sheets of one document state, and their seals."""
    kind = DOCUMENT_OF[group[0].kind]
    described = next((each for each in kinds() if each.kind == kind), None)
    word = places[0][0] == 1
    facts = case if not word else case.of_word()
    step = _step(facts, kind)
    fields: dict[str, Field] = {}
    if kind == "application_form":
        parts = [PARTS[sheet.kind] for sheet in group]
        fields["part"] = _field(kind, "part", ("choices", parts), described, places[0], word, step)
    for sheet, place in zip(group, places * len(group), strict=False):
        for key, value in _said(facts, sheet).items():
            fields[key] = _field(kind, key, value, described, place, word, step)
    if fields.get("consortium_members") is not None:
        words = {"text": facts.application.consortium_text}
        fields["consortium_members"] = fields["consortium_members"].model_copy(update=words)
    for spec in described.fields if described else ():
        absent = Field(key=f"{kind}.{spec.name}", label=spec.label, kind=spec.kind)
        fields.setdefault(spec.name, absent)
    about = described.about(fields) if described else None
    seals = () if word else tuple(seal for sheet in group for seal in _seals(case, sheet))
    return Extraction(
        document=name,
        kind=_kind(kind),
        entity=about.entity if about else None,
        period=about.period if about else None,
        scope=about.scope if about else None,
        fields=tuple(fields.values()),
        seals=seals,
        seal_evidence=tuple(_evidence(places[0], seal.text, "seal") for seal in seals),
    )


def _step(case: Case, kind: str) -> Decimal:
    """The smallest amount the document's print can show, in 元."""
    if kind == "application_form":
        return Decimal(10_000).scaleb(-case.application.decimals)
    unit = {"audit_report": case.audit.unit, "special_audit_report": case.special.unit}.get(kind)
    return Decimal(100) if unit == "万元" else Decimal("0.01")


def _said(case: Case, sheet: Sheet) -> Mapping[str, Stated]:
    if sheet.kind == "firm_licence":
        return {}
    facts = case.facts(sheet)
    also: dict[str, Stated] = {}
    if sheet.kind == "credit_report":
        also["status"] = ("text", facts.credit.status)
    if sheet.kind == "rd_report":
        report = facts.rd_report
        also["staff_total"] = ("count", str(report.staff_total))
        also["rd_staff"] = ("count", str(report.rd_staff))
    return {**stated(case, sheet), **also}


def _seals(case: Case, sheet: Sheet) -> list[Seal]:
    seals = []
    for role in _ROLES.get(sheet.kind, ("applicant",)):
        face = face_of(case, sheet, role)
        if face is not None and face.text and (sheet.kind, role) not in case.left_out:
            text = face.text + face.centre
            seals.append(
                Seal(text=text, box=_WHOLE, confidence=1.0, certain=True, shape=face.shape)
            )
    return seals


def _field(
    kind: str,
    key: str,
    value: Stated,
    described: Kind | None,
    place: tuple[int, int],
    word: bool,
    step: Decimal,
) -> Field:
    """The field with its value sure; one that is not on the page is missing."""
    specs = {spec.name: spec for spec in described.fields} if described else {}
    label = specs[key].label if key in specs else key
    typed = _typed(key, *value, step)
    source: Source = "word" if word else "ocr"
    return Field(
        key=f"{kind}.{key}",
        label=label,
        kind=typed.kind if typed is not None else specs[key].kind if key in specs else "text",
        value=typed,
        text=str(value[1] or ""),
        confidence=0.0 if typed is None else 1.0,
        status="missing" if typed is None else "sure",
        evidence=() if typed is None else (_evidence(place, str(value[1]), source),),
    )


def _evidence(place: tuple[int, int], text: str, source: Source) -> Evidence:
    return Evidence(file=place[0], page=place[1], box=_WHOLE, text=text, source=source)


def _typed(key: str, kind: str, value: Any, step: Decimal) -> Value | None:
    """The typed value of a canonical one; ``step`` is the smallest its print can show, in 元."""
    if value is None:
        return None
    if key == "rows":
        return NumberedAmounts(amounts={no: _cell(no, text) for no, text in value.items()})
    if kind == "rows":
        return Rows(records=tuple(_record(record, step) for record in value))
    plain: Mapping[str, Any] = {
        "amount": lambda: Amount(value=Decimal(value), step=step),
        "count": lambda: Count(value=int(value)),
        "ratio": lambda: Ratio(value=Decimal(value)),
        "decimal": lambda: Number(value=Decimal(value)),
        "day": lambda: Day(value=None if value == "长期" else date.fromisoformat(value)),
        "month": lambda: Month(year=int(value[:4]), month=int(value[5:])),
        "identifier": lambda: Identifier(value=value),
        "choice": lambda: Choice(value=value),
        "choices": lambda: Choices(values=tuple(value)),
        "list": lambda: TextList(values=tuple(value)),
        "text": lambda: Text(value=value),
    }
    made: Value = plain[kind]()
    return made


def _cell(number: str, text: str) -> Amount | Ratio:
    rate = number in {"24", "29"} and text == "25"
    return Ratio(value=Decimal(text)) if rate else Amount(value=Decimal(text))


def _record(record: Mapping[str, str], step: Decimal) -> dict[str, Any]:
    """A record with typed cells, by the contract's names of them."""
    typed: dict[str, Any] = {}
    for name, text in record.items():
        if name in {"amount", "current", "prior"}:
            typed[name] = Amount(value=Decimal(text), step=step)
        elif name in {"period_start", "period_end", "paid_on", "decided_on"}:
            typed[name] = Day(value=date.fromisoformat(text))
        else:
            typed[name] = Text(value=text)
    return typed

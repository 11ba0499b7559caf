"""A document as seen becomes what it states."""

from collections.abc import Callable, Mapping
from functools import reduce

from extractor.documents.kind import Kind
from extractor.reconcile.certainty import judged
from models.document import Document
from models.extraction import Evidence, Extraction, Field


def extraction_of(
    document: Document, kind: Kind, by_people: Callable[[Field], Field] = lambda field: field
) -> Extraction:
    """Every field of the kind, with entity and period, after the kind's own arithmetic.

    ``by_people`` puts what people stated in the place of what was read: the arithmetic weighs it
    like print and never changes it.
    """
    fields = {name: by_people(field) for name, field in _fields(document, kind).items()}
    about = kind.about(fields)
    seals = [(page, seal) for page in document.pages for seal in page.seals]
    stated = Extraction(
        document=document.id,
        kind=kind.kind,
        entity=about.entity,
        period=about.period,
        scope=about.scope,
        fields=tuple(fields[spec.name] for spec in kind.fields),
        seals=tuple(seal for _, seal in seals),
        seal_evidence=tuple(
            Evidence(
                file=page.file,
                page=page.number,
                box=page.on_upright(seal.box),
                text=seal.text,
                confidence=seal.confidence,
                source="seal",
            )
            for page, seal in seals
        ),
    )
    checked = reduce(lambda before, check: check(before), kind.reconcile, stated)
    return checked.with_fields(
        {field.key: field for field in fields.values() if field.machine is not None}
    )


def _fields(document: Document, kind: Kind) -> Mapping[str, Field]:
    """Name → field, in the order of the specs; what the kind reads itself comes first."""
    own = kind.read(document)
    unknown = own.keys() - {spec.name for spec in kind.fields}
    if unknown:
        raise KeyError(f"{kind.kind} reads fields it does not declare: {sorted(unknown)}")
    fields = {}
    for spec in kind.fields:
        if spec.name in own:
            fields[spec.name] = own[spec.name]
            continue
        key = f"{kind.kind}.{spec.name}"
        if spec.find is None or spec.parse is None:
            fields[spec.name] = Field(key=key, label=spec.label, kind=spec.kind)
        else:
            passage = spec.find(document)
            fields[spec.name] = judged(key, spec.label, spec.kind, passage, spec.parse)
    return fields

"""Pictures of licences beside their labels: what a real camera and a real scanner do to reading.

Every labelled picture is read as a licence, whatever kind it is recognised as, so that the fields
say how well values are found and the pages how well the kind is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePath
from time import perf_counter

from extractor.documents.catalogue import kinds
from extractor.documents.extracting import extraction_of
from extractor.documents.kind import Kind
from extractor.evaluate.counting import count
from extractor.evaluate.equality import character_accuracy
from extractor.evaluate.evaluation import Evaluation, Timing, speed_of
from extractor.evaluate.fields import compare_documents
from extractor.evaluate.labels import LABELLED, Labelled, LabelledField, read_labels
from extractor.evaluate.machine import this_machine
from extractor.evaluate.memory import peak_memory
from extractor.evaluate.results import Comparison, FieldResult, PageResult
from extractor.evaluate.running import reading_samples
from extractor.evaluate.truth import TrueDocument, TrueField, TruePageNumber, TruePlace
from extractor.pipeline import Progress
from extractor.recognise.pages import recognise_pages
from extractor.settings import Settings
from models.document import Document, Page
from models.errors import DamagedFile
from models.report import (
    Box,
    ReportDocument,
    ReportField,
    ReportPageNumber,
    report_field,
)

PICTURES, LABELS = "images", "labels"
_KIND = "business_licence"


def evaluate_licences(
    folder: Path, settings: Settings, progress: Progress, record: bool = False
) -> Evaluation:
    """The pictures under ``images`` against the files of their name under ``labels``.

    ``record`` keeps what was read beside ``images``.

    Raises:
        DamagedFile: where no picture has labels.
    """
    with reading_samples(settings, progress, record) as read_sample, peak_memory() as peak:
        reading = read_sample(folder / PICTURES)
    started = perf_counter()
    labels = {path.stem: path for path in (folder / LABELS).glob("*.tsv")}
    stems = {number: PurePath(file.name).stem for number, file in enumerate(reading.files)}
    comparisons = tuple(
        _compared(stems[page.file], page, read_labels(labels[stems[page.file]]))
        for page in reading.pages
        if stems[page.file] in labels
    )
    if not comparisons:
        raise DamagedFile("没有带标注的图片：应有 images/*.jpg 和同名的 labels/*.tsv", str(folder))
    timing = Timing(
        name=folder.name,
        pages=len(reading.pages),
        stages=reading.seconds,
        elapsed=reading.elapsed,
        extract=perf_counter() - started,
        verify=0.0,
    )
    replayed = settings.engine == "recorded"
    return Evaluation(
        what="licences",
        made_on=date.today().isoformat(),
        engine=reading.engine,
        machine=this_machine(),
        counts=count(comparisons),
        speed=speed_of((timing,), None if replayed else peak.bytes, settings.workers, replayed),
        timings=(timing,),
        submissions=comparisons,
    )


def _compared(name: str, page: Page, labels: Mapping[str, Labelled]) -> Comparison:
    """One picture beside its labels."""
    kind = next(kind for kind in kinds() if kind.kind == _KIND)
    recognised = recognise_pages([page], [each.marks for each in kinds()])[0]
    truth = _truth(name, page, labels)
    fields, found, _ = compare_documents([_read(name, page, kind)], [truth], {page.file: 0})
    return Comparison(
        name=name,
        seed=None,
        difficulty=None,
        plantings=(),
        documents=1,
        documents_found=found,
        fields=tuple(_with_characters(field, labels) for field in fields),
        extra_documents=(),
        pages=(
            PageResult(
                file=0,
                number=page.number,
                sheet=_KIND,
                expected_kind=_KIND,
                kind=recognised.kind,
                confidence=recognised.confidence,
                expected_turn=None,
                turn=page.turned,
            ),
        ),
        seals=(),
        extra_seals=(),
        rules=(),
        verdict="",
    )


def _truth(name: str, page: Page, labels: Mapping[str, Labelled]) -> TrueDocument:
    """The labels that can be used; of a code that is none the truth is that there is none."""
    fields = []
    for field in LABELLED:
        labelled = labels.get(field.label)
        value = None if labelled is None else field.compared(labelled.text)
        if labelled is None or (value is None and field.name != "uscc"):
            continue
        box = TruePlace(file=0, page=page.number, box=_fractions(labelled.box, page))
        fields.append(TrueField(key=_key(field), kind=field.kind, value=value, evidence=(box,)))
    pages = (TruePageNumber(file=0, number=page.number),)
    return TrueDocument(id=name, kind=_KIND, pages=pages, fields=tuple(fields))


def _read(name: str, page: Page, kind: Kind) -> ReportDocument:
    """What the page states as a licence, each value in the form in which it is compared."""
    document = Document(id=name, kind=_KIND, title=kind.title, pages=(page,))
    compared = {_key(field): field for field in LABELLED}
    return ReportDocument(
        id=name,
        kind=_KIND,
        title=kind.title,
        pages=[ReportPageNumber(file=page.file, number=page.number)],
        fields=[
            _in_compared_form(report_field(field), compared[field.key])
            for field in extraction_of(document, kind).fields
            if field.key in compared
        ],
    )


def _in_compared_form(field: ReportField, compared: LabelledField) -> ReportField:
    """Texts and terms as labels are compared; typed values have one form already."""
    if not isinstance(field.value, str) or compared.kind not in ("text", "identifier"):
        return field
    return field.model_copy(update={"value": compared.compared(field.value) or field.value})


def _with_characters(field: FieldResult, labels: Mapping[str, Labelled]) -> FieldResult:
    """The field with how many characters of its text agree, where it is a text."""
    spec = next(each for each in LABELLED if _key(each) == field.key)
    if spec.kind != "text":
        return field
    accuracy = character_accuracy(labels[spec.label].text, field.text)
    return field.model_copy(update={"character_accuracy": accuracy})


def _key(field: LabelledField) -> str:
    return f"{_KIND}.{field.name}"


def _fractions(box: Box, page: Page) -> Box:
    """The box in fractions of the picture; labels are of the picture as it came."""
    left, top, right, bottom = box
    return left / page.width, top / page.height, right / page.width, bottom / page.height

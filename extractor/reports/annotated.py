"""The original with boxes and notes on it, as PDF annotations that any reader shows and removes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageSequence

from extractor.reports.opinion import OPEN
from extractor.reports.summary import ordered_findings, shown
from extractor.reports.wording import OUTCOMES, VERDICTS
from models.errors import DamagedFile, PasswordRequired
from models.finding import Outcome
from models.report import Box, Report

_COLOURS: dict[Outcome, tuple[float, float, float]] = {
    "failed": (0.80, 0.12, 0.16),
    "missing": (0.55, 0.20, 0.60),
    "doubtful": (0.85, 0.55, 0.00),
    "unreadable": (0.85, 0.55, 0.00),
    "not_comparable": (0.10, 0.45, 0.70),
}
_BY_PERSON = (0.10, 0.35, 0.75)
_AUTHOR = "heyan 核验"
_MARGIN = 2.0
"""Points between the print and the box around it."""
_NOTE_SIZE = 18.0
_IMAGE_DPI = 200.0


@dataclass(frozen=True)
class Remark:
    """Words at a place of a page; without a box they stand at its corner."""

    file: int
    page: int
    box: Box | None
    text: str
    colour: tuple[float, float, float] = _BY_PERSON


@dataclass(frozen=True)
class Original:
    """A file of the submission, in the report's order."""

    path: Path
    media_type: str


def write_annotated(
    report: Report, originals: Sequence[Original], path: Path, notes: Iterable[Remark] = ()
) -> None:
    """Writes all PDFs and images of the submission as one PDF with what was found.

    Raises:
        PasswordRequired, DamagedFile: a file can't be opened.
    """
    remarks = [*_of_findings(report), *_of_corrections(report), *notes]
    with Pdf.new() as made:
        firsts: dict[int, int] = {}
        for index, original in enumerate(originals):
            with _opened(original, report.submission.files[index].name) as source:
                if source is None:
                    continue
                firsts[index] = len(made.pages)
                made.pages.extend(source.pages)
        _annotate(made, report, firsts, remarks)
        _bookmarks(made, report, firsts)
        if made.pages:
            _note(made, made.pages[0], _verdict(report), (0.04, 0.02, 0.04, 0.02), 0)
        made.docinfo["/Title"] = String(f"{report.submission.name} 核验批注")
        made.save(path)


def _verdict(report: Report) -> str:
    lost = [each for each in ordered_findings(report) if each.outcome == "missing"]
    lines = [f"{each.rule} {each.title}：{each.message}" for each in lost]
    return "\n".join((f"自动核验结论：{VERDICTS[report.verdict]}", *lines))


class _opened:
    """The file as a PDF for the time of the block; None for what has no pages to draw on."""

    def __init__(self, original: Original, name: str) -> None:
        self._original, self._name = original, name
        self._pdf: Pdf | None = None

    def __enter__(self) -> Pdf | None:
        media_type = self._original.media_type
        if media_type == "application/pdf":
            self._pdf = self._read(self._original.path)
        elif media_type.startswith("image/"):
            self._pdf = self._read(_as_pdf(self._original.path))
        return self._pdf

    def _read(self, source: Path | io.BytesIO) -> Pdf:
        try:
            return pikepdf.open(source)
        except pikepdf.PasswordError:
            raise PasswordRequired("文件设有密码，不能加批注", self._name) from None
        except pikepdf.PdfError:
            raise DamagedFile("文件已损坏，不能加批注", self._name) from None

    def __exit__(self, *_: object) -> None:
        # Pages that were copied stay valid: pikepdf keeps what they need.
        self._pdf = None


def _as_pdf(path: Path) -> io.BytesIO:
    """An image, or each frame of one, as a page."""
    written = io.BytesIO()
    with Image.open(path) as image:
        frames = [frame.convert("RGB") for frame in ImageSequence.Iterator(image)]
    frames[0].save(
        written, "PDF", resolution=_IMAGE_DPI, save_all=True, append_images=frames[1:], quality=85
    )
    written.seek(0)
    return written


def _of_findings(report: Report) -> list[Remark]:
    """One remark per place; several findings on one place share it, the gravest gives the colour."""
    said: dict[tuple[int, int, Box], list[str]] = {}
    colours: dict[tuple[int, int, Box], tuple[float, float, float]] = {}
    for finding in ordered_findings(report):
        if finding.outcome not in OPEN:
            continue
        words = f"【{finding.rule} {OUTCOMES[finding.outcome]}】{finding.title}\n{finding.message}"
        for value in finding.values:
            for each in value.evidence:
                if each.page is None or each.box is None:
                    continue
                place = (each.file, each.page, each.box)
                if words not in said.setdefault(place, []):
                    said[place].append(words)
                colours.setdefault(place, _COLOURS[finding.outcome])
    return [
        Remark(file, page, box, "\n\n".join(words), colours[file, page, box])
        for (file, page, box), words in said.items()
    ]


def _of_corrections(report: Report) -> list[Remark]:
    """What people stated, with what the machine had read."""
    return [
        Remark(
            each.file,
            each.page,
            each.box,
            f"【人工核定】{field.label}：{shown(field.key, field.value)}\n"
            f"机器识别：{shown(field.key, field.machine.value)}",
        )
        for document in report.documents
        for field in document.fields
        if field.machine is not None
        for each in field.evidence[:1]
        if each.page is not None
    ]


def _annotate(
    pdf: Pdf, report: Report, firsts: Mapping[int, int], remarks: Sequence[Remark]
) -> None:
    turns = {(page.file, page.number): page.turned for page in report.pages}
    for remark in remarks:
        if remark.file not in firsts:
            continue
        page = pdf.pages[firsts[remark.file] + remark.page - 1]
        turned = turns.get((remark.file, remark.page), 0)
        if remark.box is None:
            _note(pdf, page, remark.text, (0.93, 0.02, 0.93, 0.02), turned)
        else:
            _square(pdf, page, remark, on_page(page, remark.box, turned))


def on_page(page: pikepdf.Page, box: Box, turned: int) -> tuple[float, float, float, float]:
    """The box of the upright page in the page's own points: left, bottom, right, top.

    ``turned``: clockwise degrees by which the page as shown is not upright, as in the report.
    """
    quarter = (turned - _rotation(page)) % 360
    corners = [_turned(x, y, quarter) for x, y in ((box[0], box[1]), (box[2], box[3]))]
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    xs = sorted(left + x * (right - left) for x, _ in corners)
    ys = sorted(top - y * (top - bottom) for _, y in corners)
    return xs[0], ys[0], xs[1], ys[1]


def _turned(x: float, y: float, degrees: int) -> tuple[float, float]:
    """Where a point of a page lies after the page was turned clockwise."""
    return {0: (x, y), 90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}[degrees]


def _rotation(page: pikepdf.Page) -> int:
    """The page's own /Rotate, which it may inherit."""
    node: pikepdf.Object | None = page.obj
    while node is not None:
        if Name.Rotate in node:
            return int(node[Name.Rotate]) % 360
        node = node.get(Name.Parent)
    return 0


def _square(
    pdf: Pdf, page: pikepdf.Page, remark: Remark, place: tuple[float, float, float, float]
) -> None:
    left, bottom, right, top = place
    rect = (left - _MARGIN, bottom - _MARGIN, right + _MARGIN, top + _MARGIN)
    wide, high = rect[2] - rect[0], rect[3] - rect[1]
    red, green, blue = remark.colour
    drawing = f"{red} {green} {blue} RG 1.5 w 0.75 0.75 {wide - 1.5:.2f} {high - 1.5:.2f} re S"
    appearance = pdf.make_stream(
        drawing.encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, wide, high]),
    )
    _add(
        pdf,
        page,
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Square,
            Rect=Array(rect),
            Contents=String(remark.text),
            T=String(_AUTHOR),
            C=Array(remark.colour),
            BS=Dictionary(W=1.5),
            F=4,
            AP=Dictionary(N=appearance),
        ),
    )


def _note(pdf: Pdf, page: pikepdf.Page, text: str, box: Box, turned: int) -> None:
    left, bottom, _, _ = on_page(page, box, turned)
    rect = (left, bottom - _NOTE_SIZE, left + _NOTE_SIZE, bottom)
    _add(
        pdf,
        page,
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array(rect),
            Contents=String(text),
            T=String(_AUTHOR),
            Name=Name.Note,
            C=Array(_BY_PERSON),
            F=28,
        ),
    )


def _add(pdf: Pdf, page: pikepdf.Page, annotation: Dictionary) -> None:
    if Name.Annots not in page.obj:
        page.obj[Name.Annots] = Array()
    page.obj[Name.Annots].append(pdf.make_indirect(annotation))


def _bookmarks(pdf: Pdf, report: Report, firsts: Mapping[int, int]) -> None:
    """A bookmark for every document, at its first page."""
    with pdf.open_outline() as outline:
        for document in report.documents:
            first = document.pages[0] if document.pages else None
            if first is not None and first.file in firsts:
                place = firsts[first.file] + first.number - 1
                outline.root.append(pikepdf.OutlineItem(document.title, place))

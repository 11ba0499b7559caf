"""Pages: their kinds, pictures and words; a piece read again; kind and order changed."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query, Response
from fastapi.responses import FileResponse
from pydantic import Field, model_validator

from api.errors import Invalid, NotFound
from api.routes.dependencies import (
    Corrector,
    FileIndex,
    PageNumber,
    Running,
    Service,
    SubmissionId,
    Viewer,
)
from api.routes.problems import problems
from api.running.pictures import Size
from api.store import pages, submissions
from api.store.tables import Account, SubmissionFile
from extractor.intake.content import WORD
from extractor.intake.opening import OpenedFile
from models.box import BoundingBox
from models.document import DocumentKind, Page
from models.frozen import Frozen
from models.report import Box, ReportPage

router = APIRouter(prefix="/v1/submissions/{submission_id}", tags=["页面"])

_FOR_EVER = "private, max-age=31536000, immutable"


class PageImages(Frozen):
    """Addresses of the page's pictures."""

    small: str = Field(examples=["/v1/submissions/0123456789abcdef/pages/0/1/image?size=small"])
    large: str


class PageView(Frozen):
    """A page as it was read."""

    file: int
    number: int
    kind: DocumentKind
    confidence: float
    turned: int
    turn: int
    """Degrees clockwise by which people turned it further; pictures and boxes are without it."""
    size: tuple[int, int]
    version: int
    """Of what people changed on it; 0: nothing. Send it back with a change."""
    by_person: bool
    """Whether a person said what kind it is."""
    images: PageImages | None
    """Null for a Word file."""


class PageList(Frozen):
    """All pages, in their order."""

    items: list[PageView]


class Line(Frozen):
    """A line of print."""

    text: str
    box: Box
    confidence: float
    source: str


class Mark(Frozen):
    """A seal or a code."""

    text: str
    box: Box


class PageWords(Frozen):
    """What stands on a page, with where."""

    lines: list[Line]
    seals: list[Mark]
    codes: list[Mark]


class BoxToRead(Frozen):
    """A piece of a page, as fractions of the upright page."""

    box: Box = Field(examples=[[0.21, 0.34, 0.48, 0.37]])
    turn: Literal[0, 90, 180, 270] = 0
    """Degrees clockwise by which the person who drew it had turned the page."""

    @model_validator(mode="after")
    def _lies_on_the_page(self) -> BoxToRead:
        left, top, right, bottom = self.box
        if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
            raise ValueError("框应在页面之内，左上在前、右下在后")
        return self


class LineRead(Frozen):
    """A line in the piece."""

    text: str
    confidence: float


class PieceRead(Frozen):
    """What the piece says, read anew."""

    text: str
    lines: list[LineRead]
    source: str


@router.get(
    "/pages",
    operation_id="listPages",
    summary="全部页面",
    response_model=PageList,
    responses=problems(401, 403, 404, 422),
)
def list_pages(submission_id: SubmissionId, service: Running, account: Viewer) -> PageList:
    """Pages in the order in which they are understood, people's changes in it."""
    with service.database.snapshot() as session:
        row = submissions.get(session, submission_id, account)
        changed = {(each.file, each.page): each for each in pages.in_force(session, submission_id)}
        _, report = service.reports.newest(session, submission_id)
        items = []
        for page in report.pages:
            change = changed.get((page.file, page.number))
            items.append(
                PageView(
                    file=page.file,
                    number=page.number,
                    kind=page.kind,
                    confidence=page.confidence,
                    turned=page.turned,
                    turn=(change and change.turn) or 0,
                    size=page.size,
                    version=change.number if change else 0,
                    by_person=change is not None and change.kind is not None,
                    images=_images(submission_id, page, row.files[page.file]),
                )
            )
    return PageList(items=items)


def _images(submission_id: str, page: ReportPage, file: SubmissionFile) -> PageImages | None:
    if file.media_type == WORD:
        return None
    at = f"/v1/submissions/{submission_id}/pages/{page.file}/{page.number}/image"
    seen = f"v={file.sha256[:12]}{page.turned}"
    return PageImages(small=f"{at}?size=small&{seen}", large=f"{at}?size=large&{seen}")


@router.get(
    "/pages/{file}/{number}/image",
    operation_id="getPageImage",
    summary="页面图像（WebP）",
    response_class=FileResponse,
    responses={
        200: {"content": {"image/webp": {}}},
        304: {"description": "没有变化"},
        **problems(401, 403, 404, 422),
    },
)
def get_image(
    submission_id: SubmissionId,
    file: FileIndex,
    number: PageNumber,
    service: Running,
    account: Viewer,
    size: Annotated[Size, Query()] = "large",
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """The page upright: ``small`` for the edge of the screen, ``large`` to read."""
    kept, page = _page_of(service, account, submission_id, file, number)
    tag = f'"{kept.sha256[:16]}-{number}-{page.turned}-{size}"'
    headers = {"ETag": tag, "Cache-Control": _FOR_EVER}
    if if_none_match is not None and tag in if_none_match:
        return Response(status_code=304, headers=headers)
    path = service.pictures.picture(kept.sha256, kept.media_type, number, page.turned, size)
    return FileResponse(path, media_type="image/webp", headers=headers)


def _page_of(
    service: Service, account: Account, submission_id: str, file: int, number: int
) -> tuple[SubmissionFile, ReportPage]:
    """The file's row and the page as the report has it; raises NotFound."""
    with service.database.snapshot() as session:
        row = submissions.get(session, submission_id, account)
        _, report = service.reports.newest(session, submission_id)
    for page in report.pages:
        if (page.file, page.number) == (file, number):
            return row.files[file], page
    raise NotFound("没有这一页")


@router.get(
    "/pages/{file}/{number}/words",
    operation_id="getPageWords",
    summary="页面上的文字、印章、条码及位置",
    response_model=PageWords,
    responses=problems(401, 403, 404, 422),
)
def get_words(
    submission_id: SubmissionId,
    file: FileIndex,
    number: PageNumber,
    service: Running,
    account: Viewer,
) -> PageWords:
    """Lines in reading order; boxes are fractions of the upright page."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        revision, _ = service.reports.newest(session, submission_id)
    if revision.reading_blob is None:
        raise NotFound("这一页的识别结果已不在，请重新识别")
    reading = service.blobs.reading(revision.reading_blob)
    for page in reading.pages:
        if (page.file, page.number) == (file, number):
            return _words(page)
    raise NotFound("没有这一页")


def _words(page: Page) -> PageWords:
    def place(box: BoundingBox) -> Box:
        upright = page.on_upright(box)
        return (upright.left, upright.top, upright.right, upright.bottom)

    return PageWords(
        lines=[
            Line(
                text=line.text,
                box=place(line.box),
                confidence=round(line.confidence, 4),
                source=line.source,
            )
            for line in page.lines
        ],
        seals=[Mark(text=seal.text, box=place(seal.box)) for seal in page.seals],
        codes=[Mark(text=code.text, box=place(code.box)) for code in page.codes],
    )


@router.post(
    "/pages/{file}/{number}/readings",
    operation_id="readPieceAgain",
    summary="重新识别框选的部分",
    response_model=PieceRead,
    responses=problems(401, 403, 404, 422, 503),
)
def read_piece(
    submission_id: SubmissionId,
    file: FileIndex,
    number: PageNumber,
    body: BoxToRead,
    service: Running,
    account: Corrector,
) -> PieceRead:
    """The words in the box, for a person to take over or to set right; nothing is saved."""
    kept, page = _page_of(service, account, submission_id, file, number)
    if kept.media_type == WORD:
        raise Invalid("Word 文件没有页面图像，不能框选识别")
    opened = OpenedFile(
        service.files.path(kept.sha256), kept.name, kept.sha256, kept.media_type, kept.pages or 0
    )
    turned = (page.turned - body.turn) % 360
    read = service.crops.read(opened, number, turned, as_turned(body.box, body.turn))
    lines = [LineRead(text=each.text, confidence=each.confidence) for each in read.lines]
    return PieceRead(text=read.text, lines=lines, source=read.source)


def as_turned(box: Box, turn: int) -> BoundingBox:
    """The box on the page turned clockwise by so many degrees."""
    left, top, right, bottom = box
    for _ in range(turn // 90):
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    return BoundingBox(left=left, top=top, right=right, bottom=bottom)

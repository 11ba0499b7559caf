"""What is handed on: the report in several forms, drafts of letters, the annotated original."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter, Query, Response

from api.errors import Invalid
from api.routes.dependencies import Exporter, Running, Service, SubmissionId
from api.routes.problems import problems
from api.store import audit, decisions, listing, notes, resolutions, revisions, submissions
from api.store.states import ReviewState
from api.store.tables import Account, Submission
from extractor.reports.annotated import Original, Remark, write_annotated
from extractor.reports.collection import write_collection
from extractor.reports.notice import write_notice
from extractor.reports.opinion import write_opinion
from extractor.reports.page import write_page
from extractor.reports.spreadsheet import write_spreadsheet
from extractor.verifying import report_json
from models.report import Box, Report

router = APIRouter(prefix="/v1", tags=["导出"])

Form = Literal[
    "report.json",
    "report.xlsx",
    "report.html",
    "opinion.docx",
    "notice.docx",
    "annotated.pdf",
    "collection.xlsx",
]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPES: Mapping[Form, tuple[str, str]] = {
    "report.json": ("application/json", "核验结果"),
    "report.xlsx": (_EXCEL, "核验结果"),
    "report.html": ("text/html; charset=utf-8", "核验结果"),
    "opinion.docx": (_WORD, "核查意见"),
    "notice.docx": (_WORD, "补正通知"),
    "annotated.pdf": ("application/pdf", "批注"),
    "collection.xlsx": (_EXCEL, "汇总表"),
}
_MOST_COLLECTED = 2000


class _Case(NamedTuple):
    """A submission with all that its papers are made of."""

    row: Submission
    report: Report
    revision: int
    reasons: list[str]
    """Why it was returned; of the newest return."""
    remarks: list[str]
    """What people said to findings."""
    notes: list[Remark]


@router.get(
    "/submissions/{submission_id}/exports/{form}",
    operation_id="exportSubmission",
    summary="导出一份材料的结果",
    response_class=Response,
    responses={
        200: {"content": {media_type: {} for media_type, _ in _TYPES.values()}},
        **problems(401, 403, 404, 422),
    },
)
def export(
    submission_id: SubmissionId,
    form: Form,
    service: Running,
    account: Exporter,
    revision: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
) -> Response:
    """核查意见 and 补正通知 are drafts in Word; the PDF is the original with annotations."""
    case = _case(service, account, submission_id, revision)
    with TemporaryDirectory(prefix="export-", dir=_scratch(service)) as folder:
        path = Path(folder) / form
        _WRITERS[form](case, path, service)
        content = path.read_bytes()
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        audit.record(
            session,
            "submission.download",
            submission_id,
            actor=account.id,
            at=at,
            after={"form": form, "revision": case.revision},
            program_version=version("heyan"),
        )
    media_type, title = _TYPES[form]
    name = f"{case.row.name}-{title}.{form.rpartition('.')[2]}"
    return Response(content, media_type=media_type, headers=_as_download(name))


@router.get(
    "/exports/collection.xlsx",
    operation_id="exportCollection",
    summary="汇总表（多份）",
    response_class=Response,
    responses={200: {"content": {_EXCEL: {}}}, **problems(401, 403, 404, 422)},
)
def export_collection(
    service: Running,
    account: Exporter,
    submission: Annotated[list[str] | None, Query(max_length=_MOST_COLLECTED)] = None,
    batch: Annotated[str | None, Query(max_length=16)] = None,
    city: Annotated[str | None, Query(max_length=50)] = None,
    review: Annotated[list[ReviewState] | None, Query()] = None,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """The notice's table with one row a submission: those named, or all that the filters leave."""
    wanted = listing.Wanted(review=tuple(review or ()), city=city, batch_id=batch, text=q)
    reports: list[tuple[Report, str | None]] = []
    with service.database.snapshot() as session:
        if submission:
            rows = [submissions.get(session, each, account) for each in submission]
        else:
            rows = list(_every(service, account, wanted))
        for row in rows:
            if revisions.latest(session, row.id) is not None:
                reports.append((service.reports.newest(session, row.id)[1], row.city))
    with TemporaryDirectory(prefix="export-", dir=_scratch(service)) as folder:
        path = Path(folder) / "collection.xlsx"
        write_collection(reports, path, city or account.city)
        content = path.read_bytes()
    return Response(content, media_type=_EXCEL, headers=_as_download("汇总表.xlsx"))


def _every(service: Service, account: Account, wanted: listing.Wanted) -> Iterator[Submission]:
    """Every submission of the list, in the order of their arrival; raises Invalid for too many."""
    cursor: str | None = None
    with service.database.snapshot() as session:
        while True:
            part = listing.page_of(
                session, account, wanted, descending=False, limit=200, cursor=cursor
            )
            if part.total > _MOST_COLLECTED:
                raise Invalid(f"一张汇总表最多 {_MOST_COLLECTED} 行，请缩小范围")
            yield from part.submissions
            cursor = part.next_cursor
            if cursor is None:
                return


def _case(service: Service, account: Account, submission_id: str, revision: int | None) -> _Case:
    with service.database.snapshot() as session:
        row = submissions.get(session, submission_id, account)
        newest, report = service.reports.newest(session, submission_id)
        if revision is not None:
            report = service.reports.numbered(session, submission_id, revision)
        returned = [
            each
            for each in decisions.of_submission(session, submission_id)
            if each.kind == "return"
        ]
        said = resolutions.newest_of_each(session, submission_id)
        pinned = notes.of_submission(session, submission_id)
    reasons = [*returned[-1].reasons, returned[-1].text] if returned else []
    return _Case(
        row=row,
        report=report,
        revision=revision or newest.number,
        reasons=[reason for reason in reasons if reason.strip()],
        remarks=[
            f"{each.subject}：{each.reason}"
            for each in said.values()
            if each.reason.strip() and each.kind != "withdrawn"
        ],
        notes=[
            Remark(each.file, each.page, _box(each.box), f"【批注】{each.text}")
            for each in pinned
            if each.file is not None and each.page is not None
        ],
    )


def _box(box: list[float] | None) -> Box | None:
    return None if box is None else (box[0], box[1], box[2], box[3])


def _write_json(case: _Case, path: Path, service: Service) -> None:
    path.write_text(report_json(case.report), encoding="utf-8")


def _write_page(case: _Case, path: Path, service: Service) -> None:
    with _kept_pictures(case, service) as pictures:
        write_page(case.report, pictures, path)


@contextmanager
def _kept_pictures(case: _Case, service: Service) -> Iterator[Path]:
    """The pictures of the pages under the names by which the report's page looks for them."""
    with TemporaryDirectory(prefix="pictures-", dir=_scratch(service)) as folder:
        for page in case.report.pages:
            kept = service.source.picture(case.row.files[page.file].sha256, page.number)
            if kept is not None:
                (Path(folder) / f"{page.file}-{page.number}.jpg").symlink_to(kept.resolve())
        yield Path(folder)


def _write_annotated(case: _Case, path: Path, service: Service) -> None:
    originals = [
        Original(service.files.path(file.sha256), file.media_type) for file in case.row.files
    ]
    write_annotated(case.report, originals, path, case.notes)


_WRITERS: Mapping[Form, Callable[[_Case, Path, Service], None]] = {
    "report.json": _write_json,
    "report.xlsx": lambda case, path, _: write_spreadsheet(case.report, path),
    "report.html": _write_page,
    "opinion.docx": lambda case, path, _: write_opinion(case.report, path, case.remarks),
    "notice.docx": lambda case, path, _: write_notice(case.report, path, case.reasons),
    "annotated.pdf": _write_annotated,
    "collection.xlsx": lambda case, path, _: write_collection(
        [(case.report, case.row.city)], path, case.row.city
    ),
}


def _scratch(service: Service) -> Path:
    folder = service.settings.data / "scratch"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _as_download(name: str) -> dict[str, str]:
    plain = "".join(each for each in name if each.isprintable() and each not in '/\\"')
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(plain, safe='')}",
        "Cache-Control": "private, no-store",
    }

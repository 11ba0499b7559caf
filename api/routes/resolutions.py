"""People's word on findings, and on fields that were not sure."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version

from fastapi import APIRouter, Response
from pydantic import Field, model_validator

from api.errors import NotFound
from api.routes.corrections import Document, Key
from api.routes.dependencies import Corrector, Running, SeenVersion, SubmissionId, etag
from api.routes.fields import ResolutionView, resolution_view
from api.routes.problems import problems
from api.store import audit, decisions, resolutions, submissions
from api.store.states import ResolutionKind
from models.finding import Outcome
from models.frozen import Frozen
from models.report import Report

router = APIRouter(prefix="/v1/submissions/{submission_id}", tags=["复核"])


class ResolutionAsked(Frozen):
    """A person's word on a finding (``rule``) or on a field (``document`` and ``key``)."""

    rule: str | None = Field(default=None, pattern=r"^[A-Z]{1,10}-\d{2}$", examples=["FIN-01"])
    document: Document | None = None
    key: Key | None = None
    kind: ResolutionKind
    reason: str = Field(default="", max_length=2000)

    @model_validator(mode="after")
    def _speaks_of_one_thing(self) -> ResolutionAsked:
        field = self.document is not None and self.key is not None
        if (self.rule is not None) == field:
            raise ValueError("请给出 rule，或 document 与 key")
        return self


@router.post(
    "/resolutions",
    operation_id="resolve",
    summary="认可、退回或撤回对一项结果的意见",
    status_code=201,
    response_model=ResolutionView,
    responses=problems(401, 403, 404, 409, 412, 422, 428),
)
def resolve(
    submission_id: SubmissionId,
    body: ResolutionAsked,
    response: Response,
    service: Running,
    account: Corrector,
    seen: SeenVersion,
) -> ResolutionView:
    """If-Match is the version of the earlier resolution, 0 where there is none."""
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        row = submissions.get(session, submission_id, account)
        decisions.require_open(row)
        _, report = service.reports.newest(session, submission_id)
        subject, outcome = _subject(body, report)
        made = resolutions.resolve(
            session,
            submission_id,
            subject,
            body.kind,
            expected=seen,
            by=account.id,
            at=at,
            outcome=outcome,
            reason=body.reason,
        )
        audit.record(
            session,
            f"finding.{body.kind}",
            f"{submission_id}/{subject}",
            actor=account.id,
            at=at,
            after={"outcome": outcome},
            program_version=version("heyan"),
        )
    response.headers.update(etag(made.number))
    return resolution_view(made, account.display_name)


def _subject(body: ResolutionAsked, report: Report) -> tuple[str, Outcome | None]:
    """What is spoken of, and a finding's outcome now; raises NotFound where it is not there."""
    if body.rule is not None:
        for finding in report.findings:
            if finding.rule == body.rule:
                return body.rule, finding.outcome
        raise NotFound("没有这条规则的结果")
    for document in report.documents:
        for field in document.fields:
            if (document.id, field.key) == (body.document, body.key):
                return resolutions.field_subject(document.id, field.key), None
    raise NotFound("找不到该字段")

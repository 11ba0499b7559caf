"""Two reports side by side: two revisions of a submission, or a resubmission and what it replaces."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Response

from api.errors import NotFound
from api.pages.people import names_of
from api.pages.rendering import PageContext, page
from api.pages.visiting import PageRoute, Seeing
from api.pages.wording import moment
from api.store import revisions, submissions
from extractor.reports.summary import shown
from extractor.reports.wording import KINDS
from models.finding import Outcome, Verdict
from models.report import Report, ReportField, ReportFinding

router = APIRouter(
    prefix="/submissions/{submission_id}", route_class=PageRoute, include_in_schema=False
)


@dataclass(frozen=True)
class FieldChange:
    """A field that differs."""

    document: str
    label: str
    field_id: str
    before: str
    after: str


@dataclass(frozen=True)
class FindingChange:
    """A finding that differs; None on a side that does not have the rule."""

    rule: str
    title: str
    before: Outcome | None
    after: Outcome | None
    before_message: str
    after_message: str

    @property
    def decided_anew(self) -> bool:
        """Whether the outcome is another one, not only its words."""
        return self.before != self.after


@dataclass(frozen=True)
class Version:
    """A revision to choose from."""

    number: int
    title: str


@dataclass(frozen=True)
class ComparisonContext(PageContext):
    """What the comparison's template is given."""

    id: str
    before_title: str
    after_title: str
    before_verdict: Verdict
    after_verdict: Verdict
    fields: tuple[FieldChange, ...]
    findings: tuple[FindingChange, ...]
    versions: tuple[Version, ...]
    """Empty where two submissions are compared."""
    before_number: int
    after_number: int


@router.get("/compare")
def compare_page(submission_id: str, visitor: Seeing, before: int = 0, after: int = 0) -> Response:
    """Two revisions; by default the newest and the first."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        history = revisions.history(session, submission_id)
        if not history:
            raise NotFound("还没有核验结果")
        names = names_of(session, (each.by for each in history))
        later = revisions.get(session, submission_id, after or history[0].number)
        earlier = revisions.get(session, submission_id, before or history[-1].number)
    old, new = revisions.report_of(earlier), revisions.report_of(later)
    context = ComparisonContext(
        frame=visitor.frame(f"版本比较 · {submission.applicant or submission.name}", "/"),
        id=submission_id,
        before_title=f"第 {earlier.number} 版",
        after_title=f"第 {later.number} 版",
        before_verdict=old.verdict,
        after_verdict=new.verdict,
        fields=changed_fields(old, new),
        findings=changed_findings(old, new),
        versions=tuple(
            Version(
                each.number,
                f"第 {each.number} 版 · {moment(each.at)} · {names[each.by]} · {each.reason}",
            )
            for each in history
        ),
        before_number=earlier.number,
        after_number=later.number,
    )
    return page("review/comparison.html.j2", context)


@router.get("/changes")
def changes_page(submission_id: str, visitor: Seeing) -> Response:
    """What a resubmission changed; raises NotFound where it replaces nothing."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        earlier = submissions.earlier(session, submission)
        if earlier is None or not submissions.visible(earlier, visitor.account):
            raise NotFound("这份申报没有可比较的上次提交")
        old = revisions.report_of(revisions.get(session, earlier.id))
        new = revisions.report_of(revisions.get(session, submission_id))
    context = ComparisonContext(
        frame=visitor.frame(f"与上次提交比较 · {submission.applicant or submission.name}", "/"),
        id=submission_id,
        before_title=f"上次提交 {moment(earlier.created_at)}",
        after_title=f"本次提交 {moment(submission.created_at)}",
        before_verdict=old.verdict,
        after_verdict=new.verdict,
        fields=changed_fields(old, new),
        findings=changed_findings(old, new),
        versions=(),
        before_number=0,
        after_number=0,
    )
    return page("review/comparison.html.j2", context)


def changed_fields(before: Report, after: Report) -> tuple[FieldChange, ...]:
    """The fields whose value differs, in the later report's order, then those that are gone."""
    old, new = _fields(before), _fields(after)
    return tuple(
        FieldChange(
            document=_document_title(document),
            label=(new.get((document, key)) or old[document, key]).label,
            field_id=f"{document}/{key}" if (document, key) in new else "",
            before=_words(old.get((document, key))),
            after=_words(new.get((document, key))),
        )
        for document, key in dict.fromkeys((*new, *old))
        if _value(old.get((document, key))) != _value(new.get((document, key)))
    )


def changed_findings(before: Report, after: Report) -> tuple[FindingChange, ...]:
    """The findings whose outcome differs, then those that only say something else."""
    old = {each.rule: each for each in before.findings}
    new = {each.rule: each for each in after.findings}
    changes = (
        FindingChange(
            rule=rule,
            title=(new.get(rule) or old[rule]).title,
            before=old[rule].outcome if rule in old else None,
            after=new[rule].outcome if rule in new else None,
            before_message=old[rule].message if rule in old else "",
            after_message=new[rule].message if rule in new else "",
        )
        for rule in dict.fromkeys((*new, *old))
        if _said(old.get(rule)) != _said(new.get(rule))
    )
    return tuple(sorted(changes, key=lambda each: not each.decided_anew))


def _fields(report: Report) -> dict[tuple[str, str], ReportField]:
    return {(each.id, field.key): field for each in report.documents for field in each.fields}


def _value(field: ReportField | None) -> object:
    return None if field is None else field.value


def _words(field: ReportField | None) -> str:
    return "（无此字段）" if field is None else shown(field.key, field.value)


def _said(finding: ReportFinding | None) -> tuple[str, str] | None:
    return None if finding is None else (finding.outcome, finding.message)


def _document_title(document: str) -> str:
    kind, _, number = document.rpartition("-")
    title = next((word for each, word in KINDS.items() if each == kind), document)
    return title if number == "1" else f"{title}（{number}）"

"""The print view: verdict, open findings and the declared form on A4 pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Response

from api.pages.rendering import PageContext, page
from api.pages.review.case import Case, case_of
from api.pages.review.findings import FindingCard, finding_cards
from api.pages.review.page import resolutions_of
from api.pages.visiting import PageRoute, Seeing
from api.pages.wording import moment
from api.store import decisions, submissions
from extractor.reports.summary import SummaryLine, declared_lines, outcome_counts
from models.finding import Outcome
from models.report import Report

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True)
class PrintContext(PageContext):
    """What the print view's template is given."""

    case: Case
    report: Report
    revised: str
    counts: Mapping[Outcome, int]
    cards: tuple[FindingCard, ...]
    declared: tuple[SummaryLine, ...]
    reasons: tuple[str, ...]
    """Of the latest decision."""


@router.get("/submissions/{submission_id}/print")
def print_page(submission_id: str, visitor: Seeing) -> Response:
    """The newest revision, for paper."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        revision, report = visitor.reports.newest(session, submission_id)
        taken = decisions.of_submission(session, submission_id)
        context = PrintContext(
            frame=visitor.frame(f"核查表 {submission.applicant or submission.name}", "/"),
            case=case_of(submission, revision.number, visitor.account),
            report=report,
            revised=moment(revision.at),
            counts=outcome_counts(report),
            cards=finding_cards(report, resolutions_of(session, submission_id)),
            declared=declared_lines(report),
            reasons=tuple(taken[-1].reasons) if taken else (),
        )
    return page("review/print.html.j2", context)

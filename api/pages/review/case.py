"""The submission's line above the review page: where it stands and what may be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from api.store.states import ProcessingState, ReviewState
from api.store.tables import Account, Submission
from models.finding import Severity, Verdict


@dataclass(frozen=True)
class Case:
    """One submission as the viewer sees it."""

    id: str
    name: str
    applicant: str | None
    review: ReviewState
    processing: ProcessingState
    verdict: Verdict | None
    revision: int
    version: int
    """The ETag of decisions."""
    claimed_by: str | None
    """Display name."""
    awaiting_second: bool
    """Whether one person confirmed and another one has to."""
    may_decide: bool
    """Whether the viewer is the one who decides next."""
    supersedes: str | None
    resubmission: str | None
    """The newest submission that takes the place of this one, where the viewer may see it."""
    open_counts: Mapping[Severity, int]


def case_of(
    submission: Submission, revision: int, viewer: Account, resubmission: str | None = None
) -> Case:
    """The case; ``submission.claimed`` must be loaded."""
    awaiting = submission.review == "in_review" and submission.confirmed_by is not None
    mine = submission.claimed_by == viewer.id
    counts: dict[Severity, int] = {
        "A": submission.open_a,
        "B": submission.open_b,
        "C": submission.open_c,
        "D": submission.open_d,
    }
    return Case(
        id=submission.id,
        name=submission.name,
        applicant=submission.applicant,
        review=submission.review,
        processing=submission.processing,
        verdict=submission.verdict,
        revision=revision,
        version=submission.version,
        claimed_by=submission.claimed.display_name if submission.claimed else None,
        awaiting_second=awaiting,
        may_decide=submission.review == "in_review"
        and (submission.confirmed_by != viewer.id if awaiting else mine),
        supersedes=submission.supersedes_id,
        resubmission=resubmission,
        open_counts={severity: number for severity, number in counts.items() if number},
    )

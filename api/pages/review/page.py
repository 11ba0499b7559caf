"""The review page of one submission: everything its templates show, put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.pages.frame import Frame
from api.pages.people import names_of
from api.pages.rendering import PageContext
from api.pages.review.case import Case, case_of
from api.pages.review.fields import Corrected, DocumentGroup, FieldRow, document_groups
from api.pages.review.findings import FindingCard, Resolution, finding_cards
from api.pages.review.keys import KEY_BINDINGS, KeyBinding
from api.pages.review.places import PageAsSet, PagePlace, page_places
from api.pages.review.story import Entry, story_of
from api.pages.visiting import Visit
from api.pages.wording import moment
from api.store import corrections, pages, resolutions, submissions
from api.store.tables import Submission
from models.report import Report

EXPORTS = (
    ("opinion.docx", "核查意见（Word）", "草稿，可修改后使用"),
    ("notice.docx", "补正通知（Word）", "退回理由与待补材料，草稿"),
    ("collection.xlsx", "汇总表（Excel）", "这一份申报的汇总行"),
    ("report.xlsx", "核查明细（Excel）", "核对表、问题、全部字段、A107012"),
    ("annotated.pdf", "批注原件（PDF）", "原件上标出读数框和意见"),
    ("report.html", "核验报告（网页）", "单个文件，可离线查看"),
    ("report.json", "核验数据（JSON）", "供其他程序使用"),
)


@dataclass(frozen=True)
class PageImages:
    """Addresses of a page's two pictures."""

    small: str
    large: str


@dataclass(frozen=True)
class ReviewContext(PageContext):
    """What the templates of the review page are given."""

    case: Case
    four_eyes: bool
    """Whether a confirmation needs a second person."""
    may_change: bool
    places: tuple[PagePlace, ...]
    images: tuple[PageImages, ...]
    marks: tuple[int, ...]
    """For each page how many findings and fields on it wait for a person."""
    cards: tuple[FindingCard, ...]
    groups: tuple[DocumentGroup, ...]
    notes: tuple[Entry, ...]
    not_checked: int
    has_a107012: bool
    key_bindings: tuple[KeyBinding, ...]
    exports: tuple[tuple[str, str, str], ...]


def review_context(
    session: Session, submission: Submission, visitor: Visit, frame: Frame
) -> ReviewContext:
    """The newest revision as the viewer may work on it; raises NotFound before the first one."""
    revision, report = visitor.reports.newest(session, submission.id)
    places = page_places(report, pages_as_set(session, submission.id))
    groups = document_groups(report, _corrected(session, submission.id))
    cards = finding_cards(report, resolutions_of(session, submission.id))
    labels = {field.key: field.label for group in groups for field in group.fields}
    later = submissions.later(session, submission)
    resubmission = next((e.id for e in later if submissions.visible(e, visitor.account)), None)
    case = case_of(submission, revision.number, visitor.account, resubmission)
    return ReviewContext(
        frame=frame,
        case=case,
        four_eyes=visitor.settings.four_eyes,
        may_change=_may_change(frame, case),
        places=places,
        images=images_of(submission.id, places),
        marks=_marks(report, cards, groups),
        cards=cards,
        groups=groups,
        notes=story_of(session, submission.id, labels),
        not_checked=len(report.not_checked),
        has_a107012=any(group.kind == "a107012" for group in groups),
        key_bindings=KEY_BINDINGS,
        exports=EXPORTS,
    )


@dataclass(frozen=True)
class ItemContext(PageContext):
    """What an opened finding or field shows, where the page left it out."""

    may_change: bool
    cards: tuple[FindingCard, ...]
    fields: tuple[FieldRow, ...]


def item_context(
    session: Session, submission: Submission, visitor: Visit, frame: Frame, rule: str, field: str
) -> ItemContext:
    """The finding of this rule, or the field of this id; empty where there is none."""
    revision, report = visitor.reports.newest(session, submission.id)
    cards = finding_cards(report, resolutions_of(session, submission.id)) if rule else ()
    groups = document_groups(report, _corrected(session, submission.id)) if field else ()
    return ItemContext(
        frame=frame,
        may_change=_may_change(frame, case_of(submission, revision.number, visitor.account)),
        cards=tuple(card for card in cards if card.rule == rule),
        fields=tuple(row for group in groups for row in group.fields if row.id == field),
    )


def _may_change(frame: Frame, case: Case) -> bool:
    """Whether values may be changed: nothing that a first person has confirmed, or both."""
    return frame.may_review and case.review in ("waiting", "in_review") and not case.awaiting_second


def images_of(submission_id: str, places: tuple[PagePlace, ...]) -> tuple[PageImages, ...]:
    """Where each page's pictures are served."""
    addresses = [
        f"/v1/submissions/{submission_id}/pages/{place.file}/{place.number}/image"
        for place in places
    ]
    return tuple(PageImages(f"{each}?size=small", f"{each}?size=large") for each in addresses)


def pages_as_set(session: Session, submission_id: str) -> dict[tuple[int, int], PageAsSet]:
    """What people changed on pages, by file and number."""
    return {
        (each.file, each.page): PageAsSet(each.number, each.kind is not None, each.turn or 0)
        for each in pages.in_force(session, submission_id)
    }


def _corrected(session: Session, submission_id: str) -> dict[tuple[str, str], Corrected]:
    """The newest correction of every corrected field."""
    newest = corrections.newest_of_each(session, submission_id)
    names = names_of(session, (each.by for each in newest))
    return {
        (each.document, each.field): Corrected(
            id=each.id,
            number=each.number,
            by=names[each.by],
            at=moment(each.at),
            withdrawn=each.withdrawn,
        )
        for each in newest
    }


def resolutions_of(session: Session, submission_id: str) -> Mapping[str, Resolution]:
    """The newest word on each finding, by rule."""
    newest = resolutions.newest_of_each(session, submission_id)
    names = names_of(session, (each.by for each in newest.values()))
    return {
        subject: Resolution(
            number=each.number,
            kind=each.kind,
            outcome=each.outcome,
            by=names[each.by],
            at=moment(each.at),
            reason=each.reason,
        )
        for subject, each in newest.items()
    }


def _marks(
    report: Report, cards: tuple[FindingCard, ...], groups: tuple[DocumentGroup, ...]
) -> tuple[int, ...]:
    """Unresolved findings and fields counted on the page of their first spot."""
    marks = [0] * len(report.pages)
    for card in cards:
        if card.unresolved:
            on = {side.spots[0].page for side in card.sides if side.spots}
            for index in on | {each.index for each in card.pages}:
                marks[index] += 1
    for group in groups:
        for field in group.fields:
            if field.unresolved and field.spots:
                marks[field.spots[0].page] += 1
    return tuple(marks)

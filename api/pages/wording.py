"""The console's words and icons for states, and how times are written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from api.pages.frame import ADMIN_PAGES
from api.roles import ROLE_NAMES
from api.store.states import PROCESSING_NAMES, REVIEW_NAMES
from extractor.reports.wording import KINDS, OUTCOMES, SEVERITIES, STATUSES, VERDICTS

OUTCOME_ICONS = {
    "passed": "check",
    "failed": "cross",
    "doubtful": "question",
    "not_comparable": "swap",
    "missing": "absent",
    "unreadable": "unread",
    "not_applicable": "dash",
}
STATUS_ICONS = {
    "sure": "check",
    "doubtful": "question",
    "unreadable": "unread",
    "missing": "absent",
}
VERDICT_ICONS = {"consistent": "check", "inconsistent": "cross", "needs_review": "question"}
VERDICT_STATES = {
    "consistent": "passed",
    "inconsistent": "failed",
    "needs_review": "doubtful",
}
"""Which colours a verdict borrows."""
REVIEW_ICONS = {
    "waiting": "clock",
    "in_review": "eye",
    "confirmed": "check",
    "returned": "back",
    "exported": "download",
}
REVIEW_STATES = {
    "waiting": "quiet",
    "in_review": "human",
    "confirmed": "passed",
    "returned": "missing",
    "exported": "passed",
}
"""Which colours a state of the review borrows."""
PROCESSING_ICONS = {"queued": "clock", "reading": "eye", "done": "check", "failed": "warning"}
PROCESSING_STATES = {
    "queued": "quiet",
    "reading": "reading",
    "done": "passed",
    "failed": "failed",
}
EVENT_NAMES = {
    "submission.read": "识别完成",
    "submission.failed": "识别失败",
    "submission.corrected": "值被更正",
    "submission.decided": "复核有决定",
}
"""What webhooks are told of."""
COLUMN_WORDS = {
    "line": "项目",
    "current": "本期",
    "prior": "上期",
    "name": "名称",
    "amount": "金额（元）",
    "tax": "税种",
    "period_start": "所属期起",
    "period_end": "所属期止",
    "paid_on": "入库日期",
    "number": "文号",
    "decided_on": "决定日期",
    "content": "内容",
}
"""The contract's names of table columns in words."""

WORDS: dict[str, Any] = {
    "kinds": KINDS,
    "outcomes": OUTCOMES,
    "outcome_icons": OUTCOME_ICONS,
    "severities": SEVERITIES,
    "statuses": STATUSES,
    "status_icons": STATUS_ICONS,
    "verdicts": VERDICTS,
    "verdict_icons": VERDICT_ICONS,
    "verdict_states": VERDICT_STATES,
    "review_words": REVIEW_NAMES,
    "review_icons": REVIEW_ICONS,
    "review_states": REVIEW_STATES,
    "processing_words": PROCESSING_NAMES,
    "processing_icons": PROCESSING_ICONS,
    "processing_states": PROCESSING_STATES,
    "roles": ROLE_NAMES,
    "row_words": COLUMN_WORDS,
    "event_names": EVENT_NAMES,
    "admin_pages": ADMIN_PAGES,
}


def moment(at: datetime | None) -> str:
    """``2026-03-28 14:05`` in the server's time zone; a time without a zone is UTC; — for none."""
    if at is None:
        return "—"
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return aware.astimezone().strftime("%Y-%m-%d %H:%M")


FILTERS: dict[str, Callable[..., Any]] = {"moment": moment}

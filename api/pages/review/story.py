"""What people did with a submission, the latest first: notes, corrections, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from api.pages.people import names_of
from api.pages.wording import moment
from api.store import corrections, decisions, notes, revisions
from api.store.tables import Correction, Decision, Note, Revision

_DECISIONS = {
    "confirm": "确认",
    "second_confirm": "第二人确认",
    "return": "退回补件",
    "reopen": "重新打开",
    "export": "导出",
}


@dataclass(frozen=True)
class Entry:
    """One thing that somebody did."""

    icon: str
    by: str
    at: str
    about: str
    text: str


def story_of(session: Session, submission_id: str, labels: Mapping[str, str]) -> tuple[Entry, ...]:
    """Everything in order, the latest first; ``labels`` names fields by key."""
    written = notes.of_submission(session, submission_id)
    corrected = corrections.history(session, submission_id)
    decided = decisions.of_submission(session, submission_id)
    made = revisions.history(session, submission_id)
    people = (
        {each.by for each in written}
        | {each.by for each in corrected}
        | {each.by for each in decided}
        | {each.by for each in made}
    )
    names = names_of(session, people)
    dated: list[tuple[datetime, Entry]] = [
        *((each.at, _note(each, names)) for each in written),
        *((each.at, _correction(each, names, labels)) for each in corrected),
        *((each.at, _decision(each, names)) for each in decided),
        *((each.at, _revision(each, names)) for each in made),
    ]
    return tuple(entry for _, entry in sorted(dated, key=lambda each: each[0], reverse=True))


def _note(note: Note, names: Mapping[str | None, str]) -> Entry:
    about = f"规则 {note.rule}" if note.rule else f"第 {note.page} 页" if note.page else ""
    return Entry("note", names[note.by], moment(note.at), about, note.text)


def _correction(
    made: Correction, names: Mapping[str | None, str], labels: Mapping[str, str]
) -> Entry:
    label = labels.get(made.field, made.field)
    if made.withdrawn:
        text = f"撤销对“{label}”的更正"
    elif made.value == made.before:
        text = f"“{label}”读数无误"
    else:
        text = f"“{label}”更正为 {_short(made.value)}（原为 {_short(made.before)}）"
    if made.reason:
        text = f"{text}；{made.reason}"
    return Entry("edit", names[made.by], moment(made.at), "", text)


def _short(value: object) -> str:
    words = "空" if value is None else str(value)
    return words if len(words) <= 60 else f"{words[:60]}…"


def _decision(decision: Decision, names: Mapping[str | None, str]) -> Entry:
    said = "\n".join((*decision.reasons, *((decision.text,) if decision.text else ())))
    word = _DECISIONS[decision.kind]
    return Entry(
        "flag",
        names[decision.by],
        moment(decision.at),
        f"第 {decision.revision} 版",
        f"{word}\n{said}" if said else word,
    )


def _revision(revision: Revision, names: Mapping[str | None, str]) -> Entry:
    return Entry(
        "stack",
        names[revision.by],
        moment(revision.at),
        f"第 {revision.number} 版",
        revision.reason or "核验",
    )

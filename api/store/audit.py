"""The audit log: append, verify the chain, read; the database itself refuses change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.store.tables import AuditEntry

START = "0" * 64
"""What the first entry has for the hash before it."""
MASKED = "（个人信息）"
_LOCK = 0x6865_7961
"""Any number, the same for all: writers of the log queue for this lock on PostgreSQL."""
_PERSONAL = (
    "principal_name",
    "principal_title",
    "applicant_name",
    "applicant_title",
    "contact_name",
    "legal_representative",
    "accountants",
)
_PERSONAL_ENDS = ("_phone",)
_BY_TURNS = 1000


class Gap(NamedTuple):
    """Where the chain breaks first, and what is wrong there."""

    seq: int
    message: str


def record(
    session: Session,
    action: str,
    subject: str,
    *,
    actor: str | None,
    at: datetime,
    before: object = None,
    after: object = None,
    program_version: str,
    weights: Mapping[str, str] | None = None,
) -> AuditEntry:
    """The next entry, in the transaction of what it tells of; ``actor`` is an account's id.

    ``action`` is ``<thing>.<verb>`` such as ``submission.confirm``. Neither names nor phone
    numbers belong in ``before`` and ``after``: pass values of fields through ``shielded``.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    newest = head(session)
    entry = AuditEntry(
        seq=1 if newest is None else newest.seq + 1,
        at=at,
        actor=actor,
        action=action,
        subject=subject,
        before=before,
        after=after,
        program_version=program_version,
        weights=dict(weights or {}),
        previous_hash=START if newest is None else newest.hash,
    )
    entry.hash = hash_of(entry)
    session.add(entry)
    session.flush()
    return entry


def shielded(field: str, value: object) -> object:
    """The value of a field, or a mask where the field names a person or their telephone."""
    name = field.rpartition(".")[2]
    personal = name in _PERSONAL or name.endswith(_PERSONAL_ENDS)
    return MASKED if personal and value is not None else value


def plain(entry: AuditEntry) -> dict[str, Any]:
    """The entry as it is exported, one JSON object."""
    return {
        "seq": entry.seq,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "before": entry.before,
        "after": entry.after,
        "program_version": entry.program_version,
        "weights": entry.weights,
        "previous_hash": entry.previous_hash,
        "hash": entry.hash,
    }


def hash_of(entry: AuditEntry) -> str:
    """sha256 of everything in the entry but its own hash, as canonical JSON."""
    sealed = {name: value for name, value in plain(entry).items() if name != "hash"}
    written = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def head(session: Session) -> AuditEntry | None:
    """The newest entry; whoever keeps its hash elsewhere can tell that the end was cut off."""
    return session.scalar(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1))


def entries(session: Session) -> Iterator[AuditEntry]:
    """All entries, the oldest first, read by turns."""
    ordered = select(AuditEntry).order_by(AuditEntry.seq)
    yield from session.scalars(ordered.execution_options(yield_per=_BY_TURNS))


def page_of(
    session: Session,
    *,
    subject: str | None = None,
    actor: str | None = None,
    before_seq: int | None = None,
    limit: int = 100,
) -> list[AuditEntry]:
    """Entries, the newest first; ``before_seq`` is the last one of the page before."""
    wanted = select(AuditEntry)
    if subject is not None:
        wanted = wanted.where(AuditEntry.subject == subject)
    if actor is not None:
        wanted = wanted.where(AuditEntry.actor == actor)
    if before_seq is not None:
        wanted = wanted.where(AuditEntry.seq < before_seq)
    return list(session.scalars(wanted.order_by(AuditEntry.seq.desc()).limit(limit)))


def verify(session: Session, expected_head: str | None = None) -> Gap | None:
    """The first gap in the chain, or None where it is whole.

    ``expected_head`` is the hash of an entry noted earlier; it must still be in the log.
    """
    previous, due, seen = START, 1, expected_head is None
    for entry in entries(session):
        if entry.seq != due:
            return Gap(due, f"缺少第 {due} 条（其后是第 {entry.seq} 条）")
        if entry.previous_hash != previous:
            return Gap(due, f"第 {due} 条与前一条不相连")
        if hash_of(entry) != entry.hash:
            return Gap(due, f"第 {due} 条的内容与其校验值不符")
        previous, due = entry.hash, due + 1
        seen = seen or entry.hash == expected_head
    if not seen:
        return Gap(due, f"日志止于第 {due - 1} 条，不含您提供的校验值：末尾可能被截去")
    return None

"""Server-sent events out of what the service tells and the store knows."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi.concurrency import run_in_threadpool

from api.errors import NotFound
from api.routes.dependencies import Service
from api.routes.views import job_view
from api.store import jobs, revisions, submissions
from api.store.tables import Account

_LOOK_SECONDS = 3.0
"""How often the store is asked: another process may do the work and tell nothing here."""
_ENDED = ("done", "failed", "cancelled")

Sent = dict[str, str]


def _sent(name: str, data: dict[str, Any]) -> Sent:
    return {"event": name, "data": json.dumps(data, ensure_ascii=False)}


async def progress_of(service: Service, job_id: str) -> AsyncIterator[Sent]:
    """The job's progress from where it stands to its end."""
    state = await run_in_threadpool(_state_of, service, job_id)
    yield state
    if state["event"] in _ENDED:
        return
    async for event in service.events.listen(_LOOK_SECONDS):
        if event is not None and event.data.get("job") != job_id:
            continue
        if event is not None and event.name == "progress":
            yield _sent("progress", {"done": event.data["done"], "total": event.data["total"]})
            continue
        looked = await run_in_threadpool(_state_of, service, job_id)
        if looked != state:
            state = looked
            yield state
        if state["event"] in _ENDED:
            return


def _state_of(service: Service, job_id: str) -> Sent:
    """The job as the store has it, as an event."""
    with service.database.snapshot() as session:
        try:
            job = job_view(jobs.get(session, job_id))
        except NotFound:
            return _sent("cancelled", {})
        if job.state == "done":
            revision = revisions.latest(session, job.submission)
            number, verdict = (revision.number, revision.verdict) if revision else (None, None)
            told = {"submission": job.submission, "revision": number, "verdict": verdict}
            return _sent("done", told)
    if job.state in _ENDED:
        problem = job.problem.model_dump(by_alias=True) if job.problem else None
        return _sent(job.state, {"submission": job.submission, "problem": problem})
    return _sent("progress", {**job.progress.model_dump(), "state": job.state})


async def changes_seen(service: Service, account: Account) -> AsyncIterator[Sent]:
    """Everything that happens to submissions the account may see."""
    visible: dict[str, bool] = {}
    async for event in service.events.listen(_LOOK_SECONDS):
        if event is None:
            continue
        if event.submission not in visible:
            visible[event.submission] = await run_in_threadpool(
                _may_see, service, account, event.submission
            )
        if visible[event.submission]:
            yield _sent(event.name, {"submission": event.submission, **event.data})


def _may_see(service: Service, account: Account, submission_id: str) -> bool:
    with service.database.snapshot() as session:
        try:
            submissions.get(session, submission_id, account)
        except NotFound:
            return False
    return True

"""Jobs: queued, leased by one process at a time, renewed while it works, taken back when it dies."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from api.errors import NotFound
from api.store.states import JobKind
from api.store.tables import Job, Submission

MOST_ATTEMPTS = 3
"""A job whose process died this often is failed, not tried for ever."""


def enqueue(
    session: Session,
    submission: Submission,
    *,
    at: datetime,
    kind: JobKind = "read",
    priority: int = 0,
) -> Job:
    """A new job for the submission, which is queued again with it."""
    job = Job(submission_id=submission.id, kind=kind, priority=priority, created_at=at)
    submission.processing = "queued"
    submission.problem = submission.problem_class = None
    submission.updated_at = at
    session.add(job)
    session.flush()
    return job


def get(session: Session, job_id: str) -> Job:
    """The job; raises NotFound."""
    job = session.get(Job, job_id)
    if job is None:
        raise NotFound("找不到该任务")
    return job


def of_submission(session: Session, submission_id: str) -> list[Job]:
    """The submission's jobs, the newest first."""
    newest = select(Job).where(Job.submission_id == submission_id)
    return list(session.scalars(newest.order_by(Job.created_at.desc(), Job.id.desc())))


def lease(session: Session, owner: str, *, at: datetime, seconds: float) -> Job | None:
    """The next job for this process, or None; no other process gets the same one."""
    due = and_(Job.state == "queued", or_(Job.not_before.is_(None), Job.not_before <= at))
    waiting = (
        select(Job)
        .where(due)
        .order_by(Job.priority.desc(), Job.created_at, Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    job = session.scalar(waiting)
    if job is None:
        return None
    job.state = "running"
    job.owner = owner
    job.attempts += 1
    job.started_at = job.started_at or at
    job.lease_until = at + timedelta(seconds=seconds)
    _show(session, job, "reading", at)
    session.flush()
    return job


def _show(session: Session, job: Job, processing: str, at: datetime) -> None:
    session.execute(
        update(Submission)
        .where(Submission.id == job.submission_id)
        .values(processing=processing, updated_at=at, version=Submission.version + 1)
    )


def renew(
    session: Session,
    job_id: str,
    owner: str,
    *,
    at: datetime,
    seconds: float,
    done_pages: int | None = None,
    total_pages: int | None = None,
) -> bool:
    """Keeps the lease and notes the progress; False: it is somebody else's now, stop working."""
    progress = {"done_pages": done_pages, "total_pages": total_pages}
    kept = session.execute(
        update(Job)
        .where(Job.id == job_id, Job.owner == owner, Job.state == "running")
        .values(
            lease_until=at + timedelta(seconds=seconds),
            **{name: count for name, count in progress.items() if count is not None},
        )
        .returning(Job.id)
    )
    return kept.first() is not None


def finish(session: Session, job_id: str, owner: str, *, at: datetime) -> bool:
    """Done: call it in the transaction that writes the revision; False: undo that one."""
    return _end(session, job_id, owner, "done", at, None, None)


def fail(
    session: Session, job_id: str, owner: str, *, at: datetime, problem_class: str, problem: str
) -> bool:
    """Failed for good: the submission shows the problem's sentence."""
    return _end(session, job_id, owner, "failed", at, problem_class, problem)


def _end(
    session: Session,
    job_id: str,
    owner: str,
    state: str,
    at: datetime,
    problem_class: str | None,
    problem: str | None,
) -> bool:
    job = session.scalar(
        select(Job)
        .where(Job.id == job_id, Job.owner == owner, Job.state == "running")
        .with_for_update()
    )
    if job is None:
        return False
    job.state = "done" if state == "done" else "failed"
    job.finished_at = at
    job.owner = job.lease_until = None
    job.problem_class, job.problem = problem_class, problem
    session.execute(
        update(Submission)
        .where(Submission.id == job.submission_id)
        .values(
            processing=state,
            problem_class=problem_class,
            problem=problem,
            updated_at=at,
            version=Submission.version + 1,
        )
    )
    session.flush()
    return True


def release(session: Session, job_id: str, owner: str, *, at: datetime) -> bool:
    """Puts a leased job back, as at an orderly shutdown; the attempt does not count."""
    job = session.get(Job, job_id)
    if job is None or job.owner != owner or job.state != "running":
        return False
    job.state, job.owner, job.lease_until = "queued", None, None
    job.attempts -= 1
    _show(session, job, "queued", at)
    session.flush()
    return True


def take_back_expired(session: Session, *, at: datetime) -> list[Job]:
    """Re-queues jobs whose process died; fails those that killed MOST_ATTEMPTS processes."""
    lapsed = session.scalars(
        select(Job)
        .where(Job.state == "running", Job.lease_until < at)
        .with_for_update(skip_locked=True)
    ).all()
    for job in lapsed:
        if job.attempts >= MOST_ATTEMPTS and job.owner is not None:
            fail(
                session,
                job.id,
                job.owner,
                at=at,
                problem_class="CRASH",
                problem="识别进程多次中断，已停止重试；请检查文件后重新提交，或联系管理员",
            )
        else:
            job.state, job.owner, job.lease_until = "queued", None, None
            _show(session, job, "queued", at)
    session.flush()
    return list(lapsed)

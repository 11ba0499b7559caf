from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from api.store import jobs, submissions
from api.store.database import Database
from api.store.tables import Job, Submission

SECONDS = 60
LATER = timedelta(seconds=SECONDS + 1)


def enqueue(database: Database, submission: Submission, at: datetime, **given: int) -> Job:
    with database.transaction() as session:
        mine = submissions.get(session, submission.id)
        return jobs.enqueue(session, mine, at=at, **given)


def lease(database: Database, owner: str, at: datetime) -> Job | None:
    with database.transaction() as session:
        return jobs.lease(session, owner, at=at, seconds=SECONDS)


def processing(database: Database, submission: Submission) -> tuple[str, str | None]:
    with database.snapshot() as session:
        found = submissions.get(session, submission.id)
        return found.processing, found.problem


def test_several_processes_never_get_the_same_job(
    database: Database, add_submission, at: datetime
) -> None:
    for number in range(12):
        enqueue(database, add_submission(chr(97 + number)), at + timedelta(seconds=number))

    def work(owner: str) -> list[str]:
        taken = []
        while (job := lease(database, owner, at + timedelta(minutes=1))) is not None:
            taken.append(job.id)
        return taken

    with ThreadPoolExecutor(4) as pool:
        taken = [each for some in pool.map(work, "wxyz") for each in some]
    assert len(taken) == 12
    assert len(set(taken)) == 12


def test_urgent_jobs_go_first_then_the_oldest(
    database: Database, add_submission, at: datetime
) -> None:
    second = enqueue(database, add_submission("b"), at + timedelta(seconds=1))
    first = enqueue(database, add_submission("a"), at)
    urgent = enqueue(database, add_submission("c"), at + timedelta(seconds=2), priority=1)
    taken = [lease(database, "w", at + LATER) for _ in range(4)]
    assert [job and job.id for job in taken] == [urgent.id, first.id, second.id, None]


def test_a_leased_job_shows_as_being_read_and_a_finished_one_as_done(
    database: Database, submission: Submission, at: datetime
) -> None:
    job = enqueue(database, submission, at)
    assert processing(database, submission) == ("queued", None)
    lease(database, "w", at)
    assert processing(database, submission) == ("reading", None)
    with database.transaction() as session:
        assert jobs.renew(
            session, job.id, "w", at=at, seconds=SECONDS, done_pages=3, total_pages=19
        )
        assert jobs.finish(session, job.id, "w", at=at)
    assert processing(database, submission) == ("done", None)
    with database.snapshot() as session:
        done = jobs.get(session, job.id)
        assert (done.state, done.done_pages, done.total_pages) == ("done", 3, 19)


def test_the_job_of_a_killed_process_is_taken_up_by_another(
    database: Database, submission: Submission, at: datetime
) -> None:
    job = enqueue(database, submission, at)
    lease(database, "killed", at)
    with database.transaction() as session:
        assert jobs.take_back_expired(session, at=at + timedelta(seconds=SECONDS - 1)) == []
        assert [each.id for each in jobs.take_back_expired(session, at=at + LATER)] == [job.id]
    assert processing(database, submission) == ("queued", None)
    again = lease(database, "next", at + LATER)
    assert again is not None and (again.id, again.attempts) == (job.id, 2)


def test_a_process_that_lost_its_lease_writes_nothing_any_more(
    database: Database, submission: Submission, at: datetime
) -> None:
    job = enqueue(database, submission, at)
    lease(database, "slow", at)
    with database.transaction() as session:
        jobs.take_back_expired(session, at=at + LATER)
    lease(database, "next", at + LATER)
    with database.transaction() as session:
        assert not jobs.renew(session, job.id, "slow", at=at + LATER, seconds=SECONDS)
        assert not jobs.finish(session, job.id, "slow", at=at + LATER)
        assert not jobs.fail(
            session, job.id, "slow", at=at + LATER, problem_class="CRASH", problem="?"
        )
        assert jobs.get(session, job.id).owner == "next"
    assert processing(database, submission) == ("reading", None)


def test_a_file_that_kills_every_process_is_given_up_with_a_sentence(
    database: Database, submission: Submission, at: datetime
) -> None:
    enqueue(database, submission, at)
    for _ in range(jobs.MOST_ATTEMPTS):
        assert lease(database, "w", at) is not None
        at += LATER
        with database.transaction() as session:
            jobs.take_back_expired(session, at=at)
    assert lease(database, "w", at) is None
    state, problem = processing(database, submission)
    assert state == "failed"
    assert problem is not None and "多次中断" in problem


def test_an_orderly_shutdown_does_not_count_as_an_attempt(
    database: Database, submission: Submission, at: datetime
) -> None:
    job = enqueue(database, submission, at)
    lease(database, "w", at)
    with database.transaction() as session:
        assert not jobs.release(session, job.id, "other", at=at)
        assert jobs.release(session, job.id, "w", at=at)
    again = lease(database, "w", at)
    assert again is not None and again.attempts == 1


def test_reading_again_clears_the_problem_of_last_time(
    database: Database, submission: Submission, at: datetime
) -> None:
    job = enqueue(database, submission, at)
    lease(database, "w", at)
    with database.transaction() as session:
        jobs.fail(session, job.id, "w", at=at, problem_class="DAMAGED", problem="文件已损坏")
    assert processing(database, submission) == ("failed", "文件已损坏")
    enqueue(database, submission, at + LATER)
    assert processing(database, submission) == ("queued", None)
    with database.snapshot() as session:
        assert len(jobs.of_submission(session, submission.id)) == 2

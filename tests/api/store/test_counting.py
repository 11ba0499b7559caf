from datetime import datetime

from api.store import batches, counting, jobs, submissions, webhooks
from api.store.database import Database


def test_the_counts_are_by_state(database: Database, add_submission, at: datetime) -> None:
    with database.transaction() as session:
        batch = batches.add(session, "四月", created_by=None, at=at)
    first = add_submission("a", batch_id=batch.id)
    add_submission("b")
    with database.transaction() as session:
        jobs.enqueue(session, submissions.get(session, first.id), at=at)
        webhooks.add(session, "https://a.example", [], created_by=None, at=at)
        webhooks.emit(session, "x.y", {}, at=at)
        counts = counting.count(session)
        progress = batches.progress(session, batch.id)
        [newest] = batches.newest(session)
    assert counts.processing == {"queued": 2}
    assert counts.review == {"waiting": 2}
    assert counts.verdict == {}
    assert counts.jobs == {"queued": 1}
    assert (counts.pages, counts.undelivered, counts.oldest_queued) == (0, 1, at)
    assert progress == {"queued": 1}
    assert newest.name == "四月"


def test_an_empty_store_counts_nothing(database: Database) -> None:
    with database.snapshot() as session:
        assert counting.count(session) == ({}, {}, {}, {}, 0, 0, None)

from datetime import datetime

import pytest

from api.errors import Forbidden, NotFound
from api.store import notes
from api.store.corrections import Place
from api.store.database import Database
from api.store.tables import Account, Submission


def test_a_note_stays_where_it_was_put_until_its_author_removes_it(
    database: Database, submission: Submission, reviewer: Account, colleague: Account, at: datetime
) -> None:
    place = Place(0, 5, (0.1, 0.2, 0.3, 0.4))
    with database.transaction() as session:
        note = notes.add(session, submission.id, "章不清楚", by=reviewer.id, at=at, place=place)
        notes.add(session, submission.id, "与规则有关", by=colleague.id, at=at, rule="FIN-01")
        with pytest.raises(Forbidden):
            notes.remove(session, submission.id, note.id, colleague, at=at)
        notes.remove(session, submission.id, note.id, reviewer, at=at)
        assert [each.rule for each in notes.of_submission(session, submission.id)] == ["FIN-01"]
        with pytest.raises(NotFound):
            notes.remove(session, submission.id, note.id, reviewer, at=at)
    assert (note.page, note.box) == (5, [0.1, 0.2, 0.3, 0.4])


def test_a_note_of_another_submission_is_not_found(
    database: Database, submission: Submission, add_submission, admin: Account, at: datetime
) -> None:
    other = add_submission("b")
    with database.transaction() as session:
        note = notes.add(session, submission.id, "看", by=admin.id, at=at)
        with pytest.raises(NotFound):
            notes.remove(session, other.id, note.id, admin, at=at)

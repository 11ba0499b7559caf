from datetime import datetime

import pytest

from api.errors import PreconditionFailed
from api.store import pages
from api.store.database import Database
from api.store.tables import Account, Submission


def test_a_change_of_kind_keeps_the_turn_set_before(
    database: Database, submission: Submission, reviewer: Account, at: datetime
) -> None:
    with database.transaction() as session:
        pages.change(session, submission.id, 0, 3, expected=0, by=reviewer.id, at=at, turn=90)
        pages.change(session, submission.id, 0, 3, expected=1, by=reviewer.id, at=at, kind="patent")
        pages.change(session, submission.id, 1, 1, expected=0, by=reviewer.id, at=at, position=1)
        changed = pages.in_force(session, submission.id)
    assert [(each.file, each.page, each.kind, each.turn, each.position) for each in changed] == [
        (0, 3, "patent", 90, None),
        (1, 1, None, None, 1),
    ]


def test_of_two_people_changing_a_page_the_second_sees_the_first(
    database: Database, submission: Submission, reviewer: Account, colleague: Account, at: datetime
) -> None:
    with database.transaction() as session:
        pages.change(session, submission.id, 0, 3, expected=0, by=reviewer.id, at=at, kind="patent")
    with database.transaction() as session, pytest.raises(PreconditionFailed) as refused:
        pages.change(session, submission.id, 0, 3, expected=0, by=colleague.id, at=at, turn=90)
    assert refused.value.current == {"kind": "patent", "position": None, "turn": None}
    assert refused.value.version == 1

from datetime import datetime

import pytest

from api.errors import PreconditionFailed
from api.store import resolutions
from api.store.database import Database
from api.store.tables import Account, Submission


def test_the_newest_word_on_each_finding_counts(
    database: Database, submission: Submission, reviewer: Account, at: datetime
) -> None:
    field = resolutions.field_subject("application_form-1", "application_form.revenue")
    with database.transaction() as session:
        for subject, kind, expected in (
            ("FIN-01", "accepted", 0),
            ("FIN-01", "withdrawn", 1),
            (field, "accepted", 0),
        ):
            resolutions.resolve(
                session, submission.id, subject, kind, expected=expected, by=reviewer.id, at=at
            )
        newest = resolutions.newest_of_each(session, submission.id)
    assert {subject: each.kind for subject, each in newest.items()} == {
        "FIN-01": "withdrawn",
        "application_form-1/application_form.revenue": "accepted",
    }


def test_of_two_people_resolving_a_finding_the_second_sees_the_first(
    database: Database, submission: Submission, reviewer: Account, colleague: Account, at: datetime
) -> None:
    def resolve(account: Account, reason: str) -> None:
        with database.transaction() as session:
            resolutions.resolve(
                session,
                submission.id,
                "FIN-01",
                "accepted",
                expected=0,
                by=account.id,
                at=at,
                reason=reason,
            )

    resolve(reviewer, "已电话核实")
    with pytest.raises(PreconditionFailed) as refused:
        resolve(colleague, "不同意")
    assert refused.value.current == {"kind": "accepted", "reason": "已电话核实"}
    assert refused.value.by == "张审核"

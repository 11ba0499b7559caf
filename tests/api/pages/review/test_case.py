from datetime import UTC, datetime

from api.pages.review.case import case_of
from api.roles import Role
from api.store.tables import Account, Submission

AT = datetime(2026, 4, 2, tzinfo=UTC)


def account(name: str, role: Role = "reviewer") -> Account:
    return Account(id=name, username=name, display_name=f"{name}同志", role=role, created_at=AT)


def submission(**given: object) -> Submission:
    known: dict[str, object] = {
        "id": "s1",
        "name": "x",
        "review": "in_review",
        "processing": "done",
        "version": 7,
        "open_a": 1,
        "open_b": 0,
        "open_c": 2,
        "open_d": 0,
    }
    return Submission(**{**known, **given})


def test_who_claimed_it_decides() -> None:
    mine = submission(claimed_by="zhang", claimed=account("zhang"))
    assert case_of(mine, 1, account("zhang")).may_decide
    assert not case_of(mine, 1, account("li")).may_decide
    assert case_of(mine, 1, account("li")).claimed_by == "zhang同志"


def test_after_one_confirmation_only_somebody_else_decides() -> None:
    confirmed = submission(claimed_by="zhang", confirmed_by="zhang")
    assert case_of(confirmed, 1, account("zhang")).awaiting_second
    assert not case_of(confirmed, 1, account("zhang")).may_decide
    assert case_of(confirmed, 1, account("li")).may_decide


def test_nobody_decides_what_is_decided() -> None:
    for state in ("waiting", "confirmed", "returned", "exported"):
        decided = submission(review=state, claimed_by="zhang")
        assert not case_of(decided, 1, account("zhang")).may_decide


def test_only_severities_that_are_open_are_counted() -> None:
    assert case_of(submission(), 1, account("li")).open_counts == {"A": 1, "C": 2}

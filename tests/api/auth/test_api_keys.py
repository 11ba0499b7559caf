from datetime import datetime, timedelta

import pytest

from api.auth import api_keys
from api.errors import NotFound
from api.store import accounts
from api.store.database import Database
from api.store.tables import Account


def test_the_secret_is_shown_once_and_not_kept(
    database: Database, zhang: Account, at: datetime
) -> None:
    with database.transaction() as session:
        issued = api_keys.issue(session, zhang, "脚本", at=at)
    with database.snapshot() as session:
        [kept] = api_keys.of_account(session, zhang)
        columns = {name: str(value) for name, value in vars(kept).items()}
        found = api_keys.account_of(session, issued.secret, at=at)
    assert found is not None and found[0].id == zhang.id
    assert issued.secret.rpartition("_")[2] not in "".join(columns.values())
    assert kept.prefix in issued.secret


@pytest.mark.parametrize("spoil", [str.upper, lambda s: s[:-1], lambda s: s + "x", lambda _: ""])
def test_anything_but_the_very_secret_is_nobody_s(
    database: Database, zhang: Account, at: datetime, spoil
) -> None:
    with database.transaction() as session:
        secret = api_keys.issue(session, zhang, "脚本", at=at).secret
        assert api_keys.account_of(session, spoil(secret), at=at) is None


def test_a_key_ends_on_its_day_or_when_it_is_revoked(
    database: Database, zhang: Account, at: datetime
) -> None:
    with database.transaction() as session:
        dated = api_keys.issue(session, zhang, "一天", at=at, valid_for=timedelta(days=1))
        revoked = api_keys.issue(session, zhang, "撤销", at=at)
        assert api_keys.account_of(session, dated.secret, at=at + timedelta(hours=23))
        assert api_keys.account_of(session, dated.secret, at=at + timedelta(days=1)) is None
        api_keys.revoke(session, zhang, revoked.key.id, at=at)
        assert api_keys.account_of(session, revoked.secret, at=at) is None


def test_nobody_revokes_another_account_s_key(
    database: Database, zhang: Account, at: datetime
) -> None:
    with database.transaction() as session:
        key = api_keys.issue(session, zhang, "脚本", at=at).key
        other = accounts.create(session, "li", "reviewer", at=at)
        with pytest.raises(NotFound):
            api_keys.revoke(session, other, key.id, at=at)

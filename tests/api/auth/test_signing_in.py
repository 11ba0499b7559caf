from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from api.auth import lockout, passwords
from api.auth.sessions import Opened
from api.auth.signing_in import sign_in
from api.errors import Invalid, SignInRequired, TooManyAttempts
from api.settings import Settings
from api.store import accounts, audit
from api.store.database import Database
from api.store.tables import Account

PASSWORD = "correct horse 电池"


@pytest.fixture
def entering(database: Database, settings: Settings, zhang: Account, at: datetime):
    def entering(
        password: str = PASSWORD,
        username: str = "zhang",
        address: str = "192.0.2.1",
        after: timedelta = timedelta(),
    ) -> Opened:
        return sign_in(
            database,
            settings,
            username,
            password,
            address=address,
            at=at + after,
            program_version="0.1.0",
        )

    return entering


def fail(entering, times: int, **given) -> None:
    for _ in range(times):
        with pytest.raises(SignInRequired):
            entering("wrong password", **given)


def test_the_name_is_the_same_in_capitals(entering, zhang: Account) -> None:
    assert entering(username=" ZHANG ").account.id == zhang.id


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(entering) -> None:
    told = []
    for given in ({"password": "wrong password"}, {"username": "nobody"}):
        with pytest.raises(SignInRequired) as refused:
            entering(**given)
        told.append(refused.value.message)
    assert told == ["用户名或密码不正确"] * 2


def test_an_account_without_a_password_can_not_sign_in_with_one(
    entering, database: Database, at: datetime
) -> None:
    with database.transaction() as session:
        accounts.create(session, "program", "uploader", at=at)
    with pytest.raises(SignInRequired):
        entering("the password of nobody", username="program")


def test_too_many_failures_lock_the_account_for_a_while_even_for_the_right_password(
    entering,
) -> None:
    fail(entering, 3)
    with pytest.raises(TooManyAttempts, match="15 分钟") as refused:
        entering()
    assert refused.value.retry_after == 15 * 60
    with pytest.raises(TooManyAttempts):
        entering(address="198.51.100.7", after=timedelta(minutes=14))
    assert entering(after=timedelta(minutes=15, seconds=1))


def test_trying_while_locked_does_not_lengthen_the_wait(entering) -> None:
    fail(entering, 3)
    for minute in range(15):
        with pytest.raises(TooManyAttempts):
            entering(after=timedelta(minutes=minute))
    assert entering(after=timedelta(minutes=15, seconds=1))


def test_success_forgets_the_failures_before(entering) -> None:
    fail(entering, 2)
    entering()
    fail(entering, 2)
    assert entering()


def test_old_failures_do_not_add_up(entering) -> None:
    fail(entering, 2)
    fail(entering, 2, after=timedelta(minutes=16))
    assert entering(after=timedelta(minutes=17))


def test_an_address_that_tries_many_names_is_locked_too(
    entering, database: Database, settings: Settings, at: datetime
) -> None:
    for number in range(30):
        with database.transaction() as session:
            lockout.attempt(
                session,
                f"name{number}",
                "192.0.2.1",
                at=at,
                most=settings.lockout_attempts,
                length=settings.lockout,
            )
    with pytest.raises(TooManyAttempts):
        entering()
    assert entering(address="198.51.100.7")


def test_an_admin_unlocks_an_account_at_once(entering, database: Database) -> None:
    fail(entering, 3)
    with database.transaction() as session:
        lockout.unlock(session, "Zhang")
    assert entering()


def test_guessing_in_parallel_gets_no_more_guesses(entering) -> None:
    def guess(number: int) -> type[Exception]:
        try:
            entering(f"guess number {number}")
        except (SignInRequired, TooManyAttempts) as refused:
            return type(refused)
        raise AssertionError("guessed")

    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(guess, range(6)))
    assert told.count(SignInRequired) == 3


def test_a_sign_in_is_in_the_log_without_name_or_address(
    entering, database: Database, zhang: Account
) -> None:
    entering()
    with database.snapshot() as session:
        [entry] = audit.entries(session)
    assert (entry.action, entry.actor) == ("session.open", zhang.id)
    assert "zhang" not in str(audit.plain(entry))
    assert "192.0.2.1" not in str(audit.plain(entry))


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaa", "my-zhang-password", "x" * 201])
def test_weak_passwords_are_refused(password: str) -> None:
    with pytest.raises(Invalid, match="密码"):
        passwords.hash_of(password, "Zhang")


def test_a_password_is_kept_as_argon2_and_a_weak_hash_renewed_at_sign_in(
    entering, zhang: Account
) -> None:
    before, after = zhang.password_hash, entering().account.password_hash
    assert before != after
    for kept in (before, after):
        assert kept.startswith("$argon2id$")
        assert PASSWORD not in kept
    assert entering()

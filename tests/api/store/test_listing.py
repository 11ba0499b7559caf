import base64
import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from api.errors import Invalid
from api.store import accounts, jobs, listing, submissions
from api.store.database import Database
from api.store.listing import Sort, Wanted
from api.store.tables import Submission


@pytest.fixture
def seven(database: Database, add_submission, at: datetime) -> Database:
    for number, name in enumerate("gcafbed"):
        add_submission(name, at=at + timedelta(minutes=number), city=("武汉", None)[number % 2])
    return database


def change(database: Database, name: str, **values: object) -> None:
    with database.transaction() as session:
        session.execute(update(Submission).where(Submission.name == name).values(**values))


def names(database: Database, wanted: Wanted | None = None, **given) -> str:
    with database.snapshot() as session:
        found = listing.page_of(session, None, wanted, **given)
    assert found.total == len(found.submissions)
    return "".join(each.name for each in found.submissions)


def by_turns(database: Database, sort: Sort, descending: bool) -> str:
    seen, cursor = "", None
    while True:
        with database.snapshot() as session:
            page = listing.page_of(
                session, sort=sort, descending=descending, limit=3, cursor=cursor
            )
        seen += "".join(each.name for each in page.submissions)
        cursor = page.next_cursor
        assert page.total == 7
        if cursor is None:
            return seen


def test_the_newest_comes_first(seven: Database) -> None:
    assert names(seven) == "debfacg"


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize(
    "sort", ["created", "updated", "name", "applicant", "verdict", "pages", "open"]
)
def test_pages_by_cursor_are_the_whole_list_once(
    seven: Database, sort: Sort, descending: bool
) -> None:
    change(seven, "a", pages=3, verdict="consistent", open_a=2, applicant="乙")
    change(seven, "b", pages=3, verdict="inconsistent", open_a=2, open_b=1, applicant="甲")
    change(seven, "c", pages=19, open_c=1)
    whole = names(seven, sort=sort, descending=descending)
    assert sorted(whole) == list("abcdefg")
    assert by_turns(seven, sort, descending) == whole


def test_most_open_findings_first(seven: Database) -> None:
    change(seven, "a", open_b=9)
    change(seven, "b", open_a=1)
    assert names(seven, sort="open").startswith("ba")


def test_the_gravest_verdict_first(seven: Database) -> None:
    change(seven, "a", verdict="consistent")
    change(seven, "b", verdict="inconsistent")
    change(seven, "c", verdict="needs_review")
    assert names(seven, sort="verdict").startswith("bca")


def test_what_was_added_meanwhile_moves_no_page(seven: Database, add_submission, at) -> None:
    with seven.snapshot() as session:
        first = listing.page_of(session, limit=3)
    add_submission("z", at=at + timedelta(hours=1))
    with seven.snapshot() as session:
        then = listing.page_of(session, limit=3, cursor=first.next_cursor)
    assert "".join(each.name for each in then.submissions) == "fac"


def test_the_list_is_narrowed_by_state_verdict_and_city(seven: Database) -> None:
    change(seven, "a", processing="done", verdict="consistent")
    change(seven, "b", processing="failed", review="returned", verdict="inconsistent")
    assert names(seven, Wanted(processing=("done", "failed"))) == "ba"
    assert names(seven, Wanted(review=("returned",))) == "b"
    assert names(seven, Wanted(verdict=("consistent",))) == "a"
    assert names(seven, Wanted(city="武汉")) == "dbag"
    assert names(seven, Wanted(city="武汉", verdict=("inconsistent",))) == "b"


def test_the_search_looks_at_names_and_codes_and_asks_for_every_word(seven: Database) -> None:
    change(seven, "a", applicant="武汉智能科技有限公司", credit_code="91420100MA4K000000")
    change(seven, "b", applicant="武汉数据有限公司", model_name="知音大模型")
    assert names(seven, Wanted(text="武汉")) == "ba"
    assert names(seven, Wanted(text="武汉 知音")) == "b"
    assert names(seven, Wanted(text="ma4k")) == "a"


@pytest.mark.parametrize("text", ["%", "_", "'", "\\", '"; DROP TABLE submissions'])
def test_signs_of_the_query_language_are_only_signs(seven: Database, text: str) -> None:
    assert names(seven, Wanted(text=text)) == ""


def test_nobody_lists_what_they_may_not_see(seven: Database, at: datetime) -> None:
    with seven.transaction() as session:
        local = accounts.create(session, "wang", "reviewer", at=at, city="武汉")
        uploader = accounts.create(session, "sun", "uploader", at=at)
    change(seven, "c", uploaded_by=uploader.id)
    with seven.snapshot() as session:
        seen = listing.page_of(session, local)
        mine = listing.page_of(session, uploader)
        assert {each.city for each in seen.submissions} == {"武汉"}
        assert seen.total == 4
        assert [each.name for each in mine.submissions] == ["c"]
        assert listing.cities(session) == ["武汉"]
        assert listing.cities(session, uploader) == []


@pytest.mark.parametrize(
    "cursor", ["x", "%%%", "bnVsbA", "W10", "WyJjcmVhdGVkIix0cnVlLFsxLDJdXQ", "é"]
)
def test_a_cursor_that_is_none_is_refused(seven: Database, cursor: str) -> None:
    with seven.snapshot() as session, pytest.raises(Invalid, match="翻页"):
        listing.page_of(session, cursor=cursor)


@pytest.mark.parametrize(
    ("sort", "value"),
    [("created", "2026-04-02T12:00:00"), ("created", 1), ("pages", "3"), ("pages", 1 << 40),
     ("name", None), ("name", {}), ("open", True)],
)  # fmt: skip
def test_a_cursor_with_a_value_of_another_kind_is_refused(
    seven: Database, sort: Sort, value: object
) -> None:
    values = [value] * (3 if sort == "open" else 1)
    written = json.dumps([sort, True, [*values, "a" * 16]]).encode()
    with seven.snapshot() as session, pytest.raises(Invalid, match="翻页"):
        listing.page_of(session, sort=sort, cursor=base64.urlsafe_b64encode(written).decode())


def test_a_cursor_of_another_order_is_refused(seven: Database) -> None:
    with seven.snapshot() as session:
        cursor = listing.page_of(session, limit=2).next_cursor
        with pytest.raises(Invalid, match="翻页"):
            listing.page_of(session, sort="name", cursor=cursor)


def test_the_progress_is_the_newest_jobs(seven: Database, at: datetime) -> None:
    with seven.transaction() as session:
        found = listing.page_of(session).submissions
        mine = submissions.get(session, found[0].id)
        jobs.enqueue(session, mine, at=at)
        newest = jobs.enqueue(session, mine, at=at + timedelta(minutes=1))
        progress = listing.progress_of(session, [each.id for each in found])
    assert {key: job.id for key, job in progress.items()} == {mine.id: newest.id}

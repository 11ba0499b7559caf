from datetime import datetime, timedelta

from api.store import webhooks
from api.store.database import Database

SECONDS = 30


def test_an_event_goes_to_those_who_asked_for_it(database: Database, at: datetime) -> None:
    with database.transaction() as session:
        every = webhooks.add(session, "https://a.example", [], created_by=None, at=at)
        some = webhooks.add(session, "https://b.example", ["x.y"], created_by=None, at=at)
        off = webhooks.add(session, "https://c.example", [], created_by=None, at=at)
        off.active = False
        made = webhooks.emit(session, "submission.done", {"id": "1"}, at=at)
        assert [each.webhook_id for each in made] == [every.id]
        made = webhooks.emit(session, "x.y", {"id": "1"}, at=at)
        assert {each.webhook_id for each in made} == {every.id, some.id}


def test_a_delivery_is_taken_once_and_due_again_when_its_process_dies(
    database: Database, at: datetime
) -> None:
    with database.transaction() as session:
        webhooks.add(session, "https://a.example", [], created_by=None, at=at)
        [made] = webhooks.emit(session, "x.y", {}, at=at)
    taken = []
    for moment in (at, at, at + timedelta(seconds=SECONDS)):
        with database.transaction() as session:
            due = webhooks.lease(session, at=moment, seconds=SECONDS)
            taken.append([delivery.id for delivery, _ in due])
    assert taken == [[made.id], [], [made.id]]


def test_a_delivered_event_is_not_sent_again(database: Database, at: datetime) -> None:
    with database.transaction() as session:
        webhook = webhooks.add(session, "https://a.example", [], created_by=None, at=at)
        [made] = webhooks.emit(session, "x.y", {}, at=at)
        webhooks.lease(session, at=at, seconds=SECONDS)
        webhooks.delivered(session, made.id, 204, at=at)
        assert webhooks.lease(session, at=at + timedelta(days=9), seconds=SECONDS) == []
        [shown] = webhooks.deliveries(session, webhook.id)
        assert (shown.delivered, shown.status) == (True, 204)


def test_a_refused_event_is_tried_later_and_later_and_then_given_up(
    database: Database, at: datetime
) -> None:
    with database.transaction() as session:
        webhooks.add(session, "https://a.example", [], created_by=None, at=at)
        [made] = webhooks.emit(session, "x.y", {}, at=at)
        waits = []
        while made.finished_at is None:
            [(taken, _)] = webhooks.lease(session, at=at, seconds=SECONDS)
            webhooks.not_delivered(session, taken.id, at=at, problem="refused", status=500)
            if made.finished_at is None:
                waits.append((made.next_at - at).total_seconds())
                at = made.next_at
        assert tuple(waits) == webhooks.RETRY_AFTER
        assert not made.delivered
        assert webhooks.lease(session, at=at + timedelta(days=9), seconds=SECONDS) == []


def test_a_removed_webhook_takes_its_deliveries_along(database: Database, at: datetime) -> None:
    with database.transaction() as session:
        webhook = webhooks.add(session, "https://a.example", [], created_by=None, at=at)
        webhooks.emit(session, "x.y", {}, at=at)
        webhooks.remove(session, webhook.id)
        assert webhooks.every(session) == []
        assert webhooks.lease(session, at=at, seconds=SECONDS) == []

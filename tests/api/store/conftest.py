from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from api.store import accounts, submissions
from api.store.database import Database
from api.store.tables import Account, Submission
from models.finding import Citation, Outcome, Severity
from models.report import (
    Produced,
    Report,
    ReportDocument,
    ReportField,
    ReportFinding,
    ReportSubmission,
)

NOON = datetime(2026, 4, 2, 12, tzinfo=UTC)

Adding = Callable[..., Submission]


@pytest.fixture
def at() -> datetime:
    return NOON


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def reviewer(database: Database) -> Account:
    with database.transaction() as session:
        return accounts.create(session, "zhang", "reviewer", at=NOON, display_name="张审核")


@pytest.fixture
def colleague(database: Database) -> Account:
    with database.transaction() as session:
        return accounts.create(session, "li", "reviewer", at=NOON, display_name="李审核")


@pytest.fixture
def admin(database: Database) -> Account:
    with database.transaction() as session:
        return accounts.create(session, "root", "admin", at=NOON, display_name="管理员")


@pytest.fixture
def add_submission(database: Database) -> Adding:
    def add(content: str = "a", **given: object) -> Submission:
        file = submissions.NewFile(f"{content}.pdf", _sha(content), "application/pdf", 10)
        known: dict[str, object] = {
            "name": content,
            "programme": "hubei-2025",
            "at": NOON,
            "uploaded_by": None,
        }
        with database.transaction() as session:
            added, _ = submissions.add(session, [file], **(known | given))
            return added

    return add


@pytest.fixture
def submission(add_submission: Adding) -> Submission:
    return add_submission()


def _sha(content: str) -> str:
    return (content.encode().hex() * 64)[:64]


def finding(rule: str, outcome: Outcome, severity: Severity) -> ReportFinding:
    return ReportFinding(
        rule=rule,
        title=rule,
        severity=severity,
        outcome=outcome,
        message="",
        values=[],
        source=Citation(title="通知", passage="第一条"),
    )


@pytest.fixture
def report() -> Report:
    field = ReportField(
        key="application_form.unit_name",
        label="申报单位",
        kind="text",
        value="武汉某某公司",
        text="武汉某某公司",
        confidence=0.99,
        status="sure",
        evidence=[],
    )
    document = ReportDocument(
        id="application_form-1", kind="application_form", title="申报表", pages=[], fields=[field]
    )
    return Report(
        schema="heyan.report/1",
        programme="hubei-2025",
        submission=ReportSubmission(name="a", submitted_on="2026-04-01", files=[]),
        pages=[],
        documents=[document],
        findings=[
            finding("FIN-01", "failed", "A"),
            finding("FIN-02", "doubtful", "C"),
            finding("FIN-03", "passed", "B"),
            finding("FIN-04", "not_applicable", "A"),
        ],
        not_checked=[],
        verdict="inconsistent",
        produced=Produced(
            version="0.1.0", engine="recorded", weights={"a": "b"}, seconds=1, pages_per_minute=60
        ),
    )

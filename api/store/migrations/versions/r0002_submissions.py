"""Submissions, their files, revisions and jobs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
PROCESSING = sa.Enum(
    "queued",
    "reading",
    "done",
    "failed",
    name="processing",
    native_enum=False,
    create_constraint=True,
    length=16,
)
REVIEW = sa.Enum(
    "waiting",
    "in_review",
    "confirmed",
    "returned",
    "exported",
    name="review",
    native_enum=False,
    create_constraint=True,
    length=16,
)
VERDICT = sa.Enum(
    "consistent",
    "inconsistent",
    "needs_review",
    name="verdict",
    native_enum=False,
    create_constraint=True,
    length=16,
)
JOB_KINDS = sa.Enum(
    "read", "recheck", name="kind", native_enum=False, create_constraint=True, length=16
)
JOB_STATES = sa.Enum(
    "queued",
    "running",
    "done",
    "failed",
    "cancelled",
    name="state",
    native_enum=False,
    create_constraint=True,
    length=16,
)


def upgrade() -> None:
    """Makes the tables."""
    _batches()
    _submissions()
    _submission_lists()
    _submission_files()
    _revisions()
    _jobs()


def downgrade() -> None:
    """Drops them."""
    for table in (
        "jobs",
        "revisions",
        "submission_files",
        "submissions",
        "batches",
    ):
        op.drop_table(table)


def _batches() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("created_by", sa.String(16), sa.ForeignKey("accounts.id")),
        sa.Column("created_at", MOMENT, nullable=False, index=True),
    )


def _submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("programme", sa.String(50), nullable=False),
        sa.Column("city", sa.String(50), index=True),
        sa.Column("submitted_on", sa.Date()),
        sa.Column("content_key", sa.String(64), nullable=False, unique=True),
        sa.Column(
            "supersedes_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="SET NULL"),
            index=True,
        ),
        sa.Column(
            "batch_id", sa.String(16), sa.ForeignKey("batches.id", ondelete="SET NULL"), index=True
        ),
        sa.Column("processing", PROCESSING, nullable=False, index=True),
        sa.Column("problem_class", sa.String(50)),
        sa.Column("problem", sa.Text()),
        sa.Column("review", REVIEW, nullable=False),
        sa.Column("applicant", sa.String(300)),
        sa.Column("credit_code", sa.String(30)),
        sa.Column("model_name", sa.String(300)),
        sa.Column("pages", sa.Integer()),
        sa.Column("verdict", VERDICT, index=True),
        sa.Column("outcomes", sa.JSON()),
        sa.Column("open_a", sa.Integer(), nullable=False),
        sa.Column("open_b", sa.Integer(), nullable=False),
        sa.Column("open_c", sa.Integer(), nullable=False),
        sa.Column("open_d", sa.Integer(), nullable=False),
        *_people(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False, index=True),
        sa.Column("delete_after", MOMENT, index=True),
    )


def _people() -> list[sa.Column[object]]:
    return [
        sa.Column("uploaded_by", sa.String(16), sa.ForeignKey("accounts.id")),
        sa.Column("claimed_by", sa.String(16), sa.ForeignKey("accounts.id"), index=True),
        sa.Column("claimed_at", MOMENT),
        sa.Column("confirmed_by", sa.String(16), sa.ForeignKey("accounts.id")),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("second_confirmed_by", sa.String(16), sa.ForeignKey("accounts.id")),
        sa.Column("second_confirmed_at", MOMENT),
    ]


def _submission_lists() -> None:
    op.create_index(None, "submissions", ["created_at", "id"])
    op.create_index(None, "submissions", ["review", "created_at"])


def _submission_files() -> None:
    op.create_table(
        "submission_files",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column(
            "submission_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
        sa.Column("media_type", sa.String(150), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("pages", sa.Integer()),
        sa.UniqueConstraint("submission_id", "position"),
    )


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column(
            "submission_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(16), sa.ForeignKey("accounts.id")),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("report", sa.LargeBinary(), nullable=False),
        sa.Column("submission_blob", sa.String(64), index=True),
        sa.Column("reading_blob", sa.String(64), index=True),
        sa.Column("verdict", VERDICT, nullable=False),
        sa.Column("program_version", sa.String(50), nullable=False),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.UniqueConstraint("submission_id", "number"),
    )


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column(
            "submission_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("kind", JOB_KINDS, nullable=False),
        sa.Column("state", JOB_STATES, nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("done_pages", sa.Integer(), nullable=False),
        sa.Column("total_pages", sa.Integer()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(100)),
        sa.Column("lease_until", MOMENT),
        sa.Column("not_before", MOMENT),
        sa.Column("problem_class", sa.String(50)),
        sa.Column("problem", sa.Text()),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("started_at", MOMENT),
        sa.Column("finished_at", MOMENT),
    )
    op.create_index(None, "jobs", ["state", "priority", "created_at"])

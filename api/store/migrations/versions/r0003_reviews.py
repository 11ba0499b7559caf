"""What people did with a submission."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
RESOLUTIONS = sa.Enum(
    "accepted",
    "returned",
    "withdrawn",
    name="kind",
    native_enum=False,
    create_constraint=True,
    length=16,
)
DECISIONS = sa.Enum(
    "confirm",
    "second_confirm",
    "return",
    "reopen",
    "export",
    name="kind",
    native_enum=False,
    create_constraint=True,
    length=16,
)


def upgrade() -> None:
    """Makes the tables."""
    _corrections()
    _page_changes()
    _notes()
    _resolutions()
    _decisions()


def downgrade() -> None:
    """Drops them."""
    for table in (
        "decisions",
        "resolutions",
        "notes",
        "page_changes",
        "corrections",
    ):
        op.drop_table(table)


def _corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column(
            "submission_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("document", sa.String(100), nullable=False),
        sa.Column("field", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON()),
        sa.Column("before", sa.JSON()),
        sa.Column("file", sa.Integer()),
        sa.Column("page", sa.Integer()),
        sa.Column("box", sa.JSON()),
        sa.Column("stated", sa.JSON()),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(16), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("submission_id", "document", "field", "number"),
    )


def _page_changes() -> None:
    op.create_table(
        "page_changes",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column(
            "submission_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("file", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(50)),
        sa.Column("position", sa.Integer()),
        sa.Column("turn", sa.Integer()),
        sa.Column("by", sa.String(16), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("submission_id", "file", "page", "number"),
    )


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column(
            "submission_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(50)),
        sa.Column("document", sa.String(100)),
        sa.Column("field", sa.String(200)),
        sa.Column("file", sa.Integer()),
        sa.Column("page", sa.Integer()),
        sa.Column("box", sa.JSON()),
        sa.Column("by", sa.String(16), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("removed_at", MOMENT),
    )


def _resolutions() -> None:
    op.create_table(
        "resolutions",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column(
            "submission_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", RESOLUTIONS, nullable=False),
        sa.Column("outcome", sa.String(20)),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.String(16), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("submission_id", "subject", "number"),
    )


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column(
            "submission_id",
            sa.String(16),
            sa.ForeignKey("submissions.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("kind", DECISIONS, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(16), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )

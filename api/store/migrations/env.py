"""What Alembic runs: the migrations on the connection it was given, or on HEYAN_DATABASE."""

from __future__ import annotations

import os

from alembic import context
from sqlalchemy import Connection

from api.settings import settings_from
from api.store.database import engine_of
from api.store.tables import Table


def run(connection: Connection) -> None:
    """Runs what is asked for in the connection's transaction."""
    context.configure(
        connection=connection,
        target_metadata=Table.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with engine_of(settings_from(os.environ).database_url).begin() as opened:
        run(opened)

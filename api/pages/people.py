"""Names of the people who did something, for pages that show ids of accounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.tables import Account

MACHINE = "程序"


def names_of(session: Session, account_ids: Iterable[str | None]) -> Mapping[str | None, str]:
    """Display names by id; None, the machine, and ids of removed accounts have one too."""
    wanted = {each for each in account_ids if each is not None}
    names: dict[str | None, str] = dict.fromkeys(wanted, "（已删除的账户）")
    names[None] = MACHINE
    found = session.execute(
        select(Account.id, Account.display_name).where(Account.id.in_(wanted))
    ).all()
    for account_id, name in found:
        names[account_id] = name
    return names

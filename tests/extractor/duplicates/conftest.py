"""Fingerprints of small submissions."""

from __future__ import annotations

from typing import Any

import pytest

from models.duplicate import Fingerprint, Printed, StatedNumber, StatedPhone

PLACE = Printed(document="patent-1", file=0, page=3)


def printed(unit: str, code: str, model: str | None = None, **more: Any) -> Fingerprint:
    return Fingerprint(unit=unit, names=(unit,), codes=(code,), model=model, **more)


def number(kind: Any, text: str, owner: str | None = None, **more: Any) -> StatedNumber:
    return StatedNumber(kind=kind, label="编号", number=text, owner=owner, place=PLACE, **more)


def phone(text: str) -> StatedPhone:
    return StatedPhone(label="联系方式", number=text, place=PLACE)


class Prints:
    """Makes fingerprints and what stands in them."""

    of = staticmethod(printed)
    number = staticmethod(number)
    phone = staticmethod(phone)


@pytest.fixture
def prints() -> type[Prints]:
    return Prints

"""One phone number for several units (DUP-07)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractor.duplicates.compared import Compared
from models.duplicate import Duplicate, StatedPhone

_SHORTEST = 10
"""Digits of a number with its area code; shorter ones are other numbers in other cities."""


def same_phones(compared: Compared) -> Iterator[Duplicate]:
    """Numbers that several units, none of them in the other's consortium, give as their own."""
    held: dict[str, dict[int, StatedPhone]] = {}
    for place, fingerprint in enumerate(compared.prints):
        for phone in fingerprint.phones:
            digits = re.sub(r"\D", "", phone.number)
            if len(digits) >= _SHORTEST:
                held.setdefault(digits, {}).setdefault(place, phone)
    for phones in held.values():
        places = list(phones)
        strangers = [pair for pair in combinations(places, 2) if not compared.one_consortium(pair)]
        if not strangers:
            continue
        number = phones[places[0]].number
        words = [compared.unit(place) for place in places]
        message = (
            f"不同单位填写同一电话 {number}：{compared.listed(places, words)}，可能由同一中介代办"
        )
        printed = [(place, phone.place) for place, phone in phones.items()]
        yield compared.duplicate("DUP-07", message, places, printed)

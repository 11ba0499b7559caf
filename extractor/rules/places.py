"""Places in addresses and names of offices: province, city, district."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from extractor.values.texts import compact

_PARTS = re.compile(
    r"(?P<province>[一-龥]{2,3}(?:省|自治区))?"
    r"(?P<city>[一-龥]{2,4}?(?:市|自治州|林区|地区|盟))?"
    r"(?P<district>[一-龥]{1,6}?(?:新技术开发区|经济技术开发区|开发区|新区|区|县|市|旗))?"
)


class Place(NamedTuple):
    """The parts of an address that are named; None where one is left out."""

    province: str | None
    city: str | None
    district: str | None


def place_in(address: str) -> Place:
    """The parts with which the address begins."""
    found = _PARTS.match(compact(address))
    return Place(*found.group("province", "city", "district")) if found else Place(None, None, None)


def city_named(words: str, cities: Iterable[str]) -> str | None:
    """The one known city that the words name, or None for none or several."""
    named = {city for city in cities if city in compact(words)}
    return named.pop() if len(named) == 1 else None

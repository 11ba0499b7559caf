"""Names of cities in one form, so that 武汉 and 武汉市 are one."""

from __future__ import annotations

import re

_KIND = re.compile(r"(?<=..)(?:土家族苗族自治州|林区|地区|市|州|盟)$")


def city_name(text: str | None) -> str | None:
    """The name without what kind of place it is: 武汉, 恩施, 荆州; None for nothing."""
    plain = "".join((text or "").split())
    return _KIND.sub("", plain) or None

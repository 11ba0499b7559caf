"""征收机关与营业执照住所在同一城市.

Paying in another city is lawful for projects there, so this only asks.
"""

from collections.abc import Mapping

from extractor.rules.citing import practice
from extractor.rules.places import city_named
from extractor.rules.rule import Rule
from models.extraction import Text
from models.finding import Disagreement


def check(authority: Text, address: Text, cities: Mapping[str, str]) -> Disagreement | None:
    """A question where both name a city, and not the same one."""
    office, seat = city_named(authority.value, cities), city_named(address.value, cities)
    if office is None or seat is None or office == seat:
        return None
    message = f"征收机关“{authority.value}”，营业执照住所在{seat}"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="TAX-07",
    title="征收机关与营业执照住所在同一城市",
    source=practice("跨区缴税合法，但需了解原因"),
    severity="C",
    for_each=("tax_certificate",),
    reads=("each.authority", "business_licence.address", "programme.city_codes"),
    check=check,
)

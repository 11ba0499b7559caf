"""营业执照住所与推荐单位在同一市州.

Each city's bureau recommends the applicants of its own city.
"""

from collections.abc import Mapping

from extractor.rules.citing import notice
from extractor.rules.places import city_named
from extractor.rules.rule import Rule
from models.extraction import Text
from models.finding import Disagreement


def check(licence: Text, recommending: Text, cities: Mapping[str, str]) -> Disagreement | None:
    """A question where both name a city of the province, and not the same one."""
    seat, city = city_named(licence.value, cities), city_named(recommending.value, cities)
    if seat is None or city is None or seat == city:
        return None
    message = f"营业执照住所在{seat}，推荐单位为“{recommending.value}”"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="ID-14",
    title="营业执照住所与推荐单位在同一市州",
    source=notice("Q8", "Q26"),
    severity="C",
    reads=(
        "business_licence.address",
        "application_form.recommending_unit",
        "programme.city_codes",
    ),
    check=check,
)

"""信用代码的行政区划与推荐单位相符.

The code keeps the place of first registration when a company moves, so this is only noted.
"""

from collections.abc import Mapping

from extractor.rules.citing import law
from extractor.rules.places import city_named
from extractor.rules.rule import Rule
from models.extraction import Identifier, Text
from models.finding import Disagreement


def check(
    code: Identifier, recommending: Text, cities: Mapping[str, str], province: str
) -> Disagreement | None:
    """A note where the code's division is of another province or another city."""
    division = code.value[2:8]
    city = city_named(recommending.value, cities)
    by_province = division.startswith(f"{province}0000")
    if city is None or by_province or division.startswith(cities[city]):
        return None
    message = f"信用代码登记地区划 {division} 不属推荐单位所在的{city}（迁入企业可以解释）"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="ID-15",
    title="信用代码的行政区划与推荐单位相符",
    source=law("GB 32100-2015", "第3—8位为登记管理机关行政区划码（GB/T 2260）"),
    severity="D",
    reads=(
        "business_licence.uscc",
        "application_form.recommending_unit",
        "programme.city_codes",
        "programme.province_code",
    ),
    check=check,
)

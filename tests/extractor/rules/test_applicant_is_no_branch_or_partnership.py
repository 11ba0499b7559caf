import pytest

from extractor.rules.applicant_is_no_branch_or_partnership import check
from models.extraction import Identifier, Text

COMPANY = Identifier(value="914201007071167872")


def test_a_company_passes() -> None:
    assert check(COMPANY, Text(value="有限责任公司（自然人投资或控股）")) is None


@pytest.mark.parametrize(
    "kind", ["有限责任公司分公司", "有限合伙企业", "个人独资企业", "个体工商户"]
)
def test_what_is_no_legal_person_fails(kind: str) -> None:
    said = check(COMPANY, Text(value=kind))
    assert said is not None
    assert said.severity == "A"


def test_the_code_alone_tells_a_sole_trader() -> None:
    said = check(Identifier(value="92420100MA4KL8QH5N"), None)
    assert said is not None
    assert said.values == ("business_licence.uscc",)

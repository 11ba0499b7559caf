import pytest

from extractor.rules.applicant_is_a_legal_person import check
from models.extraction import Identifier, Text

COMPANY, BODY = Identifier(value="914201007071167872"), Identifier(value="12420000MB1234567X")


@pytest.mark.parametrize(
    "kind",
    [
        "有限责任公司（自然人投资或控股）",
        "其他股份有限公司（非上市）",
        "全民所有制",
        "集体所有制（股份合作制）",
    ],
)
def test_a_company_passes(kind: str) -> None:
    assert check(COMPANY, Text(value=kind)) is None


def test_a_public_body_passes_without_a_type() -> None:
    assert check(BODY, None) is None


@pytest.mark.parametrize("kind", ["有限合伙企业", "有限责任公司分公司（自然人投资或控股）"])
def test_a_partnership_and_a_branch_fail(kind: str) -> None:
    said = check(COMPANY, Text(value=kind))
    assert said is not None
    assert (said.severity, said.outcome) == ("A", None)


def test_a_company_without_a_type_proves_nothing() -> None:
    said = check(COMPANY, None)
    assert said is not None
    assert said.outcome == "missing"


def test_a_type_that_is_not_known_is_a_question() -> None:
    said = check(COMPANY, Text(value="内资企业"))
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)

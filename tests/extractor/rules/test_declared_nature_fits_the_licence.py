import pytest

from extractor.rules.declared_nature_fits_the_licence import check
from models.extraction import Choice, Identifier, Text


@pytest.mark.parametrize(
    ("nature", "kind"),
    [
        ("民营企业", "有限责任公司（自然人投资或控股）"),
        ("国有企业", "有限责任公司（国有独资）"),
        ("合资企业", "有限责任公司（台港澳与境内合资）"),
        ("国有企业", "其他有限责任公司"),
        ("外资企业", "有限责任公司（台港澳自然人独资）"),
        ("外资企业", "有限责任公司（外国自然人独资）"),
    ],
)
def test_a_nature_that_the_type_does_not_contradict_passes(nature: str, kind: str) -> None:
    assert check(Choice(value=nature), Text(value=kind), None) is None


def test_a_state_owner_of_a_private_company_is_a_question() -> None:
    said = check(Choice(value="民营企业"), Text(value="有限责任公司（国有控股）"), None)
    assert said is not None
    assert said.severity == "C"


def test_a_public_body_s_certificate_has_no_type() -> None:
    said = check(Choice(value="事业单位"), None, Identifier(value="12420000MB1234567X"))
    assert said is not None
    assert said.outcome == "not_applicable"

from extractor.rules.special_audit_is_of_the_applicant_or_a_member import check
from models.extraction import Text, TextList

OWN = Text(value="武汉楚芯智能科技有限公司")
OTHER = Text(value="鄂州楚芯智能科技有限公司")


def test_the_applicant_passes() -> None:
    assert check(OWN, OWN, None, None) is None


def test_a_member_of_the_consortium_passes() -> None:
    assert check(OTHER, OWN, TextList(values=(OTHER.value,)), None) is None


def test_another_company_fails() -> None:
    said = check(OTHER, OWN, TextList(values=()), None)
    assert said is not None
    assert said.severity == "B"


def test_a_look_alike_of_a_member_is_not_judged() -> None:
    audited = Text(value="鄂州楚芯智能料技有限公司")
    said = check(audited, OWN, TextList(values=(OTHER.value,)), None)
    assert said is not None
    assert said.outcome == "unreadable"

from extractor.rules.phone_numbers_are_well_formed import check
from models.extraction import Identifier

GOOD = Identifier(value="13871234567")


def test_mobiles_and_landlines_pass() -> None:
    assert check(GOOD, Identifier(value="027-87654321"), None) == []


def test_each_number_of_another_form_is_a_question() -> None:
    (said,) = check(GOOD, None, Identifier(value="2387123456"))
    assert said.severity == "C"
    assert said.values == ("application_form.applicant_phone",)

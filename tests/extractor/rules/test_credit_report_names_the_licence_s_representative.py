from extractor.rules.credit_report_names_the_licence_s_representative import check
from models.extraction import Text


def test_the_same_person_passes() -> None:
    assert check(Text(value="王 芳"), Text(value="王芳")) is None


def test_another_person_is_a_question() -> None:
    said = check(Text(value="李强"), Text(value="王芳"))
    assert said is not None
    assert said.severity == "C"

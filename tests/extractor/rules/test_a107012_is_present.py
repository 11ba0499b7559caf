from extractor.rules.a107012_is_present import check
from models.extraction import Choice, Identifier, Text


def test_a_sheet_that_is_there_is_not_missed() -> None:
    said = check(True, None, None, None)
    assert (said.outcome, said.values) == ("passed", ("a107012.present",))


def test_a_company_without_the_sheet_lacks_what_the_notice_asks() -> None:
    said = check(False, Identifier(value="914201007071167872"), None, Choice(value="民营企业"))
    assert (said.outcome, said.severity) == ("missing", "A")


def test_a_public_body_files_no_return_so_it_is_only_asked() -> None:
    said = check(False, Identifier(value="12420000MB1234567X"), None, None)
    assert said.severity == "C"


def test_a_partnership_files_no_return_either() -> None:
    said = check(False, None, Text(value="有限合伙企业"), None)
    assert said.severity == "C"

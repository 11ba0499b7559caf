from typing import Any

from extractor.rules.rule import Seals, Words
from extractor.rules.tax_return_shows_that_it_was_filed import check


def words(*pages: str) -> Words:
    return Words(pages, tuple(range(1, len(pages) + 1)))


SHEET = "企业所得税年度纳税申报主表"


def test_a_mark_or_a_seal_of_the_tax_office_passes(papers: Any) -> None:
    assert check(words(SHEET, "国家税务总局湖北省电子税务局"), None, None, None) is None
    seals = Seals((papers.seal("国家税务总局武汉市税务局"),))
    assert check(words(SHEET), None, seals, None) is None


def test_a_sheet_without_either_is_a_note(papers: Any) -> None:
    said = check(words(SHEET), None, Seals((papers.seal(papers.name),)), None)
    assert said is not None
    assert (said.severity, said.outcome) == ("D", None)


def test_without_words_nothing_is_said() -> None:
    said = check(None, None, Seals(), None)
    assert said is not None
    assert said.outcome == "not_applicable"

from extractor.rules.rule import Words
from extractor.rules.software_was_finished_around_the_development import check
from models.extraction import Month

START, END = Month(year=2024, month=3), Month(year=2025, month=10)


def said(day: str, end: Month | None = END) -> tuple[str, str | None] | None:
    found = check(Words((f"软件名称:甲 开发完成日期:{day}",)), START, end)
    return None if found is None else (found.severity, found.outcome)


def test_software_of_the_development_passes() -> None:
    assert said("2025年6月30日") is None
    assert said("2022年1月1日") is None
    assert said("2026年1月1日", Month(year=None)) is None


def test_software_of_long_before_or_of_after_is_a_question() -> None:
    assert said("2019年6月30日") == ("C", None)
    assert said("2025年12月1日") == ("C", None)


def test_without_a_day_nothing_is_asked() -> None:
    assert said("未填") == ("C", "not_applicable")
    assert said("2025年13月1日") == ("C", "not_applicable")

from extractor.rules.credit_report_is_the_official_report import check
from extractor.rules.rule import Words


def words(*pages: str) -> Words:
    return Words(pages, tuple(range(1, len(pages) + 1)))


def test_the_platforms_report_passes() -> None:
    assert check(words("法人和非法人组织公共信用信息报告")) is None


def test_a_picture_of_the_web_page_is_a_note() -> None:
    said = check(words("信用中国首页查询结果", "严重失信主体名单0条"))
    assert said is not None
    assert said.severity == "D"

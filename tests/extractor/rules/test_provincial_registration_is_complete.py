from datetime import date
from typing import Any

from extractor.rules.provincial_registration_is_complete import check
from models.extraction import Day, Identifier, Text

REGISTRATION = "湖北省互联网信息办公室生成式人工智能服务登记公告上线编号Hubei-ChuHeng-202511200001"
NUMBER = Identifier(value="Hubei-ChuHeng-202511200001")
OWNER, DAY = Text(value="武汉楚芯智能科技有限公司"), Day(value=date(2025, 11, 20))


def test_a_registration_with_all_it_needs_passes(papers: Any) -> None:
    assert check(papers.words(REGISTRATION), NUMBER, OWNER, DAY).outcome == "passed"


def test_what_it_lacks_is_named(papers: Any) -> None:
    said = check(papers.words("上线编号:", "登记公告"), None, OWNER, None)
    assert (said.severity, said.outcome) == ("C", None)
    assert "编号、登记日期、出具机关" in said.message


def test_an_algorithm_s_filing_is_another_thing(papers: Any) -> None:
    number = Identifier(value="网信算备420111000000001250001号")
    said = check(papers.words("互联网信息服务算法备案信息"), number, OWNER, DAY)
    assert said.outcome == "not_applicable"

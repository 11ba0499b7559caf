from typing import Any

from extractor.rules.seals_cover_no_figures import KINDS, check
from models.document import BoundingBox
from models.extraction import Field, Text

FAR = BoundingBox(left=0.6, top=0.6, right=0.8, bottom=0.8)


def papers_with(field: Field) -> list[dict[str, Field] | None]:
    return [{"revenue": field}, *[None] * (len(KINDS) - 1)]


def figure(papers: Any) -> Field:
    form = papers.form(revenue=papers.wan("12.50"))
    return next(each for each in form.fields if each.key.endswith(".revenue"))


def test_a_figure_under_a_seal_is_noted_with_its_page(papers: Any) -> None:
    page = papers.page("x", number=1, seals=(papers.seal("楚芯公司"),))
    said = check((page,), *papers_with(figure(papers)))
    assert said.outcome == "passed"
    assert "revenue（第 1 页）" in said.message


def test_a_seal_elsewhere_hides_nothing(papers: Any) -> None:
    seal = papers.seal("楚芯公司").model_copy(update={"box": FAR})
    said = check((papers.page("x", number=1, seals=(seal,)),), *papers_with(figure(papers)))
    assert "未遮盖" in said.message


def test_words_under_a_seal_are_no_figures(papers: Any) -> None:
    page = papers.page("x", number=1, seals=(papers.seal("楚芯公司"),))
    words = figure(papers).model_copy(update={"value": Text(value="楚芯")})
    assert "未遮盖" in check((page,), *papers_with(words)).message

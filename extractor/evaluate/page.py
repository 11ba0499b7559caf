"""An evaluation as one self-contained HTML file: tables, reliability diagram, the worst crops."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from extractor.evaluate.evaluation import Evaluation
from extractor.evaluate.exhibits import Exhibit, exhibits
from extractor.evaluate.reliability import Bin, reliability
from extractor.evaluate.results import PageResult
from extractor.evaluate.wording import percent
from extractor.reports.wording import KINDS


@dataclass(frozen=True)
class PageContext:
    """What the template is given; a name it does not list is an error."""

    evaluation: Evaluation
    bins: tuple[Bin, ...]
    exhibits: tuple[Exhibit, ...]
    misread_pages: tuple[tuple[str, PageResult], ...]
    kinds: dict[str, str]


def evaluation_page(evaluation: Evaluation, folder: Path) -> str:
    """The HTML text; ``folder`` holds what was evaluated, for the crops."""
    environment = Environment(
        loader=PackageLoader("extractor.evaluate"), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(percent=percent)
    fields = [field for each in evaluation.submissions for field in each.fields]
    context = PageContext(
        evaluation=evaluation,
        bins=reliability(fields),
        exhibits=exhibits(evaluation, folder),
        misread_pages=tuple(
            (each.name, page)
            for each in evaluation.submissions
            for page in each.pages
            if page.kind != page.expected_kind
            or (page.expected_turn is not None and page.turn != page.expected_turn)
        ),
        kinds={str(kind): name for kind, name in KINDS.items()},
    )
    return environment.get_template("evaluation.html.j2").render(vars(context))

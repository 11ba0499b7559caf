"""A107012 各行完整可读.

The sheet fills two pages; a lost second page takes the totals with it.
"""

from collections.abc import Mapping, Sequence

from extractor.forms.form import load_form
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from models.extraction import Choice, Field
from models.finding import Disagreement


def check(edition: Choice, rows: Mapping[str, Field]) -> Disagreement | None:
    """Missing where a row of the edition is not on the pages, unreadable where it can't be read."""
    form = load_form("A107012")
    numbers = form.numbers(form.edition(edition.value)).values()
    expected = [f"row_{number}" for number in numbers if number.isdigit()]
    lost = _on_a_lost_page(expected, rows)
    if lost:
        message = f"A107012 未见第{'、'.join(name.removeprefix('row_') for name in lost)}行"
        return Disagreement(
            severity="B", message=message, values=("a107012.edition",), outcome="missing"
        )
    blurred = [name for name in expected if name not in rows or rows[name].value is None]
    if blurred:
        message = f"A107012 第{'、'.join(name.removeprefix('row_') for name in blurred)}行无法辨认"
        keys = tuple(f"a107012.{name}" for name in blurred)
        return Disagreement(severity="B", message=message, values=keys, outcome="unreadable")
    message = f"{len(expected)} 行齐全"
    return holds("B", message, "a107012.edition")


def _on_a_lost_page(expected: Sequence[str], rows: Mapping[str, Field]) -> list[str]:
    """The rows before the first and after the last that was seen.

    The sheet is printed as one: a row between two that were seen is on the paper, only not legible.
    """
    seen = [place for place, name in enumerate(expected) if name in rows]
    if not seen:
        return list(expected)
    return [*expected[: seen[0]], *expected[seen[-1] + 1 :]]


RULE = Rule(
    code="M-18",
    title="A107012 各行完整可读",
    source=practice("缺页的明细表不能核对合计"),
    severity="B",
    reads=("a107012.edition", "a107012.row_*"),
    check=check,
)

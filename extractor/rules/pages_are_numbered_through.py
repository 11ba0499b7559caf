"""页码连续，无缺页重页.

The notice wants page numbers; a jump in them shows a page that was lost or bound twice.
"""

from extractor.rules.citing import notice
from extractor.rules.page_numbers import bound_volume, breaks_in, is_numbered
from extractor.rules.rule import Rule
from models.extraction import PageKind
from models.finding import Disagreement


def check(seen: tuple[PageKind, ...]) -> Disagreement | None:
    """A question where the numbers of the bundle jump; not applicable where it has none."""
    pages = bound_volume([each.page for each in seen])
    if not is_numbered(pages):
        message = "未见连续页码"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    jumps = breaks_in(pages)
    if not jumps:
        return None
    told = "；".join(
        f"第 {pages[place].number} 页起页码{'跳过' if skipped > 0 else '重复'} {abs(skipped)} 页"
        for place, skipped in jumps
    )
    places = tuple((pages[place].file, pages[place].number) for place, _ in jumps)
    return Disagreement(severity="C", message=told, pages=places)


RULE = Rule(
    code="M-16",
    title="页码连续，无缺页重页",
    source=notice("Q17"),
    severity="C",
    reads=("submission.pages",),
    check=check,
)

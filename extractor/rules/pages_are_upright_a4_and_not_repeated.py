"""页面幅面、方向正常，无空白扫描和重复页.

None of it changes what is declared; the person who binds the volume wants to know.
"""

from collections.abc import Iterable

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.values.texts import compact
from models.document import Page
from models.extraction import PageKind
from models.finding import Disagreement

A4 = 297 / 210
OTHER_FORMAT = 0.05
"""How far a scan's sides may differ from A4 in proportion: scanners cut a little off."""
LONG_ENOUGH = 80
"""Letters; shorter pages (a heading, a stamp) look alike without being copies."""
UPSIDE_DOWN = 180


def check(seen: tuple[PageKind, ...]) -> Disagreement | None:
    """A note that lists the pages."""
    pages = [each.page for each in seen if each.page.source != "word"]
    if all(page.blank for page in pages):
        message = "未读到任何页面"
        return Disagreement(severity="D", message=message, outcome="not_applicable")
    found = {
        "空白页": [page for page in pages if page.blank],
        "倒置": [page for page in pages if page.turned == UPSIDE_DOWN],
        "非 A4 幅面": [page for page in pages if not _is_a4(page)],
        "与前页重复": _repeated(pages),
    }
    told = [f"{what}：第 {_numbers(which)} 页" for what, which in found.items() if which]
    return Disagreement(severity="D", message="；".join(told)) if told else None


def _is_a4(page: Page) -> bool:
    long, short = max(page.width, page.height), max(1, min(page.width, page.height))
    return abs(long / short / A4 - 1) <= OTHER_FORMAT


def _repeated(pages: Iterable[Page]) -> list[Page]:
    """Pages whose words stood on an earlier page, letter for letter."""
    seen: set[str] = set()
    found = []
    for page in pages:
        words = compact(page.text)
        if len(words) >= LONG_ENOUGH and words in seen:
            found.append(page)
        seen.add(words)
    return found


def _numbers(pages: Iterable[Page]) -> str:
    return "、".join(str(page.number) for page in pages)


RULE = Rule(
    code="M-21",
    title="页面幅面、方向正常，无空白扫描和重复页",
    source=notice("Q25"),
    severity="D",
    reads=("submission.pages",),
    check=check,
)

"""推荐函列明各申报单位并盖章.

The letter is the city's, on all the units it recommends; where it lies in an applicant's bundle it
has to name that applicant, and bear seal and date.
"""

import re

from extractor.rules.citing import notice
from extractor.rules.office_papers import letters, names_unit, pages_named, sealed_by_office
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import cut
from models.extraction import PageKind, Text
from models.finding import Disagreement

PAGES = ("submission.pages",)
_DAY = re.compile(r"20\d{2}年\d{1,2}月\d{1,2}日|二[〇○0零]二[〇○0零一二三四五六七八九]年")


def check(seen: tuple[PageKind, ...], unit: Text | None) -> list[Disagreement]:
    """Missing where the letter is unsealed; a question where it names others only, or no day."""
    found = list(letters(seen))
    if not found:
        message = "材料中未见推荐函（由推荐单位另行报送）"
        return [Disagreement(severity="B", message=message, values=PAGES, outcome="not_applicable")]
    where = f"推荐函（{pages_named(page for page, _ in found)}）"
    words = "".join(text for _, text in found)
    said = []
    sealed = sealed_by_office(seal for page, _ in found for seal in page.seals)
    if sealed is None:
        message = f"{where}有印章未能辨认，请核对原件"
        said.append(Disagreement(severity="B", message=message, values=PAGES, outcome="unreadable"))
    elif not sealed:
        message = f"{where}未检出推荐单位印章"
        said.append(Disagreement(severity="B", message=message, values=PAGES, outcome="missing"))
    if unit and not names_unit(words, unit.value):
        message = f"{where}未见申报单位“{cut(unit.value)}”，请核对"
        said.append(Disagreement(severity="C", message=message, values=PAGES))
    if not _DAY.search(words):
        said.append(Disagreement(severity="C", message=f"{where}未见日期", values=PAGES))
    return said or [holds("B", f"{where}已盖章，列有申报单位和日期", *PAGES)]


RULE = Rule(
    code="SUB-06",
    title="推荐函列明各申报单位并盖章",
    source=notice("Q9"),
    severity="B",
    reads=PAGES,
    reads_if_present=("application_form.unit_name",),
    check=check,
    agreement_confirms=True,
)

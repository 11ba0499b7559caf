"""部门盖章核查意见齐备.

The city's office checks the units it recommends and hands its opinion in itself, so a bundle without
one is no fault of the applicant. One that is there has to bear the office's seal, name every unit
and reach back to the day that the notice sets.
"""

import re
from collections.abc import Iterator
from datetime import date

from extractor.rules.citing import notice
from extractor.rules.naming import is_one_of, names_in
from extractor.rules.office_papers import (
    names_unit,
    opinions,
    pages_named,
    sealed_by_office,
)
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import cut
from models.extraction import PageKind, Text, Value
from models.finding import Disagreement

PAGES = ("submission.pages",)
_CHECKED = re.compile(r"核查|核实|查询")
"""A letter that recommends after a look at the papers (经审核) is no opinion on the unit's conduct."""
_YEARS = re.compile(r"近三年|三年(?:来|以来|内)")


def check(
    seen: tuple[PageKind, ...], since: date, unit: Text | None, members: Value | None
) -> list[Disagreement]:
    """Missing where the opinion is unsealed; a question where it leaves a unit or a year out."""
    found = [(page, words) for page, words in opinions(seen) if _CHECKED.search(words)]
    if not found:
        message = "材料中未见部门核查意见（由推荐单位另行出具）"
        return [Disagreement(severity="B", message=message, values=PAGES, outcome="not_applicable")]
    where = f"核查意见（{pages_named(page for page, _ in found)}）"
    words = "".join(text for _, text in found)
    units = [unit.value] if unit else []
    units += [name for name in names_in(members) if not is_one_of(name, units)]
    said = [
        *_of_its_seal(where, sealed_by_office(seal for page, _ in found for seal in page.seals)),
        *_of_its_units(where, words, units),
    ]
    if f"{since.year}年" not in words and not _YEARS.search(words):
        message = f"{where}未写明核查期间（应为 {since} 至今）"
        said.append(Disagreement(severity="C", message=message, values=PAGES))
    return said or [holds("B", f"{where}已盖章并载明核查单位和期间", *PAGES)]


def _of_its_seal(where: str, sealed: bool | None) -> Iterator[Disagreement]:
    if sealed:
        return
    message = f"{where}有印章未能辨认，请核对原件" if sealed is None else f"{where}未检出部门印章"
    yield Disagreement.model_validate(
        {
            "severity": "B",
            "message": message,
            "values": PAGES,
            "outcome": "unreadable" if sealed is None else "missing",
        }
    )


def _of_its_units(where: str, words: str, units: list[str]) -> Iterator[Disagreement]:
    absent = [name for name in units if not names_unit(words, name)]
    if absent:
        listed = "、".join(f"“{cut(name)}”" for name in absent)
        message = f"{where}未见{listed}，请核对核查是否覆盖所有申报单位"
        yield Disagreement(severity="C", message=message, values=PAGES)


RULE = Rule(
    code="CRE-08",
    title="部门盖章核查意见齐备",
    source=notice("Q8"),
    severity="B",
    reads=("submission.pages", "programme.violations_since"),
    reads_if_present=("application_form.unit_name", "application_form.consortium_members"),
    check=check,
    agreement_confirms=True,
)

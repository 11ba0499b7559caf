"""财务报表页与正文页属同一报告.

Statements print who drew them up and for which year. Those of another unit or year, bound into the
report or sealed by another firm than signed it, are not the ones that were audited.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from extractor.rules.choosing import year_in
from extractor.rules.citing import practice
from extractor.rules.naming import name_on_seal
from extractor.rules.rule import Rule, Seals, Words, holds
from extractor.rules.signing import FIRM
from extractor.rules.wording import cut
from extractor.values import names
from models.extraction import Text, Value
from models.finding import Disagreement

STATEMENT = re.compile(r"(?:资产负债|利润|现金流量|所有者权益变动|股东权益变动)表")
_DRAWN_UP_BY = re.compile(
    r"(?:编制单位|编报单位|编制企业)(?:名称)?[:：]?"
    r"(?P<name>[一-龥（）()A-Za-z0-9·]{4,40}?(?:有限公司|有限责任公司|股份公司|研究院|研究所|大学|中心|厂))"
)
_DATE = re.compile(r"(20\d{2})年(?:度|\d{1,2}(?:[-—~至]\d{1,2})?月)")
_MISREAD = 2
"""Letters; a name in small print is read worse than a heading."""
_ANOTHER_FIRM = 60
"""Of 100: the letters that two firms' names have in common, 会计师事务所 among them."""
_WORDS, _SEALS = "audit_report.words", "audit_report.seals"


def check(
    report: Words, entity: Text, fiscal_year: Value, firm: Text | None, seals: Seals | None
) -> list[Disagreement]:
    """A question for statements of another unit or year, and for a second firm's seal."""
    pages = [
        (number, page)
        for number, page in zip(report.numbers, report.pages, strict=False)
        if STATEMENT.search(page) and _DRAWN_UP_BY.search(page)
    ]
    said = [
        *_of_others(pages, entity.value),
        *_of_other_years(pages, year_in(fiscal_year)),
        *_of_other_firms(firm, seals),
    ]
    if said:
        return said
    if not pages:
        message = "报表页未辨认出编制单位"
        return [
            Disagreement(severity="C", message=message, values=(_WORDS,), outcome="not_applicable")
        ]
    return [holds("C", "报表的编制单位、期间与报告正文一致", _WORDS)]


def _of_others(pages: list[tuple[int, str]], entity: str) -> Iterator[Disagreement]:
    wanted = names.normalise(entity)
    for number, page in pages:
        drawn_up = [names.normalise(found["name"]) for found in _DRAWN_UP_BY.finditer(page)]
        if all(Levenshtein.distance(name, wanted) > _MISREAD for name in drawn_up):
            message = (
                f"第 {number} 页报表的编制单位为“{cut(drawn_up[0])}”，被审计单位为“{cut(entity)}”"
            )
            yield Disagreement(
                severity="C", message=message, values=(_WORDS, "audit_report.entity_name")
            )


def _of_other_years(pages: list[tuple[int, str]], year: int | None) -> Iterator[Disagreement]:
    for number, page in pages:
        years = {int(found) for found in _DATE.findall(page)}
        if year and years and year not in years:
            listed = "、".join(str(each) for each in sorted(years))
            message = f"第 {number} 页报表为 {listed} 年，审计报告为 {year} 年度"
            yield Disagreement(
                severity="C", message=message, values=(_WORDS, "audit_report.fiscal_year")
            )


def _of_other_firms(firm: Text | None, seals: Seals | None) -> Iterator[Disagreement]:
    """A second firm's seal beside the signing firm's own (AUD-15 speaks where that is absent)."""
    if firm is None or seals is None:
        return
    wanted = names.normalise(firm.value)
    rings = [name_on_seal(ring) for ring in seals.texts if FIRM in ring]
    likeness = {ring: fuzz.ratio(ring, wanted.partition("（")[0]) for ring in rings}
    others = [ring for ring, like in likeness.items() if like < _ANOTHER_FIRM]
    if others and len(others) < len(likeness):
        message = f"报告由“{cut(firm.value)}”出具，另有“{cut(others[0])}”的印章"
        yield Disagreement(severity="C", message=message, values=(_SEALS, "audit_report.firm"))


RULE = Rule(
    code="AUD-16",
    title="财务报表页与正文页属同一报告",
    source=practice("报表须为随审计报告一并出具的报表，更换报表页的报告不能采信"),
    severity="C",
    reads=(_WORDS, "audit_report.entity_name", "audit_report.fiscal_year"),
    reads_if_present=("audit_report.firm", _SEALS),
    check=check,
    agreement_confirms=True,
)

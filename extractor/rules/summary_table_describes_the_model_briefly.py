"""汇总表描述约100字.

The list asks for about a hundred characters on each model, and is printed with what it gets.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, holds
from extractor.rules.summary_table import listed_in
from extractor.rules.wording import cut
from models.extraction import PageKind
from models.finding import Disagreement

PAGES = ("submission.pages",)


def check(seen: tuple[PageKind, ...], least: int, most: int) -> list[Disagreement]:
    """A note on each description that is much shorter or longer."""
    told = [(row, row["description"]) for row in listed_in(seen) if row["description"]]
    if not told:
        message = "材料中未见汇总表的项目描述"
        return [Disagreement(severity="D", message=message, values=PAGES, outcome="not_applicable")]
    said = [
        Disagreement(
            severity="D",
            message=f"汇总表“{cut(row['unit'])}”的描述 {len(words)} 字，通知要求100字左右",
            values=PAGES,
            outcome="passed",
        )
        for row, words in told
        if not least <= len(words) <= most
    ]
    return said or [holds("D", "汇总表描述均在100字左右", *PAGES)]


RULE = Rule(
    code="MOD-17",
    title="汇总表描述约100字",
    source=notice("Q26"),
    severity="D",
    reads=(*PAGES, "programme.description_length_min", "programme.description_length_max"),
    check=check,
    agreement_confirms=True,
)

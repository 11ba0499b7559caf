"""研发费用加计扣除优惠明细表（A107012） 在材料中.

The sheet carries the research spending as declared to the tax office.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.filing_duty import files_return
from extractor.rules.rule import Rule, holds
from models.extraction import Choice, Identifier, Text
from models.finding import Disagreement

PRESENT = "a107012.present"
PAPER = "研发费用加计扣除优惠明细表（A107012）"


def check(
    sheet: bool, uscc: Identifier | None, kind: Text | None, nature: Choice | None
) -> Disagreement:
    """Missing without the sheet; a question only where the applicant need not file a return."""
    if sheet:
        # Whoever need not file one has done so all the same: who it is plays no part.
        return holds("A", f"材料中有{PAPER}", PRESENT)
    return absent(PAPER, "A" if files_return(uscc, kind, nature) else "C")


RULE = Rule(
    code="M-09",
    title=f"{PAPER}齐备",
    source=notice("Q20"),
    severity="A",
    reads=(PRESENT,),
    reads_if_present=(
        "business_licence.uscc",
        "business_licence.type",
        "application_form.unit_nature",
    ),
    check=check,
)

"""企业所得税年度纳税申报表（A100000） 在材料中.

The main sheet of the annual return carries revenue and profit as declared to the tax office.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.filing_duty import files_return
from extractor.rules.rule import Rule, holds
from models.extraction import Choice, Identifier, Text
from models.finding import Disagreement

PRESENT = "a100000.present"
PAPER = "企业所得税年度纳税申报表（A100000）"


def check(
    sheet: bool, uscc: Identifier | None, kind: Text | None, nature: Choice | None
) -> Disagreement:
    """Missing without the sheet; a question only where the applicant need not file a return."""
    if sheet:
        # Whoever need not file one has done so all the same: who it is plays no part.
        return holds("A", f"材料中有{PAPER}", PRESENT)
    return absent(PAPER, "A" if files_return(uscc, kind, nature) else "C")


RULE = Rule(
    code="M-08",
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

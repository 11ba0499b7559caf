"""信用核查覆盖联合体各成员.

The check covers every applying unit, not the lead alone.
"""

from extractor.rules.citing import notice
from extractor.rules.members_papers import each_encloses
from extractor.rules.rule import Rule

PAPERS = "credit_report[*].name"

check = each_encloses(PAPERS, "信用报告")

RULE = Rule(
    code="CON-06",
    title="信用核查覆盖联合体各成员",
    source=notice("Q8"),
    severity="B",
    reads=("application_form.consortium_members*",),
    reads_if_present=("application_form.unit_name", PAPERS),
    check=check,
    agreement_confirms=True,
)

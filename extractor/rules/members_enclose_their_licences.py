"""联合体各成员有营业执照且为独立法人.

A member is a legal person of its own, which only its licence shows.
"""

from extractor.rules.citing import notice
from extractor.rules.members_papers import each_encloses
from extractor.rules.rule import Rule

PAPERS = "business_licence[*].name"

check = each_encloses(PAPERS, "营业执照")

RULE = Rule(
    code="CON-04",
    title="联合体各成员有营业执照且为独立法人",
    source=notice("Q1", "Q2"),
    severity="B",
    reads=("application_form.consortium_members*",),
    reads_if_present=("application_form.unit_name", PAPERS),
    check=check,
    agreement_confirms=True,
)

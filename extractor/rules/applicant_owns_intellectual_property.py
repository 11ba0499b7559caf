"""申报单位拥有相关知识产权.

The notice wants a model with intellectual property of the applicant's own.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import is_one_of, names_in, names_in_all
from extractor.rules.rule import Rule
from models.extraction import Text, Value
from models.finding import Disagreement


def check(
    name: Text,
    patents: tuple[Value | None, ...] | None,
    works: tuple[Value | None, ...] | None,
    members: Value | None,
    former: Value | None,
    reported: Value | None,
    *others: bool,
) -> Disagreement | None:
    """A question where no patent or software copyright is the applicant's or a member's.

    Where no further proof is there at all, only its completeness rule speaks.
    """
    if not patents and not works and not any(others):
        message = "未见其他证明材料，无从核对"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    known = (name.value, *names_in_all((members, former, reported)))
    owners = [owner for each in (*(patents or ()), *(works or ())) for owner in names_in(each)]
    if any(is_one_of(owner, known) for owner in owners):
        return None
    listed = f"所附权利人为{'、'.join(owners)}" if owners else "未附专利或软件著作权"
    return Disagreement(severity="C", message=f"{listed}，未见申报单位自有知识产权")


RULE = Rule(
    code="MOD-10",
    title="申报单位拥有相关知识产权",
    source=notice("Q5"),
    severity="C",
    reads=("application_form.unit_name",),
    reads_if_present=(
        "patent[*].owner",
        "software_copyright[*].owner",
        "application_form.consortium_members",
        "business_licence.former_names",
        "credit_report.former_names",
        "filing.present",
        "test_report.present",
        "contract.present",
    ),
    check=check,
)

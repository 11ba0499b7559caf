"""未混入其他单位或其他年度的页面.

Looked at where several papers of a kind lie in the bundle and one of them is the applicant's: what
is wrong with a single paper, its own rule says. Papers of earlier years are lawful beside the one
asked for.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import is_one_of, names_in_all
from extractor.rules.rule import Rule
from extractor.rules.wording import cut
from extractor.values import names
from models.extraction import Text, Value
from models.finding import Disagreement

PAPERS = (
    ("audit_report.entity_name", "审计报告"),
    ("special_audit_report.entity_name", "专项审计报告"),
    ("a100000.taxpayer_name", "A100000"),
    ("a107012.taxpayer_name", "A107012"),
    ("credit_report.name", "信用报告"),
)
"""Papers of which the applicant's one is chosen and the others are not looked at."""


def check(
    unit: Text,
    licence: Text | None,
    members: Value | None,
    former: Value | None,
    reported: Value | None,
    *stated: tuple[Text | None, ...] | None,
) -> list[Disagreement]:
    """A question for each paper that surely names a stranger beside the applicant's own."""
    known = (unit.value, *((licence.value,) if licence else ()))
    known = (*known, *names_in_all((members, former, reported)))
    said = []
    for (key, paper), each in zip(PAPERS, stated, strict=True):
        named = [name.value for name in each or () if name is not None]
        others = [name for name in named if not _may_be(name, known)]
        if others and any(is_one_of(name, known) for name in named):
            listed = "、".join(f"“{cut(name)}”" for name in dict.fromkeys(others))
            message = f"材料中另有{paper}属{listed}，不是申报单位或联合体成员"
            path = key.replace(".", "[*].")
            said.append(Disagreement(severity="C", message=message, values=(path,)))
    return said


def _may_be(name: str, known: tuple[str, ...]) -> bool:
    """Whether it is a known name, or one misread letter away from one."""
    return any(names.compare(name, each) != "different" for each in known)


RULE = Rule(
    code="M-22",
    title="未混入其他单位或其他年度的页面",
    source=notice("Q10"),
    severity="C",
    reads=("application_form.unit_name",),
    reads_if_present=(
        "business_licence.name",
        "application_form.consortium_members",
        "business_licence.former_names",
        "credit_report.former_names",
        *(key.replace(".", "[*].") for key, _ in PAPERS),
    ),
    check=check,
    agreement_confirms=True,
)

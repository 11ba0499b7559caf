"""证明材料复印件加盖申报单位公章.

Of several papers of a kind the one that other rules read is looked at; the audit report has a rule
of its own. A member of the consortium may seal the copy of what is its own.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_in_all
from extractor.rules.parts import DOCUMENT_NAMES
from extractor.rules.rule import Rule, Seals, holds
from extractor.rules.sealing import bears_own
from models.extraction import Text, Value
from models.finding import Disagreement

KINDS = (
    *("business_licence", "tax_certificate", "special_audit_report", "a100000", "a107012"),
    *("filing", "patent", "software_copyright", "test_report", "contract"),
)


def check(
    unit: Text,
    licence: Text | None,
    former: Value | None,
    reported: Value | None,
    members: Value | None,
    *seals: Seals | None,
) -> list[Disagreement]:
    """Missing for the papers without a seal of the applicant; unreadable for unread rings."""
    also = names_in_all((former, reported, members))
    names = [*(each.value for each in (licence, unit) if each), *also]
    seen = {kind: bears_own(each, names) for kind, each in zip(KINDS, seals, strict=True) if each}
    said = []
    for state, words, outcome in (
        (False, "未检出申报单位印章", "missing"),
        (None, "有印章，但印文未能确认是否为申报单位，请核对原件", "unreadable"),
    ):
        papers = [kind for kind, bears in seen.items() if bears is state]
        if papers:
            said.append(
                Disagreement.model_validate(
                    {
                        "severity": "B",
                        "message": f"{'、'.join(DOCUMENT_NAMES[kind] for kind in papers)}{words}",
                        "values": tuple(f"{kind}.seals" for kind in papers),
                        "outcome": outcome,
                    }
                )
            )
    keys = [f"{kind}.seals" for kind in seen]
    return said or [holds("B", "各证明材料均加盖申报单位印章", *keys)]


RULE = Rule(
    code="SEAL-03",
    title="证明材料复印件加盖申报单位公章",
    source=notice("Q18", "Q21"),
    severity="B",
    reads=("application_form.unit_name",),
    reads_if_present=(
        "business_licence.name",
        "business_licence.former_names",
        "credit_report.former_names",
        "application_form.consortium_members",
        *(f"{kind}.seals" for kind in KINDS),
    ),
    check=check,
    agreement_confirms=True,
)

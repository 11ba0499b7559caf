"""审计报告复印件加盖申报单位公章.

The notice wants the unit's seal on every copy; the firm's own seal does not stand for it.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_in_all
from extractor.rules.rule import Rule, Seals, holds
from extractor.rules.sealing import bears_own
from models.extraction import Text, Value
from models.finding import Disagreement

KEY = "audit_report.seals"


def check(seals: Seals, unit: Text, licence: Text | None, *former: Value | None) -> Disagreement:
    """Missing where no seal of the applicant was seen; unreadable where one can't be read."""
    names = [*(each.value for each in (licence, unit) if each), *names_in_all(former)]
    match bears_own(seals, names):
        case True:
            return holds("B", "审计报告加盖申报单位印章", KEY)
        case None:
            message = "审计报告有印章，但印文未能确认是否为申报单位，请核对原件"
            return Disagreement(severity="B", message=message, values=(KEY,), outcome="unreadable")
        case False:
            message = "审计报告未检出申报单位印章"
            return Disagreement(severity="B", message=message, values=(KEY,), outcome="missing")


RULE = Rule(
    code="AUD-10",
    title="审计报告复印件加盖申报单位公章",
    source=notice("Q18"),
    severity="B",
    reads=(KEY, "application_form.unit_name"),
    reads_if_present=(
        "business_licence.name",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
    agreement_confirms=True,
)

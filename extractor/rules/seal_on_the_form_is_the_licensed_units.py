"""申报书印章与营业执照名称一致.

Another unit's seal makes it another unit's form; a contract seal is no 公章.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_in_all
from extractor.rules.rule import Rule, Seals
from extractor.rules.sealing import own_seal_is_on
from models.extraction import Text, Value
from models.finding import Disagreement

KEY = "application_form.seals"


def check(seals: Seals, licence: Text, *former: Value | None) -> Disagreement:
    """Fails for another unit's seal, asks about another kind; without any seal SEAL-01 speaks."""
    said = own_seal_is_on("申报书", seals, (licence.value,), "B", KEY, names_in_all(former))
    if said.outcome == "missing":
        return said.model_copy(update={"outcome": "not_applicable"})
    return said


RULE = Rule(
    code="SEAL-04",
    title="申报书印章与营业执照名称一致",
    source=notice("Q12"),
    severity="B",
    reads=(KEY, "business_licence.name"),
    reads_if_present=("business_licence.former_names", "credit_report.former_names"),
    check=check,
)

"""承诺书加盖申报单位公章.

The seal makes the commitment the unit's and not only the person's.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import names_in_all
from extractor.rules.rule import Rule, Seals
from extractor.rules.sealing import own_seal_is_on
from models.extraction import Text, Value
from models.finding import Disagreement


def check(
    seals: Seals, declared: Text | None, licence: Text | None, *former: Value | None
) -> Disagreement:
    """Missing without a seal; fails for another unit's."""
    names = [each.value for each in (licence, declared) if each]
    if not names:
        message = "未能确认申报单位名称，印章无从核对"
        return Disagreement(severity="A", message=message, outcome="unreadable")
    return own_seal_is_on("承诺书", seals, names, "A", "commitment.seals", names_in_all(former))


RULE = Rule(
    code="COM-04",
    title="承诺书加盖申报单位公章",
    source=notice("Q24"),
    severity="A",
    reads=("commitment.seals",),
    reads_if_present=(
        "application_form.unit_name",
        "business_licence.name",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
)

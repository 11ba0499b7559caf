"""信用报告的主体与营业执照一致.

A clean report of another unit proves nothing.
"""

from extractor.rules.citing import notice
from extractor.rules.naming import codes_agree, names_agree, names_in
from extractor.rules.rule import Rule
from models.extraction import Identifier, Text, Value
from models.finding import Disagreement


def check(
    name: Text,
    licence_name: Text,
    code: Identifier | None,
    licence_code: Identifier | None,
    former: Value | None,
    reported: Value | None,
) -> list[Disagreement]:
    """Fails where the name or the code differs."""
    earlier = (*names_in(former), *names_in(reported))
    names = ("credit_report.name", "business_licence.name")
    codes = ("credit_report.uscc", "business_licence.uscc")
    said = [names_agree("信用报告", name, "营业执照", licence_name, earlier, values=names)]
    if code and licence_code:
        said.append(codes_agree("信用报告", code, "营业执照", licence_code, values=codes))
    return [each for each in said if each]


RULE = Rule(
    code="ID-09",
    title="信用报告的主体与营业执照一致",
    source=notice("Q23"),
    severity="B",
    reads=("credit_report.name", "business_licence.name"),
    reads_if_present=(
        "credit_report.uscc",
        "business_licence.uscc",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
    agreement_confirms=True,
)

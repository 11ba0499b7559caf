"""营业执照为最新版本.

Where the commitment and the credit report agree on another legal representative than the licence,
the licence is from before the change.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from extractor.values import names
from models.extraction import Text
from models.finding import Disagreement


def check(licensed: Text, reported: Text, committed: Text | None) -> Disagreement:
    """A question where both other papers name one and the same other person."""
    if names.compare(licensed.value, reported.value) == "same":
        return holds(
            "C",
            f"营业执照与信用报告的法定代表人均为“{licensed.value}”",
            "business_licence.legal_representative",
            "credit_report.legal_representative",
        )
    if (
        committed is None
        or names.compare(committed.value, reported.value) != "same"
        or names.compare(licensed.value, reported.value) == "confusable"
    ):
        message = "各材料所载法定代表人不足以判断执照新旧"
        key = "business_licence.legal_representative"
        return Disagreement(severity="C", message=message, values=(key,), outcome="not_applicable")
    message = (
        f"承诺书和信用报告的法定代表人均为“{reported.value}”，营业执照为“{licensed.value}”，"
        "执照可能不是变更后的最新版本"
    )
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="LIC-08",
    title="营业执照为最新版本",
    source=practice("法定代表人变更后应提交变更后的营业执照"),
    severity="C",
    reads=("business_licence.legal_representative", "credit_report.legal_representative"),
    reads_if_present=("commitment.legal_representative",),
    agreement_confirms=True,
    check=check,
)

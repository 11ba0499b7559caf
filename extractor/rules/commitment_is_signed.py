"""承诺书已由法定代表人签名.

An unsigned commitment binds nobody.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Choice
from models.finding import Disagreement


def check(signed: Choice) -> Disagreement | None:
    """Fails where the place of the signature is blank."""
    if signed.value == "yes":
        return None
    return Disagreement(severity="A", message="承诺书法人代表签名处为空白")


RULE = Rule(
    code="COM-02",
    title="承诺书已由法定代表人签名",
    source=notice("Q24"),
    severity="A",
    reads=("commitment.signed",),
    check=check,
)

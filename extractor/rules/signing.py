"""What an auditor's report bears at its end: two accountants, the firm's seal, a date."""

from __future__ import annotations

from extractor.rules.rule import Seals, holds
from extractor.rules.sealing import seal_of
from models.extraction import TextList
from models.finding import Disagreement

ACCOUNTANTS = 2
FIRM = "会计师事务所"


def signed_off(kind: str, paper: str, people: TextList, seals: Seals) -> list[Disagreement]:
    """What is lacking of the two accountants and the firm's seal; the date is a field of its own."""
    said = []
    if len(people.values) < ACCOUNTANTS:
        message = f"{paper}只见 {len(people.values)} 名签字注册会计师，应有两名"
        said.append(
            Disagreement(
                severity="B",
                message=message,
                values=(f"{kind}.accountants",),
                outcome="missing",
            )
        )
    seal = seal_of(FIRM, FIRM, paper, seals, "B", f"{kind}.seals")
    said += [seal] if seal else []
    # Two names are two accountants, however surely the names themselves were read.
    return said or [holds("B", f"{paper}有注册会计师签章和事务所印章", f"{kind}.seals")]

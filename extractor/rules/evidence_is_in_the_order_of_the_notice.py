"""材料按通知要求的顺序排列.

Only kinds that stand once in one file are looked at: loose files have no order, and of several
papers of a kind nobody knows which one the notice's place is for.
"""

from itertools import pairwise

from extractor.rules.citing import notice
from extractor.rules.parts import DOCUMENT_NAMES
from extractor.rules.rule import Rule
from models.extraction import DocumentSummary
from models.finding import Disagreement

ORDER = (
    "business_licence",
    "tax_certificate",
    "audit_report",
    "special_audit_report",
    "a100000",
    "a107012",
    "rd_report",
    "credit_report",
    "commitment",
)


def check(documents: tuple[DocumentSummary, ...]) -> Disagreement | None:
    """Fails at the first paper before one it should follow; not applicable to loose files."""
    kinds = [each.kind for each in documents]
    placed = sorted(
        (each.pages[0], each.kind)
        for each in documents
        if each.kind in ORDER and kinds.count(each.kind) == 1 and each.pages
    )
    for (here, kind), (there, following) in pairwise(placed):
        if here[0] == there[0] and ORDER.index(kind) > ORDER.index(following):
            message = (
                f"{DOCUMENT_NAMES[kind]}（第 {here[1]} 页）排在"
                f"{DOCUMENT_NAMES[following]}（第 {there[1]} 页）之前，与通知要求的顺序不符"
            )
            return Disagreement(severity="B", message=message, pages=(here, there))
    if len({page[0] for page, _ in placed}) == len(placed):
        message = "材料分散在各个文件中，无装订顺序可核"
        return Disagreement(severity="B", message=message, outcome="not_applicable")
    return None


RULE = Rule(
    code="M-14",
    title="材料按通知要求的顺序排列",
    source=notice("Q17"),
    severity="B",
    reads=("submission.documents",),
    check=check,
)

"""查验码或二维码可解码.

Proofs printed by the electronic tax office bear a code to check them by; no network is asked here.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import DocumentSummary, PageKind
from models.finding import Disagreement

KIND = "tax_certificate"


def check(
    documents: tuple[DocumentSummary, ...], seen: tuple[PageKind, ...]
) -> Disagreement | None:
    """A note where no code on the proof decodes; not applicable without a proof."""
    places = {place for each in documents if each.kind == KIND for place in each.pages}
    pages = [each.page for each in seen if (each.page.file, each.page.number) in places]
    if not pages or all(page.blank for page in pages):
        message = "未见纳税证明，无从核对"
        return Disagreement(severity="D", message=message, outcome="not_applicable")
    if any(page.codes for page in pages):
        return None
    return Disagreement(severity="D", message="纳税证明未见可解码的二维码或条码，可凭查验码核验")


RULE = Rule(
    code="TAX-13",
    title="查验码或二维码可解码",
    source=practice("电子税务局开具的完税证明附有查验码或二维码"),
    severity="D",
    reads=("submission.documents", "submission.pages"),
    check=check,
)

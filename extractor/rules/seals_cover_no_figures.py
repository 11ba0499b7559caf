"""印章未遮盖数字.

Ink over a figure hides it from the reader, whoever that is; a person looks at the paper.
"""

from collections.abc import Iterator, Mapping

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from models.document import BoundingBox
from models.extraction import Amount, Count, Field, Number, PageKind, Ratio
from models.finding import Disagreement

KINDS = (
    *("application_form", "tax_certificate", "audit_report", "special_audit_report"),
    *("a100000", "a107012"),
)
COVERED = 0.5
"""Of the figure's own area; the bare paper around a ring hides nothing."""
_SHOWN = 6
"""A message names so many figures."""


def check(seen: tuple[PageKind, ...], *papers: Mapping[str, Field] | None) -> Disagreement:
    """A note that names the figures under a seal."""
    seals = {
        (each.page.file, each.page.number): [
            each.page.on_upright(seal.box) for seal in each.page.seals
        ]
        for each in seen
    }
    under = [told for paper in papers if paper for told in _covered(paper, seals)]
    if not under:
        return holds("D", "印章未遮盖已识别的数字", "submission.pages")
    listed = "、".join(under[:_SHOWN]) + (f"等 {len(under)} 处" if len(under) > _SHOWN else "")
    message = f"印章压在数字上：{listed}，请对照原件核对"
    return Disagreement(
        severity="D", message=message, values=("submission.pages",), outcome="passed"
    )


def _covered(
    paper: Mapping[str, Field], seals: Mapping[tuple[int, int], list[BoundingBox]]
) -> Iterator[str]:
    for field in paper.values():
        if not isinstance(field.value, Amount | Count | Number | Ratio):
            continue
        for evidence in field.evidence:
            if evidence.box is None or evidence.page is None:
                continue
            here = seals.get((evidence.file, evidence.page), [])
            if any(evidence.box.overlap(seal) >= COVERED for seal in here):
                yield f"{field.label}（第 {evidence.page} 页）"
                break


RULE = Rule(
    code="SEAL-08",
    title="印章未遮盖数字",
    source=practice("印文压住的数字须对照原件核对"),
    severity="D",
    reads=("submission.pages",),
    reads_if_present=tuple(f"{kind}.*" for kind in KINDS),
    check=check,
    agreement_confirms=True,
)

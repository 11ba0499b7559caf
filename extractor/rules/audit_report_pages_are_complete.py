"""审计报告自身页码完整.

A report that says 第n页共N页 on its pages tells by itself whether one of them is lost.
"""

from extractor.rules.citing import practice
from extractor.rules.page_numbers import FEWEST, numbers_of_all
from extractor.rules.rule import Rule
from models.extraction import DocumentSummary, PageKind
from models.finding import Disagreement


def check(
    report: str, documents: tuple[DocumentSummary, ...], seen: tuple[PageKind, ...]
) -> Disagreement | None:
    """Missing where a number of the report is on no page, and no page is without a number."""
    places = next((each.pages for each in documents if each.id == report), ())
    own = [each.page for each in seen if (each.page.file, each.page.number) in places]
    stated = [pair for page in own for pair in numbers_of_all(page)]
    counts = [count for _, count in stated]
    count = max(counts, key=counts.count, default=0)
    if counts.count(count) < FEWEST:
        message = "审计报告未印“第n页共N页”式页码"
        return Disagreement(severity="B", message=message, outcome="not_applicable")
    # A page that was taken for another paper's still bears the report's number.
    numbers = {number for each in seen for number, of in numbers_of_all(each.page) if of == count}
    absent = sorted(set(range(1, count + 1)) - numbers)
    unnumbered = sum(not numbers_of_all(page) for page in own)
    if len(absent) <= unnumbered:
        return None
    listed = "、".join(str(number) for number in absent)
    message = f"审计报告共 {count} 页，未见第 {listed} 页"
    return Disagreement(severity="B", message=message, outcome="missing")


RULE = Rule(
    code="M-17",
    title="审计报告自身页码完整",
    source=practice("审计报告缺页则意见、报表或附注不完整"),
    severity="B",
    reads=("audit_report.document", "submission.documents", "submission.pages"),
    check=check,
)

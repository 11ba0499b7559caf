"""Word 版与盖章 PDF 齐备.

Asked only where several files were handed in: a single file is one part of a submission, and
nobody knows what else there is.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import PageKind
from models.finding import Disagreement


def check(seen: tuple[PageKind, ...], word: bool, sealed: bool) -> Disagreement | None:
    """Missing where the Word form or the sealed scan of it is not among the files."""
    if len({each.page.file for each in seen}) < 2:
        message = "只提交了一个文件，Word 版与盖章 PDF 是否齐备无从核对"
        return Disagreement(severity="B", message=message, outcome="not_applicable")
    lacking = [name for name, there in (("Word 版申报书", word), ("盖章 PDF", sealed)) if not there]
    if not lacking:
        return None
    message = f"电子版未见{'、'.join(lacking)}"
    return Disagreement(severity="B", message=message, outcome="missing")


RULE = Rule(
    code="SUB-03",
    title="Word 版与盖章 PDF 齐备",
    source=notice("Q9"),
    severity="B",
    reads=("submission.pages", "word_form.present", "application_form.present"),
    check=check,
)

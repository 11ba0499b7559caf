"""Pages known without any kind's marks: blank ones, contents pages, a firm's certificates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.recognise.marks import KindMarks
from extractor.recognise.scoring import LONGEST, NUMBERED, TITLE, Heading, Print, holds
from models.document import Page

FEW = 3
"""A page with fewer letters and no mark says nothing: a page number, specks read as letters."""

LEADER = re.compile(r"[.…·⋯]{2,}[-—第(]*\d{1,4}[-—页)]*$")
"""Dots and a page number, as a contents entry ends."""

PAGE_NUMBER = re.compile(r"\D\d{1,4}([-—~]\d{1,4})?$")

CERTIFICATES = ("会计师事务所执业证书", "注册会计师证书", "年度检验登记", "注册会计师协会")
"""Printed on the papers that an audit firm attaches to prove that it may audit."""

AUDITOR = ("会计师事务所", "会计报表", "审计业务", "验证企业资本", "出具审计报告")
"""Name and business scope of an audit firm, as its own licence prints them."""


def says_nothing(page: Page, page_print: Print) -> bool:
    """Whether the page is blank or holds no more than a page number."""
    said = re.sub(r"[\W\d_第共页]", "", "".join(page_print.rows))
    return page.blank or len(said) < FEW


def is_contents(page_print: Print, kinds: Sequence[KindMarks], title: str | None) -> bool:
    """Whether the page lists what the bundle or a report holds.

    It names all the documents, so its words must not be taken for their titles. A report's cover
    (``title``: what it is by its print) may list the report's own parts and stays a cover.
    """
    rows = page_print.rows
    named = [
        {kind.kind for kind in kinds if holds(row, kind.title)}
        for row in rows
        if len(row) < LONGEST and (PAGE_NUMBER.search(row) or NUMBERED.match(row))
    ]
    heads = [each for each in page_print.headings if _says_contents(each)]
    covers = [each for each in page_print.headings if each.text == title]
    if covers and len(set().union(*named)) < 3:
        size = max(each.scale for each in covers)
        if size >= TITLE and all(each.scale < size for each in heads):
            return False
    leaders = sum(1 for row in rows if LEADER.search(row))
    entries = sum(1 for kinds_named in named if kinds_named)
    return (
        any(each.large or each.top < 1 / 3 for each in heads)
        or (leaders >= 4 and leaders >= 0.4 * len(rows))
        or (entries >= 4 and entries >= 0.3 * len(rows))
    )


def _says_contents(heading: Heading) -> bool:
    words = re.sub(r"[^\w]", "", heading.text)
    return words.endswith(("目录", "目次")) and len(words) <= 14


def is_divider(page: Page, page_print: Print) -> bool:
    """Whether the page only announces what follows: a numbered heading and nothing else."""
    said = [row for row in page_print.rows if re.search(r"[^\W\d_]", row)]
    if not said or NUMBERED.match(said[0]) is None or len(said[0]) > 30 or page.tables:
        return False
    # A heading may go on in brackets: （复印件需加盖公章）.
    return not re.search("[,。:]", said[0]) and all(row.startswith("(") for row in said[1:])


def is_certificate(page_print: Print) -> bool:
    """Whether the page is the practising certificate of an audit firm or of an accountant."""
    return any(holds(page_print.text, words) for words in CERTIFICATES[:2]) or (
        sum(holds(page_print.text, words) for words in CERTIFICATES) >= 2
    )


def names_auditor(page_print: Print) -> bool:
    """Whether a licence is an audit firm's, by its name or its business scope."""
    return any(holds(page_print.text, words) for words in AUDITOR)

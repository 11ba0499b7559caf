"""Which opinion an auditor gives, from the section's title and its decisive sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import stated
from models.document import Document
from models.extraction import Choice, Field

_NUMBERED = r"(?:[一二三四五六七八九\d][、.．，]|[（(][一二三四五六七八九\d][）)])?"
_TITLES: Sequence[tuple[str, re.Pattern[str]]] = (
    ("disclaimer", re.compile(rf"{_NUMBERED}无法表示(?:审计)?意见")),
    ("adverse", re.compile(rf"{_NUMBERED}否定(?:审计)?意见")),
    ("qualified", re.compile(rf"{_NUMBERED}保留(?:审计)?意见")),
    (
        "unqualified",
        re.compile(rf"{_NUMBERED}(?:对财务报表(?:出具|发表)的)?(?:(?:标准)?无保留)?(?:审计)?意见"),
    ),
)
"""A heading alone on its row: the words also stand in the responsibilities section, in prose."""
_SENTENCES: Sequence[tuple[str, re.Pattern[str]]] = (
    ("disclaimer", re.compile(r"我们不对后附的?.{0,40}发表审计意见")),
    ("adverse", re.compile(r"没有在所有重大方面按照")),
    ("qualified", re.compile(r"除[“\"]?形成保留意见的基础[”\"]?部分所述事项.{0,12}影响外")),
    (
        "unqualified",
        re.compile(
            r"我们认为[，,]?(?:(?!除|影响外|由于|没有|未能).){0,80}?"
            r"(?:(?<!没有)在所有重大方面(?:已经|已)?按照|编制[，,]?在所有重大方面公允反映)"
        ),
    ),
)
_EMPHASIS = re.compile(rf"{_NUMBERED}(?:强调事项|与持续经营相关的重大不确定性)(?:段)?")
_DISAGREE = "意见段标题与意见句不一致"
_SENTENCE_ONLY = "未见意见段标题"
_TITLE_ONLY = "未见完整的意见句"


OPINIONS = ("unqualified", "unqualified_with_emphasis", "qualified", "adverse", "disclaimer")
"""The contract's names of the opinions."""


def opinion(document: Document, key: str) -> Field:
    """The opinion as one of the contract's keys, sure where title and sentence agree."""
    label = "审计意见"
    title = _title(document)
    sentence = _sentence(document)
    found = [each for each in (title, sentence) if each is not None]
    if not found:
        return stated(key, label, "choice", None, ())
    kinds = {kind for kind, _ in found}
    # The stricter of two that differ is shown: a person has to look at it in any case.
    kind = next(kind for kind, _ in _TITLES if kind in kinds)
    if kind == "unqualified" and _emphasis(document) is not None:
        kind = "unqualified_with_emphasis"
    doubts: tuple[str, ...] = ()
    if len(kinds) > 1:
        doubts = (_DISAGREE,)
    elif len(found) == 1:
        doubts = (_SENTENCE_ONLY,) if title is None else (_TITLE_ONLY,)
    evidence = tuple(passage.evidence for _, passage in found)
    return stated(key, label, "choice", Choice(value=kind), evidence, doubts)


def _title(document: Document) -> tuple[str, Passage] | None:
    for page in document.pages:
        for row in rows_on(page):
            text = Characters.of(row).text
            for kind, pattern in _TITLES:
                passage = passage_of(page, row) if pattern.fullmatch(text) else None
                if passage is not None:
                    return kind, passage
    return None


def _sentence(document: Document) -> tuple[str, Passage] | None:
    """The decisive sentence; it runs over lines, so three rows are read together."""
    for page in document.pages:
        rows = rows_on(page)
        for start in range(len(rows)):
            lines = [line for row in rows[start : start + 4] for line in row]
            text = Characters.of(lines).text
            for kind, pattern in _SENTENCES:
                match = pattern.search(text)
                if match is not None:
                    passage = passage_of(page, Characters.of(lines).cut(*match.span()))
                    if passage is not None:
                        return kind, passage
    return None


def _emphasis(document: Document) -> Passage | None:
    for page in document.pages:
        for row in rows_on(page):
            if _EMPHASIS.fullmatch(Characters.of(row).text):
                return passage_of(page, row)
    return None

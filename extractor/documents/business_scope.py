"""The scope of business on a licence, to the end of its closing words."""

from __future__ import annotations

import re

from extractor.documents.kind import Finder
from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of, pitch
from extractor.layout.passage import Passage
from models.document import Document

_UPPER_CAPTION = re.compile(r"^\s*宗\s*旨\s*和\s*$")
_TAIL_BEGINS = re.compile(
    r"[(*※](?:依法|除|许可|凡|法律|涉及|经营)|(?:许可|一般)(?:经营)?项目[:：]"
)
"""How the words begin that close a scope, or its second half."""
_TAIL = 3.0
"""How far under the last line they may stand, in heights of a line."""


def business_scope(beside_caption: Finder) -> Finder:
    """What stands beside the caption, with the closing words that may stand apart from it."""

    def find(document: Document) -> Passage | None:
        passage = beside_caption(document)
        return None if passage is None else _with_closing_words(_with_first_lines(passage))

    return find


def _with_first_lines(passage: Passage) -> Passage:
    """The scope from its first line on, where 宗旨和 stands over 业务范围, its caption's last row."""
    upper = [line.box.top for line in passage.page.lines if _UPPER_CAPTION.search(line.text)]
    if not upper:
        return passage
    lines = list(passage.lines)
    while lines:
        first = lines[0]
        over = [
            line
            for line in passage.page.lines
            if abs(line.box.left - first.box.left) <= 1.5 * pitch(first)
            and 0 < first.box.centre[1] - line.box.centre[1] <= 2.2 * first.box.height
            and line.box.centre[1] > min(upper)
            and line not in lines
            and not _UPPER_CAPTION.search(line.text)
        ]
        if not over:
            break
        lines.insert(0, min(over, key=lambda line: -line.box.top))
    return passage_of(passage.page, lines, passage.box)


def _with_closing_words(passage: Passage) -> Passage:
    if not passage.lines:
        return passage
    lines, box = list(passage.lines), passage.box
    wide = max(pitch(line) for line in lines)
    held = {id(line) for line in lines}
    for row in rows_on(passage.page):
        ours = [
            line
            for line in row
            if line.box.centre[1] > lines[-1].box.bottom
            and line.box.left >= box.left - 2 * wide
            and line.box.centre[0] <= box.right
            and id(line) not in held
        ]
        if not ours:
            continue
        text = Characters.of(ours).text
        begun = _open_bracket("".join(line.text for line in lines))
        if ours[0].box.top - lines[-1].box.bottom > _TAIL * ours[0].box.height or not (
            begun or _TAIL_BEGINS.match(text)
        ):
            break
        lines.extend(ours)
    return passage_of(passage.page, lines)


def _open_bracket(text: str) -> bool:
    return len(re.findall("[(（]", text)) > len(re.findall("[)）]", text))

"""The scope of business on a licence, to the end of its closing words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.documents.kind import Finder
from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of, pitch
from extractor.layout.passage import Passage
from models.document import Document, TextLine

_UPPER = "宗旨和"
_UPPER_CAPTION = re.compile(rf"{_UPPER}(?!业务)")
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
    page = passage.page
    row = next((each for each in rows_on(page) if _UPPER_CAPTION.match(_text(each))), None)
    if row is None:
        return passage
    # The caption's letters are spread, and its last one may be read with the scope beside it.
    beside_caption = Characters.of(row).cut(len(_UPPER), None)
    others = [line for line in page.lines if line not in row]
    lines = list(passage.lines)
    while lines:
        first = lines[0]
        over = [
            line
            for line in (*others, *beside_caption)
            if 0 < first.box.centre[1] - line.box.centre[1] <= 2.2 * first.box.height
            and line.box.centre[1] >= row[0].box.top
            and line not in lines
            and (
                line in beside_caption or abs(line.box.left - first.box.left) <= 1.5 * pitch(first)
            )
        ]
        if not over:
            break
        lines.insert(0, min(over, key=lambda line: -line.box.top))
    return passage_of(page, lines, passage.box)


def _text(row: Sequence[TextLine]) -> str:
    return Characters.of(row).text


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

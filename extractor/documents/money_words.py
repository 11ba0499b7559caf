"""A sum in capitals (大写金额) as it stands in a document."""

from __future__ import annotations

import re

from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.values import capitals, texts
from models.document import Document
from models.extraction import Value

_NUMERALS = "零〇壹贰貮弍叁肆伍陆柒捌玖拾佰仟万亿"
_SUM = re.compile(
    rf"(?:负)?(?:[{_NUMERALS}]+[一-龥])?[{_NUMERALS}]+[圆元](?:[{_NUMERALS}角分]*[整正]?)"
)
"""A sum, also with one strange character among its numerals: what stands behind a misread 仟 is
not the sum."""
_OF_THE_UNIT = re.compile(r"(?:资本|股本|出资额?|开办资金|资产)[^。;；]{0,12}$")
"""Before a sum: it is the unit's capital, whatever else the document is about."""
_LOOKALIKES = str.maketrans("任什千伯百萬億圓園", "仟仟仟佰佰万亿圆圆")
"""What a recogniser takes the capitals for that it seldom sees."""


def sum_in_words(document: Document) -> Passage | None:
    """The longest sum in capitals, without 人民币; rulings and line breaks may have cut it."""
    best: Passage | None = None
    for page in document.pages:
        cells = [cell.lines for table in page.tables for cell in table.cells if cell.lines]
        rows = rows_on(page)
        wrapped = [(*row, *below) for row, below in zip(rows, rows[1:], strict=False)]
        for lines in (*rows, *cells, *wrapped):
            characters = Characters.of(lines)
            for found in _SUM.finditer(characters.text):
                if _OF_THE_UNIT.search(characters.text[: found.start()]):
                    continue
                passage = passage_of(page, characters.cut(*found.span()))
                if best is None or len(passage.text) > len(best.text):
                    best = passage
    return best


def parse(text: str) -> Value | None:
    """The capitals as printed, where they say a sum."""
    mended = text.translate(_LOOKALIKES)
    return None if capitals.parse(mended) is None else texts.parse(mended)

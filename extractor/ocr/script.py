"""One script to a page: characters read in a traditional form among simplified print.

The recogniser knows both scripts and takes 静 for 靜, 户 for 戶. Papers of the mainland are printed in
simplified characters (国家通用语言文字法, 第九至十四条), so the simplified form is what most likely stands
there. It is not certain: a person may write an old form in a name. So such a character is given in
its simplified form and read weakly, unless the second reading of the line says it outright.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.values.simplified import count_simplified, places_of_other_forms, simplified
from models.document import TextLine

_OF_ITS_OWN = 2
"""Traditional characters from which a line without simplified ones is printed in them: a firm of
Hong Kong among the lines of a mainland page. One alone is as likely misread."""


def in_one_script(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines of a page printed in simplified characters, all in these; other pages as they are."""
    places = [places_of_other_forms(line.text) for line in lines]
    if sum(count_simplified(line.text) for line in lines) <= sum(map(len, places)):
        return tuple(lines)
    return tuple(
        _simplified(line, there) if there and not _is_of_its_own(line, there) else line
        for line, there in zip(lines, places, strict=True)
    )


def _is_of_its_own(line: TextLine, places: Sequence[int]) -> bool:
    """Whether the line is printed in traditional characters, whatever the page is in."""
    return len(places) >= _OF_ITS_OWN and count_simplified(line.text) == 0


def _simplified(line: TextLine, places: Sequence[int]) -> TextLine:
    text = simplified(line.text)
    second = line.second_text
    seen = second is not None and len(second) == len(text)
    doubtful = [at for at in places if not (seen and second and second[at] == text[at])]
    changed = line.model_copy(
        update={"text": text, "second_text": None if second is None else simplified(second)}
    )
    return changed.less_sure(doubtful)

"""Whole numbers of people, rows, records: 128 · 1,280人 · 共0条."""

import re

from extractor.values.confusions import as_digits, as_separators
from extractor.values.texts import compact
from models.extraction import Count

_COUNT = re.compile(
    r"[:：]?\(?(?:在职|在岗|现有|全职)?(?:员工|职工|人员)?(?:共计|合计|共|计)?\(?(?P<number>\d{1,3}(?:,\d{3})+|\d+)\)?"
    r"\(?(?:人次|人|名|位|个|条记录|条|项|家|次|件|笔|户|页|套|份)?\)?"
    r"(?:\((?![^()]*[约余估])(?:[^()\d]*|(?:占[^()\d]*)?\d+(?:\.\d+)?%"
    r"|(?:截[至止])?20\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?[^()\d]*)\)"
    r"|[,，、;；]占[^()\d]*\d+(?:\.\d+)?%)?[。;；]?"
)


def parse(text: str) -> Count | None:
    """The count that fills the whole text; 约120人 and 120余人 are None."""
    found = _COUNT.fullmatch(as_separators(as_digits(compact(text))))
    return None if found is None else Count(value=int(found["number"].replace(",", "")))


def parse_cell(text: str) -> Count | None:
    """The count in a ruled form, where a dash or a stroke means none; an empty cell is None."""
    if re.fullmatch(r"[-−–—/]+|无", compact(text)):
        return Count(value=0)
    return parse(text)

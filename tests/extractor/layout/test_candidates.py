from __future__ import annotations

from extractor.layout.candidates import Candidate, best
from extractor.layout.characters import passage_of
from extractor.layout.matching import Match
from models.document import BoundingBox, Page

PAGE = Page(file=0, number=1, width=100, height=100)


def test_the_very_words_beat_a_cell_and_a_cell_beats_a_line(line):
    def candidate(text, match, in_line):
        lines = [line(text, 0.1, 0.1)] if text else []
        box = BoundingBox(left=0, top=0, right=1, bottom=1)
        return Candidate(match, in_line, passage_of(PAGE, lines, box))

    exact_line = candidate("甲", Match.EXACT, True)
    exact_cell = candidate("", Match.EXACT, False)
    run_on_cell = candidate("丙", Match.RUN_ON, False)
    misread = candidate("丁", Match.MISREAD, False)

    def chosen(*candidates):
        sure = [each for each in candidates if each.match is not Match.MISREAD]
        passage = best(lambda with_misread: candidates if with_misread else sure)
        return None if passage is None else passage.text

    assert chosen(run_on_cell, exact_line) == "甲"
    assert chosen(exact_line, exact_cell) == ""
    assert chosen(misread, run_on_cell) == "丙"
    assert chosen(misread) == "丁"
    assert chosen() is None

from dataclasses import replace
from pathlib import Path

import docx

from samples.applicant import draw
from samples.word import ticked, write_form


def _cells(path: Path) -> str:
    tables = docx.Document(str(path)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


def test_the_word_form_states_its_own_facts(tmp_path: Path) -> None:
    case = draw(11, "a")
    other = replace(case, word=replace(case.word, staff_total=987654))
    write_form(other, tmp_path / "form.docx")
    text = _cells(tmp_path / "form.docx")
    assert case.application.uscc in text
    assert "987654" in text
    assert "2025年度模型研发成本组成（万元）" in text


def test_only_the_chosen_options_are_ticked() -> None:
    assert ticked(("APP", "网页"), ("网页",)) == "□APP ☑网页"

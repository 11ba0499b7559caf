from extractor.rules.commitment_has_its_four_clauses import CLAUSES, check
from extractor.rules.rule import Words
from extractor.values.texts import compact


def words(*pages: str) -> Words:
    return Words(pages, tuple(range(1, len(pages) + 1)))


def page(*clauses: str) -> Words:
    return words(compact("承诺书" + "".join(clauses) + "特此承诺。"))


def test_the_templates_words_pass_with_a_misread_letter() -> None:
    assert check(page(*CLAUSES)) == []
    assert check(page(*(clause.replace("材料", "村料") for clause in CLAUSES))) == []


def test_an_absent_clause_fails() -> None:
    (said,) = check(page(*CLAUSES[:2], CLAUSES[3]))
    assert said.severity == "B"
    assert "第 3 条" in said.message


def test_a_changed_clause_is_a_question() -> None:
    changed = "本单位同意将本申请材料向征集工作人员公开但不向评审专家公布"
    (said,) = check(page(*CLAUSES[:2], changed, CLAUSES[3]))
    assert said.severity == "C"


def test_a_page_of_which_nothing_was_read_is_left_to_a_person() -> None:
    assert [each.outcome for each in check(words("承诺书"))] == ["unreadable"]

"""How alike texts are."""

from random import Random

from extractor.duplicates.likeness import alike, signature_of

LETTERS = [chr(0x4E00 + at) for at in range(1500)]


def text(seed: int, length: int = 3000) -> str:
    return "".join(Random(seed).choices(LETTERS, k=length))


def test_the_same_words_are_alike_whatever_figures_names_and_marks_stand_in_them() -> None:
    words = text(1)
    changed = f"甲公司{words[:1000]}，2025年{words[1000:]}。甲公司"
    pairs = list(alike([signature_of(words), signature_of(changed, ("甲公司",))]))
    assert [(one, other) for one, other, _ in pairs] == [(0, 1)]
    assert pairs[0][2] > 0.95


def test_a_tenth_of_new_words_leaves_texts_alike_and_other_texts_are_not() -> None:
    words = text(1)
    partly = words[:2700] + text(2, 300)
    half = words[:1500] + text(3, 1500)
    signatures = [signature_of(each) for each in (words, partly, half, text(4))]
    assert [(one, other) for one, other, _ in alike(signatures)] == [(0, 1)]


def test_a_short_text_is_like_no_other() -> None:
    assert signature_of(text(1, 100)) == ()
    assert list(alike([(), ()])) == []


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert signature_of(text(1))[:2] == signature_of(text(1))[:2]
    assert len(signature_of(text(1))) == 128

"""When a picture in several submissions is told as one."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from extractor.duplicates.comparing import duplicates_among
from models.duplicate import Duplicate, Fingerprint, Printed, ShownPicture

A, B, C = (
    ("武汉楚芯智能科技有限公司", "91A"),
    ("鄂州宏远实业有限公司", "91B"),
    ("黄石新冶重工有限公司", "91C"),
)


def shown(
    seed: int, *, page: int = 3, noise: int = 0, drawn: bool = False, words: tuple[int, ...] = ()
) -> ShownPicture:
    """A picture as a scan of it looks: so many of its bits are turned."""
    bits = Random(seed).getrandbits(256)
    for bit in Random(page).sample(range(256), noise):
        bits ^= 1 << bit
    place = Printed(document="rd_report-1", file=0, page=page)
    return ShownPicture(hash=f"{bits:064x}", drawn=drawn, words=words, place=place)


def told(**fingerprints: Fingerprint) -> list[Duplicate]:
    return [each for each in duplicates_among(fingerprints) if each.rule == "DUP-05"]


def test_one_photograph_scanned_twice_is_a_question_with_its_places(prints: Any) -> None:
    (said,) = told(
        a=prints.of(*A, pictures=(shown(1, page=4), shown(2, page=5))),
        b=prints.of(*B, pictures=(shown(3, page=7), shown(1, page=9, noise=20))),
    )
    assert said.outcome == "doubtful"
    assert said.submissions == ("a", "b")
    assert [(each.submission, each.page) for each in said.places] == [("a", 4), ("b", 9)]
    assert f"“{A[0]}”（第 4 页）、“{B[0]}”（第 9 页）" in said.message


def test_other_pictures_are_not(prints: Any) -> None:
    pictures = [tuple(shown(seed) for seed in range(at, at + 30)) for at in (0, 30)]
    assert not told(
        a=prints.of(*A, pictures=pictures[0]),
        b=prints.of(*B, pictures=(*pictures[1], shown(1, noise=70))),
    )


def test_all_pictures_that_the_same_submissions_share_are_told_together(prints: Any) -> None:
    both = tuple(shown(seed, page=seed) for seed in range(4, 8))
    said = told(
        a=prints.of(*A, pictures=both),
        b=prints.of(*B, pictures=both),
        c=prints.of(*C, pictures=(shown(4), shown(50))),
    )
    assert sorted((each.submissions, len(each.places)) for each in said) == [
        (("a", "b"), 6),
        (("a", "b", "c"), 3),
    ]
    assert any("3 幅" in each.message for each in said)


def test_a_unit_may_show_its_own_picture_again_and_so_may_its_partners(prints: Any) -> None:
    pictures = (shown(1),)
    assert not told(a=prints.of(*A, pictures=pictures * 2), b=prints.of(*A, pictures=pictures))
    assert not told(
        a=prints.of(*A, pictures=pictures, members=(B[0],)), b=prints.of(*B, pictures=pictures)
    )
    assert not told(
        a=prints.of(*A, pictures=pictures, members=(C[0],)),
        b=prints.of(*B, pictures=pictures, members=(C[0],)),
    )


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (((1, 2, 3, 4, 5), (1, 2, 3, 4, 6)), True),
        (((1, 2, 3, 4, 5), (1, 2, 8, 9, 6)), False),
        (((1, 2, 3), (1, 2, 3)), False),
        (((), ()), False),
    ],
)
def test_a_drawing_is_the_same_where_its_print_is(
    prints: Any, words: tuple[tuple[int, ...], tuple[int, ...]], same: bool
) -> None:
    one, other = (
        prints.of(*unit, pictures=(shown(1, drawn=True, words=each),))
        for unit, each in zip((A, B), words, strict=True)
    )
    assert bool(told(a=one, b=other)) is same


def test_a_drawing_must_look_more_alike_than_a_photograph(prints: Any) -> None:
    words = (1, 2, 3, 4, 5)
    for drawn in (False, True):
        one, other = (
            prints.of(*unit, pictures=(shown(1, noise=noise, drawn=drawn, words=words),))
            for unit, noise in ((A, 0), (B, 46))
        )
        assert bool(told(a=one, b=other)) is not drawn


def test_screens_of_one_program_that_show_other_print_are_two_pictures(prints: Any) -> None:
    assert not told(
        a=prints.of(*A, pictures=(shown(1, words=tuple(range(20))),)),
        b=prints.of(*B, pictures=(shown(1, words=tuple(range(12, 32))),)),
    )


def test_a_fingerprint_with_pictures_survives_being_stored(prints: Any) -> None:
    before = prints.of(*A, pictures=(shown(1, words=(5, 9), drawn=True),))
    assert Fingerprint.model_validate_json(before.model_dump_json()) == before

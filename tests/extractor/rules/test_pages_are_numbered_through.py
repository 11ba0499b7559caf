from extractor.rules.pages_are_numbered_through import check
from models.document import BoundingBox, Page, TextLine
from models.extraction import PageKind


def seen(*numbers: int, file: int = 0) -> tuple[PageKind, ...]:
    box = BoundingBox(left=0.4, top=0.96, right=0.6, bottom=0.98)
    return tuple(
        PageKind(
            page=Page(
                file=file,
                number=place,
                width=100,
                height=100,
                lines=(TextLine(text=f"- {number} -", box=box, confidence=0.9),),
            ),
            kind="other",
            confidence=1,
        )
        for place, number in enumerate(numbers, start=1)
    )


def test_a_bundle_numbered_through_passes() -> None:
    assert check(seen(1, 2, 3, 4, 5, 6)) is None


def test_a_jump_is_a_question_that_names_the_page() -> None:
    said = check(seen(1, 2, 3, 5, 6, 7))
    assert said is not None
    assert said.severity == "C"
    assert "第 4 页" in said.message
    assert said.pages == ((0, 4),)


def test_loose_files_beside_the_bundle_do_not_count() -> None:
    assert check((*seen(1, 2, 3, 4), *seen(9, file=1))) is None


def test_pages_without_numbers_are_not_judged() -> None:
    said = check(())
    assert said is not None
    assert said.outcome == "not_applicable"

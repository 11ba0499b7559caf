from extractor.rules.page_numbers import (
    breaks_in,
    foot_numbers,
    is_numbered,
    numbers_of_all,
    printed_numbers,
)
from models.document import BoundingBox, Page, TextLine


def page(place: int, *feet: str, top: float = 0.96) -> Page:
    return Page(
        file=0,
        number=place + 1,
        width=100,
        height=100,
        lines=tuple(
            TextLine(
                text=foot,
                box=BoundingBox(left=0.4, top=top, right=0.6, bottom=top + 0.02),
                confidence=0.9,
            )
            for foot in feet
        ),
    )


def bundle(*numbers: int | None) -> list[Page]:
    return [
        page(place, *(() if number is None else (f"- {number} -",)))
        for place, number in enumerate(numbers)
    ]


def test_numbers_by_themselves_at_the_foot_are_page_numbers() -> None:
    assert foot_numbers(page(0, "-12-", "第7页", "9")) == {12, 7, 9}
    assert foot_numbers(page(0, "−17 —", "-1.", "–11 —")) == {17, 1, 11}
    assert foot_numbers(page(0, "2026年3月", "共 5 页内容")) == set()
    assert foot_numbers(page(0, "12", top=0.5)) == set()


def test_number_and_count_are_read_together() -> None:
    assert numbers_of_all(page(0, "第1页共5页")) == {(1, 5)}
    assert numbers_of_all(page(0, "第 2 页 共 5 页", "3/12")) == {(2, 5), (3, 12)}


def test_numbers_that_run_through_have_no_jump() -> None:
    assert breaks_in(bundle(None, 1, 2, None, 4, 5, 6)) == ()


def test_a_number_skipped_is_a_jump_where_the_later_numbers_begin() -> None:
    assert breaks_in(bundle(1, 2, 3, 5, 6, 7)) == ((3, 1),)


def test_a_number_repeated_is_a_jump_back() -> None:
    assert breaks_in(bundle(1, 2, 3, 3, 4, 5)) == ((3, -1),)


def test_one_misread_number_is_no_jump() -> None:
    assert breaks_in(bundle(1, 2, 8, 4, 5, 6)) == ()


def test_a_reports_own_numbers_inside_the_bundle_are_no_jump() -> None:
    pages = bundle(*range(1, 13))
    inside = [
        page(each.number - 1, f"- {each.number} -", f"第{each.number - 4}页")
        if 5 <= each.number <= 9
        else each
        for each in pages
    ]
    assert breaks_in(inside) == ()


def test_pages_without_numbers_are_not_numbered() -> None:
    assert is_numbered(bundle(1, 2, 3))
    assert not is_numbered(bundle(None, None, 7))


def test_a_page_between_numbered_ones_has_the_number_between() -> None:
    pages = bundle(None, None, 1, None, 3, 4, None, 6)
    assert printed_numbers(pages) == {2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6}


def test_numbers_of_a_report_that_is_less_than_half_of_the_pages_are_not_the_bundles() -> None:
    assert printed_numbers(bundle(*[None] * 8, 1, 2, 3)) == {}


def test_of_two_runs_over_the_same_pages_the_better_supported_one_counts() -> None:
    pages = bundle(1, 2, 3, 4, 5, 6, 7, 8)
    both = [
        page(each.number - 1, f"- {each.number} -", f"第{each.number - 2}页")
        if 3 <= each.number <= 6
        else each
        for each in pages
    ]
    assert printed_numbers(both) == {place: place + 1 for place in range(8)}

import numpy as np
import pytest
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels
from extractor.imaging.turning import Classifier, turn_back, upright


def answering(*probabilities: float) -> Classifier:
    def classify(_: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        return [np.array([probabilities], dtype=np.float32)]

    return classify


@pytest.fixture
def marked() -> Pixels:
    """A page whose first pixel is black."""
    page = np.full((60, 40, 3), 255, np.uint8)
    page[0, 0] = 0
    return page


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_turn_the_classifier_finds_is_undone(marked: Pixels, turned: int) -> None:
    came = np.ascontiguousarray(np.rot90(marked, k=-turned // 90))
    sure = [0.02, 0.02, 0.02, 0.02]
    sure[turned // 90] = 0.94
    page = upright(came, answering(*sure))
    assert page.turned == turned
    assert page.confidence == pytest.approx(0.94)
    assert np.array_equal(page.pixels, marked)


def test_an_unsure_classifier_leaves_the_page_as_it_is(marked: Pixels) -> None:
    assert upright(marked, answering(0.1, 0.4, 0.25, 0.25)).turned == 0


def test_a_vote_decides_where_the_classifier_is_unsure(marked: Pixels) -> None:
    assert upright(marked, answering(0.7, 0.1, 0.1, 0.1), vote=lambda _: 180).turned == 180


def test_a_vote_overrules_a_turn_that_the_classifier_finds(marked: Pixels) -> None:
    assert upright(marked, answering(0.03, 0.03, 0.91, 0.03), vote=lambda _: 0).turned == 0


def test_a_vote_without_an_opinion_leaves_the_classifier_its_own(marked: Pixels) -> None:
    assert upright(marked, answering(0.03, 0.03, 0.91, 0.03), vote=lambda _: None).turned == 180


def test_no_vote_is_held_on_a_page_that_is_surely_upright(marked: Pixels) -> None:
    def vote(_: Pixels) -> int:
        raise AssertionError("a vote costs as much as reading half a page")

    assert upright(marked, answering(0.93, 0.03, 0.02, 0.02), vote).turned == 0


def test_the_classifier_sees_the_whole_page_on_a_white_square(marked: Pixels) -> None:
    seen: list[NDArray[np.float32]] = []

    def classify(image: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        seen.append(image)
        return [np.array([[1, 0, 0, 0]], dtype=np.float32)]

    upright(np.zeros((400, 100, 3), np.uint8), classify)
    (image,) = seen
    assert image.shape == (1, 3, 224, 224)
    dark = image[0, 0] < 0
    assert dark[0].any()
    assert dark[-1].any()
    assert not dark[:, :80].any()
    assert dark.mean() == pytest.approx(0.25, abs=0.01)


def test_turning_back_four_quarters_changes_nothing(marked: Pixels) -> None:
    assert np.array_equal(turn_back(marked, 360), marked)

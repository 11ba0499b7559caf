"""The recogniser's batches."""

import numpy as np
import pytest

from extractor.ocr.recognising import BATCH_LINES, WIDTH_STEP, Recogniser


class Rows:
    """A model that answers the mean brightness of each step of eight pixels as a digit."""

    runtime = "onnxruntime"
    metadata = {"character": "\n".join("0123456789")}  # noqa: RUF012

    def __init__(self):
        self.shapes = []

    def __call__(self, *inputs):
        [batch] = inputs
        self.shapes.append(batch.shape)
        steps = batch.reshape(batch.shape[0], -1, batch.shape[3] // 8, 8)
        level = np.clip(np.round(steps.mean(axis=(1, 3)) * 10), 0, 10).astype(int)
        return [np.eye(12, dtype=np.float32)[level]]


def line(width, digit):
    """A strip that the model above reads as the digit."""
    value = round(127.5 * (1 + (digit + 1) / 10))
    return np.full((48, width, 3), min(255, value), np.uint8)


@pytest.mark.parametrize("count", [0, 1, 3, 4, 9])
def test_each_line_gets_its_own_answer_in_order(count):
    widths = [64, 200, 64, 336, 64, 1000, 64, 64, 64][:count]
    read = Recogniser(Rows()).read([line(width, at) for at, width in enumerate(widths)])
    assert [each.text for each in read] == [str(at) for at in range(count)]


def test_a_line_is_never_padded_by_more_than_a_step():
    model = Rows()
    Recogniser(model).read([line(width, 1) for width in (70, 100, 500, 501, 1601)])
    assert sorted(shape[3] for shape in model.shapes) == [96, 128, 512, 512, 1632]
    assert all(shape[3] % WIDTH_STEP == 0 for shape in model.shapes)


def test_few_shapes_are_met_whatever_the_page():
    model = Rows()
    Recogniser(model).read([line(64, 1)] * 11 + [line(640, 1)] * 5)
    assert {shape[0] for shape in model.shapes} == {1, BATCH_LINES}
    assert all(shape[0] == 1 for shape in model.shapes if shape[3] == 640)

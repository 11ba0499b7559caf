from extractor.evaluate.equality import Agreement
from extractor.evaluate.reliability import reliability
from extractor.evaluate.results import FieldResult


def result(confidence, outcome, status="sure", read="1"):
    return FieldResult(
        document="a100000-1",
        kind="a100000",
        key="a100000.revenue",
        outcome=outcome,
        status=status,
        confidence=confidence,
        expected="1",
        read=read,
        text="",
        doubts=(),
        cells=Agreement(),
        character_accuracy=None,
        box_hit=None,
        seen_at=None,
        stands_at=None,
    )


def test_sure_and_doubtful_values_are_counted_apart_by_confidence():
    bins = reliability(
        [
            result(1.0, "right"),
            result(0.995, "wrong_sure"),
            result(0.6, "right", "doubtful"),
            result(0.0, "missing", "missing", read=None),
        ]
    )

    assert [(each.status, each.low, each.values, each.right) for each in bins] == [
        ("sure", 0.99, 2, 1),
        ("doubtful", 0.5, 1, 1),
    ]
    assert bins[0].share == 0.5

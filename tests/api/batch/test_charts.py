from api.batch.charts import HEIGHT, SPAN, WIDTH, bars_of, stacks_of


def test_bars_stand_side_by_side_as_high_as_their_counts() -> None:
    bars = bars_of(["a", "b", "c"], [1, 4, 0]).bars
    assert [bar.high for bar in bars] == [HEIGHT / 4, HEIGHT, 0]
    assert all(bar.y + bar.high == HEIGHT for bar in bars)
    assert bars[0].x + bars[0].wide < bars[1].x
    assert bars[-1].x + bars[-1].wide <= WIDTH


def test_a_chart_of_nothing_is_empty() -> None:
    assert bars_of([], []).bars == ()


def test_pieces_of_a_line_follow_each_other_on_one_scale() -> None:
    stacks = stacks_of({"x": {"failed": 3, "passed": 1}, "y": {"passed": 2}}, ("failed", "passed"))
    failed, passed = stacks[0].pieces
    assert (failed.x, failed.wide, passed.x, passed.wide) == (
        0,
        SPAN * 3 / 4,
        SPAN * 3 / 4,
        SPAN / 4,
    )
    assert stacks[1].pieces[0].wide == SPAN / 2

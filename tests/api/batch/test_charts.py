from api.batch.charts import HEIGHT, SPAN, WIDTH, bars_of, stacks_of


def test_bars_stand_side_by_side_as_high_as_their_counts() -> None:
    bars = bars_of(["a", "b", "c"], [1, 4, 0]).bars
    assert [bar.high for bar in bars] == [HEIGHT / 4, HEIGHT, 0]
    assert all(bar.y + bar.high == HEIGHT for bar in bars)
    assert bars[0].x + bars[0].wide < bars[1].x
    assert bars[-1].x + bars[-1].wide <= WIDTH


def test_captions_do_not_run_into_each_other_or_off_the_chart() -> None:
    labels = [f"{minutes} 分 {rest} 秒" for minutes in range(3) for rest in range(0, 60, 10)]
    captions = [bar for bar in bars_of(labels, [1] * len(labels)).bars if bar.labelled]
    wide = 12 * 5  # two figures, two words and the spaces between, in type of 12 units
    starts = [bar.x for bar in captions]
    assert len(captions) > 2
    assert all(after - before > wide for before, after in zip(starts, starts[1:], strict=False))
    assert starts[-1] + wide <= WIDTH


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

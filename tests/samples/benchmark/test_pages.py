from samples.benchmark.pages import spread


def test_pages_are_spread_over_the_whole_submission():
    assert spread(20, 4) == [1, 6, 11, 16]
    assert spread(3, 8) == [1, 2, 3]
    assert len(set(spread(27, 8))) == 8

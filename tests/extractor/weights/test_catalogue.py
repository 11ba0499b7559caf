"""The table of model files."""

import re

import pytest

from extractor.weights.catalogue import DEFAULT_WEIGHTS, WEIGHTS, weight


def test_every_file_says_where_it_comes_from_and_how_to_check_it():
    for entry in WEIGHTS:
        assert re.fullmatch(r"[0-9a-f]{64}", entry.sha256), entry.name
        assert re.fullmatch(r"[a-z-]+==\d+\.\d+\.\d+", entry.requirement)
        assert entry.licence == "Apache-2.0"
        assert entry.size > 0
        assert entry.path.endswith(entry.name)


def test_no_two_files_share_a_name():
    names = [entry.name for entry in WEIGHTS]
    assert len(set(names)) == len(names)


def test_only_what_reading_needs_is_fetched_unasked():
    assert {entry.purpose for entry in DEFAULT_WEIGHTS} == {
        "文字检测",
        "文字识别",
        "印章文字检测",
        "页面方向判断",
    }


def test_an_unknown_name_is_not_in_the_table():
    with pytest.raises(KeyError):
        weight("model.pkl")

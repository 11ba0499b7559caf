from pathlib import Path

import pytest

from extractor.evaluate.labels import LABELLED, read_labels
from models.errors import DamagedFile


def row(index, x, y, text, label, width=100):
    corners = (x, y, x + width, y, x + width, y + 20, x, y + 20)
    return f"{index},{','.join(map(str, corners))},{text},{label}"


def labels(tmp_path: Path, *rows):
    path = tmp_path / "a.tsv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read_labels(path)


def compared(name, text):
    return next(field.compared(text) for field in LABELLED if field.name == name)


def test_lines_of_one_value_are_joined_from_top_to_bottom(tmp_path):
    read = labels(
        tmp_path,
        row(0, 10, 140, "路1号,二楼", "location"),
        row(1, 10, 115, "光谷大道", "location"),
        row(2, 10, 90, "武汉市", "location", width=60),
        row(3, 80, 92, "洪山区", "location", width=60),
    )

    assert read["location"].text == "武汉市洪山区光谷大道路1号,二楼"
    assert read["location"].box == (10, 90, 140, 160)


def test_a_trader_s_second_type_is_not_part_of_the_first(tmp_path):
    read = labels(
        tmp_path,
        row(0, 10, 10, "类型", "type_key"),
        row(1, 10, 40, "组成形式", "type_key"),
        row(2, 90, 10, "个体工商户", "type"),
        row(3, 90, 40, "个人经营", "type"),
    )

    assert read["type"].text == "个体工商户"


def test_a_file_of_another_form_is_refused(tmp_path):
    with pytest.raises(DamagedFile):
        labels(tmp_path, "统一社会信用代码,91420111326209576H")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("uscc", "9142O111326209576H", "91420111326209576H"),
        ("uscc", "420100000012345", None),
        ("name", "武汉#合有限公司", None),
        ("registered_capital", "伍仟万元整", "50000000.00"),
        ("established_on", "2009年08月03日", "2009-08-03"),
        ("term", "2009年08月03日至2029年8月2日", "2029-08-02"),
        ("term", "2009年08月03日至******", "长期"),
        ("term", "长期", "长期"),
        ("term", "2009年08月03日至年月日", None),
        ("type", "有限责任公司（自然人独资）", "有限责任公司(自然人独资)"),
    ],
)
def test_labels_are_compared_in_the_form_the_contract_gives_the_value(name, text, expected):
    assert compared(name, text) == expected

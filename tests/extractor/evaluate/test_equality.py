import pytest

from extractor.evaluate.equality import agreement, character_accuracy

PROSE = (
    "公司主营业务为晶圆量测异常分析相关软硬件产品的研发、生产和销售，已形成面向多个行业的完整产品体系。"
    * 2
)


@pytest.mark.parametrize(
    ("truth", "read"),
    [
        ("有限责任公司（自然人独资）", "有限责任公司(自然人独资)"),
        ("许可项目：电信业务；软件开发。", "许可项目:电信业务;软件开发."),
        ("12345678.90", "12345678.90"),
        (["郑建国", "吴立新"], ["郑建国", "吴立新"]),
        ([], []),
    ],
)
def test_values_that_are_the_same_up_to_the_width_of_punctuation_are_right(truth, read):
    assert agreement(truth, read).flawless


@pytest.mark.parametrize(
    ("truth", "read"),
    [
        ("12345678.90", "12345678.9"),
        ("12345678.90", "USD 12345678.90"),
        ("武汉璟合工业智能有限公司", "武汉璟台工业智能有限公司"),
        (["郑建国", "吴立新"], ["吴立新", "郑建国"]),
        (["郑建国", "吴立新"], ["郑建国"]),
        ([], ["从前的名称"]),
        (None, "0.00"),
        ("荆诚审字〔2026〕第1号", "荆诚审字[2026]第1号"),
    ],
)
def test_every_other_difference_is_wrong(truth, read):
    assert agreement(truth, read).wrong == 1


def test_what_was_not_read_is_unread_and_not_wrong():
    assert agreement("91420111326209576H", None).model_dump() == {
        "right": 0,
        "unread": 1,
        "wrong": 0,
        "lost": 0,
    }


def test_prose_is_right_with_two_characters_in_a_hundred_wrong_and_no_more():
    few = PROSE.replace("产品的研发", "产晶的研发", 1)
    many = PROSE.replace("研发", "开友").replace("公司", "企业")

    assert agreement(PROSE, few).flawless
    assert agreement(PROSE, many).wrong == 1


def test_a_short_text_has_to_be_right_to_the_letter():
    assert agreement(PROSE[:40], PROSE[:39] + "X").wrong == 1


def test_character_accuracy_counts_insertions_and_deletions():
    assert character_accuracy("一二三四五六七八九十", "一二三五六七八九十") == pytest.approx(0.9)
    assert character_accuracy("一二", "完全不同的长文字") == 0.0


def test_a_table_is_compared_row_by_row_though_a_row_is_missing():
    truth = [{"name": name, "amount": f"{n}.00"} for n, name in enumerate("甲乙丙丁")]
    read = [truth[0], truth[2], {"name": "丁", "amount": "8.00"}]

    cells = agreement(truth, read)

    assert (cells.right, cells.lost, cells.wrong, cells.unread) == (5, 2, 1, 0)


def test_rows_that_are_not_in_the_table_are_wrong():
    truth = [{"name": "甲", "amount": "1.00"}]
    read = [*truth, {"name": "合计", "amount": "1.00"}]

    assert agreement(truth, read).wrong == 2


def test_a_cell_that_is_said_to_be_unread_is_neither_wrong_nor_lost():
    truth = {"1": "10.00", "2": "20.00", "3": "30.00"}

    assert agreement(truth, {"1": "10.00", "2": None, "3": "30.00"}).unread == 1
    assert agreement(truth, {"1": "10.00", "3": "30.00"}).lost == 1
    assert agreement(truth, {**truth, "4": "0.00"}).wrong == 1

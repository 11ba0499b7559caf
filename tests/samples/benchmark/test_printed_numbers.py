from extractor.evaluate.truth import Truth
from samples.benchmark.printed_numbers import found, numbers_of, share_found


def truth(*fields):
    return Truth.model_validate(
        {
            "schema": "heyan.truth/1",
            "name": "a",
            "seed": 1,
            "difficulty": 0,
            "files": ["submission.pdf"],
            "pages": [],
            "documents": [
                {
                    "id": "a100000-1",
                    "kind": "a100000",
                    "pages": [{"file": 0, "number": 5}],
                    "fields": list(fields),
                }
            ],
        }
    )


def place(page):
    return {"file": 0, "page": page, "box": [0.1, 0.1, 0.2, 0.2]}


def test_amounts_and_codes_are_asked_for_on_the_page_they_stand_on():
    numbers = numbers_of(
        truth(
            {"key": "a100000.taxpayer_id", "kind": "identifier", "value": "91420111326209576H",
             "evidence": [place(5)]},
            {"key": "a100000.rows", "kind": "rows", "value": {"1": "903013306.97", "2": "0.00"},
             "evidence": [], "parts": {".1": [place(6)], ".2": [place(6)]}},
            {"key": "a100000.items", "kind": "rows",
             "value": [{"name": "人员人工费用", "amount": "13654558.23"}],
             "evidence": [], "parts": {"[0].name": [place(7)], "[0].amount": [place(7)]}},
            {"key": "a100000.taxpayer_name", "kind": "text", "value": "甲2025公司",
             "evidence": [place(5)]},
        )
    )  # fmt: skip

    assert numbers == {
        5: {"91420111326209576H"},
        6: {"903013306.97"},
        7: {"13654558.23"},
    }


def test_a_number_is_found_in_any_unit_with_or_without_thousands_marks():
    assert found(["903013306.97"], "营业收入 903,013,306.97") == 1
    assert found(["903013300.00"], "90301.33万元") == 1
    assert found(["903013306.97"], "９０３０１３３０６．９７") == 1
    assert found(["91420111326209576H"], "代码 91420111326209576H") == 1


def test_a_number_with_one_wrong_digit_or_in_pieces_of_chance_is_not():
    assert found(["903013306.97"], "903,013,306.91") == 0
    assert found(["91420111326209576H"], "9142O111326209576H") == 0
    assert found(["12.00"], "12 12.0") == 0


def test_the_share_counts_pages_nobody_read():
    numbers = {"1.png": frozenset({"1234.56"}), "2.png": frozenset({"6543.21"})}

    assert share_found(numbers, {"1.png": "1,234.56"}) == 0.5

import pytest

from extractor.intake.symbols import is_picture_font, symbol


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", 0xF0FE, "☑"),
        ("Wingdings", 0xF0A8, "□"),
        ("Wingdings 2", ord("R"), "☑"),
        ("ABCDEF+Wingdings2", 0xF0A3, "□"),
        ("BCDEEE+Wingdings-Regular", 0xFC, "✓"),
        ("SymbolMT", 0xF0B7, "•"),
    ],
)
def test_signs_are_what_they_look_like(font: str, code: int, shown: str) -> None:
    assert symbol(font, code) == shown


def test_an_unknown_sign_is_not_guessed() -> None:
    assert symbol("Wingdings", 0xF021) is None


def test_fonts_of_letters_have_no_signs() -> None:
    assert not is_picture_font("SimSun")
    assert symbol("SimSun", ord("R")) is None

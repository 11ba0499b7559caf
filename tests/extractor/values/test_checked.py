"""Parsers with a proof."""

from extractor.values.checked import Checked
from models.extraction import Identifier


def test_a_checked_parser_is_called_like_any_other() -> None:
    parse = Checked(read=lambda text: Identifier(value=text), proof=lambda code: "plausible")
    assert parse("A1") == Identifier(value="A1")
    assert parse.candidates("A1") == ()

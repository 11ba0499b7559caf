"""A heading with its paragraphs."""

from __future__ import annotations

from typing import TypedDict


class Section(TypedDict):
    """A heading and its paragraphs; an empty heading has none."""

    heading: str
    paragraphs: list[str]


def section(heading: str, *paragraphs: str) -> Section:
    """A heading with its paragraphs."""
    return Section(heading=heading, paragraphs=list(paragraphs))

"""Turns a case into the strings its sheets print."""

from __future__ import annotations

from typing import Any

from samples.case import Case


def display(case: Case, kind: str, index: int = 0) -> dict[str, Any]:
    """What ``samples.sheets.SHEETS[kind]`` asks for; index counts sheets of one kind from 0."""
    raise NotImplementedError

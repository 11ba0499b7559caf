"""Changes one text wherever an applicant's papers have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from samples.case import Case


def everywhere(case: Case, old: str, new: str) -> Case:
    """The case with ``old`` replaced in every text of every paper and seal."""
    changed = _changed(case, old, new)
    assert isinstance(changed, Case)
    return changed


def _changed(value: Any, old: str, new: str) -> Any:
    match value:
        case str():
            return value.replace(old, new)
        case tuple():
            return tuple(_changed(each, old, new) for each in value)
        case Mapping():
            return {key: _changed(each, old, new) for key, each in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts = {
                field.name: _changed(getattr(value, field.name), old, new)
                for field in fields(value)
            }
            return replace(value, **parts)
        case _:
            return value

"""Rules and documents agree on the type of every value that passes between them."""

from __future__ import annotations

import inspect
import types
import typing
from functools import cache

import pytest

from extractor.documents.catalogue import kinds
from extractor.rules.catalogue import rules
from extractor.rules.rule import Rule
from models import extraction

TYPE_OF = {
    "amount": extraction.Amount,
    "count": extraction.Count,
    "ratio": extraction.Ratio,
    "decimal": extraction.Number,
    "day": extraction.Day,
    "month": extraction.Month,
    "text": extraction.Text,
    "identifier": extraction.Identifier,
    "choice": extraction.Choice,
    "choices": extraction.Choices,
    "list": extraction.TextList,
    "rows": extraction.Rows,
    "numbered_amounts": extraction.NumberedAmounts,
}


@cache
def kinds_of_values() -> dict[str, str]:
    """Path → kind of value, as the documents declare it."""
    return {f"{kind.kind}.{spec.name}": spec.kind for kind in kinds() for spec in kind.fields}


def alternatives(annotation: object) -> set[object]:
    """The types that a union, or a tuple of unions, is made of."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return alternatives(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return {one for each in typing.get_args(annotation) for one in alternatives(each)}
    return {annotation}


def parameters(rule: Rule) -> list[tuple[str, object]]:
    """Each path with the annotation of the parameter that its value goes to."""
    hints = typing.get_type_hints(rule.check)
    named = list(inspect.signature(rule.check).parameters.values())
    paths = (*rule.reads, *rule.reads_if_present)
    return [
        (path, hints[named[min(place, len(named) - 1)].name]) for place, path in enumerate(paths)
    ]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_check_takes_values_of_the_kinds_its_fields_have(rule: Rule) -> None:
    wrong = []
    for path, annotation in parameters(rule):
        accepted = alternatives(annotation)
        kind, _, name = path.partition(".")
        if kind.endswith("[*]"):
            accepted = {
                one
                for each in accepted
                if typing.get_origin(each) is tuple
                for one in alternatives(typing.get_args(each)[0])
            }
        papers = {"each": rule.for_each, "word_form": ("application_form",)}
        for paper in papers.get(kind, (kind.removesuffix("[*]"),)):
            stated = kinds_of_values().get(f"{paper}.{name}")
            if stated is not None and TYPE_OF[stated] not in accepted:
                wrong.append(f"{path} is {stated}, the check takes {annotation}")
    assert wrong == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_check_expects_optional_values_to_be_absent(rule: Rule) -> None:
    optional = parameters(rule)[len(rule.reads) :]
    assert [
        path
        for path, annotation in optional
        if type(None) not in alternatives(annotation) and not path.endswith((".present", ".seen"))
    ] == []

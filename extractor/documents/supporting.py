"""What supporting papers share: number, name, owner, date, and a parameter count where stated."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.documents.kind import About, FieldSpec, Finder, Parser
from extractor.layout.captions import first_match
from extractor.values import days, parameters, texts
from models.extraction import Field, Text, Value

_COUNT = r"\d[\d,]*(?:\.\d+)?(?:万亿|千亿|百亿|亿|千万|百万|万|[BMTK])"


def supporting_fields(
    number: Finder, parse_number: Parser, name: Finder, owner: Finder, date: Finder
) -> tuple[FieldSpec, ...]:
    """The five fields of a supporting paper, found by its own captions."""
    return (
        FieldSpec("number", "编号", "identifier", number, parse_number),
        FieldSpec("name", "名称", "text", name, texts.parse),
        FieldSpec("owner", "权利人/主体", "text", owner, texts.parse),
        FieldSpec("date", "日期", "day", date, days.parse),
        FieldSpec(
            "parameter_count",
            "参数量",
            "decimal",
            first_match(rf"参数(?:量|规模)?(?:约?为|达到?|约|[:：])?({_COUNT})"),
            _parameters,
        ),
    )


def _parameters(text: str) -> Value | None:
    return parameters.parse(text)


def about_owner(fields: Mapping[str, Field]) -> About:
    """The owner as the company it is about."""
    owner = fields["owner"].value
    return About(entity=owner.value if isinstance(owner, Text) else None)

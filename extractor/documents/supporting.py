"""What supporting papers share: number, name, owner, date, and a parameter count where stated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.documents.kind import About, FieldSpec, Finder, Parser
from extractor.documents.parameter_mentions import own_mentions
from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of, split_at_gaps
from extractor.layout.passage import Passage
from extractor.values import days, parameters, texts
from models.document import Document, TextLine
from models.extraction import Field, Text, Value


def supporting_fields(
    number: Finder, parse_number: Parser, name: Finder, owner: Finder, date: Finder
) -> tuple[FieldSpec, ...]:
    """The five fields of a supporting paper, found by its own captions."""
    return (
        FieldSpec("number", "编号", "identifier", number, parse_number),
        FieldSpec("name", "名称", "text", name, texts.parse),
        FieldSpec("owner", "权利人/主体", "text", owner, _owner),
        FieldSpec("date", "日期", "day", date, days.parse),
        FieldSpec(
            "parameter_count",
            "参数量",
            "decimal",
            _own_parameters,
            _parameters,
        ),
    )


_DAY_ALONE = re.compile(r"((?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-.]\d{2}[-.]\d{2}))")


def day_at_the_foot(document: Document) -> Passage | None:
    """The last date that stands alone on its line: under the issuer's name, in the seal."""
    found: Passage | None = None
    for page in document.pages:
        for row in rows_on(page):
            for part in (each for line in row for each in split_at_gaps(line)):
                if _DAY_ALONE.fullmatch(Characters.of((part,)).text) and not _captioned(row, part):
                    found = passage_of(page, (part,))
    return found


def _captioned(row: Sequence[TextLine], part: TextLine) -> bool:
    """Whether a caption stands left of it: then it is the date of something else."""
    return any(
        other.box.right <= part.box.left and other.text.rstrip().endswith((":", "："))
        for other in row
    )


def _owner(text: str) -> Value | None:
    """The owner's name; None for what is left of a caption that its narrow cell broke: （乙."""
    words = texts.parse(text)
    if words is None or words.value.count("（") != words.value.count("）"):
        return None
    return words


def _own_parameters(document: Document) -> Passage | None:
    """The count that is stated of the paper's own model; none where it states different ones."""
    counts = {
        count.value: passage
        for _, passage in own_mentions(document)
        if (count := parameters.parse(passage.text)) is not None
    }
    return next(iter(counts.values())) if len(counts) == 1 else None


def _parameters(text: str) -> Value | None:
    return parameters.parse(text)


def about_owner(fields: Mapping[str, Field]) -> About:
    """The owner as the company it is about."""
    owner = fields["owner"].value
    return About(entity=owner.value if isinstance(owner, Text) else None)

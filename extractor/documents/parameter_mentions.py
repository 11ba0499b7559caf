"""Every place where a report states how many parameters its model has, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.layout.captions import rows_on
from extractor.layout.characters import Characters, passage_of
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubted
from extractor.values import parameters
from models.document import Document
from models.extraction import Evidence, Field, Number

_COUNT = r"\d[\d,]*(?:\.\d+)?(?:万亿|千亿|百亿|亿|千万|百万|万|[BMTK])"
_ACTIVE = rf"(?:[(（](?:其中)?(?:激活|A)[^)）]{{0,12}}?{_COUNT}[^)）]{{0,4}}[)）])?"
_MENTION = re.compile(
    r"(?P<caption>(?:总|全部)?参数(?:总?量|总?规模|总数)?)(?:约?为|达到?|约|共计?|[:：])?"
    rf"(?P<count>{_COUNT}{_ACTIVE})"
)
_PART = re.compile(
    r"(?:激活|活跃|可训练|微调|新增|冻结|训练|LoRA|适配器|编码器|解码器|每个?专家)(?:的|模型)?$"
)
"""Before the caption: not all parameters of the model."""
_OTHERS = re.compile(r"对比|相比|比较|同类|国外|国内外|竞品|业界|主流|等模型|高于|低于|优于")
"""In the sentence: it compares the model with others."""
_BASE = re.compile(
    r"基座|底座|基础大?模型|开源|预训练模型|GPT|Llama|LLaMA|Qwen|DeepSeek|GLM|千问|文心|盘古"
)
"""In the clause: the count is the base model's."""
_SENTENCE, _CLAUSE = "。；;!！", "。；;!！，,"
_NEAR = 100
"""Counts closer than one part in so many are one count, rounded."""


def doubted_by_others(field: Field, active: Field, document: Document) -> Field:
    """The parameter count, in doubt where the report states another one for the same model.

    The evidence of a doubted count is every place that states one.
    """
    if not isinstance(field.value, Number):
        return field
    known = [field.value, *([active.value] if isinstance(active.value, Number) else [])]
    other: dict[str, Evidence] = {}
    for _, passage in own_mentions(document):
        read = parameters.parse_both(passage.text)
        if read is None or any(_same(read.total, each) for each in known):
            continue
        other.setdefault(passage.text, passage.evidence)
    if not other:
        return field
    doubt = f"报告中另有参数量 {'、'.join(other)}，未能确定以哪一处为准"
    evidence = (*field.evidence, *other.values())
    return doubted(field.model_copy(update={"evidence": evidence}), doubt)


def own_mentions(document: Document) -> Iterator[tuple[str, Passage]]:
    """Caption and count, where one is stated of the report's own model as a whole."""
    for page in document.pages:
        characters = Characters.of(line for row in rows_on(page) for line in row)
        for found in _MENTION.finditer(characters.text):
            before = characters.text[: found.start()]
            sentence, clause = _last(before, _SENTENCE), _last(before, _CLAUSE)
            if not (_PART.search(before) or _OTHERS.search(sentence) or _BASE.search(clause)):
                yield found["caption"], passage_of(page, characters.cut(*found.span("count")))


def _last(text: str, marks: str) -> str:
    """What stands behind the last of these marks."""
    return text[max(text.rfind(mark) for mark in marks) + 1 :]


def _same(one: Number, other: Number) -> bool:
    return abs(one.value - other.value) * _NEAR <= max(abs(one.value), abs(other.value))

"""Every place where a report states how many parameters its model has, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.prose import OF_OTHERS, Mention, mentions
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubted
from extractor.values import parameters
from models.document import Document
from models.extraction import Evidence, Field, Number

_COUNT = r"\d[\d,]*(?:\.\d+)?(?:万亿|千亿|百亿|亿|千万|百万|万|[BMTK](?![A-Za-z]))"
_ACTIVE = rf"(?:[(（](?:其中)?(?:激活|A)[^)）]{{0,12}}?{_COUNT}[^)）]{{0,4}}[)）])?"
_MENTION = re.compile(
    r"(?P<caption>(?:总|全部)?参数(?:数量|总?量|总?规模|总数)?)"
    r"(?:约?为|达到?|约|共计?|合计|总计|[:：]){0,2}"
    rf"(?P<count>{_COUNT}(?!\d|余?[条项组点种次套台])个?{_ACTIVE})"
    rf"|(?P<count_first>(?<![\d.\-])(?<!\d,){_COUNT})个?(?:总|全部)?参数"
)
_ACTIVE_COUNT = re.compile(
    # Only behind the model's own count: 激活 in a table of other models is theirs.
    rf"(?:参数(?:数量|总?量|总?规模)?[^。;；\d]{{0,6}}{_COUNT}|{_COUNT}个?(?:总|全部)?参数)"
    rf"[^。;；\d]{{0,8}}(?:"
    rf"(?:激活|活跃|A)(?:参数)?(?:量|规模)?(?:约?为|达到?|仅?约|仅|[:：])?(?P<behind>{_COUNT})"
    rf"|(?P<ahead>{_COUNT})个?(?:激活|活跃)参数)"
)
_PART = re.compile(
    r"(?:激活|活跃|可训练|微调|新增|冻结|训练|LoRA|适配器|编码器|解码器|每个?专家"
    r"|工艺|设备|运行|监测|传感器?|控制|加工|性能|技术|结构|环境|质量|生产|物性)"
    r"(?:的|模型|约|仅)?$"
)
"""Before the caption: not all parameters of the model, or those of a plant."""
_OTHERS = re.compile(rf"{OF_OTHERS}|等模型|高于|低于|优于|一般")
"""In the sentence: it compares the model with others."""
_BASE = re.compile(
    r"基座|底座|基础大?模型|开源|预训练模型|GPT|Llama|LLaMA|Qwen|DeepSeek|GLM|千问|文心|盘古"
)
"""In the clause: the count is the base model's."""
_OWN = re.compile(
    r"(?:本|该|我们的|我司的?)(?:项目|单位|公司)?(?:研发的?|研制的?|的)?(?:工业|专用)*(?:大?模型)"
    r"(?:的|拥有|具有|共有?|采用|模型)*$"
)
"""Right before the caption: whatever else the sentence speaks of, the count is the model's."""
_COMPARED = re.compile(r"相比|对比|相较|基座|底座|基础大?模型|GPT|Llama|LLaMA|Qwen|DeepSeek|GLM")
"""In what follows at once: the count belongs to the model named there."""
_OF_SEVERAL = re.compile(rf"(?:[(（][^()（）]{{0,12}}[)）])?(?:[、/和及与]|以及){_COUNT}")
"""Right behind a count: it is one of the sizes in which the model is offered."""
_NEAR = 100
"""Counts closer than one part in so many are one count, rounded."""
_ANOTHERS = "此处可能是基座模型或其他模型的参数量，请核对"


def active_count(document: Document) -> Passage | None:
    """The parameters active at a time, behind the count of all of them."""
    for each in mentions(document, _ACTIVE_COUNT):
        return each.passage("behind" if each.found["behind"] else "ahead")
    return None


def doubted_by_others(field: Field, active: Field, document: Document) -> Field:
    """The parameter count, in doubt where the report states another one for the same model.

    The evidence of a doubted count is every place that states one.
    """
    if not isinstance(field.value, Number):
        return field
    known = [field.value, *([active.value] if isinstance(active.value, Number) else [])]
    other: dict[str, Evidence] = {}
    own = False
    for _, passage in own_mentions(document):
        read = parameters.parse_both(passage.text)
        own = own or (read is not None and _same(read.total, field.value))
        if read is None or any(_same(read.total, each) for each in known):
            continue
        other.setdefault(passage.text, passage.evidence)
    if not other:
        if not own and any(_states(each, field.value) for each in not_own_mentions(document)):
            return doubted(field, _ANOTHERS)
        return field
    doubt = f"报告中另有参数量 {'、'.join(other)}，未能确定以哪一处为准"
    evidence = (*field.evidence, *other.values())
    return doubted(field.model_copy(update={"evidence": evidence}), doubt)


def own_mentions(document: Document) -> Iterator[tuple[str, Passage]]:
    """Caption and count, where one is stated of the report's own model as a whole."""
    for each in mentions(document, _MENTION):
        if _is_own(each):
            yield each.found["caption"] or "", _count_of(each)


def not_own_mentions(document: Document) -> Iterator[Passage]:
    """The counts that seem to be of another model."""
    for each in mentions(document, _MENTION):
        if not _is_own(each) and not _PART.search(each.clause_before):
            yield _count_of(each)


def _is_own(mention: Mention) -> bool:
    clause = mention.clause_before
    if _PART.search(clause) or _OF_SEVERAL.match(mention.clause_after):
        return False
    if _OWN.search(clause):
        return True
    return not (
        _OTHERS.search(mention.sentence_before)
        or _BASE.search(clause)
        or _COMPARED.search(mention.clause_after)
    )


def _count_of(mention: Mention) -> Passage:
    return mention.passage("count" if mention.found["count"] else "count_first")


def _states(passage: Passage, value: Number) -> bool:
    read = parameters.parse_both(passage.text)
    return read is not None and _same(read.total, value)


def _same(one: Number, other: Number) -> bool:
    return abs(one.value - other.value) * _NEAR <= max(abs(one.value), abs(other.value))

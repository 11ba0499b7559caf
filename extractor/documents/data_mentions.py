"""Every place where a report states how much data its model was trained on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.documents.prose import Mention, mentions
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubted
from extractor.values import data_volume
from models.document import Document
from models.extraction import Evidence, Field, Number

_SIZE = r"\d[\d,]*(?:\.\d+)?[PTGptg][Bb](?![A-Za-z/])"
_TOTAL = re.compile(
    r"(?:训练|微调)(?:所?用|使用)?的?(?:数据集?|语料库?)(?:总?量|总?规模|总?容量|大小)?"
    r"(?:合计|共计|总计|累计|约?为|达到?|约|共|是|[:：]){0,3}"
    rf"(?P<size>{_SIZE})"
)
_OF_A_SET = re.compile(
    rf"(?:数据集?|语料库?)(?:总量|总?规模|总容量|合计|共计|总计)?(?:约?为|达到?|约|共|[:：]){{0,2}}"
    rf"(?P<size>{_SIZE})"
    rf"|(?<![\d.])(?<!\d,)(?P<ahead>{_SIZE})(?:的|以上的)?[一-龥]{{0,10}}?(?:数据|语料)"
)
_TRAINED = re.compile(r"训练|微调|数据集|语料")
_STORED = re.compile(r"显存|内存|存储|硬盘|磁盘|显卡|GPU|带宽|服务器|日均|每[日天月年]|新增")
"""In the sentence: the size is a machine's, or of what comes in."""
_SIZES = re.compile(_SIZE)
_SEVERAL = "报告中另有训练数据量 {}，未能确定以哪一处为准"


def training_data(document: Document) -> Passage | None:
    """The size that is stated of all training data; else the only one its sentence names."""
    stated = next(_totals(document), None)
    if stated is not None:
        return stated
    for each in mentions(document, _OF_A_SET):
        said = each.sentence
        if _TRAINED.search(said) and not _STORED.search(said) and _is_whole(each):
            return _size_of(each)
    return None


def _is_whole(mention: Mention) -> bool:
    """Whether the sentence names no other size, or behind it those of its parts."""
    sizes = [data_volume.parse(size) for size in _SIZES.findall(mention.sentence)]
    whole = data_volume.parse(_size_of(mention).text)
    first, *parts = [None if each is None else each.value for each in sizes] or [None]
    if whole is None or first != whole.value:
        return False
    return not parts or (None not in parts and sum(each or 0 for each in parts) == first)


def doubted_by_another_size(field: Field, document: Document) -> Field:
    """The size, in doubt where the report states another one for all of the training data."""
    if not isinstance(field.value, Number):
        return field
    other: dict[str, Evidence] = {}
    for passage in _totals(document):
        read = data_volume.parse(passage.text)
        if read is not None and read.value != field.value.value:
            other.setdefault(passage.text, passage.evidence)
    if not other:
        return field
    evidence = (*field.evidence, *other.values())
    doubt = _SEVERAL.format("、".join(other))
    return doubted(field.model_copy(update={"evidence": evidence}), doubt)


def _totals(document: Document) -> Iterator[Passage]:
    return (each.passage("size") for each in mentions(document, _TOTAL))


def _size_of(mention: Mention) -> Passage:
    return mention.passage("size" if mention.found["size"] else "ahead")

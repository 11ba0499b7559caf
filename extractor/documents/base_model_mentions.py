"""Where a report names the model it builds on."""

from __future__ import annotations

import re

from extractor.documents.prose import OF_OTHERS, Mention, first_mention
from extractor.layout.captions import Finder, beside, first_read
from extractor.values import texts
from models.extraction import Value

_CAPTIONS = ("基础大模型", "基座模型", "模型底座", "模型底座来源", "基础模型", "底座模型")
_STOP = (
    *_CAPTIONS, "训练数据", "训练数据量", "参数量", "参数规模", "研发周期", "研发起止时间",
)  # fmt: skip
_NAMED = r"[^,。;!?、:]"
_FOUNDATION = r"(?:基础|基座|底座)(?:大?模型)?"
_LATIN = r"[A-Za-z][\w.\-+]{1,40}?"
_FAMILY = re.compile(
    r"\d(?:\.\d+)?[BbMm](?![A-Za-z])|GPT|Llama|LLaMA|Qwen|QwQ|DeepSeek|GLM|ERNIE|Baichuan|InternLM"
    r"|InternVL|Yi-|Mistral|Mixtral|Gemma|Phi-|Falcon|Hunyuan|Spark|MiniCPM|MOSS|BERT|CLIP|SAM"
)
"""What tells a model's name from a framework's, a chip's, a method's."""
_LEADING_VERB = re.compile(
    r"^(?:以|采用|选用|基于|使用)?(?:的是|了)?(?:目前)?(?:(?:主流|先进|开源|国产)的)?"
)
_GOES_ON = re.compile(r"[与及和、/]|的|选型|介绍|情况|概述|[未不无]")
"""How a heading goes on behind 基础大模型, or a denial: what follows names no model."""
_VERB = re.compile(
    r"(?:(?:两|三|四)个开源模型|为(?:主|基础|基座|底座)|等(?:开源)?(?:大?模型)?$|作为|进行|完成|构建|开展|实现|通过|经过|并|及其|在此|"
    r"[,，。;；!！]).*$"
)
_A_MODEL = re.compile(r"[A-Za-z0-9]|^自研|^自主|(?:大模型|模型|底座|基座)$")
_NO_MODEL = re.compile(
    r"(?:框架|架构|算法|方向|核心|重要|关键|能力|技术|趋势|之一|作用|数据|基础|工具箱?|本模型|本项目)"
)
_OURS = re.compile(r"本(?:模型|项目|系统|平台|单位|公司)|我[司们]")
_OTHERS = re.compile(rf"{OF_OTHERS}|基线")


def model_name(text: str) -> Value | None:
    """The words as a model's name, or several parted by 、; None for the rest of a sentence."""
    words = _LEADING_VERB.sub("", texts.printed(text)).strip("“”\"'「」《》")
    if _GOES_ON.match(words):
        return None
    first, *others = _VERB.sub("", words).split("、")
    if not _names_a_model(first):
        return None
    kept = [first]
    for other in others:
        if not _FAMILY.search(other) or not _names_a_model(other):
            break
        kept.append(other)
    name = "、".join(kept)
    if name.count("（") > name.count("）"):
        name = name[: name.rfind("（")]
    return texts.parse(name)


def _names_a_model(words: str) -> bool:
    return bool(_A_MODEL.search(words)) and not _NO_MODEL.search(words)


def _own(mention: Mention) -> bool:
    clause = mention.clause_before
    if _OTHERS.search(clause):
        return False
    return not _OTHERS.search(mention.sentence_before) or _OURS.search(clause) is not None


def _known(mention: Mention) -> bool:
    return _own(mention) and bool(_FAMILY.search(mention.found[1]))


base_model: Finder = first_read(
    model_name,
    first_mention(
        rf"(?:模型底座|{_FOUNDATION})(?:来源)?(?:为|是|采用(?:的是|了)?|选用|使用|[:：])([^,。;]{{2,60}})",
        _own,
    ),
    first_mention(
        rf"(?:以|采用|选用|使用|基于)({_NAMED}{{2,40}}?)(?:系列)?(?:开源)?(?:大?模型)?(?:作为|为)"
        rf"(?:本?模型的?)?{_FOUNDATION}",
        _own,
    ),
    beside(*_CAPTIONS, stop=_STOP),
    first_mention(
        rf"(?:在|基于|以)({_NAMED}{{2,40}}?)(?:系列)?(?:开源)?(?:大?模型)?的?{_FOUNDATION}之?上",
        _known,
    ),
    first_mention(
        rf"(?:采用|基于|选用|以|在|对)({_LATIN})(?:系列)?(?:开源)?(?:大?模型)?"
        r"(?:上|进行|开展|,?经过?)[一-龥]{0,8}?(?:预训练|微调|训练|精调|蒸馏)",
        _known,
    ),
)
"""By its caption or as a sentence says it; frameworks and models that are compared are none."""

"""单模态、多模态与描述相符.

Only a model called multimodal whose papers name no two kinds of data is asked; prose about a
single-modal model mentions pictures and texts for many reasons.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words
from models.extraction import Choice, Text
from models.finding import Disagreement

MODALITIES = {
    "图像": "图像|图片|影像|照片|视觉|图文|图纸",
    "视频": "视频|录像",
    "文本": "文本|语言|文档|问答|图文|对话|知识",
    "语音": "语音|音频|声音|声纹",
    "时序": "时序|传感器|振动|温度|电流|波形|信号|遥测",
    "三维": "点云|三维|雷达",
    "表格": "表格|结构化数据",
}


def check(report: Words, category: Choice | None, ability: Text | None) -> Disagreement | None:
    """A question where fewer than two kinds of data are named."""
    if category is None or "多模态" not in category.value:
        message = "不是多模态大模型"
        return Disagreement(severity="C", message=message, values=(KEY,), outcome="not_applicable")
    told = Words((*report.pages, ability.value if ability else ""))
    named = [name for name, words in MODALITIES.items() if told.first(words)]
    if len(named) > 1:
        return None
    listed = f"仅见{named[0]}" if named else "未见具体数据模态"
    return Disagreement(severity="C", message=f"申报为多模态大模型，研发情况报告{listed}，请核实")


KEY = "application_form.model_category"

RULE = Rule(
    code="MOD-16",
    title="单模态、多模态与描述相符",
    source=notice("Q12"),
    severity="C",
    reads=("rd_report.words",),
    reads_if_present=(KEY, "application_form.model_ability"),
    check=check,
    agreement_confirms=True,
)

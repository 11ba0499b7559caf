"""申报表必填单元格无空白.

Only cells that were seen and are empty count; what was not found at all, its own rules miss.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.finding import Disagreement

REQUIRED = {
    "unit_name": "单位名称",
    "uscc": "统一社会信用代码",
    "address": "单位地址",
    "principal_name": "负责人姓名",
    "principal_title": "负责人职务",
    "principal_phone": "负责人电话",
    "applicant_name": "申报人姓名",
    "applicant_title": "申报人职务",
    "applicant_phone": "申报人电话",
    "staff_total": "员工总数",
    "rd_staff": "研发人员数量",
    "introduction": "单位情况介绍",
    "model_name": "工业模型名称",
    "parameter_count": "参数量",
    "training_data": "训练数据量",
    "model_ability": "模型能力",
    "base_model": "模型底座来源",
}
"""Cells that hold words or figures; an empty sum counts as zero and is judged as one."""


def check(blank: tuple[str, ...]) -> Disagreement | None:
    """A question that names every required cell that is empty."""
    empty = [name for name in REQUIRED if name in blank]
    if not empty:
        return None
    message = f"申报表必填项为空：{'、'.join(REQUIRED[name] for name in empty)}"
    keys = tuple(f"application_form.{name}" for name in empty)
    return Disagreement(severity="C", message=message, values=keys)


RULE = Rule(
    code="M-19",
    title="申报表必填单元格无空白",
    source=notice("Q13", "Q14"),
    severity="C",
    reads=("application_form.blanks",),
    check=check,
)

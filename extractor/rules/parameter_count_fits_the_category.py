"""参数量与模型类别相符.

A 大模型 of less than 1 亿 parameters, or a task model of more than 1000 亿, is mislabelled.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import parameters
from models.extraction import Choice, Number
from models.finding import Disagreement


def check(
    count: Number, category: Choice, least_large: Decimal, most_task: Decimal
) -> Disagreement | None:
    """A question where the size does not go with the category."""
    large, task = "大模型" in category.value, "任务型" in category.value
    if not ((large and count.value < least_large) or (task and count.value > most_task)):
        return None
    message = f"模型类别为“{category.value}”，参数量为 {parameters(count)}"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="MOD-03",
    title="参数量与模型类别相符",
    source=practice("大模型参数量一般在亿级以上，任务型模型较小"),
    severity="C",
    reads=(
        "application_form.parameter_count",
        "application_form.model_category",
        "programme.large_model_parameters_min",
        "programme.task_model_parameters_max",
    ),
    check=check,
)

"""性能指标在各材料中一致.

A model of which the applicant claims more than its tester measured has a figure to be explained. Only
metrics of one and the same name are compared, and only where each paper gives one figure for it.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words, holds
from extractor.values.texts import compact
from models.extraction import Text
from models.finding import Disagreement

METRIC = re.compile(
    r"(?P<before>[一-龥]{0,2})"
    r"(?P<name>[一-龥]{2}(?:准确率|精确率|召回率|命中率|检出率|漏检率|误检率|误报率|漏报率|合格率))"
    r"(?P<how>均|可|已|稳定|平均|总体|达到|达|为|是|提升至|提高到|提升到|[:：]|约|超过?|高于|不低于|不高于|低于|[≥>≤<])*"
    r"(?P<figure>\d{1,2}(?:\.\d+)?|100(?:\.0+)?)%(?P<more>以上|以下|左右)?"
)
_OPEN = re.compile(r"约|超|高于|低于|不低|不高|[≥>≤<]")
_BOUNDED = re.compile(r"(?:^|[的其该本在对使将和与及且中])$")
"""What stands in front of a metric that is named in full."""
_WORSE_IF_MORE = ("漏检率", "误检率", "误报率", "漏报率")


class Metric(NamedTuple):
    """A figure in percent, whether it is only a bound, and the letters in front of its name."""

    percent: Decimal
    bound: bool
    before: str


def check(
    tested: tuple[Words | None, ...], report: Words | None, ability: Text | None
) -> list[Disagreement]:
    """A question for each metric of which more is claimed than was measured."""
    claims = [
        ("研发情况报告", "rd_report.words", metrics_in(report.text) if report else {}),
        (
            "申报书模型能力",
            "application_form.model_ability",
            metrics_in(compact(ability.value)) if ability else {},
        ),
    ]
    measured = metrics_in("。".join(each.text for each in tested if each))
    said, compared = [], 0
    for paper, key, claimed in claims:
        for name in claimed.keys() & measured.keys():
            if not _one_thing(claimed[name].before, measured[name].before):
                continue
            compared += 1
            if _too_much(name, claimed[name], measured[name]):
                message = (
                    f"{paper}称{name} {claimed[name].percent}%，"
                    f"测评报告为 {measured[name].percent}%，请核实"
                )
                keys = (key, "test_report[*].words")
                said.append(Disagreement(severity="C", message=message, values=keys))
    if said or compared:
        return said or [holds("C", f"{compared} 项指标与测评报告相符", "test_report[*].words")]
    message = "测评报告与申报书、研发情况报告没有同名的性能指标"
    nothing = ("test_report[*].words",)
    return [Disagreement(severity="C", message=message, values=nothing, outcome="not_applicable")]


def metrics_in(words: str) -> Mapping[str, Metric]:
    """Name → figure, for every metric that the words give one figure of."""
    found: dict[str, list[Metric]] = {}
    for name, metric in _mentions(words):
        found.setdefault(name, []).append(metric)
    # 文字识别准确率 and 缺陷识别准确率 end alike: then it can't be told which of them is meant.
    return {
        name: each[0]
        for name, each in found.items()
        if len({metric.percent for metric in each}) == 1
    }


def _mentions(words: str) -> Iterator[tuple[str, Metric]]:
    for found in METRIC.finditer(words):
        bound = bool(found["more"]) or _OPEN.search(found[0]) is not None
        yield found["name"], Metric(Decimal(found["figure"]), bound, found["before"])


def _one_thing(one: str, other: str) -> bool:
    """Whether what stands in front of both names lets them be one metric."""
    return one == other or any(_BOUNDED.search(each) for each in (one, other))


def _too_much(name: str, claimed: Metric, measured: Metric) -> bool:
    """Whether the claim is better than the measure, or exact and another."""
    if measured.bound:
        return False
    worse_if_more = name.endswith(_WORSE_IF_MORE)
    better = (
        claimed.percent < measured.percent if worse_if_more else claimed.percent > measured.percent
    )
    return better or (not claimed.bound and claimed.percent != measured.percent)


RULE = Rule(
    code="MOD-15",
    title="性能指标在各材料中一致",
    source=notice("Q22"),
    severity="C",
    reads=("test_report[*].words",),
    reads_if_present=("rd_report.words", "application_form.model_ability"),
    check=check,
    agreement_confirms=True,
)

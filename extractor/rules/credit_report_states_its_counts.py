"""信用报告各项数量可读.

Whether a unit is listed anywhere is read from the counts in front of the report; a report without
them, or with one that is illegible, leaves that open.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from models.extraction import Count
from models.finding import Disagreement

COUNTS = {"penalties": "行政处罚", "dishonest": "严重失信主体名单", "abnormal": "经营异常"}
"""失信被执行人 has no section of its own since 2022 (CRE-02)."""
_KEYS = {name: f"credit_report.{name}" for name in COUNTS}


def check(report: str, *stated: Count | bool | None) -> list[Disagreement]:
    """Unreadable for a count that is there and was not read; missing for one that is not."""
    counts = dict(zip(COUNTS, stated[: len(COUNTS)], strict=True))
    seen = dict(zip(COUNTS, stated[len(COUNTS) :], strict=True))
    open_still = [name for name, count in counts.items() if count is None]
    said = []
    for there, words in ((True, "无法辨认，请核对原件"), (False, "未见")):
        named = [name for name in open_still if bool(seen[name]) is there]
        if not named:
            continue
        listed = "、".join(COUNTS[name] for name in named)
        message = f"信用报告的{listed}数量{words}" if there else f"信用报告{words}{listed}数量"
        said.append(
            Disagreement.model_validate(
                {
                    "severity": "C",
                    "message": message,
                    "values": tuple(_KEYS[name] for name in named),
                    "outcome": "unreadable" if there else "missing",
                }
            )
        )
    return said or [holds("C", "信用报告各项数量均可读", *_KEYS.values())]


RULE = Rule(
    code="CRE-07",
    title="信用报告各项数量可读",
    source=practice(
        "信用报告首页各项数量是判断有无失信、处罚记录的依据，“查询期内无相关信息”即为零"
    ),
    severity="C",
    reads=("credit_report.document",),
    reads_if_present=(*_KEYS.values(), *(f"{key}.seen" for key in _KEYS.values())),
    check=check,
)

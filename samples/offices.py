"""What the recommending office says of an applicant: its opinion after a check, or its letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class OfficePaper:
    """A page of the office's, with its seal at the foot."""

    heading: str
    paragraphs: tuple[str, ...]
    office: str
    signed_on: date


def opinion(unit: str, office: str, day: date) -> OfficePaper:
    """核查意见 that found nothing."""
    return OfficePaper(
        f"关于{unit}的核查意见",
        (
            f"根据通知要求，我单位会同有关部门对{unit}自2023年1月1日至今是否出现违法违规行为和"
            "重大问题进行了核查。",
            "经核查，未发现违法违规行为和重大问题，企业法人未纳入失信被执行人名单，同意推荐。",
        ),
        office,
        day,
    )


def letter(unit: str, office: str, day: date) -> OfficePaper:
    """推荐函."""
    return OfficePaper(
        "湖北省工业领域专用模型推荐函",
        (
            "湖北省经济和信息化厅：",
            f"按照通知要求，经审核，{unit}申报材料齐全，单位信用状况良好，现予推荐。",
        ),
        office,
        day,
    )

"""The closed sets of words the store speaks, and what a reviewer calls them."""

from __future__ import annotations

from typing import Literal

ProcessingState = Literal["queued", "reading", "done", "failed"]
ReviewState = Literal["waiting", "in_review", "confirmed", "returned", "exported"]
JobState = Literal["queued", "running", "done", "failed", "cancelled"]
JobKind = Literal["read", "recheck"]
DecisionKind = Literal["confirm", "second_confirm", "return", "reopen", "export"]
ResolutionKind = Literal["accepted", "returned", "withdrawn"]

PROCESSING_NAMES: dict[ProcessingState, str] = {
    "queued": "排队中",
    "reading": "识别中",
    "done": "已完成",
    "failed": "处理失败",
}
REVIEW_NAMES: dict[ReviewState, str] = {
    "waiting": "待审",
    "in_review": "复核中",
    "confirmed": "已确认",
    "returned": "退回补件",
    "exported": "已导出",
}

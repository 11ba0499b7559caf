"""The audit log: who did what, when, from which value to which; and whether the chain is whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Response

from api.pages.people import names_of
from api.pages.rendering import PageContext, page
from api.pages.visiting import Auditing, PageRoute
from api.pages.wording import EVENT_NAMES, moment
from api.roles import ROLE_NAMES
from api.store import audit
from api.store.states import REVIEW_NAMES
from extractor.reports.wording import KINDS, OUTCOMES, VERDICTS

router = APIRouter(route_class=PageRoute, include_in_schema=False)

PAGE_SIZE = 100
THINGS = {
    "submission": "申报材料",
    "field": "字段",
    "page": "页面",
    "finding": "问题",
    "note": "备注",
    "revision": "版本",
    "account": "账户",
    "key": "API 密钥",
    "webhook": "通知地址",
    "session": "账户",
    "batch": "批次",
}
VERBS = {
    "upload": "上传",
    "read": "识别完成",
    "read_again": "重新识别",
    "download": "下载导出",
    "create": "新建",
    "claim": "领取",
    "release": "放回",
    "confirm": "确认",
    "second_confirm": "第二人确认",
    "return": "退回补件",
    "reopen": "重新打开",
    "export": "导出",
    "correct": "更正",
    "withdraw": "撤销更正",
    "change": "更改",
    "turn": "转动",
    "accepted": "认可",
    "returned": "列入补正",
    "withdrawn": "撤回处理",
    "add": "添加",
    "remove": "删除",
    "delete": "删除",
    "open": "登录",
    "revoke": "停用",
    "issue": "签发",
    "disable": "停用",
    "enable": "启用",
    "password": "重设密码",
    "role": "更改角色",
    "city": "更改市州",
    "restrict": "更改市州",
}
NAMES = {
    "review": "复核状态",
    "verdict": "结论",
    "revision": "版本",
    "files": "文件数",
    "sha256": "文件校验值",
    "content_key": "内容校验值",
    "form": "格式",
    "outcome": "当时的结果",
    "kind": "类别",
    "position": "位置",
    "turn": "转动角度",
    "role": "角色",
    "city": "市州",
    "events": "事件",
    "prefix": "密钥前缀",
    "account": "账户",
    "days": "有效天数",
    "through": "方式",
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "review": dict(REVIEW_NAMES.items()),
    "verdict": dict(VERDICTS.items()),
    "outcome": dict(OUTCOMES.items()),
    "kind": dict(KINDS.items()),
    "role": dict(ROLE_NAMES.items()),
    "events": EVENT_NAMES,
    "through": {"oidc": "统一身份认证"},
}
_LONGEST = 300
_OF_SUBMISSIONS = ("submission", "field", "page", "finding", "note")
"""Things whose subject begins with the id of a submission."""


@dataclass(frozen=True)
class LogRow:
    """One entry of the log."""

    seq: int
    at: str
    who: str
    action: str
    subject: str
    subject_address: str
    before: str
    after: str
    program_version: str
    hash: str


@dataclass(frozen=True)
class LogContext(PageContext):
    """What the log's template is given."""

    rows: tuple[LogRow, ...]
    subject: str
    next_address: str | None


@router.get("/audit")
def audit_page(visitor: Auditing, subject: str = "", before: int | None = None) -> Response:
    """A page of the log, the newest first; ``subject`` keeps one thing's entries."""
    with visitor.database.snapshot() as session:
        found = audit.page_of(
            session, subject=subject or None, before_seq=before, limit=PAGE_SIZE + 1
        )
        names = names_of(session, (each.actor for each in found))
    rows = tuple(
        LogRow(
            seq=each.seq,
            at=moment(each.at),
            who=names[each.actor],
            action=action_words(each.action),
            subject=each.subject,
            subject_address=address_of(each.action, each.subject),
            before=told(each.before),
            after=told(each.after),
            program_version=each.program_version,
            hash=each.hash,
        )
        for each in found[:PAGE_SIZE]
    )
    more = {"subject": subject, "before": str(rows[-1].seq)} if len(found) > PAGE_SIZE else None
    context = LogContext(
        frame=visitor.frame("审计日志", "/audit"),
        rows=rows,
        subject=subject,
        next_address=f"/audit?{urlencode(more)}" if more else None,
    )
    return page("audit.html.j2", context)


def action_words(action: str) -> str:
    """``field.correct`` as 字段 更正; unknown words stay as they are."""
    thing, _, verb = action.partition(".")
    return f"{THINGS.get(thing, thing)} {VERBS.get(verb, verb)}".strip()


def address_of(action: str, subject: str) -> str:
    """Where to look at what an entry is about; empty where it has no page of its own."""
    thing = action.partition(".")[0]
    if thing not in _OF_SUBMISSIONS:
        return ""
    submission, _, part = subject.partition("/")
    shown = {"field": "field", "finding": "rule"}.get(thing)
    return f"/submissions/{submission}" + (f"?{shown}={quote(part)}" if shown else "")


def told(value: object) -> str:
    """``{"review": "in_review"}`` as 复核状态 复核中; whatever has no words stays as it is."""
    match value:
        case None:
            return ""
        case dict():
            words = "；".join(
                f"{NAMES.get(name, name)} {_worded(name, each)}"
                for name, each in value.items()
                if each is not None
            )
        case _:
            words = _worded("", value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _worded(name: str, value: object) -> str:
    match value:
        case str():
            return VALUES.get(name, {}).get(value, value)
        case list() if all(isinstance(each, str) for each in value):
            return "、".join(_worded(name, each) for each in value) or "无"
        case _:
            return json.dumps(value, ensure_ascii=False)

"""The rule catalogue."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.errors import NotFound
from api.routes.dependencies import Viewer
from api.routes.problems import problems
from extractor.review.rechecking import rules_reading
from extractor.rules.catalogue import rules
from extractor.rules.rule import Rule
from models.finding import Citation, Severity
from models.frozen import Frozen

router = APIRouter(prefix="/v1/rules", tags=["规则"])


class RuleView(Frozen):
    """A rule with its source and what it reads."""

    code: str
    title: str
    severity: Severity
    source: Citation
    reads: list[str]
    reads_if_present: list[str]


class RuleList(Frozen):
    """The catalogue, in its order."""

    items: list[RuleView]


@router.get(
    "",
    operation_id="listRules",
    summary="规则目录",
    response_model=RuleList,
    responses=problems(401, 403, 422),
)
def list_rules(
    account: Viewer,
    reads: Annotated[
        str | None, Query(max_length=100, description="只列出读取该字段的规则")
    ] = None,
) -> RuleList:
    """Every rule, or those that a field's correction runs again."""
    chosen = rules() if reads is None else rules_reading(reads)
    return RuleList(items=[_view(rule) for rule in chosen])


@router.get(
    "/{code}",
    operation_id="getRule",
    summary="一条规则",
    response_model=RuleView,
    responses=problems(401, 403, 404, 422),
)
def get_rule(
    code: Annotated[str, Path(max_length=20, examples=["FIN-01"])], account: Viewer
) -> RuleView:
    """The rule of this code."""
    for rule in rules():
        if rule.code == code:
            return _view(rule)
    raise NotFound("没有这条规则")


def _view(rule: Rule) -> RuleView:
    return RuleView(
        code=rule.code,
        title=rule.title,
        severity=rule.severity,
        source=Citation(title=rule.source.title, passage=rule.source.passage),
        reads=list(rule.reads),
        reads_if_present=list(rule.reads_if_present),
    )

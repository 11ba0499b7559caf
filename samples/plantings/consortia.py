"""Consortia that leave something out: who leads, who does what, a member's papers or its cost."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.case import Case, Sheet
from samples.papers import Item
from samples.plantings.figures import form_step
from samples.plantings.kind import ABSENT, DOUBTFUL, FAILED, Apply, Planting, in_form, shifted
from samples.plantings.lawful import with_member


def _saying(words: str) -> Apply:
    """A consortium whose cell says this; {lead} and {other} stand for its two units."""

    def apply(case: Case, random: Random) -> Case:
        case = with_member(case, random)
        lead, other = case.application.consortium_members
        return in_form(case, consortium_text=words.format(lead=lead, other=other))

    return apply


def _without_members(kind: str) -> Apply:
    """A consortium that encloses the lead's paper of the kind alone."""

    def apply(case: Case, random: Random) -> Case:
        case = with_member(case, random)
        return replace(case, bundle=tuple(s for s in case.bundle if s != Sheet(kind, 1)))

    return apply


def _cost_of_another(case: Case, random: Random) -> Case:
    """The consortium declares more than the one audit that it encloses."""
    case = with_member(case, random)
    form = case.application
    total = shifted(form.rd_cost, random, form_step(case))
    first = form.rd_cost_items[0]
    more = Item(first.name, first.amount + total - form.rd_cost)
    return in_form(case, rd_cost=total, rd_cost_items=(more, *form.rd_cost_items[1:]))


_MAY = ("CON-05", "CON-07", "ID-07")

PLANTINGS: tuple[Planting, ...] = (
    Planting(
        "consortium_without_lead",
        _saying("成员单位：{lead}、{other}。{lead}负责总体研发；{other}负责数据采集。"),
        (("CON-02", ABSENT),),
        _MAY,
    ),
    Planting(
        "consortium_without_duties",
        _saying("牵头单位：{lead}；成员单位：{other}。"),
        (("CON-03", ABSENT),),
        _MAY,
    ),
    Planting(
        "consortium_member_without_licence",
        _without_members("business_licence"),
        (("CON-04", ABSENT),),
        _MAY,
    ),
    Planting(
        "consortium_member_without_credit_report",
        _without_members("credit_report"),
        (("CON-06", ABSENT),),
        _MAY,
    ),
    Planting(
        "consortium_without_agreement", with_member, (("CON-05", DOUBTFUL),), ("CON-07", "ID-07")
    ),
    Planting(
        "consortium_cost_beyond_its_audit",
        _cost_of_another,
        (("CON-07", DOUBTFUL), ("SPA-03", FAILED)),
        ("CON-05", "SPA-06", "SPA-07", "SPA-08", "SPA-09", "SPA-10", "FIN-09"),
    ),
)

"""What is said of the model, its right and its customers, and does not go together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from samples.case import Case
from samples.certificates import Certificate
from samples.papers import Item
from samples.plantings.kind import DOUBTFUL, FAILED, Apply, Planting, another_name, in_form, without
from samples.plantings.particulars import right_changed

_UNREAD = (*DOUBTFUL, "unreadable")
_SIZE = re.compile(r"(\d+)B$")


def _remark(words: str) -> Apply:
    """The R&D report says one sentence more."""

    def apply(case: Case, random: Random) -> Case:
        return replace(case, rd_report=replace(case.rd_report, remarks=(words,)))

    return apply


def _unfinished(case: Case, random: Random) -> Case | None:
    if case.application.rd_period_end >= case.submitted_on:
        return None
    return _remark("本模型目前处于研发阶段，尚未上线运行。")(case, random)


def _all_own(case: Case, random: Random) -> Case | None:
    if case.application.base_model.startswith("自主"):
        return None
    return _remark("本模型从零开始训练，属完全自主研发，拥有全部知识产权。")(case, random)


def _other_size(case: Case, random: Random) -> Case | None:
    """A base of another size than the model, in form and report alike."""
    found = _SIZE.search(case.application.base_model)
    if found is None:
        return None
    size = "72B" if int(found[1]) < 32 else "7B"
    base = _SIZE.sub(size, case.application.base_model)
    return in_form(
        replace(case, rd_report=replace(case.rd_report, base_model=base)), base_model=base
    )


def _no_rights(case: Case, random: Random) -> Case | None:
    """Other proof is enclosed, and no right among it."""
    left = without(case, "patent", "software_copyright")
    others = {"filing", "test_report", "contract"}
    if left is None or not any(sheet.kind in others for sheet in left.bundle):
        return None
    return left


def _nameless(case: Case, random: Random) -> Case:
    """Customers are some enterprise and some factory, and no contract is enclosed."""
    report = replace(case.rd_report, clients=("某大型装备企业", "某新材料工厂"))
    case = replace(case, rd_report=report)
    return without(case, "contract") or case


def _silent_on_security(case: Case, random: Random) -> Case:
    introduction = tuple(
        words.replace("，并制定了数据安全管理制度", "") for words in case.application.introduction
    )
    report = replace(case.rd_report, tells_of_security=False)
    return in_form(replace(case, rd_report=report), introduction=introduction)


def _other_industry(case: Case, random: Random) -> Case | None:
    """The form ticks an industry of which the report knows nothing."""
    label = "消费品（包括生物医药等）"
    return in_form(case, industry=label) if case.application.industry != label else None


def _more_than_tested(case: Case, random: Random) -> Case | None:
    """The report claims an accuracy that the tester did not find."""
    if not any(sheet.kind == "test_report" for sheet in case.bundle):
        return None
    return _remark("经第三方测评，模型的识别准确率达到99.9%。")(case, random)


def _grants(case: Case, random: Random) -> Case:
    first, second, *others = case.application.rd_cost_items
    granted = Item(f"{second.name}（含财政补助资金）", second.amount)
    return in_form(case, rd_cost_items=(first, granted, *others))


def _named(name: str) -> Callable[[Certificate], Certificate]:
    return lambda paper: replace(paper, name=name)


def _numbered(number: str) -> Callable[[Certificate], Certificate]:
    return lambda paper: replace(paper, number=number)


def _between_others(paper: Certificate) -> Certificate:
    """A contract of two other companies on something else."""
    seller = another_name(paper.owner)
    details = tuple((name, words.replace(paper.owner, seller)) for name, words in paper.details)
    return replace(paper, owner=seller, details=details)


def _finished_long_ago(paper: Certificate) -> Certificate:
    details = tuple(
        (name, "2017年05月18日" if name == "开发完成日期" else words)
        for name, words in paper.details
    )
    return replace(paper, details=details, date=date(2024, 6, 18))


def _unrelated_rights(case: Case, random: Random) -> Case | None:
    """Patents and programs of something else."""
    if not any(sheet.kind in {"patent", "software_copyright"} for sheet in case.bundle):
        return None
    named = {"patent": "一种公园游船的租赁方法", "software_copyright": "影院票务预订软件V1.0"}
    papers = tuple(
        replace(paper, name=named[paper.kind]) if paper.kind in named else paper
        for paper in case.certificates
    )
    return replace(case, certificates=papers)


PLANTINGS: tuple[Planting, ...] = (
    Planting("finished_model_is_called_unfinished", _unfinished, (("MOD-07", DOUBTFUL),)),
    Planting("third_party_base_is_called_own", _all_own, (("MOD-09", DOUBTFUL),)),
    Planting("base_of_another_size", _other_size, (("MOD-04", DOUBTFUL),), ("MOD-08",)),
    Planting(
        "no_rights_among_the_proof", _no_rights, (("MOD-10", DOUBTFUL),), ("IP-07", "SEAL-07")
    ),
    Planting("customers_without_names", _nameless, (("MOD-12", DOUBTFUL),), ("M-13", "RD-10")),
    Planting("nothing_on_data_security", _silent_on_security, (("MOD-13", DOUBTFUL),)),
    Planting("industry_of_another_trade", _other_industry, (("MOD-11", DOUBTFUL),)),
    Planting("more_claimed_than_tested", _more_than_tested, (("MOD-15", DOUBTFUL),)),
    Planting("grants_in_the_cost", _grants, (("SPA-19", DOUBTFUL),)),
    Planting(
        "contract_between_others",
        right_changed("contract", _between_others),
        (("MOD-18", DOUBTFUL),),
        ("RD-10", "FIN-06"),
    ),
    Planting(
        "filing_of_something_else",
        right_changed("filing", _named("餐厅口味推荐算法")),
        (("FIL-03", DOUBTFUL),),
    ),
    Planting(
        "model_filing_on_no_day",
        right_changed("filing", _numbered("Hubei-ChuYun-20251350")),
        (("FIL-04", _UNREAD),),
        ("FIL-01",),
    ),
    Planting(
        "software_finished_long_ago",
        right_changed("software_copyright", _finished_long_ago),
        (("IP-03", DOUBTFUL),),
        ("IP-01",),
    ),
    Planting("rights_of_something_else", _unrelated_rights, (("IP-07", DOUBTFUL),), ("MOD-10",)),
    Planting(
        "commitment_without_a_clause",
        lambda case, random: replace(case, commitment=replace(case.commitment, clauses=(1, 2, 4))),
        (("COM-01", FAILED),),
    ),
)

"""Names and codes that disagree between papers, licences that do not qualify, consortia."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from samples import identifiers
from samples.applicant import draw
from samples.bodies import Body
from samples.case import Case
from samples.plantings.kind import DOUBTFUL, FAILED, Apply, Planting, another_name, in_form

_NO_LEGAL_PERSON = (("LIC-01", FAILED), ("LIC-02", FAILED))
_UNSURE = ("failed", "doubtful", "unreadable")
"""A code that fails its own check may as well be misread: saying so is right too."""


def _broken_code(case: Case, random: Random) -> Case:
    code = case.application.uscc
    last = random.choice([letter for letter in "0123456789ABCDEFGHJ" if letter != code[-1]])
    return in_form(case, uscc=code[:-1] + last)


def _other_code(case: Case, random: Random) -> Case:
    return in_form(case, uscc=identifiers.uscc(random, case.application.uscc[2:8]))


def _form_name(case: Case, random: Random) -> Case:
    name = another_name(case.application.unit_name)
    return in_form(case, unit_name=name, cover_unit_name=name)


def _cover_name(case: Case, random: Random) -> Case:
    return in_form(case, cover_unit_name=another_name(case.application.unit_name))


def _cover_model(case: Case, random: Random) -> Case:
    return in_form(case, cover_model_name=f"荆楚{case.application.model_name[2:]}")


def _cover_category(case: Case, random: Random) -> Case:
    categories = {"单模态大模型", "多模态大模型", "任务型模型"} - {case.application.model_category}
    return in_form(case, cover_model_category=random.choice(sorted(categories)))


def _tax_name(case: Case, random: Random) -> Case:
    return replace(case, tax=replace(case.tax, taxpayer_name=another_name(case.tax.taxpayer_name)))


def _tax_code(case: Case, random: Random) -> Case:
    code = identifiers.uscc(random, case.tax.taxpayer_id[2:8])
    return replace(case, tax=replace(case.tax, taxpayer_id=code))


def _audited(case: Case, random: Random) -> Case:
    return replace(case, audit=replace(case.audit, entity_name=another_name(case.licence.name)))


def _special_audited(case: Case, random: Random) -> Case:
    return replace(case, special=replace(case.special, entity_name=another_name(case.licence.name)))


def _special_model(case: Case, random: Random) -> Case:
    other = "智慧园区能源调度平台"
    return replace(case, special=replace(case.special, model_name=other))


def _return_name(case: Case, random: Random) -> Case:
    sheet = replace(case.a107012, taxpayer_name=another_name(case.licence.name))
    return replace(case, a107012=sheet)


def _return_code(case: Case, random: Random) -> Case:
    code = identifiers.uscc(random, case.a100000.taxpayer_id[2:8])
    return replace(case, a100000=replace(case.a100000, taxpayer_id=code))


def _credit_name(case: Case, random: Random) -> Case:
    return replace(case, credit=replace(case.credit, name=another_name(case.licence.name)))


def _credit_code(case: Case, random: Random) -> Case:
    code = identifiers.uscc(random, case.credit.uscc[2:8])
    return replace(case, credit=replace(case.credit, uscc=code))


def _branch(case: Case, random: Random) -> Case:
    kind = random.choice(("有限责任公司分公司（自然人投资或控股）", "有限合伙企业", "个人独资企业"))
    return replace(case, licence=replace(case.licence, type=kind))


def _applying_as(body: Body) -> Apply:
    """The same applicant, all its papers made out to a body of another kind."""
    return lambda case, random: draw(case.seed, case.name, body=body)


def _expired(case: Case, random: Random) -> Case:
    end = identifiers.day_between(random, date(2024, 6, 1), date(2026, 2, 1))
    term = (case.licence.established_on, end)
    return replace(case, licence=replace(case.licence, term=term))


def _consortium(members: int) -> Apply:
    def apply(case: Case, random: Random) -> Case:
        lead = case.application.unit_name
        others = tuple(
            f"湖北{brand}科技有限公司"
            for brand in random.sample(
                ("楚屹", "江擎", "荆睿", "汉琢", "云骋", "岳辰"), members - 1
            )
        )
        duties = "；".join(
            f"{name}负责{random.choice(('数据采集', '现场试点'))}" for name in others
        )
        text = f"牵头单位：{lead}；成员单位：{'、'.join(others)}。{lead}负责总体研发；{duties}。"
        return in_form(case, consortium_members=(lead, *others), consortium_text=text)

    return apply


_CONSORTIUM = ("CON-02", "CON-03", "CON-04", "CON-05", "CON-06", "CON-07")

PLANTINGS: tuple[Planting, ...] = (
    Planting(
        "form_code_fails_its_check",
        _broken_code,
        (("ID-01", _UNSURE),),
        ("ID-02", "ID-03", "ID-16"),
    ),
    Planting("form_code_of_another", _other_code, (("ID-03", FAILED),), ("ID-16",)),
    Planting(
        "form_name_of_another", _form_name, (("ID-04", FAILED),), ("ID-10", "ID-16", "COM-04")
    ),
    Planting("cover_name_of_another", _cover_name, (("ID-10", FAILED),), ("ID-16",)),
    Planting("cover_model_of_another", _cover_model, (("ID-11", (*FAILED, *DOUBTFUL)),)),
    Planting("cover_category_differs", _cover_category, (("ID-12", FAILED),)),
    Planting("tax_name_of_another", _tax_name, (("ID-05", FAILED),), ("ID-16",)),
    Planting("tax_code_of_another", _tax_code, (("ID-05", FAILED),), ("ID-16",)),
    Planting("audited_another", _audited, (("ID-06", FAILED),)),
    Planting("special_audit_of_another", _special_audited, (("ID-07", FAILED),)),
    Planting(
        "special_audit_of_another_model",
        _special_model,
        (("SPA-01", (*FAILED, *DOUBTFUL)),),
        ("ID-11",),
    ),
    Planting("return_name_of_another", _return_name, (("ID-08", FAILED),), ("ID-16",)),
    Planting(
        "return_code_of_another",
        _return_code,
        (("ID-08", FAILED), ("ID-16", (*DOUBTFUL, "unreadable"))),
    ),
    Planting("credit_name_of_another", _credit_name, (("ID-09", FAILED),), ("ID-16",)),
    Planting("credit_code_of_another", _credit_code, (("ID-09", FAILED),), ("ID-16",)),
    Planting("licence_not_of_a_legal_person", _branch, (("LIC-02", FAILED),), ("LIC-01", "LIC-10")),
    Planting("partnership_applies", _applying_as("partnership"), _NO_LEGAL_PERSON, ("LIC-10",)),
    Planting("branch_applies", _applying_as("branch"), _NO_LEGAL_PERSON, ("LIC-10",)),
    Planting("licence_expired", _expired, (("LIC-03", FAILED),)),
    Planting("consortium_of_five", _consortium(5), (("CON-01", FAILED),), _CONSORTIUM),
    Planting("consortium_lead_and_three", _consortium(4), (("CON-01", DOUBTFUL),), _CONSORTIUM),
)

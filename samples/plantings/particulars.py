"""Particulars that disagree or are malformed: people, numbers, days, rights, the model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples import identifiers, names
from samples.case import Case
from samples.certificates import Certificate, CertificateKind
from samples.plantings.everywhere import everywhere
from samples.plantings.figures import unsealed
from samples.plantings.kind import DOUBTFUL, FAILED, Apply, Planting, another_name, in_form

_DIGITS = "0123456789"


def _inner_check(case: Case, random: Random) -> Case:
    """A code on all papers whose outer check character holds and whose inner one does not."""
    code = case.licence.uscc
    inner = random.choice([digit for digit in _DIGITS if digit != code[16]])
    return everywhere(case, code, identifiers.with_outer_check(code[:16] + inner))


def _recommended_elsewhere(case: Case, random: Random) -> Case:
    office = "宜昌市经济和信息化局"
    seals = {**case.seals, "recommender": replace(case.seals["recommender"], text=office)}
    return in_form(replace(case, seals=seals), recommending_unit=office)


def _nature(nature: str) -> Apply:
    def apply(case: Case, random: Random) -> Case | None:
        if "自然人" not in case.licence.type:
            return None
        return in_form(case, unit_nature=nature)

    return apply


def _founded_late(case: Case, random: Random) -> Case:
    day = case.application.rd_period_start + timedelta(days=random.randint(40, 90))
    return replace(
        case,
        licence=replace(case.licence, established_on=day, term=None),
        credit=replace(case.credit, established_on=day),
    )


def _ended_before(case: Case, random: Random) -> Case:
    start, end = date(2023, 2, 1), date(2024, 11, 30)
    report = replace(case.rd_report, rd_period_start=start, rd_period_end=end)
    case = replace(case, rd_report=report)
    return in_form(case, rd_period_start=start, rd_period_end=end)


def _old_credit(case: Case, random: Random) -> Case:
    day = identifiers.day_between(random, date(2025, 7, 1), date(2025, 11, 30))
    return replace(case, credit=replace(case.credit, reported_on=day))


def other_person(case: Case) -> str:
    """A name with another surname than the legal representative's."""
    random = Random(f"person-{case.seed}")
    taken = case.licence.legal_representative
    return next(name for _ in range(9) if (name := names.person(random))[0] != taken[0])


def _credit_person(case: Case, random: Random) -> Case:
    return replace(case, credit=replace(case.credit, legal_representative=other_person(case)))


def _signer(case: Case, random: Random) -> Case:
    return replace(case, commitment=replace(case.commitment, signer=other_person(case)))


def _phone(case: Case, random: Random) -> Case:
    person = replace(case.application.applicant, phone="1380013")
    return in_form(case, applicant=person, contact=person)


def _late(case: Case, random: Random) -> Case:
    day = date(2026, 4, random.randint(6, 20))
    return in_form(replace(case, submitted_on=day), declared_on=day)


def _small_large_model(case: Case, random: Random) -> Case | None:
    if "大模型" not in case.application.model_category:
        return None
    count = Decimal("0.4")
    report = replace(
        case.rd_report, parameter_text="0.4亿", parameter_count=count * Decimal(100_000_000)
    )
    return in_form(replace(case, rd_report=report), parameter_count=count)


def _training_data(case: Case, random: Random) -> Case:
    amount = case.application.training_data * 3
    text = f"{amount.normalize():f}TB"
    report = replace(case.rd_report, training_text=text, training_data=amount)
    return replace(case, rd_report=report)


def _base(case: Case, random: Random) -> Case | None:
    other = "ChatGLM3-6B" if "Qwen" in case.application.base_model else "Baichuan2-13B"
    return replace(case, rd_report=replace(case.rd_report, base_model=other))


def _form_unsealed(case: Case, random: Random) -> Case:
    """No seal anywhere on the form."""
    spots = {(kind, "applicant") for kind in ("cover", "unit_table", "model_table")}
    return replace(case, left_out=case.left_out | spots | {("cover", "recommender")})


def right_changed(kind: CertificateKind, change: Callable[[Certificate], Certificate]) -> Apply:
    """Changes the papers of one kind; needs one in the bundle."""

    def apply(case: Case, random: Random) -> Case | None:
        if not any(sheet.kind == kind for sheet in case.bundle):
            return None
        papers = tuple(
            change(paper) if paper.kind == kind else paper for paper in case.certificates
        )
        return replace(case, certificates=papers)

    return apply


def _unsealed_right(case: Case, random: Random) -> Case | None:
    """No seal of the registry on the software's certificates."""
    if not any(sheet.kind == "software_copyright" for sheet in case.bundle):
        return None
    return unsealed("software_copyright", "authority")(case, random)


def _of_another(paper: Certificate) -> Certificate:
    return replace(paper, owner=another_name(paper.owner))


def _wrong_check(paper: Certificate) -> Certificate:
    """A patent number with another check digit."""
    last = paper.number[-1]
    return replace(paper, number=paper.number[:-1] + ("1" if last != "1" else "2"))


def _short_number(paper: Certificate) -> Certificate:
    return replace(paper, number=paper.number.replace("SR", "SR0")[:8])


def _short_filing(paper: Certificate) -> Certificate:
    return replace(paper, number=paper.number[:-6] + "号")


PLANTINGS: tuple[Planting, ...] = (
    Planting("code_without_inner_check", _inner_check, (("ID-02", DOUBTFUL),)),
    Planting("recommended_elsewhere", _recommended_elsewhere, (("ID-14", DOUBTFUL),)),
    Planting(
        "company_declared_public",
        _nature("事业单位"),
        (("ID-17", DOUBTFUL), ("LIC-10", DOUBTFUL)),
    ),
    Planting("private_declared_state", _nature("国有企业"), (("LIC-10", DOUBTFUL),)),
    Planting("founded_after_development_began", _founded_late, (("LIC-04", DOUBTFUL),)),
    Planting(
        "development_ended_before_the_year",
        _ended_before,
        (("SPA-15", DOUBTFUL),),
        ("MOD-06", "MOD-07", "LIC-04"),
    ),
    Planting("credit_report_is_old", _old_credit, (("CRE-05", DOUBTFUL),)),
    Planting("credit_report_of_another_person", _credit_person, (("CRE-10", DOUBTFUL),)),
    Planting("commitment_signed_by_another", _signer, (("COM-03", DOUBTFUL),)),
    Planting("telephone_too_short", _phone, (("SUB-07", DOUBTFUL),)),
    Planting("declared_after_the_deadline", _late, (("SUB-08", DOUBTFUL), ("SUB-01", DOUBTFUL))),
    Planting(
        "large_model_is_small",
        _small_large_model,
        (("MOD-03", DOUBTFUL),),
        ("MOD-01", "MOD-02", "MOD-04"),
    ),
    Planting("training_data_differs", _training_data, (("MOD-05", DOUBTFUL),)),
    Planting("base_model_differs", _base, (("MOD-08", DOUBTFUL),), ("MOD-09",)),
    Planting(
        "patent_of_another", right_changed("patent", _of_another), (("IP-05", FAILED),), ("MOD-10",)
    ),
    Planting(
        "software_of_another",
        right_changed("software_copyright", _of_another),
        (("IP-02", FAILED),),
        ("MOD-10",),
    ),
    Planting("filing_of_another", right_changed("filing", _of_another), (("FIL-02", FAILED),)),
    Planting(
        "patent_number_broken",
        right_changed("patent", _wrong_check),
        (("IP-04", ("failed", "doubtful", "unreadable")),),
    ),
    Planting(
        "software_number_broken",
        right_changed("software_copyright", _short_number),
        (("IP-01", FAILED),),
    ),
    Planting(
        "filing_number_broken",
        right_changed("filing", _short_filing),
        (("FIL-01", DOUBTFUL),),
    ),
    Planting(
        "licence_unsealed",
        unsealed("business_licence", "registry"),
        (("LIC-07", ("failed", "missing")),),
        ("SEAL-07",),
    ),
    Planting(
        "software_unsealed",
        _unsealed_right,
        (("SEAL-07", ("failed", "missing")),),
    ),
    Planting(
        "form_unsealed",
        _form_unsealed,
        (("SEAL-01", ("failed", "missing")),),
        ("SEAL-02", "SEAL-04", "ID-10"),
    ),
)
"""What a careful reader asks about."""

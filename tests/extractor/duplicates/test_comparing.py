"""What submissions of one call share, as a reviewer is told."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.duplicates.comparing import duplicates_among
from models.duplicate import Duplicate, Fingerprint

A, B = ("武汉楚芯智能科技有限公司", "91A"), ("鄂州宏远实业有限公司", "91B")
FIRM = "湖北某某会计师事务所"


def found(**fingerprints: Fingerprint) -> dict[str, Duplicate]:
    return {each.rule: each for each in duplicates_among(fingerprints)}


def test_different_submissions_share_nothing(prints: Any) -> None:
    assert (
        found(
            a=prints.of(*A, "楚芯钢板质检大模型", phones=(prints.phone("13800000001"),)),
            b=prints.of(*B, "宏远水泥配料大模型", phones=(prints.phone("13800000002"),)),
        )
        == {}
    )


def test_one_submission_alone_and_none_at_all_share_nothing(prints: Any) -> None:
    assert duplicates_among({}) == ()
    assert duplicates_among({"a": prints.of(*A, "楚芯钢板质检大模型")}) == ()


def test_the_same_model_of_a_unit_twice_fails(prints: Any) -> None:
    said = found(
        a=prints.of(*A, "楚芯钢板质检大模型"),
        b=prints.of(*A, "楚芯钢板质检大模型V2.0"),
    )
    assert set(said) == {"DUP-01"}
    assert (said["DUP-01"].outcome, said["DUP-01"].submissions) == ("failed", ("a", "b"))


def test_several_models_of_a_unit_are_a_question(prints: Any) -> None:
    said = found(a=prints.of(*A, "楚芯钢板质检大模型"), b=prints.of(*A, "楚芯铸造排产大模型"))
    assert set(said) == {"DUP-03"}
    assert said["DUP-03"].outcome == "doubtful"


@pytest.mark.parametrize("other", ["楚芯钢板质检模型", "楚芯钢板缺陷质检大模型"])
def test_one_model_of_different_units_is_a_question(prints: Any, other: str) -> None:
    said = found(a=prints.of(*A, "楚芯钢板缺陷质检大模型"), b=prints.of(*B, other))
    assert set(said) == ({"DUP-02"} if "缺陷" in other else set())


def test_the_same_task_under_two_brands_is_lawful(prints: Any) -> None:
    assert (
        found(
            a=prints.of(*A, "楚聆针织面料瑕疵识别大模型"),
            b=prints.of(*B, "楚析针织面料瑕疵识别大模型"),
        )
        == {}
    )


def test_a_member_that_hands_in_the_model_of_its_consortium_is_asked(prints: Any) -> None:
    said = found(
        a=prints.of(*A, "楚芯钢板质检大模型", members=(B[0],)),
        b=prints.of(*B, "楚芯钢板质检大模型"),
    )
    assert set(said) == {"CON-09"}


@pytest.mark.parametrize(
    ("kind", "also"),
    [
        ("patent", ("IP-08",)),
        ("software_copyright", ("IP-08",)),
        ("tax_certificate", ("TAX-12",)),
        ("special_audit_report", ("SPA-17",)),
        ("audit_report", ()),
        ("filing", ()),
    ],
)
def test_a_number_under_two_names_fails(prints: Any, kind: str, also: tuple[str, ...]) -> None:
    said = found(
        a=prints.of(*A, numbers=(prints.number(kind, "第2025-123456号", A[0], name=FIRM),)),
        b=prints.of(*B, numbers=(prints.number(kind, "2025-123456", B[0], name=FIRM),)),
    )
    assert set(said) == {"DUP-06"}
    assert (said["DUP-06"].outcome, said["DUP-06"].also) == ("failed", also)


def test_the_places_of_a_shared_number_are_told(prints: Any) -> None:
    said = found(
        a=prints.of(*A, numbers=(prints.number("patent", "ZL202510000001.1", A[0]),)),
        b=prints.of(*B, numbers=(prints.number("patent", "ZL 2025 1 0000001.1", B[0]),)),
    )["DUP-06"]
    assert said.also == ("IP-08",)
    assert [(each.submission, each.page) for each in said.places] == [("a", 3), ("b", 3)]


def test_a_units_own_resubmission_shares_its_numbers_lawfully(prints: Any) -> None:
    numbers = (prints.number("patent", "ZL202510000001.1", A[0]),)
    phones = (prints.phone("13800000001"),)
    said = found(
        a=prints.of(*A, "楚芯钢板质检大模型", numbers=numbers, phones=phones),
        b=prints.of(*A, "楚芯钢板质检大模型", numbers=numbers, phones=phones),
    )
    assert set(said) == {"DUP-01"}


def test_a_patent_of_two_owners_or_the_base_models_filing_is_lawful(prints: Any) -> None:
    both = f"{A[0]}、{B[0]}"
    for kind, owners in (("patent", (both, both)), ("patent", (both, A[0]))):
        assert (
            found(
                a=prints.of(*A, numbers=(prints.number(kind, "ZL202510000001.1", owners[0]),)),
                b=prints.of(*B, numbers=(prints.number(kind, "ZL202510000001.1", owners[1]),)),
            )
            == {}
        )


def test_anothers_tax_proof_or_special_audit_is_a_question(prints: Any) -> None:
    for kind, rule in (("tax_certificate", "TAX-12"), ("special_audit_report", "SPA-17")):
        said = found(
            a=prints.of(*A, numbers=(prints.number(kind, "142025123456", A[0], name=FIRM),)),
            b=prints.of(*B, numbers=(prints.number(kind, "142025123456", A[0], name=FIRM),)),
        )
        assert set(said) == {rule}


def test_reports_of_two_firms_may_bear_one_number(prints: Any) -> None:
    assert (
        found(
            a=prints.of(
                *A, numbers=(prints.number("audit_report", "审字2026001", A[0], name="甲所"),)
            ),
            b=prints.of(
                *B, numbers=(prints.number("audit_report", "审字2026001", B[0], name="乙所"),)
            ),
        )
        == {}
    )


def test_a_contract_is_known_by_more_than_its_number(prints: Any) -> None:
    def contract(unit: tuple[str, str], day: str) -> Fingerprint:
        stated = prints.number("contract", "HT202505-01", unit[0], name="技术开发合同", day=day)
        return prints.of(*unit, numbers=(stated,))  # type: ignore[no-any-return]

    assert set(found(a=contract(A, "2025-05-01"), b=contract(B, "2025-05-01"))) == {"DUP-08"}
    assert found(a=contract(A, "2025-05-01"), b=contract(B, "2025-06-01")) == {}


def test_one_phone_for_two_units_is_a_question_unless_they_are_allied(prints: Any) -> None:
    phones = (prints.phone("138 0000 0001"),)
    said = found(a=prints.of(*A, phones=phones), b=prints.of(*B, phones=phones))
    assert set(said) == {"DUP-07"}
    assert (
        found(a=prints.of(*A, phones=phones, members=(B[0],)), b=prints.of(*B, phones=phones)) == {}
    )


def test_findings_come_gravest_first_and_in_one_order(prints: Any) -> None:
    every = {
        "b": prints.of(*B, "甲", phones=(prints.phone("13800000001"),)),
        "a": prints.of(*A, "楚芯钢板质检大模型", phones=(prints.phone("13800000001"),)),
        "c": prints.of(*A, "楚芯钢板质检大模型"),
    }
    said = duplicates_among(every)
    assert [each.rule for each in said] == ["DUP-01", "DUP-07"]
    assert said == duplicates_among(dict(reversed(every.items())))


def test_a_fingerprint_survives_being_stored(prints: Any) -> None:
    before = prints.of(*A, "模型", phones=(prints.phone("1"),), text=(1, 2, 3))
    assert Fingerprint.model_validate_json(before.model_dump_json()) == before

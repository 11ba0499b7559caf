"""Numbers that papers go by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values import identifiers

PATENTS = [
    "ZL201910190004.3",
    "201910380558.X",
    "201910116269.9",
    "202010640272.3",
    "202010430096.0",
    "202110408724.X",
    "201910884346.5",
]


@pytest.mark.parametrize("number", PATENTS)
def test_real_patent_numbers_are_proved(number: str) -> None:
    read = identifiers.parse_patent(number)
    assert read is not None
    assert read.value == number
    assert identifiers.patent_proof(number) == "proved"


@given(st.sampled_from(PATENTS), st.integers(0, 11), st.sampled_from("0123456789"))
def test_no_single_misread_digit_of_a_patent_number_is_proved(
    number: str, place: int, other: str
) -> None:
    plain = number.removeprefix("ZL")
    misread = plain[:place] + other + plain[place + 1 :]
    assert (identifiers.patent_proof(misread) == "proved") == (misread == plain)


@pytest.mark.parametrize(
    "text",
    [
        "专利号：ZL 2019 1 0190004.3",
        "ＺＬ２０１９１０１９０００４．３",
        "ZL2019101900043",
        "ZL201910190004·3",
    ],
)
def test_a_patent_number_is_found_however_it_is_spaced(text: str) -> None:
    read = identifiers.parse_patent(text)
    assert read is not None
    assert read.value == "ZL201910190004.3"


@pytest.mark.parametrize("text", ["ZL20191019000", "ZL201970190004.3", "CN110000000B", ""])
def test_other_numbers_are_no_patent_numbers(text: str) -> None:
    assert identifiers.parse_patent(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("信会师报字[2023]第ZA12345号", "信会师报字[2023]第ZA12345号"),
        ("报告文号：鄂信审字〔2026〕第 0123 号", "鄂信审字〔2026〕第0123号"),
        ("编号：众环审字（2026）0100012号", "众环审字（2026）0100012号"),
        ("XYZH/2024WHAA1B0001", "XYZH/2024WHAA1B0001"),
    ],
)
def test_report_numbers_as_printed(text: str, number: str) -> None:
    read = identifiers.parse_report_number(text)
    assert read is not None
    assert read.value == number


@pytest.mark.parametrize("text", ["审计报告", "2026年3月10日", "第12号", ""])
def test_other_words_are_no_report_number(text: str) -> None:
    assert identifiers.parse_report_number(text) is None


def test_the_platforms_report_code() -> None:
    read = identifiers.parse_platform_code("报告编码：鄂25A1B2C3D4E")
    assert read is not None
    assert read.value == "鄂25A1B2C3D4E"
    assert identifiers.parse_platform_code("报告编码：") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("登记号：2023SR1743500", "2023SR1743500"),
        ("2016 SR 172900", "2016SR172900"),
        ("2026SR00495I9", "2026SR0049519"),
    ],
)
def test_software_registrations(text: str, number: str) -> None:
    read = identifiers.parse_software_registration(text)
    assert read is not None
    assert read.value == number


def test_a_registration_with_too_few_digits_is_none() -> None:
    assert identifiers.parse_software_registration("2023SR17435") is None


def test_the_certificate_number_of_software() -> None:
    read = identifiers.parse_software_certificate("证书号：软著登字第12345678号")
    assert read is not None
    assert read.value == "软著登字第12345678号"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("网信算备330110507206401230035号", "网信算备330110507206401230035号"),
        ("备案编号：网信算备 110108823483901230031", "网信算备110108823483901230031号"),
        ("Beijing-YunQue-20230821", "Beijing-YunQue-20230821"),
        ("Jiangsu-CarrotAI-202407030002", "Jiangsu-CarrotAI-202407030002"),
    ],
)
def test_filing_numbers(text: str, number: str) -> None:
    read = identifiers.parse_filing(text)
    assert read is not None
    assert read.value == number


@pytest.mark.parametrize("text", ["网信算备33011050720640123003号", "备案号", ""])
def test_a_filing_number_with_a_digit_missing_is_none(text: str) -> None:
    assert identifiers.parse_filing(text) is None


@pytest.mark.parametrize(
    "text", ["13807121234", "027-87654321", "0718-8123456", "400-820-8820", "87654321"]
)
def test_phone_numbers(text: str) -> None:
    read = identifiers.parse_phone(text)
    assert read is not None
    assert read.value == text
    assert identifiers.phone_proof(text) == "plausible"


def test_a_phone_number_with_a_digit_missing_is_read_and_known_as_broken() -> None:
    read = identifiers.parse_phone("1380712123")
    assert read is not None
    assert identifiers.phone_proof(read.value) == "broken"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("No.431015251200054444", "431015251200054444"),
        ("№ 431015251200054444", "431015251200054444"),
        ("证书编号：鄂A-2025-001", "鄂A-2025-001"),
        ("（260310）42证明60001476", "（260310）42证明60001476"),
    ],
)
def test_any_other_code_loses_only_its_label(text: str, code: str) -> None:
    read = identifiers.parse(text)
    assert read is not None
    assert read.value == code


def test_words_without_a_digit_are_no_code() -> None:
    assert identifiers.parse("证明") is None

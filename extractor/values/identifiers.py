"""Numbers that papers go by: report, filing, registration, patent and phone numbers."""

import re

from extractor.values.checked import Checked, Proof
from extractor.values.confusions import as_digits
from extractor.values.texts import compact, printed
from models.extraction import Identifier

_CODE_LABEL = re.compile(
    r"^(?:No|NO|no|№|Nº)[.:：]?|^(?:报告|证书|文书|合同)?(?:编号|文号|编码|号码)[:：]"
)
_NAMED = r"[一-龥A-Z][一-龥A-Z()（）]{0,19}?"
_OF_AN_AUDIT = r"(?=[一-龥A-Z()（）]{0,19}[审验])" + _NAMED
_OPENING, _CLOSING = "[〔【（(", "]〕】）)"
_YEAR_IN = r"[\[〔【（(](?:19|20)?\d{2}[\]〕】）)]年?"
_NUMBER_OF = r"第?[A-Z0-9][A-Z0-9_-]{0,19}号"
REPORT_NUMBER = (
    rf"(?:{_NAMED}字[\[〔【（(]?(?:19|20)\d{{2}}[\]〕】）)]?年?{_NUMBER_OF}"
    rf"|{_NAMED}字{_YEAR_IN}{_NUMBER_OF}"
    rf"|{_OF_AN_AUDIT}{_YEAR_IN}(?:[一-龥]{{1,6}}字)?{_NUMBER_OF}"
    rf"|[一-龥]{{2,8}}[(（\[〔](?:19|20)\d{{2}}[\]〕）)]审字?{_NUMBER_OF}"
    rf"|[一-龥]{{2,4}}W{_YEAR_IN}{_NUMBER_OF}"
    rf"|{_OF_AN_AUDIT}字第\d{{6,10}}号)"
)
"""How firms number reports: 鄂瑞审字〔2026〕第12号 · 天健审〔2026〕6-123号 · 毕马威华振审字第2600123号.

Numbers without 字 have 审 in their name: regulations are numbered 财会〔2019〕6号.
"""
_REPORT = re.compile(REPORT_NUMBER)
_ONLY_OPENED = re.compile(
    rf"([{re.escape(_OPENING)}])(?:19|20)\d{{2}}(?![\d{re.escape(_CLOSING)}])"
)
_ONLY_CLOSED = re.compile(
    rf"(?<![\d{re.escape(_OPENING)}])((?:19|20)\d{{2}})([{re.escape(_CLOSING)}])"
)
_FOREIGN_REPORT = re.compile(r"[A-Z]{2,8}/(?:19|20)\d{2}[A-Z0-9-]{3,20}")
_PLATFORM = re.compile(r"[一-龥]{1,3}[0-9A-Z][0-9A-Z-]{7,20}")
_SOFTWARE = re.compile(r"((?:19|20)\d{2})[S5]R(\d{6,7})(?!\d)", re.IGNORECASE)
_SOFTWARE_CERTIFICATE = re.compile(r"软著登字第\d{7,8}号")
_PATENT = re.compile(r"(?<![A-Z0-9])(ZL)?((?:19|20)\d{2}[12389]\d{7})[.．·]?([\dX])(?![\dX])")
PROVINCES = (
    "Beijing|Tianjin|Hebei|Shanxi|NeiMengGu|Liaoning|Jilin|Heilongjiang|Shanghai|Jiangsu|Zhejiang"
    "|Anhui|Fujian|Jiangxi|Shandong|Henan|Hubei|Hunan|Guangdong|Guangxi|Hainan|Chongqing|Sichuan"
    "|Guizhou|Yunnan|Xizang|Shaanxi|Gansu|Qinghai|Ningxia|Xinjiang"
)
"""How the number of a filed model begins."""
_ALGORITHM = re.compile(r"网信算备(\d{21})号?")
_MODEL = re.compile(r"[A-Z][A-Za-z]+-[A-Za-z0-9]+-20\d{6}(?:\d{4})?")
_BROKEN_MODEL = re.compile(rf"\b({PROVINCES})\n(?=[A-Z][A-Za-z0-9]*-20\d{{6}})", re.IGNORECASE)
"""A province at the end of a line, whose hyphen was not read."""
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(?:0\d{2,3}-?)?[2-8]\d{6,7}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}")


def parse(text: str) -> Identifier | None:
    """Any code as printed, without its label (No.); None where it has no digit."""
    code = _CODE_LABEL.sub("", printed(text), count=1).strip(":：。;；")
    return Identifier(value=code) if re.search(r"[\d一二三四五六七八九]", code) else None


def parse_report_number(text: str) -> Identifier | None:
    """报告文号 as printed: 信会师报字[2023]第ZA12345号 · XYZH/2024WHAA1B0001; else None."""
    plain = re.sub(r"^.*?(?:文号|编号)[:：]?", "", printed(text))
    found = set(_REPORT.findall(plain)) or set(_FOREIGN_REPORT.findall(plain))
    return Identifier(value=_with_both_brackets(found.pop())) if len(found) == 1 else None


def _with_both_brackets(number: str) -> str:
    """The number with the other bracket of its year where only one was read."""
    opened, closed = _ONLY_OPENED.search(number), _ONLY_CLOSED.search(number)
    if opened is not None and closed is None:
        pair = _CLOSING[_OPENING.index(opened[1])]
        return number[: opened.end()] + pair + number[opened.end() :]
    if closed is not None and opened is None:
        pair = _OPENING[_CLOSING.index(closed[2])]
        return number[: closed.start()] + pair + number[closed.start() :]
    return number


def parse_platform_code(text: str) -> Identifier | None:
    """报告编码 of the auditors' national platform: 鄂25A1B2C3D4; None where the form is another."""
    plain = re.sub(r"^.*?(?:编号|编码|验证码)[:：]?", "", compact(text))
    return Identifier(value=plain) if _PLATFORM.fullmatch(plain) else None


def parse_software_registration(text: str) -> Identifier | None:
    """软著登记号: 2023SR1743500."""
    found = {"SR".join(parts) for parts in _SOFTWARE.findall(as_digits(compact(text)))}
    return Identifier(value=found.pop()) if len(found) == 1 else None


def parse_software_certificate(text: str) -> Identifier | None:
    """软著证书号: 软著登字第1234567号."""
    found = set(_SOFTWARE_CERTIFICATE.findall(as_digits(compact(text))))
    return Identifier(value=found.pop()) if len(found) == 1 else None


def read_patent(text: str) -> Identifier | None:
    """专利号 with its point (ZL201910190004.3), or 申请号 without ZL; else None."""
    found = {
        f"{granted}{number}.{check}"
        for granted, number, check in _PATENT.findall(as_digits(compact(text)).upper())
    }
    return Identifier(value=found.pop()) if len(found) == 1 else None


def patent_proof(number: str) -> Proof:
    """Proved where the check digit is right: weights 2…9, 2…5, mod 11, 10 is X (ZC 0006-2003)."""
    digits = number.removeprefix("ZL").replace(".", "")
    if not re.fullmatch(r"\d{12}[\dX]", digits):
        return "broken"
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
    return "proved" if "0123456789X"[total % 11] == digits[12] else "broken"


parse_patent = Checked(read=read_patent, proof=patent_proof)
"""专利号; its check digit catches every single misread digit."""


def parse_algorithm_filing(text: str) -> Identifier | None:
    """算法备案号: 网信算备 + 21 digits + 号; a 号 lost at the line's end is put back."""
    found = {f"网信算备{digits}号" for digits in _ALGORITHM.findall(as_digits(compact(text)))}
    return Identifier(value=found.pop()) if len(found) == 1 else None


def parse_model_filing(text: str) -> Identifier | None:
    """生成式人工智能服务备案号: Beijing-YunQue-20230821."""
    found = set(_MODEL.findall(compact(_BROKEN_MODEL.sub(r"\1-", text))))
    return Identifier(value=found.pop()) if len(found) == 1 else None


def parse_filing(text: str) -> Identifier | None:
    """Either kind of filing number."""
    return parse_algorithm_filing(text) or parse_model_filing(text)


def read_phone(text: str) -> Identifier | None:
    """A phone number as printed, without spaces; None where other characters stand there."""
    plain = as_digits(compact(text)).strip(":：。;；").replace("—", "-").replace("–", "-")
    plain = re.sub(r"^\((0\d{2,3})\)", r"\1-", plain)
    return Identifier(value=plain) if re.fullmatch(r"\+?\d[\d-]{5,18}", plain) else None


def phone_proof(number: str) -> Proof:
    """Plausible for a Chinese mobile, landline or service number; a phone proves nothing."""
    plain = number.removeprefix("+86").removeprefix("-")
    fits = _MOBILE.fullmatch(plain) or _LANDLINE.fullmatch(plain)
    return "plausible" if fits else "broken"


parse_phone = Checked(read=read_phone, proof=phone_proof)
"""A phone number; ``proof`` tells whether it has the form of one."""

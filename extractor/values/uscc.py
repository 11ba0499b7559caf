"""统一社会信用代码 (GB 32100-2015), whose positions 9–17 are an organisation code (GB 11714)."""

import itertools
import re
import unicodedata

from stdnum.cn import uscc as standard

from extractor.values.checked import Checked, Proof
from extractor.values.texts import compact
from models.extraction import Identifier

_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_NEVER = {"O": "0", "I": "1", "Z": "2", "S": "5", "V": "UY"}
"""Letters the standard leaves out, with what they are misread from."""
_ALIKE = {
    **{"8": "B", "B": "8", "0": "DQ", "D": "0", "Q": "0", "5": "", "6": "G", "G": "6"},
    **{"1": "L", "L": "1", "2": "", "U": "VY", "Y": "U"},
}
_OLD_NUMBER = (
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{4}(?:[0-9A-Z]{9}|[0-9A-Z]{11}|[0-9A-Z]{14})"
)
"""Before 2015: the division (GB/T 2260) and an organisation's code, or a person's number."""
_DEPARTMENT_TO_REGION = re.compile(r"[1-9ANY][1-59]\d{6}")


def parse_as_read(text: str) -> Identifier | None:
    """The 18 characters of the code as read, whether or not they hold; else None.

    Other words may stand beside it: licences print the copy number (1-1) on the same line.
    """
    code = _standing_in(text)
    if code is None:
        return None
    if all(character in _ALPHABET for character in code):
        return Identifier(value=code)
    # A letter that no code has was misread for certain, so the only code that holds is the code.
    holding = candidates(code)
    return Identifier(value=holding[0] if len(holding) == 1 else code)


def _standing_in(text: str) -> str | None:
    """The one run of 18 letters and digits, by itself or after the spaces inside it are closed."""
    plain = unicodedata.normalize("NFKC", text).upper()
    for written in (plain, compact(text).upper()):
        runs = set(re.findall(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])", written))
        if runs:
            return runs.pop() if len(runs) == 1 else None
    return None


def outer_holds(code: str) -> bool:
    """Whether the last character is right (mod 31)."""
    return bool(standard.is_valid(code))


def inner_holds(code: str) -> bool:
    """Whether position 17 is right for positions 9–16 (mod 11); some old bodies break this."""
    if not re.fullmatch(r"[0-9A-Z]{18}", code):
        return False
    total = sum(
        _ORGANISATION.index(character) * weight
        for character, weight in zip(code[8:16], _WEIGHTS, strict=True)
    )
    return {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11)) == code[16]


def proof(code: str) -> Proof:
    """Proved where both check characters hold, plausible where only the outer one does."""
    if not outer_holds(code):
        return "broken"
    return "proved" if inner_holds(code) else "plausible"


def candidates(code: str) -> tuple[str, ...]:
    """Codes for which both checks hold and which this one may be a misreading of.

    Letters outside the alphabet are all replaced; else one look-alike character is.
    """
    foreign = [place for place, character in enumerate(code) if character in _NEVER]
    if foreign:
        options = (_NEVER[code[place]] for place in foreign)
        tried = (_replaced(code, foreign, choice) for choice in itertools.product(*options))
    else:
        tried = (
            _replaced(code, [place], (other,))
            for place, character in enumerate(code)
            for other in _ALIKE.get(character, "")
            if other in _ALPHABET
        )
    return tuple(sorted({each for each in tried if _well_formed(each) and proof(each) == "proved"}))


def _replaced(code: str, places: list[int], characters: tuple[str, ...]) -> str:
    written = list(code)
    for place, character in zip(places, characters, strict=True):
        written[place] = character
    return "".join(written)


def _well_formed(code: str) -> bool:
    return _DEPARTMENT_TO_REGION.match(code) is not None


parse = Checked(read=parse_as_read, proof=proof, candidates=candidates)
"""The credit code as read; ``proof`` and ``candidates`` tell what its check characters say."""


def parse_taxpayer_id(text: str) -> Identifier | None:
    """纳税人识别号 as read: a credit code, or an old number of a length and place that there is.

    The beginning of a credit code that was cut at a line's end is neither.
    """
    code = parse_as_read(text)
    if code is not None:
        return code
    found = re.fullmatch(rf"[:：]?({_OLD_NUMBER})", compact(text).upper())
    return None if found is None else Identifier(value=found[1])


def taxpayer_proof(code: str) -> Proof:
    """As ``proof``; a number of another length than 18 is from before 2015 and proves nothing."""
    return proof(code) if len(code) == 18 else "plausible"


parse_taxpayer = Checked(read=parse_taxpayer_id, proof=taxpayer_proof, candidates=candidates)
"""纳税人识别号 with the checks of the credit code where it is one."""

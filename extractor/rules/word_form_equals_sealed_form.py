"""Word 版与盖章版内容一致.

The declared values are the sealed form's; the Word copy is what the office will work with.
Free texts are left to the reviewer: over a page a scan is never read without a slip.
"""

import re
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, holds
from extractor.rules.tolerance import apart
from extractor.rules.wording import shown
from extractor.values import names
from models.extraction import Amount, Choices, Rows, Scalar, Text, TextList, Value
from models.finding import Disagreement

CELLS = [
    "unit_name",
    "uscc",
    "address",
    "unit_nature",
    "consortium_members",
    "principal_name",
    "principal_title",
    "principal_phone",
    "applicant_name",
    "applicant_title",
    "applicant_phone",
    "revenue",
    "ai_revenue",
    "staff_total",
    "rd_staff",
    "model_name",
    "industry",
    "model_category",
    "parameter_count",
    "training_data",
    "base_model",
    "service_modes",
    "rd_period_start",
    "rd_period_end",
    "rd_cost",
    "rd_cost_items",
    "cover_unit_name",
    "cover_model_name",
    "cover_model_category",
    "recommending_unit",
    "contact_name",
    "contact_phone",
    "declared_on",
]


PHRASES = frozenset(
    ("address", "principal_title", "applicant_title", "base_model", "recommending_unit")
)
"""Cells of words that are no name of anybody: one letter apart they are misread, not rewritten."""
_MARKS = re.compile(r"[\W_]")


def check(sealed: str, word: str, *values: Value | None) -> list[Disagreement]:
    """Fails for each cell that differs; a cell that only one copy states is passed over."""
    said = []
    compared = []
    pairs = zip(CELLS, values[: len(CELLS)], values[len(CELLS) :], strict=True)
    for name, first, second in pairs:
        if first is None or second is None:
            continue
        compared.append(f"application_form.{name}")
        said.extend(_difference(name, first, second))
    if said or not compared:
        return said
    # Two copies that agree confirm each other, so a weak reading of one is no doubt any more.
    message = f"可比较的 {len(compared)} 个单元格一致"
    return [holds("B", message, "word_form.document")]


def _difference(name: str, sealed: Value, word: Value) -> list[Disagreement]:
    """What to say of one cell."""
    likeness = _likeness(sealed, word, phrase=name in PHRASES)
    if likeness == "same":
        return []
    key = f"application_form.{name}"
    message = f"盖章版 {shown(sealed)}，Word 版 {shown(word)}"
    unclear = likeness == "confusable"
    return [
        Disagreement(
            severity="B",
            message=f"{message}，可能为识别误差" if unclear else message,
            values=(key,),
            outcome="unreadable" if unclear else None,
        )
    ]


def _likeness(sealed: Value, word: Value, *, phrase: bool) -> names.Likeness:
    match sealed, word:
        case Amount(), Amount():
            return "same" if apart(sealed, word) == "equal" else "different"
        case Text(value=one), Text(value=other):
            return _likeness_of_words(one, other, phrase=phrase)
        case Choices(values=some), Choices(values=others):
            return "same" if _names(some) == _names(others) else "different"
        case TextList(values=some), TextList(values=others):
            return _likeness_of_lists(_names(some), _names(others))
        case Rows(records=records), Rows(records=others_records):
            return _likeness_of_sums(_sums(records), _sums(others_records))
    return "same" if sealed == word else "different"


def _likeness_of_words(one: str, other: str, *, phrase: bool) -> names.Likeness:
    """Marks and capitals that differ are no difference in what is said."""
    first, second = (_MARKS.sub("", names.normalise(each)).lower() for each in (one, other))
    if first == second:
        return "same"
    if phrase and Levenshtein.distance(first, second) == 1 and _figures(one) == _figures(other):
        return "confusable"
    return names.compare(one, other)


def _figures(words: str) -> list[str]:
    return re.findall(r"\d+", words)


def _likeness_of_lists(some: set[str], others: set[str]) -> names.Likeness:
    """Names in any order; those of one copy only are paired where a look-alike parts them."""
    here, there = some - others, others - some
    if not here and not there:
        return "same"
    alike = len(here) == len(there) and all(
        any(names.compare(one, other) == "confusable" for other in there) for one in here
    )
    return "confusable" if alike else "different"


def _likeness_of_sums(some: list[Decimal | None], others: list[Decimal | None]) -> names.Likeness:
    """Sums in any order; one that was not read may be any."""
    if None in some or None in others:
        return "confusable"
    here, there = (sorted(each for each in sums if each is not None) for sums in (some, others))
    return "same" if here == there else "different"


def _names(values: tuple[str, ...]) -> set[str]:
    return {names.normalise(value) for value in values}


def _sums(records: tuple[dict[str, Scalar | None], ...]) -> list[Decimal | None]:
    """The amounts of the items; their names are free text."""
    amounts = (record.get("amount") for record in records)
    return [amount.value if isinstance(amount, Amount) else None for amount in amounts]


RULE = Rule(
    code="SUB-04",
    title="Word 版与盖章版内容一致",
    source=notice("Q9"),
    severity="B",
    reads=("application_form.document", "word_form.document"),
    reads_if_present=(
        *(f"application_form.{name}" for name in CELLS),
        *(f"word_form.{name}" for name in CELLS),
    ),
    check=check,
)

from decimal import Decimal

from extractor.reconcile.word_copy import confirmed_by_word
from models.document import Source
from models.extraction import Amount, Evidence, Extraction, Field, FieldStatus


def form(
    amount: str, status: FieldStatus = "doubtful", source: Source = "ocr", number: int = 1
) -> Extraction:
    return Extraction(
        document=f"application_form-{number}",
        kind="application_form",
        fields=(
            Field(
                key="application_form.revenue",
                label="营业收入",
                kind="amount",
                value=Amount(value=Decimal(amount)),
                status=status,
                doubts=("识别置信度偏低",) if status == "doubtful" else (),
                evidence=(Evidence(file=0, page=None, box=None, text=amount, source=source),),
            ),
        ),
    )


def status(extractions: tuple[Extraction, ...]) -> FieldStatus:
    field = extractions[0].field("revenue")
    assert field is not None
    return field.status


def test_a_doubtful_cell_that_the_word_copy_repeats_is_sure() -> None:
    assert status(confirmed_by_word((form("12.50"), form("12.5", "sure", "word", 2)))) == "sure"


def test_a_doubtful_cell_that_differs_stays_doubtful() -> None:
    both = (form("12.50"), form("13.50", "sure", "word", 2))
    assert confirmed_by_word(both) == both


def test_without_a_word_copy_nothing_is_confirmed() -> None:
    alone = (form("12.50"), form("12.50", number=2))
    assert confirmed_by_word(alone) == alone

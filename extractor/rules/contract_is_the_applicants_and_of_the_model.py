"""合同、发票与申报单位和模型相符.

A contract shows that somebody uses the model, or what was bought for it: the applicant is a party to
it, its day is not yet to come, and it speaks of the model or of what the model does.
"""

from collections.abc import Iterator

from extractor.rules.citing import notice
from extractor.rules.contract_words import sums_in_words_too
from extractor.rules.model_names import related
from extractor.rules.naming import names_in_all
from extractor.rules.office_papers import names_unit
from extractor.rules.rule import Rule, Words, holds
from extractor.rules.wording import cut, money
from models.extraction import Day, Text, Value
from models.finding import Disagreement

_WORDS = "each.words"
_SHORTEST = 100
"""Letters; of a paper of which less was read the parties may stand on what was not."""


def check(
    contract: Words,
    unit: Text,
    submitted: Day,
    model: Text | None,
    ability: Text | None,
    signed: Day | None,
    licence: Text | None,
    *others: Value | None,
) -> list[Disagreement]:
    """A question for each of party, day, sum and subject that does not fit."""
    if len(contract.text) < _SHORTEST:
        message = "合同仅识别到少量文字，未能核对"
        return [
            Disagreement(severity="C", message=message, values=(_WORDS,), outcome="not_applicable")
        ]
    known = (unit.value, *((licence.value,) if licence else ()), *names_in_all(others))
    subjects = [each.value for each in (model, ability) if each]
    said = [
        *_of_parties(contract, known),
        *_of_its_day(signed, submitted),
        *_of_its_sum(contract),
    ]
    if subjects and not any(related(contract.text, subject) for subject in subjects):
        message = f"合同内容与申报模型“{cut(subjects[0])}”看不出关联"
        said.append(Disagreement(severity="C", message=message, values=(_WORDS,)))
    return said or [holds("C", "合同当事人、日期、金额和内容未见矛盾", _WORDS)]


def _of_parties(contract: Words, known: tuple[str, ...]) -> Iterator[Disagreement]:
    if not any(names_unit(contract.text, name) for name in known):
        message = f"合同中未见申报单位“{cut(known[0])}”或联合体成员，请核对合同当事人"
        yield Disagreement(severity="C", message=message, values=(_WORDS,))


def _of_its_day(signed: Day | None, submitted: Day) -> Iterator[Disagreement]:
    if signed and signed.value and submitted.value and signed.value > submitted.value:
        message = f"合同日期 {signed.value} 晚于提交日期 {submitted.value}"
        yield Disagreement(severity="C", message=message, values=("each.date",))


def _of_its_sum(contract: Words) -> Iterator[Disagreement]:
    for words, figures, spelt in sums_in_words_too(contract):
        if figures.value != spelt.value:
            message = f"合同“{cut(words)}”大写为 {money(spelt)}，与小写不一致，请核对原件"
            yield Disagreement(severity="C", message=message, values=(_WORDS,))


RULE = Rule(
    code="MOD-18",
    title="合同、发票与申报单位和模型相符",
    source=notice("Q22"),
    severity="C",
    for_each=("contract",),
    reads=(_WORDS, "application_form.unit_name", "submission.submitted_on"),
    reads_if_present=(
        "application_form.model_name",
        "application_form.model_ability",
        "each.date",
        "business_licence.name",
        "application_form.consortium_members",
        "business_licence.former_names",
        "credit_report.former_names",
    ),
    check=check,
    agreement_confirms=True,
)

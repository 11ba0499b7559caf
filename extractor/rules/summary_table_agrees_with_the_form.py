"""汇总表与申报书一致.

The list is drawn up by the recommending office from the forms; a row that says something else than
its form is corrected before it goes to the province. The list is seldom in an applicant's bundle.
"""

import re
from collections.abc import Iterator

from extractor.rules.citing import notice
from extractor.rules.model_names import model_likeness
from extractor.rules.rule import Rule, holds
from extractor.rules.summary_table import Listed, listed_in
from extractor.rules.wording import cut
from extractor.values import names
from extractor.values.texts import compact
from models.extraction import Choice, Choices, Identifier, PageKind, Text
from models.finding import Disagreement

PAGES = ("submission.pages",)


def check(
    seen: tuple[PageKind, ...],
    unit: Text,
    model: Text | None,
    category: Choice | None,
    industry: Choices | None,
    contact: Text | None,
    phone: Identifier | None,
) -> list[Disagreement]:
    """A question for each cell that differs, for no row, and for more than one of the model."""
    rows = list(listed_in(seen))
    if not rows:
        message = "材料中未见汇总表（由推荐单位另行报送）"
        return [Disagreement(severity="B", message=message, values=PAGES, outcome="not_applicable")]
    own = [row for row in rows if names.compare(row["unit"], unit.value) != "different"]
    if model and len(own) > 1:
        own = [row for row in own if model_likeness(row["model"], model.value) != "different"]
    if len(own) != 1:
        message = f"汇总表中“{cut(unit.value)}”的该模型列有 {len(own)} 行，应为一行"
        return [Disagreement(severity="C", message=message, values=PAGES)]
    said = list(_differences(own[0], model, category, industry, contact, phone))
    where = f"汇总表（第 {own[0].page.number} 页）"
    return [
        Disagreement(severity="C", message=f"{where}{each}，请核对", values=PAGES) for each in said
    ] or [holds("B", f"{where}与申报书一致", *PAGES)]


def _differences(
    row: Listed,
    model: Text | None,
    category: Choice | None,
    industry: Choices | None,
    contact: Text | None,
    phone: Identifier | None,
) -> Iterator[str]:
    """What the row says otherwise; an empty cell and one that was not read say nothing."""
    if row["model"] and model and model_likeness(row["model"], model.value) != "same":
        yield f"模型名称“{cut(row['model'])}”，申报书“{cut(model.value)}”"
    if row["category"] and category and category.value not in row["category"]:
        yield f"模型类别“{cut(row['category'])}”，申报书“{category.value}”"
    if row["industry"] and industry and not _names_one(row["industry"], industry):
        yield f"服务行业“{cut(row['industry'])}”，申报书“{'、'.join(industry.values)}”"
    if row["contact"] and contact and names.compare(row["contact"], contact.value) == "different":
        yield f"联系人“{cut(row['contact'])}”，申报书“{cut(contact.value)}”"
    digits, declared = _digits(row["phone"]), _digits(phone.value if phone else "")
    if digits and declared and declared not in digits:
        yield f"联系方式“{cut(row['phone'])}”，申报书“{phone.value if phone else ''}”"


def _names_one(cell: str, industry: Choices) -> bool:
    """Whether the cell names an industry of the form, 信息技术服务业 being the notice's own slip."""
    plain = cell.replace("信息技术服务", "信息服务")
    return any(
        compact(each).partition("(")[0].replace("信息技术服务", "信息服务") in plain
        for each in industry.values
    )


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


RULE = Rule(
    code="SUB-05",
    title="汇总表与申报书一致",
    source=notice("Q26"),
    severity="B",
    reads=(*PAGES, "application_form.unit_name"),
    reads_if_present=(
        "application_form.model_name",
        "application_form.model_category",
        "application_form.industry",
        "application_form.contact_name",
        "application_form.contact_phone",
    ),
    check=check,
    agreement_confirms=True,
)

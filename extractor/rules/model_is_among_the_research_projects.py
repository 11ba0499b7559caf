"""模型项目列于研发项目清单.

Companies keep a list of their research projects for the tax office. Where one is enclosed, the model
is among them, and the return counts no fewer projects than the list numbers.
"""

import re

from extractor.rules.citing import practice
from extractor.rules.model_names import core, mentioned, related
from extractor.rules.rule import Rule, holds
from extractor.rules.sums import cell
from extractor.values.texts import compact
from models.document import DocumentKind
from models.extraction import PageKind, Text, Value
from models.finding import Disagreement

HEADING = re.compile(
    r"[^。,;]{0,20}(?:研发|研究开发)项目(?:清单|列表|一览表|汇总表|情况表|明细表)|"
    r"[^。,;]{0,20}研发支出辅助账(?:汇总表)?|[^。,;]{0,20}可享受研发费用加计扣除.{0,12}项目.{0,6}(?:表|清单)"
)
_NUMBER = re.compile(r"(?<![A-Za-z])RD-?(\d{1,2})(?!\d)")
_OTHERS: tuple[DocumentKind, ...] = ("application_form", "rd_report", "special_audit_report")
_NAME, _ROW, _PAGES = "application_form.model_name", "a107012.row_1", "submission.pages"


def check(seen: tuple[PageKind, ...], model: Text, projects: Value | None) -> list[Disagreement]:
    """A question where the list does not hold the model, or numbers more than the return counts."""
    pages = [
        each.page
        for each in seen
        if each.kind not in _OTHERS
        and each.page.source != "word"
        and any(HEADING.fullmatch(compact(line.text)) for line in each.page.lines)
    ]
    if not pages:
        message = "材料中未见研发项目清单"
        return [
            Disagreement(severity="C", message=message, values=(_PAGES,), outcome="not_applicable")
        ]
    where = f"研发项目清单（第 {'、'.join(str(page.number) for page in pages)} 页）"
    words = "".join(compact(page.text) for page in pages)
    said = []
    if not mentioned(model.value, words) and not related(words, core(model.value)):
        message = f"{where}未见申报模型“{model.value}”，请核实"
        said.append(Disagreement(severity="C", message=message, values=(_PAGES, _NAME)))
    counted, numbered = cell(projects), len(set(_NUMBER.findall(words)))
    if counted is not None and numbered > counted:
        message = f"{where}列有 {numbered} 个项目，A107012 第1行填 {counted} 个"
        said.append(Disagreement(severity="C", message=message, values=(_PAGES, _ROW)))
    return said or [holds("C", f"{where}列有申报模型", _PAGES, _NAME)]


RULE = Rule(
    code="SPA-14",
    title="模型项目列于研发项目清单",
    source=practice("单个模型的研发投入应对应研发项目清单中的项目"),
    severity="C",
    reads=(_PAGES, _NAME),
    reads_if_present=(_ROW,),
    check=check,
    agreement_confirms=True,
)

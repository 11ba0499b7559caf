"""各材料中名称与信用代码一一对应.

One code with two names, or one name with two codes, shows papers of two units in one bundle. Pairs
with the applicant's own licence are other rules' business.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from extractor.rules.citing import practice
from extractor.rules.naming import is_one_of, names_in_all
from extractor.rules.rule import Rule
from extractor.values import names
from models.extraction import Identifier, Text, Value
from models.finding import Disagreement

PAPERS = (
    ("纳税证明", "tax_certificate", "taxpayer_name", "taxpayer_id"),
    ("A100000", "a100000", "taxpayer_name", "taxpayer_id"),
    ("A107012", "a107012", "taxpayer_name", "taxpayer_id"),
    ("信用报告", "credit_report", "name", "uscc"),
)
Column = tuple[Value | None, ...] | None


class Stated(NamedTuple):
    """A name with a code as one paper has them."""

    paper: str
    name: str
    code: str
    keys: tuple[str, str]


def check(former: Value | None, reported: Value | None, *columns: Column) -> list[Disagreement]:
    """A question for each two papers of which only the name or only the code is the same.

    A company that was renamed has one code with two names, of which one is a former name.
    """
    said = []
    earlier = names_in_all((former, reported))
    for one, other in combinations(_stated(columns), 2):
        likeness = names.compare(one.name, other.name)
        renamed = is_one_of(one.name, earlier) or is_one_of(other.name, earlier)
        if likeness == "confusable" or (likeness == "same") == (one.code == other.code):
            continue
        if renamed and one.code == other.code:
            continue
        both = "，".join(f"{each.paper}“{each.name}”{each.code}" for each in (one, other))
        message = f"{both}，名称与代码不对应"
        said.append(Disagreement(severity="C", message=message, values=(*one.keys, *other.keys)))
    return said


def _stated(columns: Sequence[Column]) -> list[Stated]:
    found = []
    for place, (paper, kind, name_key, code_key) in enumerate(PAPERS):
        pairs = zip(columns[2 * place] or (), columns[2 * place + 1] or (), strict=True)
        for name, code in pairs:
            if isinstance(name, Text) and isinstance(code, Identifier):
                keys = (f"{kind}.{name_key}", f"{kind}.{code_key}")
                found.append(Stated(paper, name.value, code.value, keys))
    return found


RULE = Rule(
    code="ID-16",
    title="各材料中名称与信用代码一一对应",
    source=practice("同一代码对应两个名称或同一名称对应两个代码，可能混入其他单位材料"),
    severity="C",
    reads=(),
    reads_if_present=(
        "business_licence.former_names",
        "credit_report.former_names",
        *(f"{kind}[*].{key}" for _, kind, name, code in PAPERS for key in (name, code)),
    ),
    check=check,
)

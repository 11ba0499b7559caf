"""纳税证明含税款而不只是社保费.

Social insurance contributions are collected by the tax office too, but they are no tax.
"""

import re

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import Rows, Text
from models.finding import Disagreement

NO_TAX = re.compile(r"保险费|职业年金|工会经费|残疾人就业保障金|基金|非税")


def check(tables: tuple[Rows | None, ...]) -> Disagreement | None:
    """A question where every row is a contribution or a fee."""
    taxes = [row.get("tax") for table in tables if table for row in table.records]
    names = [tax.value for tax in taxes if isinstance(tax, Text)]
    if not names or len(names) < len(taxes) or not all(NO_TAX.search(name) for name in names):
        return None
    return Disagreement(severity="C", message="完税项目只有社会保险费或非税收入，没有税款")


RULE = Rule(
    code="TAX-08",
    title="纳税证明含税款而不只是社保费",
    source=practice("社会保险费为费，不能证明纳税"),
    severity="C",
    reads=("tax_certificate[*].items",),
    check=check,
)

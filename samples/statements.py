"""The two statements as an audit report prints them, from the company's accounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from samples.balance import CURRENT_ASSETS, CURRENT_DEBT, EQUITY, FIXED_ASSETS, LONG_DEBT, Balance
from samples.books import Year
from samples.papers import GroupStatements, StatementLine

_Line = tuple[str, str, str, int, bool]
"""Words, name in the books, the contract's key, indent, bold."""

_INCOME: tuple[_Line, ...] = (
    ("一、营业收入", "revenue", "revenue", 0, True),
    ("减：营业成本", "cost", "operating_cost", 1, False),
    ("税金及附加", "surtax", "", 2, False),
    ("销售费用", "selling", "", 2, False),
    ("管理费用", "admin", "", 2, False),
    ("研发费用", "rd", "rd_expense", 2, False),
    ("财务费用", "finance", "", 2, False),
    ("其中：利息费用", "interest_cost", "", 3, False),
    ("利息收入", "interest_income", "", 4, False),
    ("加：其他收益", "other_income", "", 1, False),
    ("投资收益（损失以“-”号填列）", "invest", "", 2, False),
    ("净敞口套期收益（损失以“-”号填列）", "hedge", "", 2, False),
    ("公允价值变动收益（损失以“-”号填列）", "fair", "", 2, False),
    ("信用减值损失（损失以“-”号填列）", "credit_loss", "", 2, False),
    ("资产减值损失（损失以“-”号填列）", "asset_loss", "", 2, False),
    ("资产处置收益（损失以“-”号填列）", "disposal", "", 2, False),
    ("二、营业利润（亏损以“-”号填列）", "operating_profit", "operating_profit", 0, True),
    ("加：营业外收入", "nonop_in", "", 1, False),
    ("减：营业外支出", "nonop_out", "", 1, False),
    ("三、利润总额（亏损总额以“-”号填列）", "total_profit", "total_profit", 0, True),
    ("减：所得税费用", "tax", "income_tax", 1, False),
    ("四、净利润（净亏损以“-”号填列）", "net", "net_profit", 0, True),
    ("五、其他综合收益的税后净额", "oci", "", 0, False),
    ("六、综合收益总额", "comprehensive", "", 0, True),
)


def _unnamed(lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """The lines without the contract's keys, which are the company's own figures."""
    return tuple((line, key, "", deep, bold) for line, key, _, deep, bold in lines)


_OF_GROUP: tuple[_Line, ...] = (
    ("一、营业总收入", "revenue", "", 0, True),
    ("其中：营业收入", "revenue", "consolidated_revenue", 1, False),
    ("二、营业总成本", "total_cost", "", 0, True),
    ("其中：营业成本", "cost", "", 1, False),
    *_unnamed(_INCOME[2:16]),
    ("三、营业利润（亏损以“-”号填列）", "operating_profit", "", 0, True),
    *_unnamed(_INCOME[17:19]),
    ("四、利润总额（亏损总额以“-”号填列）", "total_profit", "", 0, True),
    *_unnamed(_INCOME[20:21]),
    ("五、净利润（净亏损以“-”号填列）", "net", "consolidated_net_profit", 0, True),
    ("（一）归属于母公司股东的净利润", "net", "", 1, False),
    ("（二）少数股东损益", "minority", "", 1, False),
    ("六、其他综合收益的税后净额", "oci", "", 0, False),
    ("七、综合收益总额", "comprehensive", "", 0, True),
)
"""合并利润表 of 财会〔2019〕16号: totals first, their parts as 其中; all subsidiaries are owned whole."""

_COSTS = ("cost", "surtax", "selling", "admin", "rd", "finance")

_CONSOLIDATED: Mapping[str, str] = {
    "revenue": "consolidated_revenue",
    "net": "consolidated_net_profit",
    "assets": "consolidated_total_assets",
}
"""Name in the books → the contract's key of the group's figure."""

_NAMES = {
    "cash": "货币资金",
    "notes": "应收票据",
    "receivable": "应收账款",
    "prepaid": "预付款项",
    "other_receivable": "其他应收款",
    "stock": "存货",
    "other_ca": "其他流动资产",
    "invested": "长期股权投资",
    "fixed": "固定资产",
    "building": "在建工程",
    "leased": "使用权资产",
    "intangible": "无形资产",
    "development": "开发支出",
    "deferred": "长期待摊费用",
    "deferred_tax": "递延所得税资产",
    "loan": "短期借款",
    "notes_due": "应付票据",
    "payable": "应付账款",
    "contract": "合同负债",
    "pay": "应付职工薪酬",
    "tax_due": "应交税费",
    "other_due": "其他应付款",
    "long_loan": "长期借款",
    "lease": "租赁负债",
    "grants": "递延收益",
    "capital": "实收资本（或股本）",
    "reserve": "资本公积",
    "surplus": "盈余公积",
    "retained": "未分配利润",
}


def income_statement(current: Year, prior: Year) -> tuple[StatementLine, ...]:
    """利润表 of two years; nil comprehensive income adds nothing to the net profit."""
    return _lines(_INCOME, current, prior)


def _lines(outline: tuple[_Line, ...], current: Year, prior: Year) -> tuple[StatementLine, ...]:
    return tuple(
        StatementLine(
            line, key, _of(current.income, key), _of(prior.income, key), field, deep, bold
        )
        for line, key, field, deep, bold in outline
    )


def _of(income: Mapping[str, Decimal], key: str) -> Decimal:
    if key in {"oci", "minority"}:
        return Decimal("0.00")
    if key == "total_cost":
        return sum((income[cost] for cost in _COSTS), Decimal("0.00"))
    return income["net" if key == "comprehensive" else key]


def group_statements(
    years: tuple[Year, Year], ends: tuple[Balance, Balance], *, in_columns: bool
) -> GroupStatements:
    """The group's statements of this year and the last; ``in_columns`` keeps the company's lines."""
    current, prior = years
    assets, claims = balance_sheet(*ends)
    income = (
        _consolidated(income_statement(current, prior))
        if in_columns
        else _lines(_OF_GROUP, current, prior)
    )
    return GroupStatements(_consolidated(assets), _consolidated(claims), income, in_columns)


def _consolidated(lines: tuple[StatementLine, ...]) -> tuple[StatementLine, ...]:
    """The lines with the keys of the group's figures, where there are such."""
    return tuple(replace(line, field=_CONSOLIDATED.get(line.key, "")) for line in lines)


def balance_sheet(
    current: Balance, prior: Balance
) -> tuple[tuple[StatementLine, ...], tuple[StatementLine, ...]]:
    """资产 and 负债和所有者权益 of two year-ends."""

    def items(keys: tuple[str, ...]) -> list[StatementLine]:
        return [
            StatementLine(_NAMES[key], key, current.items[key], prior.items[key], "", 1)
            for key in keys
        ]

    def total(line: str, key: str, keys: tuple[str, ...], field: str = "") -> StatementLine:
        return StatementLine(line, key, current.total(keys), prior.total(keys), field, 0, True)

    def head(line: str) -> StatementLine:
        return StatementLine(line, "", None, None, "", 0, True)

    assets = (
        *(head("流动资产："), *items(CURRENT_ASSETS)),
        total("流动资产合计", "current_assets", CURRENT_ASSETS),
        *(head("非流动资产："), *items(FIXED_ASSETS)),
        total("非流动资产合计", "fixed_assets", FIXED_ASSETS),
        total("资产总计", "assets", CURRENT_ASSETS + FIXED_ASSETS, "total_assets"),
    )
    debt = CURRENT_DEBT + LONG_DEBT
    claims = (
        *(head("流动负债："), *items(CURRENT_DEBT)),
        total("流动负债合计", "current_debt", CURRENT_DEBT),
        *(head("非流动负债："), *items(LONG_DEBT)),
        total("非流动负债合计", "long_debt", LONG_DEBT),
        total("负债合计", "debt", debt, "total_liabilities"),
        *(head("所有者权益（或股东权益）："), *items(EQUITY)),
        total("所有者权益（或股东权益）合计", "equity", EQUITY, "total_equity"),
        total("负债和所有者权益（或股东权益）总计", "claims", debt + EQUITY),
    )
    return assets, claims


def income_of(lines: tuple[StatementLine, ...], key: str) -> Decimal:
    """The current amount of the line with this key in the company's books."""
    found = next(line.current for line in lines if line.key == key)
    return Decimal(0) if found is None else found

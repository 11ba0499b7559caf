from decimal import Decimal

import pytest

from samples.applicant import GroupLook, draw
from samples.case import Case, Sheet
from samples.papers import StatementLine
from samples.returns import faults
from samples.stated import stated

SEEDS = range(60)


def _of(lines: tuple[StatementLine, ...], column: str) -> dict[str, Decimal]:
    return {line.key: getattr(line, column) for line in lines if line.key}


def test_the_same_seed_draws_the_same_applicant() -> None:
    assert draw(7, "a") == draw(7, "a")
    assert draw(7, "a").licence.name != draw(8, "a").licence.name


@pytest.mark.parametrize("year", [2025, 2024, 2023, 2021])
def test_every_identity_and_limit_of_both_returns_holds(year: int) -> None:
    for seed in SEEDS:
        case = draw(seed, "a", return_year=year)
        assert faults(case.a100000) == ()
        assert faults(case.a107012) == ()
        relief = "22" if case.a100000.edition == "2025" else "17"
        assert case.a100000.rows[relief] >= case.a107012.rows["51"]


@pytest.mark.parametrize("column", ["current", "prior"])
def test_both_columns_of_the_statements_add_up(column: str) -> None:
    for seed in SEEDS:
        report = draw(seed, "a").audit
        income = _of(report.income, column)
        costs = ("cost", "surtax", "selling", "admin", "rd", "finance")
        gains = ("other_income", "invest", "hedge", "fair", "credit_loss", "asset_loss", "disposal")
        profit = income["revenue"] - sum(income[key] for key in costs)
        assert income["operating_profit"] == profit + sum(income[key] for key in gains)
        gross = income["operating_profit"] + income["nonop_in"] - income["nonop_out"]
        assert income["total_profit"] == gross
        assert income["net"] == gross - income["tax"]
        assets, claims = _of(report.assets, column), _of(report.claims, column)
        assert assets["assets"] == assets["current_assets"] + assets["fixed_assets"]
        assert claims["debt"] == claims["current_debt"] + claims["long_debt"]
        assert assets["assets"] == claims["debt"] + claims["equity"] == claims["claims"]
        assert assets["cash"] > 0


@pytest.mark.parametrize("look", ["apart", "columns"])
def test_the_group_s_figures_stand_beside_the_company_s_and_replace_none(look: GroupLook) -> None:
    alone = stated(draw(4, "a", group="none"), Sheet("audit_report"))
    both = stated(draw(4, "a", group=look), Sheet("audit_report"))
    added = {"consolidated_revenue", "consolidated_net_profit", "consolidated_total_assets"}
    assert set(both) - set(alone) == added
    assert both["scope"] == ("choice", "both")
    assert all(both[key] == alone[key] for key in alone if key != "scope")


def test_the_audited_year_and_the_return_of_that_year_agree() -> None:
    for seed in SEEDS:
        case = draw(seed, "a", return_year=2025)
        income = _of(case.audit.income, "current")
        assert case.a100000.rows["1"] == income["revenue"]
        assert case.a100000.rows["18"] == income["total_profit"]
        case = draw(seed, "a", return_year=2024)
        assert case.a100000.rows["1"] == _of(case.audit.income, "prior")["revenue"]


def test_the_model_never_costs_more_than_the_return_allows() -> None:
    for seed in SEEDS:
        case = draw(seed, "a", return_year=2025)
        assert case.special.total <= case.a107012.rows["40"]
        assert sum(item.amount for item in case.special.items) == case.special.total
        form = case.application
        assert sum(item.amount for item in form.rd_cost_items) == form.rd_cost
        assert abs(form.rd_cost - case.special.total) <= Decimal(10_000).scaleb(-form.decimals) / 2


def test_papers_are_dated_before_the_declaration_and_that_before_the_deadline() -> None:
    for seed in SEEDS:
        case = draw(seed, "a")
        assert max(_dates(case)) <= case.application.declared_on
        assert str(case.application.declared_on) <= "2026-04-02"


def _dates(case: Case) -> list[object]:
    papers = (case.audit, case.special, case.commitment)
    return [
        *(paper.signed_on for paper in papers),
        case.tax.issued_on,
        case.credit.reported_on,
        *(paper.date for paper in case.certificates),
    ]

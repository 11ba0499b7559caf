"""Papers that are absent, out of order or wrongly numbered."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.case import Case
from samples.display import display
from samples.plantings.kind import ABSENT, DOUBTFUL, FAILED, Apply, Planting, without
from samples.printing import set_sheet


def _left_out(*kinds: str) -> Apply:
    return lambda case, random: without(case, *kinds)


def _two_parts(case: Case, random: Random) -> Case:
    parts = tuple(part for part in case.rd_report.parts if part != "results")
    return replace(case, rd_report=replace(case.rd_report, parts=parts))


def _out_of_order(case: Case, random: Random) -> Case:
    """The commitment bound before the special audit, or the audit before the tax proof."""
    kinds = [sheet.kind for sheet in case.bundle]
    mover, before = random.choice(
        (("commitment", "special_audit_report"), ("audit_report", "tax_certificate"))
    )
    moved = case.bundle[kinds.index(mover)]
    rest = [sheet for sheet in case.bundle if sheet != moved]
    place = next(place for place, sheet in enumerate(rest) if sheet.kind == before)
    return replace(case, bundle=(*rest[:place], moved, *rest[place:]))


def _wrong_contents(case: Case, random: Random) -> Case:
    return replace(case, contents_shift=random.choice((1, 2)))


def _page_number_skipped(case: Case, random: Random) -> Case:
    return replace(case, number_skipped_at=random.randint(4, 9))


def _second_page_absent(case: Case, random: Random) -> Case | None:
    sheet = next(sheet for sheet in case.bundle if sheet.kind == "a107012")
    pages = len(set_sheet(case, sheet, display(case, sheet.kind)).pages)
    return replace(case, pages_lost=frozenset({("a107012", pages)})) if pages > 1 else None


def _income_statement_absent(case: Case, random: Random) -> Case | None:
    """The page of the income statement is lost, where nothing else that is asked for is on it."""
    sheet = next(sheet for sheet in case.bundle if sheet.kind == "audit_report")
    marks = set_sheet(case, sheet, display(case, sheet.kind)).marks
    pages = {mark.page for mark in marks if mark.key == "audit_report.net_profit"}
    others = {mark.page for mark in marks if mark.key == "audit_report.total_assets"}
    if len(pages) != 1 or pages & others:
        return None
    return replace(case, pages_lost=frozenset({("audit_report", page) for page in pages}))


def _absent(rule: str, *kinds: str, may: tuple[str, ...] = ()) -> Planting:
    return Planting(f"no_{kinds[0]}", _left_out(*kinds), ((rule, ABSENT),), may)


PLANTINGS: tuple[Planting, ...] = (
    _absent("M-01", "cover", may=("SEAL-01", "SEAL-02", "SUB-07")),
    _absent("M-02", "unit_table"),
    _absent("M-03", "business_licence"),
    _absent("M-04", "tax_certificate"),
    _absent("M-05", "audit_report", "firm_licence"),
    _absent("M-06", "model_table"),
    _absent("M-07", "special_audit_report"),
    _absent("M-08", "a100000"),
    _absent("M-09", "a107012", may=("M-18",)),
    _absent("M-10", "rd_report"),
    _absent("M-11", "credit_report"),
    _absent("M-12", "commitment"),
    Planting(
        "no_other_evidence",
        _left_out("filing", "patent", "software_copyright", "test_report", "contract"),
        (("M-13", (*DOUBTFUL, "missing")),),
    ),
    _absent("M-15", "toc"),
    Planting("report_without_results", _two_parts, (("M-10", ABSENT),)),
    Planting("out_of_order", _out_of_order, (("M-14", FAILED),), ("M-15",)),
    Planting("contents_disagree", _wrong_contents, (("M-15", FAILED),)),
    Planting("page_number_skipped", _page_number_skipped, (("M-16", DOUBTFUL),)),
    Planting(
        "a107012_second_page_absent",
        _second_page_absent,
        (("M-18", ABSENT),),
        ("RD-01", "RD-02", "RD-03", "RD-05", "M-15", "M-16"),
    ),
    Planting(
        "income_statement_absent",
        _income_statement_absent,
        (("M-05", ABSENT),),
        ("FIN-01", "FIN-03", "AUD-08", "AUD-09", "M-15", "M-16", "M-17"),
    ),
)

"""overview.html: one self-contained page on a whole batch, with charts drawn as SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.batch.charts import Bars, Stack, bars_of, stacks_of
from api.batch.entry import BINS, OPEN, Row
from api.batch.terminal import duration
from extractor.reports.wording import (
    FIRST_SHOWN,
    OUTCOME_ICONS,
    OUTCOMES,
    SEVERITIES,
    STATUSES,
    VERDICTS,
)
from extractor.rules.catalogue import rules
from models.duplicate import Duplicate
from models.extraction import FieldStatus
from models.finding import Outcome, Verdict

_RULES_SHOWN = 30
_LINKED = 2000
"""Submissions listed on the page; summary.xlsx has all."""


@dataclass(frozen=True)
class OverviewContext:
    """What the template is given; a name it does not list is an error."""

    title: str
    rows: Sequence[Row]
    shown: Sequence[Row]
    links: dict[str, str]
    pages: int
    verdicts: dict[Verdict, int]
    failed: int
    statuses: dict[FieldStatus, int]
    rules: tuple[Stack, ...]
    times: Bars
    confidences: Bars
    duplicates: Sequence[Duplicate]
    middle: str
    """The median time of a submission, in words."""


def write_overview(
    path: Path, rows: Sequence[Row], duplicates: Sequence[Duplicate], title: str
) -> None:
    """Writes the page; links lead to the reports beside it. Raises OSError."""
    environment = Environment(
        loader=PackageLoader("api.batch"), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(
        outcomes=OUTCOMES,
        outcome_icons=OUTCOME_ICONS,
        outcome_order=FIRST_SHOWN,
        severities=SEVERITIES,
        statuses_words=STATUSES,
        verdict_words=VERDICTS,
    )
    seconds = sorted(row.seconds for row in rows if row.verdict)
    context = OverviewContext(
        title=title,
        rows=rows,
        shown=rows[:_LINKED],
        links={row.name: f"{quote(row.name)}/report.html" for row in rows if row.verdict},
        pages=sum(row.pages for row in rows),
        verdicts=dict(Counter(row.verdict for row in rows if row.verdict)),
        failed=sum(row.verdict is None for row in rows),
        statuses=_statuses(rows),
        rules=_rules(rows),
        times=_times(seconds),
        confidences=_confidences(rows),
        duplicates=duplicates,
        middle=duration(seconds[len(seconds) // 2]) if seconds else "—",
    )
    template = environment.get_template("overview.html.j2")
    path.write_text(template.render(vars(context)), encoding="utf-8")


def _statuses(rows: Sequence[Row]) -> dict[FieldStatus, int]:
    total: Counter[FieldStatus] = Counter()
    for row in rows:
        total.update(row.statuses)
    return dict(total)


def _rules(rows: Sequence[Row]) -> tuple[Stack, ...]:
    """The rules that most often need a person, with how often they gave each outcome."""
    told: dict[str, Counter[Outcome]] = {}
    for row in rows:
        for rule, outcome in row.outcomes.items():
            told.setdefault(rule, Counter())[outcome] += 1
    titles = {rule.code: rule.title for rule in rules()}
    open_first = sorted(
        (code for code, counts in told.items() if any(counts[each] for each in OPEN)),
        key=lambda code: (-sum(told[code][each] for each in OPEN), code),
    )[:_RULES_SHOWN]
    return stacks_of(
        {f"{code} {titles.get(code, '')}": told[code] for code in open_first}, FIRST_SHOWN
    )


def _times(seconds: Sequence[float]) -> Bars:
    """How many submissions took how long."""
    if not seconds:
        return bars_of((), ())
    step = max(1.0, round(seconds[-1] / 12))
    places = Counter(int(each // step) for each in seconds)
    last = int(seconds[-1] // step)
    return bars_of(
        [duration(place * step) for place in range(last + 1)],
        [places[place] for place in range(last + 1)],
    )


def _confidences(rows: Sequence[Row]) -> Bars:
    """How many values were read with which confidence."""
    counts = [sum(row.confidences[place] for row in rows) for place in range(BINS)]
    return bars_of([f"{place / BINS:.1f}" for place in range(BINS)], counts)

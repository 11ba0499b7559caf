"""An evaluation as Markdown: the tables of samples/ACCURACY.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.evaluate.counting import Counts, FieldCounts
from extractor.evaluate.evaluation import Evaluation
from extractor.evaluate.machine import Machine
from extractor.evaluate.wording import percent, shortened

_FIELD_HEAD = ("wrong and sure", "right", "missing", "wrong but doubtful", "right %", "sure %",
               "CER", "box hit", "rightly empty")  # fmt: skip


def evaluation_markdown(evaluation: Evaluation) -> str:
    """The Markdown text, whatever it says."""
    counts = evaluation.counts
    parts = [
        "# Accuracy",
        *_made(evaluation),
        "## Fields by document kind",
        _field_table(counts.by_kind, counts.fields),
        _FIELD_NOTE,
        "## Wrong and sure",
        _wrong_and_sure(evaluation),
    ]
    if evaluation.what == "samples":
        parts += _sample_parts(evaluation)
    parts += ["## Fields that are not always right", _field_table(_imperfect(counts.by_key), None)]
    parts += ["## Time", *_time(evaluation)]
    return "\n\n".join(parts) + "\n"


_FIELD_NOTE = (
    "*Wrong and sure* is what hurts: nobody looks at it again. *Sure %*: values marked sure, right "
    "or wrong, of all that are stated. *CER*: characters wrong, of prose of 50 characters and more "
    "(of every text where pictures with labels are read), unread ones counted whole; prose counts "
    "as right from 98 % of its characters on. *Box hit*: the centre of the evidence lies in the "
    "true box or the other way round, within half a line. A table is one value: one wrong cell "
    "makes it wrong."
)


def machine_line(machine: Machine) -> str:
    """Processor, cores, memory and versions on one line."""
    versions = ", ".join(f"{name} {number}" for name, number in machine.packages.items())
    return (
        f"{machine.processor}, {machine.cores} cores, {machine.memory_gib:.0f} GiB; "
        f"{machine.system}, Python {machine.python}; {versions}"
    )


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table, the first column left, the others right."""
    lines = [
        _row(head),
        "| --- |" + " ---: |" * (len(head) - 1),
        *(_row([str(cell) for cell in row]) for row in rows),
    ]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _made(evaluation: Evaluation) -> list[str]:
    made = [
        f"Written by `heyan evaluate` on {evaluation.made_on}; engine: {evaluation.engine}.",
        f"Machine: {machine_line(evaluation.machine)}.",
    ]
    if evaluation.what == "licences":
        return [*made, f"{evaluation.counts.pages.pages} labelled pictures of business licences."]
    rows = [
        (each.name, each.seed, each.difficulty, len(each.pages), ", ".join(each.plantings) or "–")
        for each in evaluation.submissions
    ]
    return [*made, table(("submission", "seed", "difficulty", "pages", "planted"), rows)]


def _field_table(groups: Mapping[str, FieldCounts], total: FieldCounts | None) -> str:
    rows = [(name, *_cells(counts)) for name, counts in groups.items()]
    if total is not None:
        rows.append(("**all**", *_cells(total)))
    return table(("", *_FIELD_HEAD), rows) if rows else "None."


def _imperfect(groups: Mapping[str, FieldCounts]) -> dict[str, FieldCounts]:
    return {name: each for name, each in groups.items() if each.right != each.stated}


def _cells(counts: FieldCounts) -> tuple[str, ...]:
    return (
        f"**{counts.wrong_sure}**" if counts.wrong_sure else "0",
        str(counts.right),
        str(counts.missing),
        str(counts.wrong_doubtful),
        percent(counts.right, counts.stated),
        percent(counts.right_sure + counts.wrong_sure, counts.stated),
        "–" if counts.text_accuracy is None else f"{1 - counts.text_accuracy:.2%}",
        percent(counts.box_hit, counts.box_hit + counts.box_missed),
        str(counts.rightly_empty),
    )


def _wrong_and_sure(evaluation: Evaluation) -> str:
    rows = [
        (each.name, field.key, *shortened(field.expected, field.read))
        for each in evaluation.submissions
        for field in each.fields
        if field.outcome == "wrong_sure"
    ]
    return table(("submission", "field", "truth", "read"), rows) if rows else "None."


def _sample_parts(evaluation: Evaluation) -> list[str]:
    """Difficulty, documents, pages, seals and rules."""
    counts = evaluation.counts
    return [
        "## Fields by difficulty",
        _field_table(counts.by_difficulty, None),
        "## Documents, cells and pages",
        _documents(counts),
        "## Seals",
        _seals(counts),
        "## Rules",
        f"Planted {counts.planted}, found {counts.found}. False alarms (`failed` without anything "
        f"planted for the rule): {counts.false_alarms}, "
        f"{counts.false_alarms / max(1, counts.submissions):.2f} per submission. Rules that had to "
        f"stay quiet and said `failed` or `missing`: {counts.violated}.",
        _rules(counts),
    ]


def _documents(counts: Counts) -> str:
    cells, pages = counts.fields.cells, counts.pages
    all_cells = cells.right + cells.unread + cells.wrong + cells.lost
    rows = [
        ("documents found", f"{counts.documents_found} of {counts.documents}"),
        (
            "documents too many",
            f"{counts.extra_documents} ({counts.extra_sure_values} sure values)",
        ),
        ("single values and cells right", f"{cells.right} of {all_cells}"),
        ("… said to be unread", cells.unread),
        ("… wrong", cells.wrong),
        ("… lost with their row", cells.lost),
        ("page kinds right", f"{pages.kind_right} of {pages.pages}"),
        ("turns right", f"{pages.turn_right} of {pages.turns}"),
    ]
    return table(("", "count"), rows)


def _seals(counts: Counts) -> str:
    seals = counts.seals
    head = ("seals", "found", "whole", "text exact", "unread", "wrong, uncertain",
            "**wrong, certain**", "no seal", "no seal, certain text")  # fmt: skip
    row = (seals.seals, seals.found, seals.whole, seals.exact, seals.unread,
           seals.uncertain_wrong, seals.certain_wrong, seals.extra, seals.extra_certain)  # fmt: skip
    return table(head, [row])


def _rules(counts: Counts) -> str:
    rows = [
        (rule.rule, rule.planted, rule.found, rule.false_alarms, rule.violated)
        for rule in counts.rules
        if rule.planted or rule.false_alarms or rule.violated
    ]
    head = ("rule", "planted", "found", "false alarms", "had to be quiet")
    return table(head, rows) if rows else "No rule spoke out of turn, and none was planted for."


def _time(evaluation: Evaluation) -> list[str]:
    speed = evaluation.speed
    stages = sorted(speed.seconds_per_page.items(), key=lambda each: -each[1])
    parts = [table(("stage", "seconds of work a page"), [(name, f"{s:.3f}") for name, s in stages])]
    if speed.pages_per_minute is None:
        return ["Replayed from recordings: stages are those of the recording.", *parts]
    return [
        f"{speed.pages_per_minute:.1f} pages a minute over {speed.pages} pages with "
        f"{speed.processes} reading processes; at most {speed.peak_memory_mib:.0f} MiB.",
        *parts,
    ]

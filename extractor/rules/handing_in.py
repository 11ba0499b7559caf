"""How surely a paper is dated after the submission."""

from datetime import date

from models.extraction import Day
from models.finding import Severity


def severity_of_late(submitted: Day, deadline: date, *stated: Day | None) -> Severity:
    """B where the day of submission was given; D where it is only a date on the papers.

    Whoever hands in without a date is taken to have done so on the day written on the cover, else on
    the commitment's, else on the last day: and a cover is often written before the last paper is.
    Of reports that are newer than the cover SUB-08 asks.
    """
    taken = {deadline, *(day.value for day in stated if day is not None)}
    return "D" if submitted.value in taken else "B"

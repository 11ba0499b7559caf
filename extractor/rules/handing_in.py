"""How surely a paper is dated after the submission."""

from models.extraction import Day
from models.finding import Severity


def severity_of_late(submitted: Day, declared: Day | None) -> Severity:
    """B where the day of submission was given; D where it is only the date on the form.

    Whoever hands in without a date is taken to have done so on the day written on the cover, and a
    cover is often written before the last paper is. Of reports that are newer SUB-08 asks.
    """
    return "D" if declared is not None and declared.value == submitted.value else "B"

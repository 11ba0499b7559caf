"""How often Python looks for cyclic garbage."""

import gc

_OBJECTS = 50_000
"""Made between two looks. Extracting and checking a submission makes hundreds of thousands, hardly one
of them in a cycle: with Python's own 700 a quarter of the time of checking goes into looking."""


def collect_seldom() -> None:
    """Makes this process look for cycles less often, and never among what it has by now.

    Not for processes that read pages: a cycle that holds a page's picture should go at once.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS)

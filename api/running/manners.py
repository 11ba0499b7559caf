"""How the service's own processes behave towards people who wait for an answer."""

import os
from contextlib import suppress

_NICE = 5


def step_back() -> None:
    """Lets the answering process go first; where the system has no priorities nothing happens."""
    with suppress(OSError, AttributeError):
        os.nice(_NICE)

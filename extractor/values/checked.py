"""Parsers of values that carry a proof of their own, such as check digits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from models.extraction import Identifier

Proof = Literal["proved", "plausible", "broken"]
"""proved: check digits hold; plausible: the form is right and proves nothing; broken: neither."""


def _no_candidates(text: str) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Checked:
    """A parser whose values can be judged by themselves; called like any other parser."""

    read: Callable[[str], Identifier | None]
    """The code as it stands in the text, or None."""
    proof: Callable[[str], Proof]
    """What the code says about itself."""
    candidates: Callable[[str], tuple[str, ...]] = _no_candidates
    """Codes that hold, one look-alike away from a code that does not."""

    def __call__(self, text: str) -> Identifier | None:
        """The code as it stands in the text, or None."""
        return self.read(text)

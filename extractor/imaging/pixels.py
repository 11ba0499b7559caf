"""The pixel types that the stages below the page pass on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""An image: height × width × 3, 8 bits, channels in the order blue, green, red."""

Grey = NDArray[np.uint8]
"""An image of one channel: height × width, 0 black, 255 white."""

Mask = NDArray[np.bool_]
"""Height × width, true where the thing looked for is."""


@dataclass(frozen=True)
class Ruling:
    """A straight drawn line, horizontal or vertical, in fractions of the page."""

    start: tuple[float, float]
    """(x, y) of the left or upper end."""
    end: tuple[float, float]
    """(x, y) of the right or lower end."""

    @property
    def horizontal(self) -> bool:
        """Whether it runs across rather than down the page."""
        return abs(self.end[0] - self.start[0]) >= abs(self.end[1] - self.start[1])

"""How a generated submission is handed in; apart, so that naming it needs none of the makers."""

from typing import Literal

Packing = Literal["bound", "folder", "zip"]
"""One bound PDF; a folder of loose PDFs and pictures; the same zipped. All with the Word form."""

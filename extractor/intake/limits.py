"""How much of an input is accepted."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The bounds on one submission; beyond them the input is refused, never cut short."""

    file_bytes: int = 1024 * MIB
    """Of a single file, packed or not."""
    pages: int = 1000
    """Of all files together."""
    megapixels: float = 100.0
    """Of an image file. A page of a PDF has no limit: it is rendered down."""
    rendered_megapixels: float = 12.0
    """Of a page image as it is handed on."""
    archive_members: int = 2000
    """Of a zip file, those inside a zip inside it not counted."""
    unpacked_bytes: int = 4096 * MIB
    """Of a zip file, the zips inside it included."""
    unpacked_ratio: int = 100
    """How many times its packed size a member may have. Scans hardly shrink; text does by 20."""
    archive_depth: int = 2
    """1: a zip file; 2: also a zip file inside it."""

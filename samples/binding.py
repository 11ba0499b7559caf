"""Binds scanned pages into one PDF, the same bytes for the same pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf

from samples.scanning import Scan


def _coded(scan: Scan) -> dict[str, Any]:
    """How the picture's bytes are to be understood."""
    if scan.coding == "fax":
        return {
            "ColorSpace": pikepdf.Name.DeviceGray,
            "BitsPerComponent": 1,
            "Filter": pikepdf.Name.CCITTFaxDecode,
            "DecodeParms": pikepdf.Dictionary(
                K=-1, Columns=scan.size[0], Rows=scan.size[1], BlackIs1=True
            ),
        }
    grey = scan.coding == "grey"
    return {
        "ColorSpace": pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceRGB,
        "BitsPerComponent": 8,
        "Filter": pikepdf.Name.DCTDecode,
    }


def bind(scans: Sequence[Scan], path: Path) -> None:
    """Writes a PDF with one picture per page, each page of the size its resolution gives."""
    pdf = pikepdf.new()
    for scan in scans:
        width, height = scan.size
        box = [0, 0, round(width * 72 / scan.dpi, 2), round(height * 72 / scan.dpi, 2)]
        image = pdf.make_stream(
            scan.data,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=width,
            Height=height,
            **_coded(scan),
        )
        drawn = f"q {box[2]} 0 0 {box[3]} 0 0 cm /Im0 Do Q".encode()
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=box,
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image)),
            Contents=pdf.make_stream(drawn),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    pdf.save(path, deterministic_id=True)

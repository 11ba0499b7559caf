"""Hands an applicant's papers in as loose files, in a folder or a zip, under Chinese names."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from samples.binding import bind
from samples.case import Case
from samples.pages import scanned
from samples.scanning import Scan
from samples.truth import Expected, truth_of, written
from samples.word import write_form

WORD_FORM = "申报书.docx"
_STEMS: Mapping[str, str] = {
    "cover": "1-申报书（盖章扫描件）",
    "unit_table": "1-申报书（盖章扫描件）",
    "model_table": "1-申报书（盖章扫描件）",
    "business_licence": "2-1营业执照",
    "tax_certificate": "2-2 2025年完税证明",
    "audit_report": "2-3年度审计报告",
    "firm_licence": "2-3年度审计报告",
    "special_audit_report": "4-1专项审计报告",
    "cit_other": "4-2企业所得税汇算清缴",
    "a100000": "4-2企业所得税汇算清缴",
    "a107012": "4-3研发费用加计扣除优惠明细表",
    "filing": "4-4算法备案",
    "test_report": "4-4测试报告",
    "patent": "4-4发明专利",
    "software_copyright": "4-4软著",
    "contract": "4-4合同",
    "rd_report": "5-研发情况报告",
    "credit_report": "6-信用中国报告",
    "commitment": "7-承诺书",
}
"""Kind of sheet → the file its pages go to; the contents page and blank backs go nowhere."""
_STAMP = (2026, 3, 30, 9, 0, 0)


def write_loose(
    out: Path, case: Case, difficulty: int, expected: Expected, *, zipped: bool
) -> Path:
    """Writes one applicant's loose files and their truth; returns the folder or the zip."""
    bundle = tuple(sheet for sheet in case.bundle if sheet.kind in _STEMS)
    case = replace(case, bundle=bundle)
    scans = scanned(case, difficulty, numbered=False)
    folder = out / case.name
    folder.mkdir(parents=True, exist_ok=True)
    files = _grouped(scans)
    for name, pages in files.items():
        if name.endswith(".jpg"):
            (folder / name).write_bytes(pages[0].data)
        else:
            bind(pages, folder / name)
    write_form(case, folder / WORD_FORM)
    names = [*files, WORD_FORM]
    ordered = [(number, scan) for number, pages in enumerate(files.values()) for scan in pages]
    places = [
        (number, page)
        for number, pages in enumerate(files.values())
        for page in range(1, len(pages) + 1)
    ]
    truth = truth_of(case, [scan for _, scan in ordered], difficulty, expected, names, places)
    (out / f"{case.name}.truth.json").write_text(written(truth), "utf-8")
    return _zipped(folder) if zipped else folder


def _grouped(scans: Sequence[Scan]) -> dict[str, list[Scan]]:
    """File name → its pages; a single page is a picture, several are a PDF."""
    stems: dict[str, list[Scan]] = {}
    for scan in scans:
        sheet = scan.paper.sheet
        number = f"（{sheet.index + 1}）" if sheet.index else ""
        stems.setdefault(_STEMS[sheet.kind] + number, []).append(scan)
    return {
        f"{stem}{'.jpg' if len(pages) == 1 else '.pdf'}": pages for stem, pages in stems.items()
    }


def _zipped(folder: Path) -> Path:
    """The folder's files in a zip beside it, the same bytes for the same files; the folder goes."""
    path = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(f"{folder.name}/{file.name}", _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, file.read_bytes())
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    return path

"""Tells what a file is by its first bytes; names and extensions are not believed."""

from __future__ import annotations

import zipfile
from pathlib import Path

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
TIFF = "image/tiff"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
LOCKED_OFFICE = "application/encrypted-office"
"""An Office file under a password: an OLE container around the encrypted package."""
EMPTY = "inode/x-empty"
UNKNOWN = "application/octet-stream"

IMAGES = (JPEG, PNG, TIFF)
READ = (PDF, *IMAGES, WORD)
"""The types that have pages."""

REMEDIES = {
    "application/msword": "旧版 Office 文件（.doc 等），请另存为 .docx 或 PDF 后重新提交。",
    "application/ofd": "OFD 版式文件，请另存为 PDF 后重新提交。",
    "application/x-rar": "RAR 压缩包，请改用 zip 打包后重新提交。",
    "application/x-7z-compressed": "7z 压缩包，请改用 zip 打包后重新提交。",
    "application/gzip": "gzip 压缩包，请改用 zip 打包后重新提交。",
    "image/heic": "HEIC 照片，请转换为 JPG 后重新提交。",
    "image/webp": "WebP 图像，请转换为 JPG 或 PNG 后重新提交。",
    "image/bmp": "BMP 图像，请转换为 JPG 或 PNG 后重新提交。",
    "image/gif": "GIF 图像，请转换为 JPG 或 PNG 后重新提交。",
}
"""Types that may well hold evidence but are not read, and what to do about each."""

_SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
    (b"Rar!\x1a\x07", "application/x-rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BM", "image/bmp"),
    (b"GIF8", "image/gif"),
)
_PDF_HEADER_WITHIN = 1024
"""Bytes of junk that may stand before %PDF-; readers have always allowed so many."""


def media_type_of(path: Path) -> str:
    """The media type by content; ``UNKNOWN`` where no signature fits, ``EMPTY`` at zero bytes."""
    with path.open("rb") as stream:
        head = stream.read(_PDF_HEADER_WITHIN + 8)
    if not head:
        return EMPTY
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _type_of_ole(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _type_of_zip(path)
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature):
            return media_type
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"heim"):
        return "image/heic"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return PDF if b"%PDF-" in head else UNKNOWN


def _type_of_ole(path: Path) -> str:
    locked = "EncryptedPackage".encode("utf-16-le")
    with path.open("rb") as stream:
        # The directory of the container may stand anywhere; a name is never split over sectors.
        while block := stream.read(1 << 20):
            if locked in block:
                return LOCKED_OFFICE
    return "application/msword"


def _type_of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return ZIP
    if "[Content_Types].xml" in names:
        return WORD if "word/document.xml" in names else UNKNOWN
    return "application/ofd" if "OFD.xml" in names else ZIP

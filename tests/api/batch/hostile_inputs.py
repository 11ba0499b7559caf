"""Makes some sixty inputs that are broken or meant to break, each with what may be said of it.

A maker writes one file (or folder) and is named for what is wrong. Its classes are those a batch may
give it; ``READ`` means that it is harmless after all and may be read like any other.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

READ = "READ"
Maker = Callable[[Path], None]


@dataclass(frozen=True)
class Hostile:
    """One input: its name under the batch, what may be said of it, how it is made."""

    name: str
    classes: frozenset[str]
    make: Maker


HOSTILE: list[Hostile] = []


def hostile(name: str, *classes: str) -> Callable[[Maker], Maker]:
    """Registers a maker under the name of the file it writes."""

    def register(make: Maker) -> Maker:
        HOSTILE.append(Hostile(name, frozenset(classes), make))
        return make

    return register


def make_all(folder: Path) -> list[Hostile]:
    """Writes every input under the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in HOSTILE:
        each.make(folder / each.name)
    return HOSTILE


def pdf(pages: int = 1, size: tuple[float, float] = (595, 842), text: str = "hello") -> pikepdf.Pdf:
    """A PDF with a line of print on each page."""
    document = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for _ in range(pages):
        document.add_blank_page(page_size=size)
        page = document.pages[-1]
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = document.make_stream(f"BT /F1 24 Tf 72 700 Td ({text}) Tj ET".encode())
    return document


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    document.save(out, **options)
    return out.getvalue()


def raw_pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d " % (len(objects) + 1) + trailer + b" >>\n"
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def picture(size: tuple[int, int] = (800, 1100), kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind)
    return out.getvalue()


def png_claiming(width: int, height: int) -> bytes:
    """A PNG whose head claims a size and whose data has next to nothing of it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def docx(document: str, extra: dict[str, bytes] | None = None) -> bytes:
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    return zipped(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": rels.encode(),
            "word/document.xml": document.encode(),
            **(extra or {}),
        }
    )


WORD_XML = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)


# --- PDF: locked, cut, crossed ---------------------------------------------------------------


@hostile("encrypted.pdf", "PASSWORD")
def _(path: Path) -> None:
    path.write_bytes(saved(pdf(), encryption=pikepdf.Encryption(owner="o", user="u", R=6)))


@hostile("encrypted-rc4.pdf", "PASSWORD")
def _(path: Path) -> None:
    locked = pikepdf.Encryption(owner="o", user="u", R=3, aes=False, metadata=False)
    path.write_bytes(saved(pdf(), encryption=locked))


@hostile("owner-password-only.pdf", READ)
def _(path: Path) -> None:
    path.write_bytes(saved(pdf(), encryption=pikepdf.Encryption(owner="o", user="", R=6)))


@hostile("truncated-half.pdf", "DAMAGED")
def _(path: Path) -> None:
    whole = saved(pdf(20))
    path.write_bytes(whole[: len(whole) // 2])


@hostile("truncated-tail.pdf", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(saved(pdf(3))[:-20])


@hostile("only-header.pdf", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n%%EOF\n")


@hostile("no-pages.pdf", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(
        raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
    )


@hostile("pages-count-lies.pdf", "DAMAGED", "NOTHING_RECOGNISED", "TOO_MANY_PAGES")
def _(path: Path) -> None:
    path.write_bytes(
        raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 2147483647 >>"
        )
    )


@hostile("page-tree-loop.pdf", "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    path.write_bytes(
        raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>",
        )
    )


@hostile("xref-loop.pdf", "DAMAGED", READ)
def _(path: Path) -> None:
    whole = saved(pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    start = whole.rindex(b"startxref")
    place = int(whole[start:].split()[1])
    path.write_bytes(whole.replace(b"trailer <<", b"trailer << /Prev %d " % place, 1))


@hostile("xref-into-the-void.pdf", "DAMAGED", READ)
def _(path: Path) -> None:
    whole = saved(pdf())
    start = whole.rindex(b"startxref")
    path.write_bytes(whole[:start] + b"startxref\n999999999\n%%EOF\n")


@hostile("xref-garbage.pdf", "DAMAGED", READ)
def _(path: Path) -> None:
    whole = bytearray(saved(pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable))
    start = whole.rindex(b"xref\n0 ")
    whole[start + 10 : start + 60] = b"\xff" * 50
    path.write_bytes(whole)


@hostile("contents-loop.pdf", READ, "NOTHING_RECOGNISED", "DAMAGED")
def _(path: Path) -> None:
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        b"/Resources << /XObject << /A 4 0 R >> >> /Length 5 >>\nstream\n/A Do\nendstream"
    )
    path.write_bytes(
        raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /A 4 0 R >> >> >>",
            form,
            b"<< /Length 5 >>\nstream\n/A Do\nendstream",
        )
    )


@hostile("deep-nesting.pdf", READ, "NOTHING_RECOGNISED", "DAMAGED", "CRASH")
def _(path: Path) -> None:
    document = pdf()
    document.pages[0].Contents = document.make_stream(b"q " * 200_000 + b"[" * 50_000)
    path.write_bytes(saved(document))


@hostile("deflate-bomb.pdf", READ, "NOTHING_RECOGNISED", "DAMAGED", "OOM", "TIMEOUT")
def _(path: Path) -> None:
    document = pdf()
    document.pages[0].Contents = document.make_stream(b" " * 60_000_000)
    path.write_bytes(saved(document, compress_streams=True))


# --- PDF: sizes --------------------------------------------------------------------------------


@hostile("ten-thousand-pages.pdf", "TOO_MANY_PAGES")
def _(path: Path) -> None:
    kids = b"3 0 R " * 10_000
    path.write_bytes(
        raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 10000 /Kids [" + kids + b"] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        )
    )


@hostile("mediabox-huge.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED", "TOO_LARGE")
def _(path: Path) -> None:
    path.write_bytes(saved(pdf(size=(14_400, 14_400))))


@hostile("mediabox-absurd.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED", "TOO_LARGE")
def _(path: Path) -> None:
    document = pdf()
    document.pages[0].MediaBox = Array([0, 0, 1_000_000_000, 1_000_000_000])
    path.write_bytes(saved(document))


@hostile("mediabox-negative.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    document = pdf()
    document.pages[0].MediaBox = Array([595, 842, 0, 0])
    path.write_bytes(saved(document))


@hostile("mediabox-empty.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    document = pdf()
    document.pages[0].MediaBox = Array([0, 0, 0, 0])
    path.write_bytes(saved(document))


@hostile("mediabox-thread.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED", "CRASH")
def _(path: Path) -> None:
    document = pdf()
    document.pages[0].MediaBox = Array([0, 0, 1, 14_000])
    path.write_bytes(saved(document))


@hostile("mediabox-words.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    document = pdf()
    document.pages[0].MediaBox = Array([Name.A, Name.B, Name.C, Name.D])
    path.write_bytes(saved(document))


@hostile("userunit.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    document = pdf()
    document.pages[0].UserUnit = 75_000
    path.write_bytes(saved(document))


# --- PDF: what stands on the page ----------------------------------------------------------------


def _with_image(body: bytes, **facts: object) -> bytes:
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    page = document.pages[0]
    image = document.make_stream(body)
    image.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Image, **facts)
    page.Resources = Dictionary(XObject=Dictionary(I=image))
    page.Contents = document.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    return saved(document, compress_streams=False)


@hostile("image-30000-squared.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED", "OOM", "TIMEOUT")
def _(path: Path) -> None:
    body = zlib.compress(b"\xff" * (30_000 * 30_000 // 8), 1)
    path.write_bytes(
        _with_image(
            body, Width=30_000, Height=30_000, BitsPerComponent=1, ColorSpace=Name.DeviceGray,
            Filter=Name.FlateDecode,
        )
    )  # fmt: skip


@hostile("image-jpeg-broken.pdf", "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    body = picture()[:400] + b"\x00" * 400
    path.write_bytes(
        _with_image(
            body, Width=800, Height=1100, BitsPerComponent=8, ColorSpace=Name.DeviceRGB,
            Filter=Name.DCTDecode,
        )
    )  # fmt: skip


@hostile("image-jbig2-broken.pdf", "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    path.write_bytes(
        _with_image(
            os.urandom(0) + b"\x97JB2" * 100, Width=1700, Height=2300, BitsPerComponent=1,
            ColorSpace=Name.DeviceGray, Filter=Name.JBIG2Decode,
        )
    )  # fmt: skip


@hostile("image-jpx-broken.pdf", "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    path.write_bytes(
        _with_image(
            b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"\xff\x4f\xff\x51" * 50, Width=1700, Height=2300,
            BitsPerComponent=8, ColorSpace=Name.DeviceRGB, Filter=Name.JPXDecode,
        )
    )  # fmt: skip


@hostile("image-size-lies.pdf", READ, "DAMAGED", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    path.write_bytes(
        _with_image(
            picture((8, 8)), Width=100_000, Height=100_000, BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode,
        )
    )  # fmt: skip


@hostile("font-missing.pdf", READ, "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    document = pdf(text="\\260\\241\\260\\242")
    cid = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/NoSuchFont-Absent"),
        Encoding=Name("/GBK-EUC-H"),
        DescendantFonts=Array(
            [Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/NoSuchFont-Absent"))]
        ),
    )  # fmt: skip
    document.pages[0].Resources.Font.F1 = cid
    path.write_bytes(saved(document))


@hostile("font-broken.pdf", READ, "NOTHING_RECOGNISED", "DAMAGED")
def _(path: Path) -> None:
    document = pdf()
    program = document.make_stream(b"\x00\x01\x00\x00" + b"\xff" * 2000)
    document.pages[0].Resources.Font.F1 = Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Broken"),
        FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name("/Broken"), FontFile2=program),
    )  # fmt: skip
    path.write_bytes(saved(document))


@hostile("javascript.pdf", READ)
def _(path: Path) -> None:
    document = pdf()
    document.Root.OpenAction = Dictionary(
        S=Name.JavaScript, JS="while(true){app.alert('x');this.submitForm('http://127.0.0.1:1/');}"
    )
    path.write_bytes(saved(document))


@hostile("launch-action.pdf", READ)
def _(path: Path) -> None:
    document = pdf()
    document.Root.OpenAction = Dictionary(S=Name.Launch, F="/bin/sh")
    path.write_bytes(saved(document))


@hostile("embedded-program.pdf", READ)
def _(path: Path) -> None:
    document = pdf()
    document.attachments["run.exe"] = b"MZ" + b"\x00" * 1000
    path.write_bytes(saved(document))


@hostile("xfa-form.pdf", READ, "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    document = pdf()
    document.Root.AcroForm = Dictionary(
        XFA=document.make_stream(
            b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
        ),
        Fields=Array([]),
    )
    path.write_bytes(saved(document))


@hostile("blank.pdf", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    path.write_bytes(saved(document))


# --- what a name says, and what is inside -----------------------------------------------------------


@hostile("zero-bytes.pdf", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(b"")


@hostile("noise.pdf", "DAMAGED", "UNSUPPORTED")
def _(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


@hostile("text-as.pdf", "DAMAGED", "UNSUPPORTED")
def _(path: Path) -> None:
    path.write_text("这不是 PDF", "utf-8")


@hostile("zip-as.pdf", "DAMAGED", "UNSUPPORTED")
def _(path: Path) -> None:
    path.write_bytes(zipped({"a.txt": b"x"}))


@hostile("pdf-as.jpg", READ)
def _(path: Path) -> None:
    path.write_bytes(saved(pdf(text="jpg")))


@hostile("no-extension", READ)
def _(path: Path) -> None:
    path.write_bytes(saved(pdf(text="none")))


@hostile("old-word.doc", "UNSUPPORTED")
def _(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000)


@hostile("locked-word.docx", "PASSWORD")
def _(path: Path) -> None:
    inside = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + inside + b"\x00" * 600)


@hostile("archive.rar", "UNSUPPORTED")
def _(path: Path) -> None:
    path.write_bytes(b"Rar!\x1a\x07\x01\x00" + b"\x00" * 100)


@hostile("archive.7z", "UNSUPPORTED")
def _(path: Path) -> None:
    path.write_bytes(b"7z\xbc\xaf\x27\x1c" + b"\x00" * 100)


@hostile("empty-folder", "UNSUPPORTED")
def _(path: Path) -> None:
    path.mkdir()


@hostile("folder-with-one-bad-file", "DAMAGED")
def _(path: Path) -> None:
    path.mkdir()
    (path / "好.pdf").write_bytes(saved(pdf(text="good")))
    (path / "坏.pdf").write_bytes(b"")


@hostile("folder-of-links", "UNSUPPORTED")
def _(path: Path) -> None:
    path.mkdir()
    (path / "秘密.pdf").symlink_to("/etc/passwd")
    (path / "圈").symlink_to(path)


# --- pictures ------------------------------------------------------------------------------------------


@hostile("picture-30000-squared.png", "TOO_LARGE", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(png_claiming(30_000, 30_000))


@hostile("picture-claims-more.png", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(png_claiming(5000, 5000))


@hostile("picture-cut.jpg", "DAMAGED")
def _(path: Path) -> None:
    noisy = io.BytesIO()
    Image.effect_noise((900, 1200), 80).save(noisy, "JPEG")
    path.write_bytes(noisy.getvalue()[: len(noisy.getvalue()) // 2])


@hostile("picture-broken.tif", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(picture(kind="TIFF")[:300] + b"\xff" * 300)


@hostile("picture-of-many-frames.tif", "TOO_MANY_PAGES", "TOO_LARGE")
def _(path: Path) -> None:
    frame = Image.new("1", (16, 16), 1)
    frame.save(path, "TIFF", save_all=True, append_images=[frame] * 1100)


@hostile("picture-one-pixel.png", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(picture((1, 1), "PNG"))


@hostile("picture-thread.png", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(picture((30_000, 2), "PNG"))


@hostile("picture-exif-garbage.jpg", READ, "NOTHING_RECOGNISED", "DAMAGED")
def _(path: Path) -> None:
    plain = picture()
    exif = b"Exif\x00\x00MM\x00*\xff\xff\xff\xff" + b"\xee" * 60
    path.write_bytes(plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:])


# --- archives --------------------------------------------------------------------------------------------


@hostile("bomb.zip", "TOO_LARGE")
def _(path: Path) -> None:
    path.write_bytes(zipped({"a.pdf": b"%PDF-1.7 " + b"\x00" * 60_000_000}))


@hostile("bomb-in-zips.zip", "TOO_LARGE", "UNSUPPORTED")
def _(path: Path) -> None:
    inside = zipped({f"{number}.pdf": b"\x00" * 20_000_000 for number in range(4)})
    path.write_bytes(zipped({f"{number}.zip": inside for number in range(4)}))


@hostile("many-members.zip", "TOO_LARGE")
def _(path: Path) -> None:
    path.write_bytes(zipped({f"{number}.txt": b"" for number in range(5000)}))


@hostile("nested-five-deep.zip", "UNSUPPORTED")
def _(path: Path) -> None:
    body = saved(pdf())
    name = "a.pdf"
    for depth in range(5):
        body, name = zipped({name: body}), f"{depth}.zip"
    path.write_bytes(body)


@hostile("traversal.zip", READ)
def _(path: Path) -> None:
    path.write_bytes(
        zipped(
            {
                "../../../../tmp/heyan-escaped.pdf": saved(pdf(text="up")),
                "C:\\x\\b.pdf": saved(pdf(text="x")),
            }
        )
    )


@hostile("absolute-names.zip", READ)
def _(path: Path) -> None:
    path.write_bytes(zipped({"/etc/heyan-escaped.pdf": saved(pdf(text="root"))}))


@hostile("links.zip", "UNSUPPORTED", READ)
def _(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("a.pdf")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")


@hostile("locked.zip", "PASSWORD", "DAMAGED")
def _(path: Path) -> None:
    body = bytearray(zipped({"a.pdf": saved(pdf())}, zipfile.ZIP_STORED))
    body[6] |= 1
    central = body.rindex(b"PK\x01\x02")
    body[central + 8] |= 1
    path.write_bytes(body)


@hostile("cut.zip", "DAMAGED")
def _(path: Path) -> None:
    whole = zipped({"a.pdf": saved(pdf(30))}, zipfile.ZIP_STORED)
    path.write_bytes(whole[: len(whole) * 2 // 3])


@hostile("wrong-checksum.zip", "DAMAGED")
def _(path: Path) -> None:
    body = bytearray(zipped({"a.pdf": saved(pdf())}, zipfile.ZIP_STORED))
    body[60] ^= 0xFF
    path.write_bytes(body)


@hostile("gbk-names.zip", READ)
def _(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("x.pdf")
        archive.writestr(info, saved(pdf(text="gbk")))
    body = path.read_bytes().replace(b"x.pdf", b"\xd5.pdf")
    path.write_bytes(body)


# --- Word ----------------------------------------------------------------------------------------------------


@hostile("external-entity.docx", "DAMAGED")
def _(path: Path) -> None:
    attack = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + WORD_XML.format("&e;")
    path.write_bytes(docx(attack))


@hostile("billion-laughs.docx", "DAMAGED")
def _(path: Path) -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12)
    )
    path.write_bytes(docx(f"<!DOCTYPE w [{entities}]>" + WORD_XML.format("&a11;")))


@hostile("broken-xml.docx", "DAMAGED")
def _(path: Path) -> None:
    path.write_bytes(docx(WORD_XML.format("x")[:-30]))


@hostile("external-link.docx", READ)
def _(path: Path) -> None:
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r9" TargetMode="External" Target="http://127.0.0.1:1/x" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
    )
    path.write_bytes(
        docx(WORD_XML.format("申报书"), {"word/_rels/document.xml.rels": rels.encode()})
    )


@hostile("deep-xml.docx", "DAMAGED", READ, "CRASH", "NOTHING_RECOGNISED")
def _(path: Path) -> None:
    path.write_bytes(docx(WORD_XML.format("<w:x>" * 20_000 + "</w:x>" * 20_000)))

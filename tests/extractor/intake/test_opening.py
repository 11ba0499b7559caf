import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile, open_submission
from models.errors import (
    DamagedFile,
    InputError,
    PasswordRequired,
    TooLarge,
    TooManyPages,
    UnsupportedFile,
)

MakePdf = Callable[[int], Path]


def opened(path: Path, tmp_path: Path, limits: Limits | None = None) -> tuple[OpenedFile, ...]:
    return open_submission(path, limits or Limits(), tmp_path / "scratch")


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def png(width: int, height: int, mode: str = "L") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (width, height)).save(stream, "PNG")
    return stream.getvalue()


def test_a_pdf_is_counted_and_fingerprinted(blank_pdf: MakePdf, tmp_path: Path) -> None:
    (file,) = opened(blank_pdf(3), tmp_path)
    assert (file.name, file.media_type, file.pages) == ("3.pdf", "application/pdf", 3)
    assert len(file.sha256) == 64


def test_a_tiff_has_as_many_pages_as_frames(tmp_path: Path) -> None:
    frames = [Image.new("L", (40, 60), level) for level in (0, 100, 200)]
    frames[0].save(tmp_path / "scan.tif", save_all=True, append_images=frames[1:])
    (file,) = opened(tmp_path / "scan.tif", tmp_path)
    assert (file.media_type, file.pages) == ("image/tiff", 3)


def test_a_picture_named_pdf_is_read_as_the_picture_it_is(tmp_path: Path) -> None:
    (tmp_path / "licence.pdf").write_bytes(png(30, 40))
    (file,) = opened(tmp_path / "licence.pdf", tmp_path)
    assert file.media_type == "image/png"


def test_a_folder_is_read_in_natural_order_without_what_systems_leave(
    blank_pdf: MakePdf, tmp_path: Path
) -> None:
    folder = tmp_path / "applicant"
    data = blank_pdf(1).read_bytes()
    for name in ("10.pdf", "2.pdf", "附件/1.pdf", ".hidden.pdf", "__MACOSX/2.pdf", "~$form.docx"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "Thumbs.db").write_bytes(b"x")
    assert [file.name for file in opened(folder, tmp_path)] == ["2.pdf", "10.pdf", "附件/1.pdf"]


def test_an_unrelated_file_beside_the_evidence_is_listed_and_not_read(
    blank_pdf: MakePdf, tmp_path: Path
) -> None:
    folder = tmp_path / "applicant"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(blank_pdf(1).read_bytes())
    (folder / "notes.txt").write_text("see attached")
    assert [(file.name, file.pages) for file in opened(folder, tmp_path)] == [
        ("a.pdf", 1),
        ("notes.txt", 0),
    ]


def test_a_link_in_a_folder_is_not_followed(blank_pdf: MakePdf, tmp_path: Path) -> None:
    folder = tmp_path / "applicant"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(blank_pdf(1).read_bytes())
    (folder / "b.pdf").symlink_to(blank_pdf(1))
    assert [file.name for file in opened(folder, tmp_path)] == ["a.pdf"]


def test_a_zip_is_opened_with_the_zip_inside_it(blank_pdf: MakePdf, tmp_path: Path) -> None:
    data = blank_pdf(1).read_bytes()
    inner = zipped(tmp_path / "inner.zip", {"b.pdf": data}).read_bytes()
    outer = zipped(tmp_path / "outer.zip", {"a.pdf": data, "附件.zip": inner})
    assert [file.name for file in opened(outer, tmp_path)] == ["a.pdf", "附件.zip/b.pdf"]


def test_a_zip_three_deep_is_refused(blank_pdf: MakePdf, tmp_path: Path) -> None:
    data = zipped(tmp_path / "1.zip", {"a.pdf": blank_pdf(1).read_bytes()}).read_bytes()
    data = zipped(tmp_path / "2.zip", {"1.zip": data}).read_bytes()
    with pytest.raises(UnsupportedFile, match="嵌套"):
        opened(zipped(tmp_path / "3.zip", {"2.zip": data}), tmp_path)


def test_names_in_a_zip_never_lead_out_of_the_scratch_folder(
    blank_pdf: MakePdf, tmp_path: Path
) -> None:
    data = blank_pdf(1).read_bytes()
    names = {"../../evil.pdf": data, "/abs.pdf": data, "C:\\x\\y.pdf": data}
    archive = zipped(tmp_path / "traversal.zip", names)
    files = opened(archive, tmp_path)
    assert len(files) == 3
    assert all(file.path.resolve().is_relative_to(tmp_path / "scratch") for file in files)
    assert not any(".." in file.name or file.name.startswith("/") for file in files)
    assert {path.name for path in tmp_path.iterdir()} == {"scratch", "traversal.zip"}


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {"a.pdf": b"\0" * 40_000_000})
    with pytest.raises(TooLarge, match="压缩"):
        opened(bomb, tmp_path)
    assert not (tmp_path / "scratch").exists()


def test_too_many_members_of_a_zip_are_refused(tmp_path: Path) -> None:
    many = zipped(tmp_path / "many.zip", {f"{number}.txt": b"" for number in range(12)})
    with pytest.raises(TooLarge, match="10 个"):
        opened(many, tmp_path, Limits(archive_members=10))


def test_a_zip_with_a_changed_byte_is_refused(blank_pdf: MakePdf, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.pdf": blank_pdf(1).read_bytes()})
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedFile, match="压缩包已损坏"):
        opened(path, tmp_path)


def test_a_pdf_under_a_password_is_refused(blank_pdf: MakePdf, tmp_path: Path) -> None:
    with pikepdf.open(blank_pdf(1)) as document:
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
    with pytest.raises(PasswordRequired, match="密码"):
        opened(tmp_path / "locked.pdf", tmp_path)


def test_a_pdf_that_only_forbids_changes_is_read(blank_pdf: MakePdf, tmp_path: Path) -> None:
    with pikepdf.open(blank_pdf(1)) as document:
        document.save(tmp_path / "kept.pdf", encryption=pikepdf.Encryption(user="", owner="y"))
    assert opened(tmp_path / "kept.pdf", tmp_path)[0].pages == 1


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.995])
def test_a_pdf_cut_off_anywhere_is_refused(form: Path, tmp_path: Path, share: float) -> None:
    data = form.read_bytes()
    (tmp_path / "cut.pdf").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(DamagedFile, match="不完整"):
        opened(tmp_path / "cut.pdf", tmp_path)


def test_an_update_that_was_cut_off_is_refused(form: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.pdf").write_bytes(form.read_bytes() + b"\n7 0 obj\n<</Type/Page")
    with pytest.raises(DamagedFile, match="不完整"):
        opened(tmp_path / "cut.pdf", tmp_path)


def test_junk_around_a_whole_pdf_does_no_harm(form: Path, tmp_path: Path) -> None:
    (tmp_path / "mail.pdf").write_bytes(b"\0" * 500 + form.read_bytes() + b"\r\n<html>" * 300)
    assert opened(tmp_path / "mail.pdf", tmp_path)[0].pages == 1


def test_pages_that_refer_to_themselves_are_refused(tmp_path: Path) -> None:
    (tmp_path / "loop.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
        b"trailer<</Root 1 0 R/Size 4/Prev 9>>\nstartxref\n9\n%%EOF\n"
    )
    with pytest.raises(DamagedFile):
        opened(tmp_path / "loop.pdf", tmp_path)


def test_a_pdf_without_pages_is_refused(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.save(tmp_path / "none.pdf")
    with pytest.raises(DamagedFile, match="没有.*页面"):
        opened(tmp_path / "none.pdf", tmp_path)


def test_pages_over_the_limit_are_refused_for_all_files_together(
    blank_pdf: MakePdf, tmp_path: Path
) -> None:
    folder = tmp_path / "applicant"
    folder.mkdir()
    for number in (3, 4):
        (folder / f"{number}.pdf").write_bytes(blank_pdf(number).read_bytes())
    assert len(opened(folder, tmp_path, Limits(pages=7))) == 2
    with pytest.raises(TooManyPages, match="共 7 页，超过 6 页"):
        opened(folder, tmp_path, Limits(pages=6))


def test_an_image_over_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    (tmp_path / "big.png").write_bytes(png(1200, 1000, "1"))
    with pytest.raises(TooLarge, match="1200×1000"):
        opened(tmp_path / "big.png", tmp_path, Limits(megapixels=1))


def test_an_image_of_900_megapixels_is_refused(tmp_path: Path) -> None:
    (tmp_path / "huge.png").write_bytes(png(30000, 30000, "1"))
    with pytest.raises(TooLarge):
        opened(tmp_path / "huge.png", tmp_path)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_an_image_cut_off_is_refused(tmp_path: Path, kind: str) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3)).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noise).save(stream, kind)
    data = stream.getvalue()
    (tmp_path / "cut.img").write_bytes(data[: len(data) // 2])
    with pytest.raises(DamagedFile, match="图像"):
        opened(tmp_path / "cut.img", tmp_path)


def test_a_file_over_the_size_limit_is_refused(blank_pdf: MakePdf, tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="上限"):
        opened(blank_pdf(2), tmp_path, Limits(file_bytes=100))


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("a.pdf", b"", DamagedFile, "0 字节"),
        ("a.pdf", b"just words", DamagedFile, "不是有效的 PDF"),
        ("a.docx", b"PK\x03\x04 cut off", DamagedFile, "不是有效的 Word"),
        ("a.zip", b"PK\x03\x04 cut off", DamagedFile, "压缩包已损坏"),
        ("a.bin", b"just words", UnsupportedFile, "不支持的文件类型"),
        ("a.rar", b"Rar!\x1a\x07\x00", UnsupportedFile, "改用 zip"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnsupportedFile, "docx"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            PasswordRequired,
            "密码",
        ),
    ],
)
def test_what_can_not_be_read_is_refused_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, error: type[InputError], words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error, match=words) as raised:
        opened(tmp_path / name, tmp_path)
    assert raised.value.file == name


def test_an_empty_folder_and_a_missing_path_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnsupportedFile, match="为空"):
        opened(tmp_path / "empty", tmp_path)
    with pytest.raises(InputError, match="找不到"):
        opened(tmp_path / "absent", tmp_path)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(UnsupportedFile, match="普通文件"):
        opened(tmp_path / "pipe.pdf", tmp_path)

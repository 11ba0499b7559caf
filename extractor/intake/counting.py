"""Counts the pages of files; run as a program, so that a crash or a leak is not its caller's.

Reads one JSON object a line from the standard input, ``{"path", "type", "megapixels"}``, and
answers each with one line: ``{"pages": n}`` or ``{"problem": word}`` with the words of
``Problem``. It imports nothing of this project: it is started by its file name.
"""

from __future__ import annotations

import contextlib
import json
import sys
import warnings
from pathlib import Path
from typing import Literal

Problem = Literal["password", "damaged", "truncated", "empty", "too_large", "cmyk"]
Answer = dict[str, int | str]

MEMORY = 4 * 1024**3
"""Bytes of address space the program allows itself."""
TAIL = 64 * 1024
"""Bytes at the end of a PDF in which its end mark is looked for."""


def count_pdf(path: str) -> Answer:
    """The pages of a PDF, every one of which can be found."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    if not _has_its_end(Path(path)):
        return {"problem": "truncated"}
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        return {"problem": "password" if locked else "damaged"}
    with document:
        pages = len(document)
        if pages == 0:
            return {"problem": "empty"}
        for index in range(pages):
            try:
                wide, high = document.get_page_size(index)
            except pypdfium2.PdfiumError:
                return {"problem": "damaged", "page": index + 1}
            if not (wide > 0 and high > 0):
                return {"problem": "damaged", "page": index + 1}
    return {"pages": pages}


def _has_its_end(path: Path) -> bool:
    """Whether the file ends where its writer ended it; junk of a mail gateway may follow."""
    with path.open("rb") as stream:
        stream.seek(0, 2)
        stream.seek(max(0, stream.tell() - TAIL))
        tail = stream.read()
    _, mark, after = tail.rpartition(b"%%EOF")
    # An update that was appended and cut off starts with the objects it changes.
    return bool(mark) and b" obj" not in after


def count_image(path: str, megapixels: float) -> Answer:
    """The frames of an image file, each decoded once to see that nothing is missing."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path) as image:
                frames = int(getattr(image, "n_frames", 1))
                for index in range(frames):
                    image.seek(index)
                    if image.width * image.height > megapixels * 1e6:
                        return {
                            "problem": "too_large",
                            "width": image.width,
                            "height": image.height,
                        }
                    image.load()
        except Image.DecompressionBombError:
            return {"problem": "too_large"}
        except (OSError, ValueError, SyntaxError, EOFError, MemoryError):
            return {"problem": "damaged"}
    return {"pages": frames}


def main() -> None:
    """Answers every request on the standard input."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in sys.stdin:
        request = json.loads(line)
        if request["type"] == "application/pdf":
            answer = count_pdf(request["path"])
        else:
            answer = count_image(request["path"], request["megapixels"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

"""Pages set in type and the real engine, for the tests that read."""

from pathlib import Path

import numpy as np
import pytest

from extractor.ocr import load_engine
from extractor.weights import home, weights_folder

DOTS_PER_INCH = 200


@pytest.fixture(scope="session")
def typeset():
    """Sets typst source as an A4 page and returns its pixels."""
    import pylopdf_fonts_zh_cn
    import pypdfium2
    import typst

    fonts = [str(Path(pylopdf_fonts_zh_cn.__file__).parent)]

    def pixels(source, size="10.5pt"):
        head = (
            f'#set page(paper: "a4", margin: 2cm)\n#set text(font: "Noto Serif SC", size: {size})\n'
        )
        pdf = pypdfium2.PdfDocument(typst.compile((head + source).encode(), font_paths=fonts))
        drawn = pdf[0].render(scale=DOTS_PER_INCH / 72).to_numpy()[:, :, :3]
        pdf.close()
        return np.ascontiguousarray(drawn)

    return pixels


@pytest.fixture(scope="session")
def engine():
    """The engine as a worker loads it."""
    return load_engine("auto", weights_folder(home()))

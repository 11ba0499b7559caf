import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path
    for package in ("api", "extractor", "models", "samples")
    for path in (ROOT / package).rglob("*.py")
)
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_LINES
    assert ast.get_docstring(ast.parse(source)), "a module starts with a sentence on what it is"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = [
        f"{node.name} ({length} lines)"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.body[0].lineno + 1)
        > MOST_LINES_OF_A_FUNCTION
    ]
    assert not long


def test_the_package_extractor_is_only_a_docstring() -> None:
    tree = ast.parse((ROOT / "extractor" / "__init__.py").read_text(encoding="utf-8"))
    assert len(tree.body) == 1

"""The laws of the rule catalogue."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest

import extractor.rules
from extractor.programmes.programme import load_programme
from extractor.rules.catalogue import rules
from extractor.rules.rule import Rule

ROOT = Path(__file__).parents[2]
KEYS = {
    kind: set(names.split())
    for kind, names in tomllib.loads(
        Path(__file__).with_name("contract_keys.toml").read_text(encoding="utf-8")
    ).items()
}
OF_ANY_DOCUMENT = {"present", "document", "seals", "words", "blanks"}
OF_A_SUBMISSION = {"submitted_on", "documents", "pages"}
FORBIDDEN = (
    *("numpy", "cv2", "PIL", "onnxruntime", "openvino", "paddleocr", "pypdfium2", "pdfplumber"),
    *(
        f"extractor.{stage}"
        for stage in (
            *("pipeline", "reports", "documents", "recognise", "reconcile", "layout", "seals"),
            *("ocr", "codes", "imaging", "inference", "weights", "intake", "workers"),
            *("page_reading", "verifying", "settings"),
        )
    ),
)


def modules_with_rules() -> Iterator[tuple[str, Rule]]:
    for module in pkgutil.iter_modules(extractor.rules.__path__):
        loaded = import_module(f"extractor.rules.{module.name}")
        if hasattr(loaded, "RULE"):
            yield module.name, loaded.RULE


RULES = list(modules_with_rules())


def named(each: object) -> str:
    return each.code if isinstance(each, Rule) else str(each)


def test_every_module_with_a_rule_is_in_the_catalogue() -> None:
    assert {rule.code for _, rule in RULES} == {rule.code for rule in rules()}


def test_codes_are_unique() -> None:
    assert [
        code for code, count in Counter(rule.code for _, rule in RULES).items() if count > 1
    ] == []


@pytest.mark.parametrize(("module", "rule"), RULES, ids=named)
def test_a_rule_cites_its_source(module: str, rule: Rule) -> None:
    assert rule.source.title
    assert rule.source.passage


@pytest.mark.parametrize(("module", "rule"), RULES, ids=named)
def test_a_rule_has_a_test_of_its_name(module: str, rule: Rule) -> None:
    test = ROOT / "tests" / "extractor" / "rules" / f"test_{module}.py"
    assert "def test_" in test.read_text(encoding="utf-8")


@pytest.mark.parametrize(("module", "rule"), RULES, ids=named)
def test_a_rule_says_what_it_claims_and_why(module: str, rule: Rule) -> None:
    claim, _, why = (import_module(f"extractor.rules.{module}").__doc__ or "").partition("\n\n")
    assert claim.strip()
    assert why.strip(), "the docstring gives the reason after the claim"


@pytest.mark.parametrize(("module", "rule"), RULES, ids=named)
def test_a_rule_reads_only_what_exists(module: str, rule: Rule) -> None:
    unknown = [
        path for path in (*rule.reads, *rule.reads_if_present) if not list(_readers(path, rule))
    ]
    assert unknown == []


@pytest.mark.parametrize(("module", "rule"), RULES, ids=named)
def test_a_check_takes_the_values_its_rule_reads(module: str, rule: Rule) -> None:
    signature(rule.check).bind(*rule.reads, *rule.reads_if_present)


def _readers(path: str, rule: Rule) -> Iterator[str]:
    """The kinds of paper, or of facts, that have something at this path."""
    kind, _, name = path.partition(".")
    if kind == "submission":
        yield from OF_A_SUBMISSION & {name}
    elif kind == "programme":
        load_programme().value(name)
        yield name
    elif kind == "each":
        kinds = [each for each in rule.for_each if _has(KEYS[each], name)]
        yield from kinds if len(kinds) == len(rule.for_each) else ()
    else:
        known = "application_form" if kind == "word_form" else kind.removesuffix("[*]")
        yield from (known,) if known in KEYS and _has(KEYS[known], name) else ()


def _has(keys: set[str], name: str) -> bool:
    plain = name.removesuffix(".seen").partition("[")[0]
    return name in OF_ANY_DOCUMENT or any(fnmatchcase(key, plain) for key in keys)


def test_rules_import_no_pixel_library_and_no_stage() -> None:
    script = (
        "import json, sys; from extractor.rules.catalogue import rules; rules(); "
        "import extractor.rules.runner; print(json.dumps(sorted(sys.modules)))"
    )
    loaded = json.loads(
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, text=True, cwd=ROOT
        ).stdout
    )
    forbidden = [
        name
        for name in loaded
        if any(name == each or name.startswith(f"{each}.") for each in FORBIDDEN)
    ]
    assert forbidden == []

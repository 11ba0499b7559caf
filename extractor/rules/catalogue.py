"""Every rule, found by walking this package, and every rule that the catalogue knows of."""

from __future__ import annotations

import pkgutil
import re
import tomllib
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import cast

import extractor.rules
from extractor.rules.rule import Rule
from models.finding import Severity


@cache
def rules() -> tuple[Rule, ...]:
    """The ``RULE`` of every module of this package that has one, in the catalogue's order."""
    names = sorted(module.name for module in pkgutil.iter_modules(extractor.rules.__path__))
    modules = [import_module(f"{extractor.rules.__name__}.{name}") for name in names]
    found = [module.RULE for module in modules if hasattr(module, "RULE")]
    order = list(catalogue_codes())
    return tuple(sorted(found, key=lambda rule: (order.index(rule.code), rule.code)))


@cache
def catalogue_codes() -> dict[str, tuple[Severity, str]]:
    """Code → severity and title of every rule of the catalogue, checked by this version or not."""
    text = files("extractor.rules").joinpath("catalogue.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)
    for code, (severity, _) in entries.items():
        if not re.fullmatch(r"[A-Z]+-\d{2}", code) or severity not in "ABCD":
            raise ValueError(f"no rule of a catalogue: {code} {severity}")
    return {code: (cast(Severity, severity), title) for code, (severity, title) in entries.items()}


def not_checked() -> tuple[str, ...]:
    """The codes of the catalogue that no module of this version checks, in its order."""
    checked = {rule.code for rule in rules()}
    return tuple(code for code in catalogue_codes() if code not in checked)

"""Every document kind, found by walking this package; there is no list to edit."""

import pkgutil
from functools import cache
from importlib import import_module

import extractor.documents
from extractor.documents.kind import Kind


@cache
def kinds() -> tuple[Kind, ...]:
    """The ``KIND`` of every module of this package that has one, in the modules' order."""
    names = sorted(module.name for module in pkgutil.iter_modules(extractor.documents.__path__))
    modules = [import_module(f"{extractor.documents.__name__}.{name}") for name in names]
    return tuple(module.KIND for module in modules if hasattr(module, "KIND"))

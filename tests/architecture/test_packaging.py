"""What the distribution installs: its own names only, and all that the program needs to start."""

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_no_other_distribution_ships_our_package_names() -> None:
    shipped = packages_distributions()
    for name in ("api", "extractor", "models", "samples"):
        assert set(shipped.get(name, [])) <= {"heyan"}, f"{name} is shipped by someone else too"


def optional_modules() -> list[str]:
    """The modules of the distributions that only an extra asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = {re.split(r"[\[<>=]", each)[0] for extra in extras.values() for each in extra}
    always = {re.split(r"[\[<>=]", each)[0] for each in project["dependencies"]}
    shipped = packages_distributions()
    return sorted(
        module
        for module, distributions in shipped.items()
        if {each.lower() for each in distributions} <= named - always - {"heyan"}
    )


def run_without_extras(*arguments: str) -> subprocess.CompletedProcess[str]:
    """``heyan`` where none of these modules can be imported."""
    hiding = f"import sys; sys.modules.update(dict.fromkeys({optional_modules()!r}))"
    return subprocess.run(
        [sys.executable, "-c", f"{hiding}; from api.cli import main; main()", *arguments],
        cwd=ROOT,
        env={**os.environ, "HEYAN_DEBUG": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", ["rules", "serve", "verify", "batch", "admin"])
def test_the_program_starts_with_what_is_installed_without_extras(command: str) -> None:
    assert {"typst", "pylopdf_fonts_zh_cn", "pytest"} <= set(optional_modules())
    started = run_without_extras(command, "--help")
    assert started.returncode == 0, started.stderr


def test_the_service_can_be_made_without_extras() -> None:
    hiding = f"import sys; sys.modules.update(dict.fromkeys({optional_modules()!r}))"
    made = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{hiding}; import api.app, api.jobs.cluster, api.jobs.page_readers",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr


def test_samples_say_what_has_to_be_installed(tmp_path: Path) -> None:
    asked = run_without_extras("samples", str(tmp_path / "out"))
    assert asked.returncode == 3
    assert "pip install '.[samples]'" in asked.stderr
    assert "Traceback" not in asked.stderr

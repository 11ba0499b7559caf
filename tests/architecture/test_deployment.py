"""The files of deploy/, and the commands the documents give, say only what the program knows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import entry_points
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from typer.main import get_command

from api.cli import app
from api.settings import settings_from

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: each for name, each in SERVICES.items() if each["image"] == "heyan"}


def instructions(*kinds: str) -> list[str]:
    """What the Dockerfile says after each of these words, continued lines joined."""
    text = (DEPLOY / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    split = (line.partition(" ") for line in text.splitlines())
    return [rest.strip() for word, _, rest in split if word in kinds]


def image_environment() -> dict[str, str]:
    pairs = (pair.partition("=") for each in instructions("ENV") for pair in shlex.split(each))
    return {name: value for name, _, value in pairs}


def command_lines() -> Iterator[tuple[str, list[str]]]:
    """Every command line of deploy/ and of the documents, with the file it stands in."""
    for run in instructions("RUN"):
        for each in run.split("&&"):
            yield "Dockerfile", shlex.split(each)
    for each in instructions("CMD"):
        yield "Dockerfile", yaml.safe_load(each)
    for name, service in OURS.items():
        yield f"compose.yaml: {name}", [str(word) for word in service.get("command", [])]
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("\\\n", " ")
        for line in re.findall(r"^ExecStart=(.*)$", text, re.MULTILINE):
            yield unit.name, shlex.split(line)
    for document in (*DOCUMENTS, DEPLOY / "compose.yaml"):
        for line in code_of(document):
            for call in re.findall(r"[\w./]*\bheyan [a-z][^#']*", line):
                yield document.name, call.split()


def code_of(document: Path) -> list[str]:
    """What stands as code in a document, or as a comment in a file of settings."""
    text = document.read_text("utf-8")
    if document.suffix != ".md":
        return re.findall(r"^#   (.*)$", text, re.MULTILINE)
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return lines + re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)


def calls() -> dict[str, list[str]]:
    """The words from the program's name on, where a command follows: an account has that name too."""
    found = {}
    for place, words in command_lines():
        for index, (word, following) in enumerate(pairwise(words)):
            name = PurePosixPath(word).name
            if name in ("heyan", "dask") and re.fullmatch(r"[a-z][a-z-]+", following):
                call = [name, *words[index + 1 :]]
                found[f"{place}: {' '.join(call)}"] = call
    return found


CALLS = calls()


def options_of(program: str, *rest: str) -> set[str]:
    """The options of the command that these words call; raises KeyError where there is none."""
    if program == "dask":
        command: Any = {each.name: each for each in entry_points(group="dask_cli")}[rest[0]].load()
    else:
        command = get_command(app)
        for word in rest:
            if not hasattr(command, "commands"):
                break
            command = command.commands[word]
    return {name for each in command.params for name in (*each.opts, *each.secondary_opts)}


def test_the_commands_are_found_at_all() -> None:
    called = " ".join(CALLS)
    for part in ("heyan serve", "heyan weights", "admin create", "dask worker", "dask scheduler"):
        assert part in called


@pytest.mark.parametrize("words", CALLS.values(), ids=CALLS.keys())
def test_a_command_line_names_a_command_and_options_that_exist(words: list[str]) -> None:
    given = {word.partition("=")[0] for word in words if word.startswith("--")}
    assert given <= options_of(*words)


def test_every_variable_is_one_that_is_read() -> None:
    sources = [*(ROOT / "api").rglob("*.py"), *(ROOT / "extractor").rglob("*.py")]
    read = {name for each in sources for name in names_in(each)}
    # What a unit's own command line takes from its environment is read there.
    read |= {name for unit in UNITS for name in re.findall(r"\$\{(HEYAN_\w+)\}", unit.read_text())}
    for file in (*DEPLOY.iterdir(), *DOCUMENTS):
        if file.is_file():
            assert names_in(file) <= read, file.name


def names_in(file: Path) -> set[str]:
    return set(re.findall(r"\bHEYAN_[A-Z]+(?:_[A-Z]+)*", file.read_text("utf-8")))


def test_the_image_is_built_of_all_packages_and_of_files_that_are_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    copied = {word for each in instructions("COPY") for word in each.split()[:-1]}
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    for name in copied:
        assert (ROOT / name).exists() and f"!{name}" in ignored
    assert copied >= set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    assert copied >= {project["project"]["readme"], *project["project"]["license-files"]}


@pytest.mark.parametrize("file", [DEPLOY / "Dockerfile", ROOT / "Makefile", *DOCUMENTS])
def test_the_opencv_put_over_the_others_is_of_their_version(file: Path) -> None:
    locked = (ROOT / "requirements.lock").read_text("utf-8")
    [version] = re.findall(r"^opencv-contrib-python==(.*)$", locked, re.MULTILINE)
    named = re.findall(r"opencv-contrib-python-headless==(\S+)", file.read_text("utf-8"))
    assert set(named) <= {version}
    installs = re.search(r"pip install --(quiet --)?constraint", file.read_text("utf-8"))
    assert named or not installs


def test_one_service_builds_the_image_of_all() -> None:
    # Two builds that write one name at the same time fail: "already exists".
    assert [name for name, each in OURS.items() if "build" in each] == ["service"]


@pytest.mark.parametrize("name", OURS)
def test_what_a_container_writes_lies_in_a_mount(name: str) -> None:
    service = OURS[name]
    assert service["read_only"]
    mounts = [each.split(":")[1] for each in service.get("volumes", [])]
    mounts += [each.split(":")[0] for each in service.get("tmpfs", [])]
    environment = image_environment() | service.get("environment", {})
    written = ["/tmp", environment["PADDLE_PDX_CACHE_HOME"]]
    if name in ("service", "worker"):
        written.append(environment["HEYAN_DATA"])
    if "--local-directory" in service.get("command", []):
        written.append(service["command"][service["command"].index("--local-directory") + 1])
    for folder in written:
        assert any(PurePosixPath(folder).is_relative_to(mount) for mount in mounts), folder


def test_the_engine_loads_where_the_home_can_not_be_written(tmp_path: Path) -> None:
    environment = {
        name: value.replace("/tmp", str(tmp_path), 1) for name, value in image_environment().items()
    }
    loading = "from extractor.ocr.detecting import _paddlex; _paddlex('text_detection')"
    loaded = subprocess.run(
        [sys.executable, "-c", loading],
        env={**os.environ, **environment, "HOME": "/proc/nowhere"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert loaded.returncode == 0, loaded.stderr


def test_commands_run_in_the_container_find_the_database_of_the_service(tmp_path: Path) -> None:
    service = OURS["service"]
    secret = tmp_path / "password"
    secret.write_text("secret\n")
    environment = {name: str(value) for name, value in service["environment"].items()}
    given = environment["HEYAN_DATABASE_PASSWORD_FILE"]
    assert given == f"/run/secrets/{service['secrets'][0]}"
    settings = settings_from(environment | {"HEYAN_DATABASE_PASSWORD_FILE": str(secret)})
    assert settings.database_url == "postgresql://heyan:secret@database:5432/heyan"
    # A shell that sets it would set it for the service alone.
    assert "command" not in service


def test_pages_are_read_where_nothing_else_is_reached() -> None:
    networks = {name: set(each["networks"]) for name, each in SERVICES.items()}
    assert all(COMPOSE["networks"][name]["internal"] for name in ("pages", "inside"))
    assert networks["worker"] == networks["scheduler"] == {"pages"}
    assert networks["database"] == {"inside"}
    assert networks["service"] >= {"pages", "inside"}
    assert OURS["worker"]["volumes"][0] == OURS["service"]["volumes"][0]


def test_the_proxy_that_is_trusted_is_the_gateway() -> None:
    [config] = COMPOSE["networks"]["outside"]["ipam"]["config"]
    assert OURS["service"]["environment"]["FORWARDED_ALLOW_IPS"] == config["gateway"]


def test_no_password_is_committed() -> None:
    ignored = (DEPLOY / ".gitignore").read_text("utf-8").split()
    assert {PurePosixPath(each["file"]).name for each in COMPOSE["secrets"].values()} <= set(
        ignored
    )

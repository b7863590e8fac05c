"""What the documents at the root promise is there."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["run", "test"])
def test_the_readme_shows_the_command(command: str) -> None:
    assert f"python3 packaging/bootstrap.py {command}\n" in _text("README.md")


def test_ci_runs_the_command_that_the_readme_shows() -> None:
    script = ROOT / ".ci" / "run"
    assert (
        script.read_text(encoding="utf-8").rstrip().endswith("python3 packaging/bootstrap.py test")
    )
    assert os.access(script, os.X_OK)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_links_only_to_files_that_exist(name: str) -> None:
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", _text(name))
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_changelog_has_the_version_of_this_tree() -> None:
    version = tomllib.loads(_text("pyproject.toml"))["project"]["version"]
    assert re.search(rf"^## .*\b{re.escape(version)}\b", _text("CHANGELOG.md"), re.MULTILINE)


def test_contributing_gives_every_dependency_its_reason() -> None:
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    requirements = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = [re.split(r"[><=!~ ;]", requirement)[0] for requirement in requirements]
    rows = re.findall(r"^\| `([^`]+)` \|", _text("CONTRIBUTING.md"), re.MULTILINE)
    assert sorted(names, key=str.lower) == sorted(rows, key=str.lower)


def test_contributing_lists_the_tests_that_cannot_run_everywhere() -> None:
    text = _text("CONTRIBUTING.md")
    assert "macOS Keychain" in text
    assert "Windows" in text


def test_every_test_that_a_promise_points_to_is_there() -> None:
    named = set(re.findall(r"`(?:tests/)?(?:\w+/)?(test_\w+)(?:\.py)?`", _text("SECURITY.md")))
    there = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    assert named
    assert named - there == set()

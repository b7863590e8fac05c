"""The locks pin every package to hashes, and hold nothing that belongs to one machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "build.lock")

_PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>\S+)( ; .+)?( --hash=sha256:[0-9a-f]{64})+")


def _entries(lock: str) -> list[str]:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    joined = re.sub(r" \\\n +", " ", text)
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def _versions(lock: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in _entries(lock):
        match = _PIN.fullmatch(entry)
        assert match, entry
        found.setdefault(match["name"], set()).add(match["version"])
    return found


def _name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match
    return match[0].lower().replace("_", "-").replace(".", "-")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_a_version_with_hashes_and_nothing_else(lock: str) -> None:
    entries = _entries(lock)
    assert entries
    assert [entry for entry in entries if not _PIN.fullmatch(entry)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_host_or_a_folder(lock: str) -> None:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--index-url|--extra-index-url|--find-links|--trusted-host", text)


def test_qt_stays_on_the_series_that_counts_its_references_right() -> None:
    versions = _versions("requirements.lock")
    assert {version.rpartition(".")[0] for version in versions["pyside6-essentials"]} == {"6.11"}
    assert versions["shiboken6"] == versions["pyside6-essentials"]


def test_the_lock_covers_all_that_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        _name(requirement)
        for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    }
    assert wanted <= set(_versions("requirements.lock"))


def test_the_two_locks_agree_where_they_overlap() -> None:
    ours, build = _versions("requirements.lock"), _versions("build.lock")
    assert {name for name in ours.keys() & build.keys() if ours[name] != build[name]} == set()


def test_the_linux_keyring_is_not_asked_of_other_systems() -> None:
    marked = {_name(entry): entry for entry in _entries("requirements.lock")}
    for name in ("secretstorage", "jeepney"):
        assert "; sys_platform == 'linux'" in marked[name]

"""The Debian package says truly what it needs and installs where a Debian expects it."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import bundle
import entry
import pytest
from system_packages import RUN

from managernotes.text import markdown_worker
from managernotes.vault import os_keyring

ROOT = Path(__file__).resolve().parents[2]


def test_the_control_file_depends_on_all_that_running_needs() -> None:
    control = bundle.control_text("1.2.3", "amd64", 2048)
    (depends,) = (line for line in control.splitlines() if line.startswith("Depends: "))
    assert depends.count(", ") == len(RUN) - 1
    assert "libglib2.0-0 | libglib2.0-0t64" in depends
    assert "Version: 1.2.3\nArchitecture: amd64\n" in control
    assert "Installed-Size: 2048\n" in control


def test_the_version_comes_from_the_project_file() -> None:
    assert bundle.project_version(ROOT / "pyproject.toml")


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")
def test_the_package_holds_the_bundle_the_command_and_the_menu_entry(tmp_path: Path) -> None:
    made = tmp_path / "managernotes"
    made.mkdir()
    (made / "managernotes").write_text("#!/bin/sh\n", encoding="utf-8")
    (made / "managernotes").chmod(0o755)
    package = bundle.make_deb(ROOT, made, tmp_path / "tree", tmp_path)
    listing = subprocess.run(
        ["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True
    ).stdout
    assert "./opt/managernotes/managernotes\n" in listing
    assert "./usr/bin/managernotes -> /opt/managernotes/managernotes\n" in listing
    for path in (
        "applications/managernotes.desktop",
        "metainfo/managernotes.metainfo.xml",
        "icons/hicolor/scalable/apps/managernotes.svg",
        "doc/managernotes/copyright",
    ):
        assert f"./usr/share/{path}\n" in listing


def test_the_bundle_opens_the_window_and_knows_the_commands() -> None:
    assert entry.chosen([]) == entry.COMMAND
    assert entry.chosen(["capture", "--keyring-helper"]) == entry.COMMAND


@pytest.mark.parametrize("flag", entry.HELPERS)
def test_a_flag_of_the_bundle_names_a_function_that_exists(flag: str) -> None:
    module, function = entry.chosen([flag])
    assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.parametrize("start", [markdown_worker.worker_command, os_keyring._helper_command])
def test_the_bundle_understands_how_the_core_starts_its_helpers(
    start: Callable[[], tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, *arguments = start()
    assert program == sys.executable
    assert entry.chosen(arguments) in entry.HELPERS.values()

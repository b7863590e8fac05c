"""The suite that `bootstrap.py test` runs leaves no test out."""

from __future__ import annotations

from pathlib import Path

import suite

ROOT = Path(__file__).resolve().parents[2]


def test_every_folder_with_tests_is_run() -> None:
    folders = {found.parent for found in (ROOT / "tests").rglob("test_*.py")}
    assert {folder.relative_to(ROOT).as_posix() for folder in folders} == set(suite.SLOWEST_FIRST)

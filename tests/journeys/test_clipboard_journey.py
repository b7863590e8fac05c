"""Copies as another program on a real X server finds them: marked as private, and soon gone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from managernotes_ui.common.private_copy import OURS
from tests.journeys import clipboard_owner
from tests.journeys.clipboard_owner import TEXT
from tests.journeys.desktop import Desktop

pytestmark = pytest.mark.xvfb

HINTS = {
    "x-kde-passwordManagerHint",
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
    "org.nspasteboard.ConcealedType",
    OURS,
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Copy everything once, and return what another program found after each copy."""
    desktop = Desktop(tmp_path_factory.mktemp("home"))
    done = subprocess.run(
        [sys.executable, clipboard_owner.__file__],
        env=desktop.env | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        timeout=90,
        check=False,
    )
    desktop.close()
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("way", ["line", "plain", "note", "preview", "menu", "cut"])
def test_every_copy_carries_the_hints(found: dict[str, Any], way: str) -> None:
    assert found[way]["text"] == TEXT
    assert set(found[way]["formats"]) >= HINTS
    assert "text/html" not in found[way]["formats"], "the note's markup went along"


def test_what_is_cut_is_gone_from_its_field(found: dict[str, Any]) -> None:
    assert found["left in the line"] == ""


def test_a_lock_takes_back_the_copy_and_the_selection(found: dict[str, Any]) -> None:
    assert found["selection"]["selection"] == TEXT
    assert found["taken back"]["text"] == ""
    assert found["taken back"]["selection"] == ""


def test_a_copy_is_gone_after_its_time(found: dict[str, Any]) -> None:
    assert found["after its time"]["text"] == ""

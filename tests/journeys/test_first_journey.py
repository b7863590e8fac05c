"""From nothing to the first note, found again, locked and opened: by keys on a real X server."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.beginning import PASSPHRASE, make_the_vault, name_the_people
from tests.journeys.desktop import Desktop, until

pytestmark = pytest.mark.xvfb

QUICK = "New note"
SECONDS_TO_THE_FIRST_NOTE = 60
"""Claim S01."""


@pytest.fixture
def desktop(home: Path) -> Iterator[Desktop]:
    """Start an X server for somebody who has never run the app."""
    desktop = Desktop(home)
    yield desktop
    desktop.close()


def notes(desktop: Desktop, person: str = "dana") -> list[dict[str, Any]]:
    """Return what is in the vault about a person, as the command line sees it."""
    said = desktop.command(
        "--passphrase-stdin", "timeline", person, "--json", text=PASSPHRASE + "\n"
    )
    found: list[dict[str, Any]] = json.loads(said.stdout) if said.returncode == 0 else []
    return found


def texts(desktop: Desktop, person: str = "dana") -> list[str]:
    """Return the texts of a person's notes, newest first."""
    return [note["text"] for note in notes(desktop, person)]


def test_s01_first_note_within_a_minute_then_find_lock_and_unlock(desktop: Desktop) -> None:
    began = time.monotonic()
    make_the_vault(desktop)
    name_the_people(desktop)
    desktop.type("@dana +win ran the rollback calmly, no customer noticed #incident ^yesterday")
    desktop.keys("Return")
    until(lambda: len(notes(desktop)) == 1, "the first note was not saved")
    assert time.monotonic() - began < SECONDS_TO_THE_FIRST_NOTE
    [note] = notes(desktop)
    assert note["text"] == "ran the rollback calmly, no customer noticed"
    assert (note["kind"], note["tags"]) == ("win", ["incident"])

    find_it_and_write_more(desktop)
    lock_and_open(desktop)


def find_it_and_write_more(desktop: Desktop) -> None:
    """Find the note in the palette, open it, write on in it, and go back to the person."""
    desktop.keys("ctrl+k")
    desktop.type("rollb")
    time.sleep(0.5)
    desktop.keys("Return")
    time.sleep(0.8)
    desktop.keys("ctrl+End")
    desktop.type(" Twice.")
    desktop.keys("Escape")
    until(lambda: "Twice." in texts(desktop)[0], "what was written in the note was not saved")


def lock_and_open(desktop: Desktop) -> None:
    """Lock: keys reach nothing. Open: a quick note in its own window is kept."""
    desktop.keys("ctrl+l")
    time.sleep(1)
    desktop.keys("ctrl+n")  # ctrl+shift+n seals: test_sealed_journey.py
    desktop.type("+win @dana typed at the lock")
    desktop.keys("Return")
    time.sleep(1.5)
    assert desktop.windows(QUICK) == []
    assert len(notes(desktop)) == 1
    desktop.keys("ctrl+a")
    desktop.type(PASSPHRASE)
    desktop.keys("Return")
    time.sleep(2.5)
    desktop.keys("ctrl+shift+n")
    window = desktop.wait_for(QUICK)
    desktop.focus(window)
    desktop.type("@dana +con late hand-over")
    desktop.keys("Return")
    until(lambda: len(notes(desktop)) == 2, "the quick note was not saved")
    until(lambda: desktop.windows(QUICK) == [], "the quick window stayed")
    assert {note["kind"] for note in notes(desktop)} == {"win", "concern"}

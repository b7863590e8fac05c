"""Locked: a note is sealed by keys and by a command. Unlocked: it waits, and is confirmed."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.desktop import Desktop, until

pytestmark = pytest.mark.xvfb

APP = "Manager Notes"
NOTE = "Sealed note"
PASSPHRASE = "four words drawn blindly"
MARKER = "quiet-marker-5521"


@pytest.fixture
def desktop(home: Path) -> Iterator[Desktop]:
    """Start an X server for somebody with one person in a vault that a passphrase opens."""
    desktop = Desktop(home)
    made = desktop.command("init", "--protect", "passphrase", text=f"{PASSPHRASE}\n")
    assert made.returncode == 0, made.stderr
    added = unlocked(desktop, "person", "add", "Dana Whitfield")
    assert added.returncode == 0, added.stderr
    yield desktop
    desktop.close()


def unlocked(desktop: Desktop, *words: str) -> Any:
    """Run a command that opens the vault."""
    return desktop.command("--passphrase-stdin", *words, text=f"{PASSPHRASE}\n")


def notes(desktop: Desktop) -> list[dict[str, Any]]:
    """Return what is in the vault about Dana; asking files what waits."""
    found: list[dict[str, Any]] = json.loads(unlocked(desktop, "timeline", "dana", "--json").stdout)
    return found


def inbox(desktop: Desktop) -> Path:
    """Return where sealed notes wait."""
    return desktop.vault.with_name(desktop.vault.name + ".inbox")


def waits(desktop: Desktop, at_least: int) -> bool:
    """Whether so many bytes lie in the inbox."""
    return inbox(desktop).exists() and inbox(desktop).stat().st_size >= at_least


def test_a_note_sealed_while_locked_waits_and_is_confirmed(desktop: Desktop) -> None:
    desktop.start()
    window = desktop.wait_for(APP)
    time.sleep(0.5)
    seal_by_keys(desktop)
    seal_by_command(desktop)
    stored = b"".join(path.read_bytes() for path in desktop.vault.parent.iterdir())
    assert MARKER.encode() not in stored

    desktop.focus(window)
    desktop.keys("ctrl+a")
    desktop.type(PASSPHRASE)
    desktop.keys("Return")
    until(lambda: not waits(desktop, 1), "the unlock did not empty the inbox")
    time.sleep(1)
    assert [note["unconfirmed"] for note in notes(desktop)] == [True, True]
    confirm_both(desktop)


def seal_by_keys(desktop: Desktop) -> None:
    """Press the key of the lock screen, type, and Enter."""
    desktop.keys("ctrl+shift+n")
    desktop.wait_for(NOTE)
    desktop.type(f"@dana +win {MARKER} ran it calmly")
    desktop.keys("Return")
    until(lambda: waits(desktop, 100), "nothing was sealed")
    until(lambda: desktop.windows(NOTE) == [], "the window of the note stayed")


def seal_by_command(desktop: Desktop) -> None:
    """Ask the running window by `capture` without text, leave by Esc; the text is kept."""
    before = inbox(desktop).stat().st_size
    assert desktop.command("capture").returncode == 0
    desktop.wait_for(NOTE)
    desktop.type("@dana second thought")
    desktop.keys("Escape")
    until(lambda: waits(desktop, before + 100), "Esc lost what was typed")
    until(lambda: desktop.windows(NOTE) == [], "the window of the note stayed")


def confirm_both(desktop: Desktop) -> None:
    """Find the page in the palette, and confirm one note after the other by Enter."""
    desktop.keys("ctrl+k")
    desktop.type("written while")
    time.sleep(0.5)
    desktop.keys("Return")
    time.sleep(1)
    desktop.keys("Return")
    time.sleep(1)
    desktop.keys("Return")
    until(
        lambda: not any("unconfirmed" in note for note in notes(desktop)),
        "the notes were not confirmed",
    )
    found = {note["text"]: note["share_state"] for note in notes(desktop)}
    assert found == {f"{MARKER} ran it calmly": "unsaid", "second thought": None}

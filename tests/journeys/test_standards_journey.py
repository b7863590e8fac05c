"""From an empty page of standards to a note that is measured: keys only, on a real X server."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from managernotes.clock import SystemClock
from managernotes.services.ways_in import PassphraseWay
from managernotes.services.workspace import open_workspace
from tests.core.vault_fakes import MemoryKeyring
from tests.journeys.beginning import PASSPHRASE, make_the_vault, name_the_people
from tests.journeys.desktop import Desktop, until

pytestmark = pytest.mark.xvfb

EXPECTED = "Hands over so others can act"


@pytest.fixture
def desktop(home: Path) -> Iterator[Desktop]:
    """Start an X server for somebody who has never run the app."""
    desktop = Desktop(home)
    yield desktop
    desktop.close()


def expectations(desktop: Desktop) -> list[Any]:
    said = desktop.command(
        "--passphrase-stdin", "expectation", "list", "--json", text=PASSPHRASE + "\n"
    )
    return json.loads(said.stdout) if said.returncode == 0 else []


def measured_by(desktop: Desktop) -> list[str]:
    """Return what the one note of the vault is measured by."""
    way = PassphraseWay(PASSPHRASE)
    workspace = open_workspace(desktop.vault, way, clock=SystemClock(), keyring=MemoryKeyring())
    try:
        [row] = workspace.notes.timeline(limit=5).rows
        return [one.words.title for one in workspace.yardsticks.of_note(row.id)]
    finally:
        workspace.close()


def test_s27_an_expectation_is_written_and_a_note_measured_by_it_with_two_keys(
    desktop: Desktop,
) -> None:
    make_the_vault(desktop)
    name_the_people(desktop)
    desktop.type("+win ran the rollback calmly")
    desktop.keys("Return")
    time.sleep(1)

    desktop.keys("ctrl+7", "ctrl+t")
    time.sleep(1)
    desktop.type(EXPECTED)
    desktop.keys("Tab")
    desktop.type("Staff engineer")
    desktop.keys("Return")
    until(lambda: len(expectations(desktop)) == 1, "no expectation was stored")

    desktop.keys("alt+Left")
    time.sleep(1)
    desktop.keys("Escape")  # out of the line, into the list
    desktop.keys("e", "1")
    until(lambda: measured_by(desktop) == [EXPECTED], "the note is not measured by it")
    desktop.keys("ctrl+z")
    until(lambda: measured_by(desktop) == [], "it was not taken back")

"""The vault's file is taken away under the running window and put back: nothing typed is lost."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from managernotes.clock import SystemClock
from managernotes.domain.person import NewPerson
from managernotes.services.keys import Protection
from managernotes.services.workspace import create_workspace
from tests.core.vault_fakes import CHEAP, MemoryKeyring
from tests.journeys.desktop import Desktop, until

pytestmark = pytest.mark.xvfb

PASSPHRASE = "four words drawn blindly"
APP, QUICK = "Manager Notes", "New note"


@pytest.fixture
def desktop(home: Path) -> Iterator[Desktop]:
    """Start an X server for somebody with a vault and Dana in it."""
    desktop = Desktop(home)
    workspace, _code = create_workspace(
        desktop.vault,
        Protection.PASSPHRASE,
        PASSPHRASE,
        clock=SystemClock(),
        keyring=MemoryKeyring(),
        cost=CHEAP,
    )
    workspace.people.add(NewPerson(display_name="Dana"))
    workspace.close()
    yield desktop
    desktop.close()


def texts(desktop: Desktop) -> list[str]:
    said = desktop.command(
        "--passphrase-stdin", "timeline", "dana", "--json", text=f"{PASSPHRASE}\n"
    )
    return [note["text"] for note in json.loads(said.stdout)] if said.returncode == 0 else []


def test_a_note_typed_while_the_file_is_gone_is_saved_when_it_is_back(desktop: Desktop) -> None:
    desktop.start()
    desktop.wait_for(APP)
    time.sleep(1)
    desktop.type(PASSPHRASE)
    desktop.keys("Return")
    time.sleep(2.5)
    aside = desktop.vault.with_name("aside")
    desktop.vault.rename(aside)
    desktop.keys("ctrl+shift+n")
    desktop.focus(desktop.wait_for(QUICK))
    desktop.type("@dana +win ran the rollback calmly")
    desktop.keys("Return")
    time.sleep(1)
    assert desktop.windows(QUICK), "the quick window closed over an unsaved note"
    assert not desktop.vault.exists(), "a new vault was written"
    aside.rename(desktop.vault)
    until(lambda: texts(desktop) == ["ran the rollback calmly"], "the note was not saved")
    until(lambda: desktop.windows(QUICK) == [], "the quick window stayed")

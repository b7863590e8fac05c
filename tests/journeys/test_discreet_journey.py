"""Discreet mode by its real key on a real X server: on, kept over a lock and a restart, off."""

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
from tests.journeys.beginning import APP, PASSPHRASE
from tests.journeys.desktop import Desktop, until

pytestmark = pytest.mark.xvfb

KEY = "ctrl+shift+d"


@pytest.fixture
def desktop(home: Path) -> Iterator[Desktop]:
    """Give a screen, and a vault with somebody in it."""
    desktop = Desktop(home)
    desktop.vault.parent.mkdir(mode=0o700, parents=True)
    workspace, _code = create_workspace(
        desktop.vault,
        Protection.PASSPHRASE,
        PASSPHRASE,
        clock=SystemClock(),
        keyring=MemoryKeyring(),
        cost=CHEAP,
    )
    workspace.people.add(NewPerson(display_name="Dana Whitfield"))
    workspace.close()
    yield desktop
    desktop.close()


def is_kept(desktop: Desktop) -> bool | None:
    """Return what the settings say, or None while there are none."""
    file = Path(desktop.env["XDG_CONFIG_HOME"]) / "managernotes" / "settings.json"
    try:
        return bool(json.loads(file.read_text())["discreet_mode"])
    except FileNotFoundError:
        return None


def unlock(desktop: Desktop) -> None:
    """Type the passphrase, and wait for the key to work."""
    desktop.wait_for(APP)
    time.sleep(1)
    desktop.type(PASSPHRASE)
    desktop.keys("Return")
    time.sleep(2)


def test_the_key_turns_it_on_and_nothing_but_the_key_turns_it_off(desktop: Desktop) -> None:
    app = desktop.start()
    unlock(desktop)
    desktop.keys(KEY)
    until(lambda: is_kept(desktop) is True, "the key did not turn it on")
    desktop.keys("ctrl+l")
    unlock(desktop)
    desktop.keys("ctrl+q")
    until(lambda: app.poll() is not None, "the app did not end")
    assert is_kept(desktop)
    desktop.start()
    unlock(desktop)
    assert is_kept(desktop)
    desktop.keys(KEY)
    until(lambda: is_kept(desktop) is False, "the key did not turn it off")

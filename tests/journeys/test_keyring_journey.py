"""The keyring's part of the story: a real gnome-keyring on a private bus, a real window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.keyring_session import KeyringSession, running_keyring
from tests.journeys.beginning import APP, PASSPHRASE, name_the_people
from tests.journeys.desktop import Desktop, until
from tests.journeys.test_first_journey import QUICK

pytestmark = [pytest.mark.xvfb, pytest.mark.keyring]

SEALED = "Sealed note"
SECONDS_A_FROZEN_KEYRING_MAY_TAKE = 6


@pytest.fixture
def keyring(home: Path) -> Iterator[KeyringSession]:
    """Run a keyring that nobody else uses."""
    with running_keyring(home / "keyring") as session:
        yield session


@pytest.fixture
def desktop(home: Path, keyring: KeyringSession) -> Iterator[Desktop]:
    """Start an X server whose session has that keyring."""
    desktop = Desktop(home, keyring.environment)
    yield desktop
    desktop.close()


def make_the_vault(desktop: Desktop) -> None:
    """Go through the first run with both ways in, as it advises."""
    desktop.start()
    desktop.wait_for(APP)
    desktop.keys("Return")
    time.sleep(1.5)
    desktop.type(PASSPHRASE)
    desktop.keys("Tab", "Tab")
    desktop.type(PASSPHRASE)
    desktop.keys("Return")
    until(desktop.vault.exists, "no vault was made")
    time.sleep(1.5)
    desktop.keys("Tab", "Tab", "Return")
    name_the_people(desktop)


def is_open(desktop: Desktop) -> bool:
    """Whether the vault is open: only then a quick window comes, else that of a sealed note."""
    desktop.keys("ctrl+shift+n")
    time.sleep(0.4)
    for title in (QUICK, SEALED):
        if desktop.windows(title):
            desktop.focus(desktop.windows(title)[-1])
            desktop.keys("Escape")
            until(lambda: not desktop.windows(title), "the window of the note stayed")  # noqa: B023
            desktop.focus(desktop.windows(APP)[-1])
            return title == QUICK
    return False


def test_the_vault_opens_by_itself_and_a_frozen_keyring_leaves_the_passphrase(
    desktop: Desktop, keyring: KeyringSession
) -> None:
    make_the_vault(desktop)
    until(lambda: is_open(desktop), "the first run did not end in an open vault")
    desktop.type("a copy")
    desktop.keys("ctrl+a", "ctrl+c", "ctrl+q")  # a copy on the clipboard outlives no window
    until(lambda: not desktop.windows(APP), "the window did not close")

    desktop.start()
    desktop.wait_for(APP)
    until(lambda: is_open(desktop), "the keyring did not open the vault")
    said = desktop.command("capture", "@dana +win opened by the keyring")
    assert said.returncode == 0, said.stderr
    desktop.keys("ctrl+q")
    until(lambda: not desktop.windows(APP), "the window did not close")

    keyring.freeze()
    desktop.start()
    desktop.wait_for(APP)
    time.sleep(SECONDS_A_FROZEN_KEYRING_MAY_TAKE)
    assert not is_open(desktop)
    began = time.monotonic()
    said = desktop.command("person", "list")
    assert time.monotonic() - began < SECONDS_A_FROZEN_KEYRING_MAY_TAKE
    assert said.returncode == 3
    assert "6 seconds" in said.stderr
    desktop.type(PASSPHRASE)
    desktop.keys("Return")
    until(lambda: is_open(desktop), "the passphrase did not open the vault")
    keyring.thaw()


def test_a_locked_and_a_stopped_keyring_are_named(
    desktop: Desktop, keyring: KeyringSession
) -> None:
    made = desktop.command("init", "--protect", "keyring")
    assert made.returncode == 0, made.stderr
    keyring.lock()
    said = desktop.command("person", "list")
    assert (said.returncode, said.stdout) == (3, "")
    assert "locked" in said.stderr
    keyring.stop_daemon()
    said = desktop.command("person", "list")
    assert (said.returncode, said.stdout) == (3, "")
    assert "No keyring" in said.stderr

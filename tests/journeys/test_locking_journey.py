"""Turning away and locking, on a real X server: what a bystander's screen picture shows."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from managernotes.clock import SystemClock
from managernotes.domain.person import NewPerson
from managernotes.services.keys import Protection
from managernotes.services.workspace import create_workspace
from tests.core.fake_desktop import FakeLogind, PrivateBus, private_bus
from tests.core.vault_fakes import CHEAP, MemoryKeyring
from tests.journeys import other_program
from tests.journeys.beginning import APP, PASSPHRASE
from tests.journeys.desktop import Desktop, until

pytestmark = [pytest.mark.xvfb, pytest.mark.dbus]

APP_AREA = (0, 0, 1280, 800)
VEIL_AREA = (520, 300, 760, 460)
"""Where the eye and its two lines stand, with some room."""
QUIET_S = 0.5
"""X11 tells a lost keyboard after 100 ms; the veil has 100 ms more (SPEC §8)."""


class Room:
    """The app on a screen, another program beside it, and a logind."""

    def __init__(self, home: Path, bus: PrivateBus) -> None:
        self.folder = home
        self.logind = FakeLogind(bus.address)
        self.desktop = Desktop(home)
        self.desktop.env |= {
            "DBUS_SYSTEM_BUS_ADDRESS": bus.address,
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
        }
        self.other = subprocess.Popen(
            [sys.executable, other_program.__file__],
            env=self.desktop.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def look(self) -> Image.Image:
        """Return what the screen shows of the app."""
        assert self.other.stdin is not None
        assert self.other.stdout is not None
        file = self.folder / "screen.png"
        self.other.stdin.write(f"look {file}\n")
        self.other.stdin.flush()
        assert self.other.stdout.readline() == "done\n"
        with Image.open(file) as picture:
            return picture.convert("RGB").crop(APP_AREA)

    def open_the_vault(self) -> str:
        """Make a vault with one note, open it in the window, and return the window."""
        self.desktop.vault.parent.mkdir(mode=0o700, parents=True)
        workspace, _code = create_workspace(
            self.desktop.vault,
            Protection.PASSPHRASE,
            PASSPHRASE,
            clock=SystemClock(),
            keyring=MemoryKeyring(),
            cost=CHEAP,
        )
        workspace.people.add(NewPerson(display_name="Dana Whitfield"))
        workspace.close()
        self.desktop.start()
        window = self.desktop.wait_for(APP)
        time.sleep(1)
        self.desktop.type(PASSPHRASE)
        self.desktop.keys("Return")
        until(lambda: self.logind.is_delayed, "the vault was not opened, or nobody listens")
        return window

    def turn_away(self) -> None:
        """Give the keyboard to the other program."""
        self.desktop.focus(self.desktop.windows(other_program.TITLE)[0])

    def close(self) -> None:
        """End everything."""
        self.other.kill()
        self.other.communicate()
        self.desktop.close()
        self.logind.end()


@pytest.fixture
def room(home: Path) -> Iterator[Room]:
    with private_bus(home / "bus") as bus:
        room = Room(home, bus)
        yield room
        room.close()


def words_in(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box of all that is not the plain ground."""
    ground = Image.new("RGB", picture.size, picture.getpixel((2, 2)))
    return ImageChops.difference(picture, ground).getbbox()


def is_veil(picture: Image.Image) -> bool:
    """Whether nothing is to be seen but the eye and its lines."""
    box = words_in(picture)
    if box is None:
        return False
    left, top, right, bottom = VEIL_AREA
    return left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom


def test_a_bystander_sees_the_veil_then_the_page_as_it_was_then_the_lock(room: Room) -> None:
    window = room.open_the_vault()
    room.desktop.keys("ctrl+k")
    room.desktop.type("dana")
    time.sleep(QUIET_S)
    open_page = room.look()
    assert not is_veil(open_page)

    room.turn_away()
    time.sleep(QUIET_S)
    assert is_veil(room.look())
    assert room.desktop.title(window) == APP

    room.desktop.focus(window)
    until(lambda: not is_veil(room.look()), "the page did not come back")
    room.desktop.type("x")
    room.desktop.keys("BackSpace")
    time.sleep(QUIET_S)
    changed = words_in_difference(room.look(), open_page)
    assert changed <= CARET, "the page did not come back as it was"

    room.desktop.keys("Escape", "ctrl+shift+n")
    quick = room.desktop.wait_for("New note")
    room.desktop.focus(quick)
    time.sleep(QUIET_S)
    assert not is_veil(room.look()), "a window of the app's own brought the veil"
    room.desktop.keys("Escape")
    room.desktop.focus(window)

    room.logind.lock()
    time.sleep(1)
    locked = room.look()
    assert words_in(locked) != words_in(open_page)
    room.turn_away()
    time.sleep(QUIET_S)
    assert not is_veil(room.look()), "a locked window needs no veil"
    assert words_in_difference(room.look(), locked) <= CARET


CARET = 4_000
"""Pixels that a caret and a border may change."""


def words_in_difference(one: Image.Image, other: Image.Image) -> int:
    """Return how many pixels differ."""
    difference = ImageChops.difference(one, other).convert("L")
    return sum(difference.histogram()[8:])

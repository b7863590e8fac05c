"""A session in the window leaves nothing readable behind (SECURITY-DESIGN §5 no. 1, 7, 11)."""

from __future__ import annotations

import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.fake_desktop import private_bus
from tests.core.leak_scanner import hits
from tests.journeys.beginning import APP, make_the_vault
from tests.journeys.desktop import Desktop, until
from tests.journeys.test_first_journey import QUICK, notes
from tests.journeys.write_log import WriteLog

pytestmark = [pytest.mark.xvfb, pytest.mark.strace, pytest.mark.dbus]


def marker() -> str:
    """Return a word that stands nowhere else; letters only, so that keys can type it."""
    return "qz" + "".join(chr(ord("a") + secrets.randbelow(26)) for _ in range(12))


@pytest.fixture
def desktop(home: Path) -> Iterator[Desktop]:
    """Start an X server for somebody who has never run the app."""
    with private_bus(home / "bus") as bus:  # else the desktop's own library would start one
        desktop = Desktop(home)
        desktop.env |= {"DBUS_SESSION_BUS_ADDRESS": bus.address, "PYTHONDONTWRITEBYTECODE": "1"}
        yield desktop
        desktop.close()


@pytest.fixture
def log(desktop: Desktop, home: Path) -> WriteLog:
    """Have every write of the app recorded, outside of its home."""
    log = WriteLog(home.parent / f"{home.name}.strace")
    desktop.under = log.command
    return log


def test_names_notes_tags_searches_and_drafts_are_on_disk_only_encrypted(
    desktop: Desktop, home: Path, log: WriteLog
) -> None:
    words = {use: marker() for use in ("name", "note", "tag", "search", "draft", "palette", "more")}
    make_the_vault(desktop)
    time.sleep(0.5)
    desktop.type(f"{words['name'].capitalize()} Whitfield")
    desktop.keys("ctrl+Return")
    time.sleep(1)
    desktop.type(f"+win {words['note']} happened #{words['tag']}")
    desktop.keys("Return")
    until(lambda: len(notes(desktop, words["name"])) == 1, "the note was not saved")
    desktop.keys("ctrl+k")
    desktop.type(words["palette"])
    desktop.keys("Escape", "ctrl+f")
    desktop.type(words["search"])
    time.sleep(0.5)
    desktop.keys("ctrl+a", "Delete")
    desktop.type(words["note"])
    time.sleep(0.7)
    desktop.keys("Down", "Return")
    time.sleep(0.8)
    desktop.keys("ctrl+End")
    desktop.type(f" and {words['more']}")
    desktop.keys("ctrl+a", "ctrl+c")
    desktop.keys("ctrl+shift+n")
    desktop.focus(desktop.wait_for(QUICK))
    desktop.type(words["draft"])
    desktop.keys("Escape")
    time.sleep(1.5)
    window = desktop.windows(APP)[-1]
    desktop.focus(window)
    titles = {desktop.title(window)}
    desktop.keys("ctrl+l")
    time.sleep(1)
    titles.add(desktop.title(window))
    desktop.keys("ctrl+q")
    until(lambda: desktop.windows(APP) == [], "it did not quit")
    time.sleep(0.5)
    desktop.close()

    assert titles == {APP}
    everything = [word.encode() for word in words.values()]
    assert hits(home, everything) == []
    ours = [path for path in home.rglob("*") if path.is_relative_to(desktop.vault.parent)]
    assert desktop.vault in ours
    fonts = home / "cache" / "fontconfig"  # the system's own list of them
    assert str(desktop.vault) in log.paths(), "the log shows nothing"
    assert log.outside(desktop.vault.parent, home / "config" / "managernotes", fonts) == []
    assert list((home / "tmp").iterdir()) == []
    for path in ours:
        assert not stat.S_IMODE(path.lstat().st_mode) & 0o077, path.name

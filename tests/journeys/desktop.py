"""A private X server and the app on it, driven by keys as a person would."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

TYPING_DELAY_MS = 12
PATIENCE_S = 20.0
BINARY = Path(sys.executable).with_name("managernotes")


def until(what: Callable[[], bool], message: str, patience: float = PATIENCE_S) -> None:
    """Wait until something is so; fail with the message when it does not come."""
    deadline = time.monotonic() + patience
    while not what():
        if time.monotonic() > deadline:
            raise AssertionError(message)
        time.sleep(0.05)


class Desktop:
    """One Xvfb with nothing on it, and the environment of a user who has nothing yet."""

    def __init__(self, home: Path, base: Mapping[str, str] | None = None) -> None:
        read_end, write_end = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write_end),
                "-screen",
                "0",
                "1400x900x24",
                "-nolisten",
                "tcp",
            ],
            pass_fds=(write_end,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            display = answer.readline().strip()
        self.vault = home / "data" / "managernotes" / "vault.db"
        self.env = _environment(home, f":{display}", base or os.environ)
        self._apps: list[subprocess.Popen[bytes]] = []
        self.under: tuple[str, ...] = ()
        """What the app is started under, with its arguments: `strace`, say."""
        self._day: tuple[str, ...] = ()

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the app with some arguments."""
        app = subprocess.Popen(
            [*self.under, *self._day, str(BINARY), *arguments],
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._apps.append(app)
        return app

    def on_day(self, days_ahead: int) -> None:
        """Let whatever is started from now on believe that it is some days later."""
        self._day = ("faketime", "-f", f"{days_ahead:+}d")
        self.env["NO_FAKE_STAT"] = "1"

    def on_date(self, day: date) -> None:
        """Let whatever is started from now on believe that it is that day, at this hour."""
        self.on_day((day - datetime.now(UTC).date()).days)

    def command(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run one command line beside the window and return what it said."""
        return subprocess.run(
            [*self._day, str(BINARY), *arguments],
            env=self.env,
            input=text,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def windows(self, title: str) -> list[str]:
        """Return the ids of the visible windows with this title."""
        found = self._xdotool("search", "--onlyvisible", "--name", f"^{title}$")
        return found.split()

    def title(self, window: str) -> str:
        """Return what stands in a window's title."""
        return self._xdotool("getwindowname", window).strip()

    def wait_for(self, title: str) -> str:
        """Wait for a window, give it the keyboard, and return its id."""
        until(lambda: bool(self.windows(title)), f"no window “{title}” came")
        window = self.windows(title)[-1]
        self.focus(window)
        return window

    def focus(self, window: str) -> None:
        """Give a window the keyboard; there is no window manager to do it."""
        self._xdotool("windowfocus", "--sync", window)

    def keys(self, *names: str) -> None:
        """Press keys one after the other, by their X names (`ctrl+n`, `Return`)."""
        for name in names:
            self._xdotool("key", "--clearmodifiers", name)
            time.sleep(0.06)

    def hold(self, held: str, *names: str) -> None:
        """Press keys while another one is held down."""
        self._xdotool("keydown", held)
        time.sleep(0.4)
        for name in names:
            self._xdotool("key", name)
            time.sleep(0.2)
        self._xdotool("keyup", held)

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        self._xdotool("type", "--clearmodifiers", "--delay", str(TYPING_DELAY_MS), "--", text)
        time.sleep(0.1)

    def picture(self, to: Path) -> None:
        """Keep a picture of the whole screen, for whoever has to find out what went wrong."""
        if shutil.which("import"):
            subprocess.run(
                ["import", "-window", "root", str(to)], env=self.env, timeout=30, check=False
            )

    def end_apps(self) -> None:
        """End the apps; one that had ended by itself must have ended well."""
        ended = [code for app in self._apps if (code := app.poll()) is not None]
        for app in self._apps:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(app.pid, signal.SIGKILL)  # with whatever it is started under
            app.communicate()
        self._apps.clear()
        assert set(ended) <= {0}, f"an app crashed: {ended}"

    def close(self) -> None:
        """End the apps and the server."""
        try:
            self.end_apps()
        finally:
            self._server.terminate()
            self._server.wait(10)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.env,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.stdout


def _environment(home: Path, display: str, base: Mapping[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in base.items()
        if name in {"PATH", "LANG", "DBUS_SESSION_BUS_ADDRESS"}
    }
    folders = {
        "XDG_DATA_HOME": home / "data",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": home / "run",
        "TMPDIR": home / "tmp",
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return kept | {
        "HOME": str(home),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
        **{name: str(folder) for name, folder in folders.items()},
    }

"""Nothing that is written or typed, and no key, lies readable on the disk after a day's work."""

from __future__ import annotations

import base64
import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from managernotes.clock import SystemClock
from managernotes.paths import default_vault
from managernotes.services.keys import Protection
from managernotes.services.workspace import create_workspace
from managernotes.vault import access
from managernotes.vault.location import VaultFiles
from tests.core.leak_scanner import hits
from tests.core.vault_fakes import CHEAP, MemoryKeyring

MARKERS = 50
PASSPHRASE = "qxpassphrase" + secrets.token_hex(6)
FAMILIAR_ERRORS = {1, 2, 3, 6}
PATIENCE_SECONDS = 30


class Session:
    """The `managernotes` command in processes of its own, everything private to one home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.said = ""
        self._markers = [f"qx{number:02d}{secrets.token_hex(5)}" for number in range(MARKERS)]
        self._unused = list(self._markers)
        _workspace, self._code = create_workspace(
            default_vault(),
            Protection.PASSPHRASE,
            PASSPHRASE,
            clock=SystemClock(),
            keyring=MemoryKeyring(),
            cost=CHEAP,
        )
        _workspace.close()

    @property
    def secrets(self) -> list[bytes]:
        """Every marker, the passphrase, the recovery code and the key itself."""
        key = access.unlock_with_passphrase(VaultFiles(default_vault()), PASSPHRASE)
        code = self._code.text
        words = [*self._markers, PASSPHRASE, code, code.replace("-", "")]
        return [*(word.encode() for word in words), key.material, key.material[:16]]

    @property
    def unused(self) -> list[str]:
        """The markers that nothing has been told yet."""
        return self._unused

    def mark(self) -> str:
        """Return a marker that was not used yet."""
        return self._unused.pop()

    def run(self, *words: str, stdin: str = "", passphrase: str = PASSPHRASE) -> int:
        """Run one command, remember what it said, and return its exit code."""
        done = subprocess.run(
            self._command(*words),
            input=f"{passphrase}\n{stdin}",
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        self.said += done.stdout + done.stderr
        return done.returncode

    def killed_while_capturing(self, line: str) -> None:
        """Begin to capture, and be killed once a note is stored and others are on their way."""
        process = subprocess.Popen(
            self._command("capture", "-", "--json"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        with process:
            process.stdin.write(f"{PASSPHRASE}\n" + f"{line}\n" * 200)
            process.stdin.flush()
            self.said += process.stdout.readline()
            process.kill()

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "managernotes_ui", "--passphrase-stdin", *words]


@pytest.fixture
def session(home: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Return a vault at its usual place, in a home whose temporary folder lies in it too."""
    temporary = home / "tmp"
    temporary.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    return Session(home)


def test_a_day_on_the_command_line_leaves_nothing_readable(session: Session) -> None:
    mark = session.mark
    first, second, last = mark(), mark(), mark()
    for person in (
        ("add", f"Dana {first}", "--alias", mark(), "--role", f"Lead of {mark()}"),
        ("add", f"Arjun {second}", "--role", mark()),
    ):
        assert session.run("person", *person) == 0
    notes = [f"@{first} +win ran it {mark()} calmly #{mark()}" for _ in range(16)]
    notes += [f"@{second} @{first} +con {last} was {mark()} late" for _ in range(2)]
    assert session.run("capture", "-", "--json", stdin="\n".join(notes)) == 0
    assert session.run("capture", f"@{second}", "+lesson", "look", "at", mark(), "!+3") == 0
    assert session.run("timeline", first, "--json") == 0
    assert session.run("search", last) == 0
    assert session.run("search", f"{mark()}*", f"-{mark()}", "--json") == 0
    assert session.run("doctor", "--json") == 0

    refused = [
        session.run("capture", f"@{mark()} is not here"),
        session.run("person", "add", f"Dana {first}"),
        session.run("timeline", mark()),
        session.run("search", f"kind:{mark()}"),
        session.run("search", f'"{mark()}'),
        session.run(mark()),
        session.run("search", "any", passphrase=mark()),
    ]
    assert set(refused) == FAMILIAR_ERRORS
    session.killed_while_capturing(f"@{first} +support killed at {mark()}")
    assert session.unused == []

    assert all(word in session.said for word in (first, second, last))  # it was all really there
    assert hits(session.home, session.secrets) == []
    assert session.run("person", "list") == 0  # takes back what the killed one left half done
    assert hits(session.home, session.secrets) == []


def test_making_a_vault_leaves_neither_passphrase_nor_code_readable(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(home))
    command = [sys.executable, "-m", "managernotes_ui", "init", "--protect", "passphrase"]
    made = subprocess.run(
        command, input=f"{PASSPHRASE}\n", capture_output=True, text=True, check=True
    )
    code = made.stdout.splitlines()[-1]
    key = access.unlock_with_recovery_code(VaultFiles(default_vault()), code)
    words = (PASSPHRASE, code, code.replace("-", ""))
    assert hits(home, [*(word.encode() for word in words), key.material]) == []


def _plain_database(path: Path, marker: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE note (words TEXT)")
        database.execute("INSERT INTO note VALUES (?)", (f"ran it {marker} calmly",))
        database.commit()


def _base64_of(path: Path, marker: str) -> None:
    path.write_bytes(base64.b64encode(f"12{marker}".encode()))


@pytest.mark.parametrize(
    "leak",
    [
        _plain_database,
        _base64_of,
        lambda path, marker: path.write_text(f"x {marker.upper()} y", encoding="utf-16-le"),
        lambda path, marker: path.write_text(f"x {marker} y", encoding="utf-16-be"),
        lambda path, marker: path.write_text(marker.encode().hex(), encoding="ascii"),
        lambda path, marker: (path.with_name(f"draft {marker}.txt")).touch(),
    ],
)
def test_the_scanner_finds_what_is_readable(
    home: Path, leak: Callable[[Path, str], object]
) -> None:
    marker = "qx07" + secrets.token_hex(5)
    (home / "elsewhere").write_bytes(os.urandom(100_000))
    assert hits(home, [marker.encode()]) == []
    leak(home / "left", marker)
    assert len(hits(home, [marker.encode()])) == 1

"""After a full session nothing that was written, typed or used as a key lies readable on the disk.

Notes, searches, refusals, a kill, a backup, a restore, a check and a look at the ways in, all
through the command line; tests/journeys/test_leaves_no_trace.py does the same with the window.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

import pytest

from managernotes.paths import default_vault
from tests.core.leak_scanner import hits
from tests.core.test_no_plaintext import MARKERS, PASSPHRASE, Session
from tests.faults.figures import Figures

NOTES: Final = 44


@pytest.fixture
def session(home: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Return a vault at its usual place, in a home whose temporary folder lies in it too."""
    temporary = home / "tmp"
    temporary.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    return Session(home)


def test_a_full_session_leaves_no_marker_and_no_form_of_the_key(
    session: Session, home: Path, figures: Figures
) -> None:
    mark = session.mark
    name, role, refused, searched, killed = (mark() for _ in range(5))
    assert session.run("person", "add", f"Dana {name}", "--role", role) == 0
    notes = "\n".join(f"@{name} +win ran it {mark()} calmly #tag" for _ in range(NOTES))
    assert session.run("capture", "-", "--json", stdin=notes) == 0
    assert session.run("search", searched) == 0
    assert session.run("capture", f"@{refused} is not here") != 0
    session.killed_while_capturing(f"@{name} +support killed at {killed}")
    assert session.run("timeline", name, "--json") == 0
    assert session.run("backup") == 0
    [backup] = home.rglob("*.mnbackup")
    restored = home / "restored" / "vault.db"
    assert session.run("restore", str(backup), "--to", str(restored)) == 0
    assert session.run("verify", "--json") == 0
    assert session.run("protect", "list") == 0
    assert session.run("doctor", "--json") == 0
    session.mark()
    assert session.unused == []

    files = [path for path in home.rglob("*") if path.is_file()]
    found = hits(home, session.secrets)
    figures(
        "plaintext and key scan",
        1,
        f"{len(found)} of {MARKERS} markers, key, passphrase and code found in {len(files)} files",
    )
    assert {default_vault(), restored, backup} <= set(files)
    assert name in session.said
    assert found == []


def test_one_readable_file_among_them_is_found(session: Session, home: Path) -> None:
    marker = session.mark()
    key = next(secret for secret in session.secrets if len(secret) == 32)
    assert hits(home, session.secrets) == []
    (home / secrets.token_hex(4)).write_text(f"x {marker} y", encoding="utf-16")
    (home / secrets.token_hex(4)).write_text(key.hex().upper(), encoding="ascii")
    (home / secrets.token_hex(4)).write_text(PASSPHRASE, encoding="utf-8")
    assert len(hits(home, session.secrets)) >= 3

"""Whatever a note names, showing it opens no file and no connection (SECURITY-DESIGN finding 1).

The system's own record of what the process did is the witness: strace.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.hostile_notes import CANARY, CANARY_FILES

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")

PROJECT = Path(__file__).parents[2]
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415478da63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
CALLS = "open,openat,stat,lstat,newfstatat,statx,access,faccessat2,readlink,socket,connect"
NETWORK = re.compile(r"\bAF_INET6?\b")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one canary file of each sort."""
    folder = tmp_path / "birds"
    folder.mkdir()
    for name in CANARY_FILES:
        (folder / name).write_bytes(PICTURE if name.endswith("png") else b"x")
    return folder


def record(folder: Path, mode: str) -> tuple[int, list[str]]:
    """Show the hostile texts under strace; return how many there were and what was called."""
    log = folder.parent / f"{mode}.strace"
    strace = ["strace", "-f", "-s", "400", "-e", f"trace={CALLS}", "-o", str(log)]
    shown = subprocess.run(
        [*strace, sys.executable, "-m", "tests.ui.hostile_notes", str(folder), mode],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return int(shown.stdout), log.read_text(errors="replace").splitlines()


def touched(calls: list[str]) -> list[str]:
    """Return the calls that name a canary, but for the command line's own arguments."""
    return [call for call in calls if CANARY in call]


@pytest.mark.parametrize("mode", ["notes", "html"])
def test_no_canary_is_touched_and_no_socket_is_opened(folder: Path, mode: str) -> None:
    count, calls = record(folder, mode)
    assert count >= 200
    assert any("openat" in call for call in calls)
    assert touched(calls) == []
    assert [call for call in calls if NETWORK.search(call)] == []


def test_the_witness_sees_what_a_plain_browser_opens(folder: Path) -> None:
    _, calls = record(folder, "plain")
    opened = [call for call in touched(calls) if "open" in call]
    assert len(opened) > 10

"""Hostile texts open no file and no connection, and never hold up the window (§5 no. 12 to 14).

strace is the witness of what the app asked of the system while it showed them.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faults.figures import Figures, short_and_long
from tests.faults.hostile_texts import LONGEST, hostile_texts
from tests.faults.hostile_window import SHOWN_SECONDS, STALL_SECONDS
from tests.ui.hostile_notes import CANARY, CANARY_FILES

pytestmark = pytest.mark.strace

PROJECT: Final = Path(__file__).parents[2]
CALLS: Final = "open,openat,stat,lstat,newfstatat,statx,access,faccessat2,readlink,socket,connect"
NETWORK: Final = re.compile(r"\bAF_INET6?\b")
PATIENCE_SECONDS: Final = 1_800


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one canary file of each sort."""
    folder = tmp_path / "birds"
    folder.mkdir()
    for name in CANARY_FILES:
        (folder / name).write_bytes(b"x")
    return folder


def recorded(program: str, folder: Path, *arguments: str) -> tuple[str, list[str]]:
    """Run a program under strace; return what it said and the calls that it made."""
    log = folder.parent / "calls.strace"
    strace = ["strace", "--seccomp-bpf", "-f", "-s", "400", "-e", f"trace={CALLS}", "-o", str(log)]
    done = subprocess.run(
        [*strace, sys.executable, "-m", program, str(folder), *arguments],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout, log.read_text(errors="replace").splitlines()


def opened(calls: list[str]) -> int:
    """Count the calls that name a canary."""
    return sum(CANARY in call for call in calls)


@short_and_long(200, 2_000)
def test_hostile_texts_open_nothing_and_never_hold_up_the_window(
    folder: Path, figures: Figures, runs: int
) -> None:
    said, calls = recorded("tests.faults.hostile_window", folder, str(runs))
    shown: dict[str, Any] = json.loads(said)
    sockets = sum(NETWORK.search(call) is not None for call in calls)
    figures(
        "hostile Markdown and lines",
        runs,
        f"{opened(calls)} opens of a named file, {sockets} sockets,"
        f" longest standstill {shown['longest_stall'] * 1_000:.0f} ms,"
        f" longest preview {shown['longest_wait']:.1f} s",
    )
    assert shown["texts"] == runs
    assert any("openat" in call for call in calls)
    assert (opened(calls), sockets) == (0, 0)
    assert shown["slow"] == {}, f"texts of these numbers took more than {STALL_SECONDS} s"
    assert shown["late"] == [], f"previews of these numbers took more than {SHOWN_SECONDS} s"


def test_the_witness_sees_what_a_plain_browser_opens(folder: Path) -> None:
    _, calls = recorded("tests.ui.hostile_notes", folder, "plain")
    assert opened(calls) > 10


def test_the_texts_differ_and_go_on_from_the_short_run(folder: Path) -> None:
    short, long = list(hostile_texts(folder, 50)), list(hostile_texts(folder, 200))
    assert len({*long}) == 200
    assert long[:50] == short
    assert max(map(len, long)) == LONGEST

"""Crashes in every corner tell types and places, never what was written (SECURITY-DESIGN §5.6)."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.leak_scanner import hits

SCRIPT = Path(__file__).with_name("raises_everywhere.py")
FEWEST_PLACES = 15
"""Reports that differ, beside the failures that reach the window and the helpers' silence."""
FEWEST_FAILURES = 5


@pytest.fixture
def marker() -> str:
    """Return a word that stands nowhere else."""
    return "qz" + secrets.token_hex(6)


def test_failures_in_every_corner_leave_no_word_on_stderr_or_on_disk(
    home: Path, marker: str
) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), marker, str(home)],
        cwd=home,
        env=_environment(home),
        capture_output=True,
        timeout=120,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 1, said.decode()
    assert int(done.stdout.split()[-1]) >= FEWEST_FAILURES
    places = set(said.split(b"Manager Notes stopped on ")[1:])
    assert len(places) >= FEWEST_PLACES, said.decode()
    assert b"PrivateError" in said
    assert marker.encode() not in said
    assert hits(home, [marker.encode()]) == []
    assert [path.name for path in home.rglob("core*")] == []


def _environment(home: Path) -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {**os.environ, "HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": root}


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
@pytest.mark.parametrize(
    "start",
    [
        "from managernotes_ui.__main__ import main; main(['doctor'])",
        "import io, sys; from managernotes.text import markdown_worker as w; w.serve()",
        "from managernotes.vault.keyring_helper import main; main()",
    ],
    ids=["the command", "the Markdown worker", "the keyring helper"],
)
def test_no_process_of_the_app_leaves_its_memory_behind(home: Path, start: str) -> None:
    """Neither a limit for core files nor what a debugger may do survives in any of them."""
    asked = (
        "import atexit, contextlib, ctypes, os, resource, sys\n"
        "def tell():\n"
        "    dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
        "    limits = resource.getrlimit(resource.RLIMIT_CORE)\n"
        "    umask = os.umask(0)\n"
        "    os.write(2, f'\\n{dumpable} {limits} {umask:o}'.encode())\n"
        "atexit.register(tell)\n"
        "with contextlib.suppress(SystemExit, Exception):\n"
        f"    {start}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked],
        stdin=subprocess.DEVNULL,
        env=_environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr.splitlines()[-1] == "0 (0, 0) 77"

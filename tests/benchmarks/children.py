"""Processes of their own: for whole starts, and for memory that nothing else has touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks.vaults import ROOT

_PATIENCE_SECONDS = 120


def environment(home: Path) -> Mapping[str, str]:
    """Return what a process sees: no screen, no desktop, an empty home."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "ui")]),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
    }


def answer_of(script: str, *arguments: str) -> Any:
    """Run a script of this folder and return the JSON it prints; raises when it fails."""
    return json.loads(timed_answer_of(script, *arguments)[1])


def timed_answer_of(script: str, *arguments: str) -> tuple[float, str]:
    """Run a script of this folder; return its seconds from start to end, and what it prints."""
    with tempfile.TemporaryDirectory(prefix="mn-") as home:
        command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
        began = time.perf_counter()
        done = subprocess.run(
            command,
            env=environment(Path(home)),
            capture_output=True,
            text=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
        took = time.perf_counter() - began
    if done.returncode:
        raise RuntimeError(f"{script} failed:\n{done.stderr}")
    return took, done.stdout

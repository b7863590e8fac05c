"""The virtual environment `.venv`: made once, filled from the hash-pinned lock, then left alone.

A stamp file in it holds what it was made from. While that is unchanged a start costs nothing;
a changed lock installs the difference, a changed pyproject.toml only the project itself again.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

STAMP = "managernotes-setup.txt"


class SetupError(Exception):
    """The environment could not be made; pip has already said why."""


class Environment:
    """The project's own Python with everything installed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self._lock = root / "packaging" / "requirements.lock"

    def program(self, name: str) -> Path:
        """Return the path of a program in the environment, such as "python" or "ruff"."""
        if os.name == "nt":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    def call(
        self, program: str, *arguments: str, before: Sequence[str] = (), **variables: str
    ) -> int:
        """Run one of its programs in the project's folder and return the exit code.

        `before` is a command that starts it, such as one that takes its network away.
        """
        sys.stdout.flush()
        command = [*before, str(self.program(program)), *arguments]
        return subprocess.call(command, cwd=self.root, env={**os.environ, **variables})

    def ensure(self) -> None:
        """Make the environment, or bring it up to date; raises SetupError."""
        wanted = self.wanted_stamp()
        present = self._read_stamp()
        if present == wanted and self.program("python").exists():
            return
        if not self._is_usable(present):
            print(f"Making {self.folder}", flush=True)
            venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(self.folder)
            present = []
        if present[:1] != wanted[:1]:
            print("Installing the pinned packages (about 130 MB the first time)", flush=True)
            self.install_lock(self._lock)
        print("Installing Manager Notes into it", flush=True)
        self._pip("--no-deps", "--no-build-isolation", "--editable", str(self.root))
        (self.folder / STAMP).write_text("\n".join(wanted), encoding="utf-8")

    def install_lock(self, lock: Path) -> None:
        """Install a lock file: only wheels, and only those whose hash it names."""
        self._pip("--require-hashes", "--only-binary", ":all:", "--requirement", str(lock))

    def wanted_stamp(self) -> list[str]:
        """Return what a finished environment was made from: lock, project file, place."""
        project = self.root / "pyproject.toml"
        return [_digest(self._lock), _digest(project), str(self.root)]

    def _read_stamp(self) -> list[str]:
        try:
            return (self.folder / STAMP).read_text(encoding="utf-8").split("\n")
        except OSError:
            return []

    def _is_usable(self, stamp: Sequence[str]) -> bool:
        """Whether a Python with pip is there that was made for this very place."""
        if stamp[2:] not in ([], [str(self.root)]) or not self.program("python").exists():
            return False
        probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
        return self.call("python", "-c", probe) == 0

    def _pip(self, *arguments: str) -> None:
        quiet = [] if sys.stdout.isatty() else ["-qq"]  # only errors in a log
        command = ["-m", "pip", "install", "--disable-pip-version-check", *quiet, *arguments]
        if self.call("python", *command) != 0:
            raise SetupError("pip could not install what is needed; its message stands above.")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

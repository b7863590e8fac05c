"""What goes in and out of the command line: JSON on stdout, one-line messages on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from managernotes.errors import InvalidInputError

MAX_PASSPHRASE_BYTES = 4096


class Streams:
    """The three streams of one run; a test hands in its own."""

    def __init__(self, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._stderr = stderr

    @classmethod
    def of_process(cls) -> Streams:
        """Return the process's own streams, all of them UTF-8."""
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdin.reconfigure(errors="surrogateescape")  # type: ignore[union-attr]
        return cls(sys.stdin, sys.stdout, sys.stderr)

    @property
    def is_interactive(self) -> bool:
        """Whether somebody sits at the other end of stdin."""
        return self._stdin.isatty()

    def passphrase(self) -> str:
        """Return the first line of stdin; raises InvalidInputError when there is none."""
        line = self._stdin.readline(MAX_PASSPHRASE_BYTES).rstrip("\r\n")
        if not line:
            raise InvalidInputError(
                "No passphrase came in on stdin.", "Its first line is the passphrase."
            )
        return line

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield what is left of stdin, line by line with its number; blank lines are skipped."""
        for number, line in enumerate(self._stdin, start=1):
            if line.strip():
                yield number, line.rstrip("\r\n")

    def say(self, text: str) -> None:
        """Print one line for a person to read."""
        self._stdout.write(text + "\n")

    def json(self, document: Any) -> None:
        """Print one JSON document, at once, so that a reader at the other end can go on."""
        self._stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        self._stdout.flush()

    def warn(self, text: str) -> None:
        """Print one line on stderr."""
        self._stderr.write(" ".join(text.split()) + "\n")

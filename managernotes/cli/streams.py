"""What goes in and out of the command line: JSON on stdout, one-line messages on stderr."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from managernotes.errors import InvalidInputError, OutputFailedError

LONGEST_PASSPHRASE = 4_096
"""Characters in a passphrase."""


class Streams:
    """The three streams of one run; a test hands in its own."""

    def __init__(self, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._stderr = stderr

    @classmethod
    def of_process(cls) -> Streams:
        """Return the process's own streams, all of them UTF-8; a closed one holds nothing.

        Its place is taken, so that no file of the vault comes to stand where a program prints.
        """
        stdin = _utf8(sys.stdin, "r")
        stdin.reconfigure(errors="surrogateescape")
        return cls(stdin, _utf8(sys.stdout, "w"), _utf8(sys.stderr, "w"))

    @property
    def is_interactive(self) -> bool:
        """Whether somebody sits at the other end of stdin."""
        return self._stdin.isatty()

    def passphrase(self, what: str = "passphrase") -> str:
        """Return the next line of stdin; InvalidInputError when there is none, or too long."""
        line = self._stdin.readline(LONGEST_PASSPHRASE + 2).rstrip("\r\n")
        if not line:
            raise InvalidInputError(
                f"No {what} came in on stdin.", f"It is read as one line: the {what}."
            )
        if len(line) > LONGEST_PASSPHRASE:
            raise InvalidInputError(
                f"A passphrase has at most {LONGEST_PASSPHRASE:,} characters.", "Choose another."
            )
        return line

    def lines(self, *, blank: bool = False) -> Iterator[tuple[int, str]]:
        """Yield what is left of stdin, line by line with its number; blank ones only if wanted."""
        for number, line in enumerate(self._stdin, start=1):
            if blank or line.strip():
                yield number, line.rstrip("\r\n")

    def say(self, text: str) -> None:
        """Print one line for a person to read; OutputFailedError when it cannot be."""
        self._write(text)

    def json(self, document: Any) -> None:
        """Print one JSON document, at once, so that a reader at the other end can go on.

        OutputFailedError when it cannot be written.
        """
        self._write(json.dumps(document, ensure_ascii=False))
        self.flush()

    def flush(self) -> None:
        """Hand on what was printed; BrokenPipeError when nobody reads it, OutputFailedError."""
        with _output_errors_named():
            self._stdout.flush()

    def warn(self, text: str) -> None:
        """Print one line on stderr; the exit code has to do when that cannot be written."""
        with contextlib.suppress(OSError):
            self._stderr.write(" ".join(text.split()) + "\n")
            self._stderr.flush()

    def discard(self) -> None:
        """Drop what could not be printed, or Python would try once more when it ends."""
        with contextlib.suppress(OSError):  # a stream in memory
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stdout.fileno())
            os.close(nowhere)

    def _write(self, text: str) -> None:
        with _output_errors_named():
            self._stdout.write(text + "\n")


def _utf8(stream: TextIO | None, mode: str) -> TextIOWrapper:
    opened = stream or Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  kept open
    assert isinstance(opened, TextIOWrapper)
    opened.reconfigure(encoding="utf-8")
    return opened


@contextlib.contextmanager
def _output_errors_named() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError:
        raise OutputFailedError from None

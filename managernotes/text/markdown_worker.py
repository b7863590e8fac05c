"""A process of its own that renders Markdown and can be killed (SECURITY-DESIGN finding 12).

A thread cannot be stopped in the middle of a hostile text; a process can. Texts and HTML go
through its pipes only: nothing is written anywhere, and what is on its error stream is dropped.
"""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from managernotes.quiet import keep_quiet

FROZEN_FLAG = "--markdown-worker"
"""With this one argument the bundled app calls `serve` and nothing else."""

_LENGTH_BYTES = 4
_DONE, _FAILED = b"\x01", b"\x00"
_ORPHAN_SECONDS = 10.0

_MOST_MEMORY = 1 << 30
_MOST_HTML = 4_000_000
"""Bytes; a short text may ask for a long address many thousand times over."""


def worker_command() -> tuple[str, ...]:
    """Return the command that starts a worker, from a bundle or from an installation."""
    if getattr(sys, "frozen", False):
        return (sys.executable, FROZEN_FLAG)
    return (sys.executable, "-P", "-c", f"from {__name__} import serve; serve()")


def serve(give_up_after: float = _ORPHAN_SECONDS) -> None:
    """Answer texts from standard input with HTML on standard output until the input ends.

    After `give_up_after` seconds with one text the process ends by itself: by then nobody is
    left to end it.
    """
    keep_quiet()
    _limit_memory()
    with Path(os.devnull).open("wb") as nowhere:
        while (text := _read(sys.stdin.buffer)) is not None:
            faulthandler.dump_traceback_later(give_up_after, exit=True, file=nowhere)
            _write(sys.stdout.buffer, _answer(text.decode("utf-8")))
            faulthandler.cancel_dump_traceback_later()


def _answer(text: str) -> bytes:
    from managernotes.text.markdown_rules import to_safe_html

    try:
        html = to_safe_html(text).encode("utf-8")
    except (RecursionError, MemoryError):
        return _FAILED
    return _DONE + html if len(html) <= _MOST_HTML else _FAILED


def _limit_memory() -> None:
    """Take no more memory than a text needs."""
    if sys.platform == "win32":
        return  # has no such limits; the budget ends it there
    import resource

    with suppress(ValueError, OSError):  # macOS refuses a limit below what is mapped already
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


class MarkdownWorker:
    """Holds one worker process: started when first needed, killed when over its budget.

    One text at a time; `render` may be called from any thread, `close` while it waits.
    """

    def __init__(self, budget_seconds: float, command: Sequence[str]) -> None:
        self._budget = budget_seconds
        self._command = tuple(command)
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def render(self, text: str, within_seconds: float) -> str | None:
        """Return the HTML of a text, None when it took too long or could not be rendered."""
        with self._one_at_a_time:
            try:
                process = self._running()
            except OSError:  # no process to be had
                return None
            budget = min(self._budget, within_seconds)
            answer = self._ask(process, text.encode("utf-8", "replace"), budget)
        return answer[1:].decode("utf-8") if answer and answer[:1] == _DONE else None

    def close(self) -> None:
        """End the process, and with it every text it has seen; a later `render` starts anew."""
        process = self._process
        if process is not None:
            process.kill()  # first: a render that waits for it holds the lock
        with self._one_at_a_time:
            self._discard()

    def _ask(
        self, process: subprocess.Popen[bytes], text: bytes, budget_seconds: float
    ) -> bytes | None:
        assert process.stdin is not None
        assert process.stdout is not None
        out_of_time = threading.Event()

        def end() -> None:
            out_of_time.set()
            process.kill()

        timer = threading.Timer(budget_seconds, end)
        timer.daemon = True
        timer.start()
        answer = None
        with suppress(OSError):  # it died with the pipe half full
            _write(process.stdin, text)
            answer = _read(process.stdout)
        timer.cancel()
        timer.join()
        if answer is None or out_of_time.is_set():
            self._discard()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._discard()
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, fixed arguments
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process

    def _discard(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _write(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(_LENGTH_BYTES, "big") + message)
    pipe.flush()


def _read(pipe: IO[bytes]) -> bytes | None:
    """Return the next message; None when the other side has ended, even in the middle of one."""
    length = pipe.read(_LENGTH_BYTES)
    if len(length) < _LENGTH_BYTES:
        return None
    size = int.from_bytes(length, "big")
    message = pipe.read(size)
    return message if len(message) == size else None

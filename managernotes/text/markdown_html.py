"""Markdown for the preview: safe HTML within 2 s, or the plain text (SECURITY-DESIGN §4)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import inf
from types import TracebackType
from typing import Self

from managernotes.text.markdown_worker import MarkdownWorker, worker_command
from managernotes.text.note_text import MAX_TEXT

BUDGET_SECONDS = 2.0

PLAIN_MARK = "<!-- shown without formatting -->"
"""What HTML begins with when the text could not be rendered; the view then says so."""

_LONGEST_WORD = 20_000
"""Characters; Qt breaks a longer word in quadratic time (200,000 took 4 s), but not in a <pre>."""

_QUICK_LENGTH = 4_000
_QUICK_BRACKETS = 200_000
"""Characters, and brackets times characters, up to which the worst text takes about 0.2 s."""


def markdown_to_html(text: str) -> str:
    """Return Markdown as safe HTML, however long it takes; RecursionError when nested too deep.

    For texts of our own, as templates and help are; MarkdownRenderer is for every other.
    """
    from managernotes.text.markdown_rules import to_safe_html

    return to_safe_html(text)


def is_plain(html: str) -> bool:
    """Whether this is a text that is shown without its formatting."""
    return html.startswith(PLAIN_MARK)


class MarkdownRenderer:
    """Renders any text in bounded time; call it off the UI thread, and close it on lock.

    A short text is rendered here; a long one, or one with many brackets, in a process of its own
    that is killed after the budget. What cannot be rendered comes back as it was written.
    """

    def __init__(
        self, budget_seconds: float = BUDGET_SECONDS, command: Sequence[str] | None = None
    ) -> None:
        self._worker = MarkdownWorker(budget_seconds, command or worker_command())

    def render(self, text: str, within_seconds: float = inf) -> str:
        """Return safe HTML for a text; is_plain tells when it is only the escaped text.

        `within_seconds` is what is left of the budget where several texts are shown at once.
        """
        if (
            within_seconds <= 0
            or len(text) > MAX_TEXT
            or max(map(len, text.split()), default=0) > _LONGEST_WORD
        ):
            return _as_plain(text)
        html = self._quickly(text) if _is_quick(text) else self._worker.render(text, within_seconds)
        return _as_plain(text) if html is None else html

    def close(self) -> None:
        """End the process that holds texts; the next render may start another."""
        self._worker.close()

    @staticmethod
    def _quickly(text: str) -> str | None:
        try:
            return markdown_to_html(text)
        except RecursionError:
            return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _is_quick(text: str) -> bool:
    size = len(text)
    return size <= _QUICK_LENGTH and text.count("[") * size <= _QUICK_BRACKETS


def _as_plain(text: str) -> str:
    return f"{PLAIN_MARK}<pre>{escape(text, quote=False)}</pre>"

"""Makes what would leave the vault: title, day, source, fact and effect, never the reading."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Protocol

from managernotes.domain.observation import NoteText
from managernotes.text.markdown_html import BUDGET_SECONDS, is_plain
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.layout_limits import LayoutLimits
from managernotes_ui.notes.preview_sections import sections_of
from managernotes_ui.widgets.endless_words import has_endless_word


class Renderer(Protocol):
    """Turns Markdown into safe HTML in bounded time."""

    def render(self, text: str, within_seconds: float) -> str:
        """Return the HTML, or the text as it was typed when that takes too long."""
        ...

    def close(self) -> None:
        """End a render that is under way."""
        ...


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """A note's words as they stand in the fields, and the line under the title."""

    words: NoteText
    under_title: str


@dataclass(frozen=True, slots=True)
class Preview:
    """HTML pieces in their order, and how many words the note has (its reading included).

    One that is not whole has plain pieces that there was no time for; made again, it goes on.
    """

    pieces: tuple[str, ...]
    word_count: int
    is_plain: bool
    endless_word: bool
    is_whole: bool = True


class PreviewMaker:
    """Renders only what it has not rendered for the request before; one thread at a time.

    The budget of a text is that of all its pieces together.

    `shown` tells what of a text is shown: in discreet mode it has initials for names.
    """

    def __init__(self, renderer: Renderer, shown: Callable[[str], str] = str) -> None:
        self._renderer = renderer
        self._shown = shown
        self._known: dict[str, str] = {}
        self._until = 0.0
        self._is_whole = True
        self._stopped = threading.Event()

    def make(self, request: PreviewRequest) -> Preview:
        """Return the preview; after `stop` it is cut short and of no use."""
        self._stopped.clear()
        self._until = time.monotonic() + BUDGET_SECONDS
        self._is_whole = True
        words, shown = request.words, self._shown
        pieces = [_head(shown(words.title), request.under_title)]
        known: dict[str, str] = {}
        fact, effect = (self._rendered(shown(text), known) for text in (words.fact, words.effect))
        limits = LayoutLimits(sum(len(html) for _, html in (*fact, *effect)))
        pieces += [limits.quick(text, html) for text, html in fact]
        if words.effect.strip():
            pieces.append(f'<p class="part">{escape(strings.EFFECT_HEADING)}</p>')
            pieces += [limits.quick(text, html) for text, html in effect]
        if not self._stopped.is_set():
            self._known = known
        plain = any(map(is_plain, pieces))
        endless = has_endless_word(words.fact) or has_endless_word(words.effect)
        filled = tuple(filter(None, pieces))
        return Preview(filled, _word_count(words), plain, endless, self._is_whole)

    def stop(self) -> None:
        """End the work that is under way, from any thread."""
        self._stopped.set()
        self._renderer.close()

    def _rendered(self, text: str, known: dict[str, str]) -> list[tuple[str, str]]:
        """Render what is not known; what there is no time left for is plain until the next time."""
        pieces = []
        for section in sections_of(text):
            if self._stopped.is_set():
                break
            html = known.get(section) or self._known.get(section)
            left = self._until - time.monotonic()
            if html is None:
                html = self._renderer.render(section, left)
            pieces.append((section, html))
            if section in self._known or left > 0:
                known[section] = html
            else:
                self._is_whole = False
        return pieces


def _head(title: str, under_title: str) -> str:
    heading = f'<p class="title">{escape(title.strip())}</p>' if title.strip() else ""
    return f'{heading}<p class="meta">{escape(under_title)}</p>'


def _word_count(words: NoteText) -> int:
    texts = (words.title, words.fact, words.effect, words.my_reading)
    return sum(len(line.split()) for text in texts for line in text.split("\n"))

"""Finds Markdown's signs inside a line, and what they enclose, in time linear in the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntFlag


class Look(IntFlag):
    """How a stretch of Markdown source is drawn; looks add up (bold and italic)."""

    MARK = 1
    BOLD = 2
    ITALIC = 4
    CODE = 8
    LINK = 16


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of a line, `start` included, `end` not, and its look."""

    start: int
    end: int
    look: Look


_HIDDEN = "\0"
_ESCAPED = re.compile(r"\\[^\w\s]")
_TICKS = re.compile(r"`+")
_LINK = re.compile(r"(!?\[)([^\[\]]+)(\]\([^()]*\))")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>()\0]+")
_STARS = re.compile(r"\*+|_+")
_STRONG = 2


def inline_spans(text: str) -> list[Span]:
    """Return the spans of one line, in no order; they may overlap."""
    spans, left = _code_spans(_ESCAPED.sub(_HIDDEN * 2, text))
    links, left = _link_spans(left)
    return [*spans, *links, *_emphasis_spans(left)]


def _code_spans(text: str) -> tuple[list[Span], str]:
    spans: list[Span] = []
    runs = list(_TICKS.finditer(text))
    closers: dict[int, list[int]] = {}
    for index, run in enumerate(runs):
        closers.setdefault(len(run[0]), []).append(index)
    index = 0
    while index < len(runs):
        opener = runs[index]
        same = closers[len(opener[0])]
        while same and same[0] <= index:
            same.pop(0)
        if not same:
            index += 1
            continue
        closer = runs[same[0]]
        spans += _enclosed(opener.span(), closer.span(), Look.CODE)
        text = _hide(text, opener.start(), closer.end())
        index = same[0] + 1
    return spans, text


def _link_spans(text: str) -> tuple[list[Span], str]:
    spans: list[Span] = []
    for link in list(_LINK.finditer(text)):
        spans += _enclosed(link.span(1), link.span(3), Look.LINK)
        text = _hide(text, *link.span(3))
    for found in (*_FOOTNOTE.finditer(text), *_ADDRESS.finditer(text)):
        spans.append(Span(*found.span(), Look.LINK))
        text = _hide(text, *found.span())
    return spans, text


@dataclass(slots=True)
class _Opener:
    sign: str
    start: int
    end: int


def _emphasis_spans(text: str) -> Iterator[Span]:
    openers: list[_Opener] = []
    for run in _STARS.finditer(text):
        sign, start, end = run[0][0], run.start(), run.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        opens = bool(after) and not after.isspace() and not (sign == "_" and before.isalnum())
        closes = bool(before) and not before.isspace() and not (sign == "_" and after.isalnum())
        while closes and start < end:
            opener = _last_of(openers, sign)
            if opener is None:
                break
            width = min(opener.end - opener.start, end - start, _STRONG)
            look = Look.BOLD if width == _STRONG else Look.ITALIC
            yield from _enclosed((opener.end - width, opener.end), (start, start + width), look)
            opener.end -= width
            start += width
            if opener.start == opener.end:
                openers.pop()
        if opens and start < end:
            openers.append(_Opener(sign, start, end))


def _last_of(openers: list[_Opener], sign: str) -> _Opener | None:
    """Drop what was opened after the newest opener of this sign, and return that one."""
    at = next((i for i in reversed(range(len(openers))) if openers[i].sign == sign), None)
    if at is None:
        return None
    del openers[at + 1 :]
    return openers[-1]


def _enclosed(opener: tuple[int, int], closer: tuple[int, int], look: Look) -> list[Span]:
    return [
        Span(*opener, Look.MARK),
        Span(opener[1], closer[0], look),
        Span(*closer, Look.MARK),
    ]


def _hide(text: str, start: int, end: int) -> str:
    return text[:start] + _HIDDEN * (end - start) + text[end:]

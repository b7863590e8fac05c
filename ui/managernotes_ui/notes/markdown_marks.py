"""How one line of Markdown source is drawn while it is written (SPEC §5.3)."""

from __future__ import annotations

import re
from enum import IntEnum

from managernotes_ui.notes.inline_marks import Look, Span, inline_spans

LONGEST_INLINE = 4_000
"""Characters of a line up to which signs inside it are looked for; beyond, typing comes first."""


class Fence(IntEnum):
    """Whether a line begins inside a fenced block, and by which sign it was opened."""

    NONE = -1
    TICKS = 1
    TILDES = 2


_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s)")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_LEADING = re.compile(r"\s*(?:>\s?)*\s*(?:(?:[-*+]|\d{1,9}[.)])(?=\s)(?:\s+\[[ xX]\](?=\s))?)?")


def line_spans(line: str, fence: Fence) -> tuple[list[Span], Fence]:
    """Return the line's spans, sorted and without overlap, and the fence after the line."""
    whole = len(line)
    opened = _FENCE.match(line)
    if opened:
        sign = Fence.TICKS if opened[1][0] == "`" else Fence.TILDES
        if fence in {Fence.NONE, sign}:
            return [Span(0, whole, Look.MARK)], Fence.NONE if fence is sign else sign
    if fence is not Fence.NONE:
        return [Span(0, whole, Look.CODE)] if whole else [], fence
    if _RULE.match(line):
        return [Span(0, whole, Look.MARK)], fence
    spans = []
    heading = _HEADING.match(line)
    leading = heading or _LEADING.match(line)
    begin = leading.end() if leading else 0
    if begin and line[:begin].strip():
        spans.append(Span(0, begin, Look.MARK))
    if heading:
        spans.append(Span(begin, whole, Look.BOLD))
    if whole <= LONGEST_INLINE:
        inner = inline_spans(line[begin:])
        spans += [Span(begin + span.start, begin + span.end, span.look) for span in inner]
    return _flattened(spans), fence


def _flattened(spans: list[Span]) -> list[Span]:
    """Cut overlapping spans at each other's edges and add up their looks."""
    steps: dict[int, list[tuple[Look, int]]] = {}
    for span in spans:
        if span.start < span.end:
            steps.setdefault(span.start, []).append((span.look, 1))
            steps.setdefault(span.end, []).append((span.look, -1))
    depth = dict.fromkeys(Look, 0)
    flat: list[Span] = []
    begin, look = 0, Look(0)
    for place in sorted(steps):
        if look:
            flat.append(Span(begin, place, look))
        for changed, step in steps[place]:
            depth[changed] += step
        begin = place
        look = Look(sum(one for one, deep in depth.items() if deep))
    return flat

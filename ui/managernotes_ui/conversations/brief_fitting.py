"""What of a column fits without scrolling; the rest is counted: "2 more" (SPEC §7.22)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from managernotes_ui.conversations.brief_lines import BriefRow, BriefSection, Part


@dataclass(frozen=True, slots=True)
class BriefHead:
    """The head of a section."""

    title: str
    note: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class BriefMore:
    """How many rows have no room."""

    number: int


Line = BriefHead | Part | BriefMore
Measure = Callable[[Line], int]


def lines_of(sections: Sequence[BriefSection]) -> list[Line]:
    """Return every line of a column."""
    return _lines(sections, [len(section.parts) for section in sections], 0)


def fitted(sections: Sequence[BriefSection], room: int, measure: Measure) -> list[Line]:
    """Return the lines that fit into a height; the longest sections lose rows first.

    A section keeps one row as long as there is room for its head; then the last ones go.
    """
    if any(section.is_hint for section in sections):
        lines = lines_of(sections)
        if sum(map(measure, lines)) <= room:
            return lines
        sections = [section for section in sections if not section.is_hint]
    shown = [len(section.parts) for section in sections]
    gone = 0
    while (lines := _lines(sections, shown, gone)) and sum(map(measure, lines)) > room:
        longest = max(
            range(len(shown)), key=lambda n: (_gives_way(sections[n], shown[n]), shown[n])
        )
        if shown[longest] > 1:
            shown[longest] -= 1
        elif len(shown) > 1:
            gone += len(sections[len(shown) - 1].parts)
            shown.pop()
        else:
            break
    return lines


def _gives_way(section: BriefSection, shown: int) -> bool:
    """Whether a section can do with a row less; what is told in words counts as one whole."""
    return shown > 1 and isinstance(section.parts[shown - 1], BriefRow)


def _lines(sections: Sequence[BriefSection], shown: Sequence[int], gone: int) -> list[Line]:
    lines: list[Line] = []
    for number, count in enumerate(shown):
        section = sections[number]
        lines.append(BriefHead(section.title, section.note, is_first=number == 0))
        lines += section.parts[:count]
        hidden = len(section.parts) - count
        if hidden:
            lines.append(BriefMore(hidden))
    if gone:
        lines.append(BriefMore(gone))
    return lines

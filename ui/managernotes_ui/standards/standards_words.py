"""What the page of vision, values and roles says: its list, who knows, which version held when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from managernotes.domain.vision import Vision
from managernotes.domain.yardstick import Yardstick, YardstickKind
from managernotes.domain.yardstick_versions import Version
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import standards as strings
from managernotes_ui.standards.standards_vm import VISION_KEY, Key, Sort, StandardsRead
from managernotes_ui.standards.versions_panel import VersionText
from managernotes_ui.widgets.group_list import GroupLine

_A_DAY = timedelta(days=1)


class StandardsWords:
    """Puts them into words as of today."""

    def __init__(
        self,
        dates: DateWords,
        today: Callable[[], date],
        name_of: Callable[..., str],
    ) -> None:
        self._dates = dates
        self._today = today
        self._name_of = name_of

    def lines(self, read: StandardsRead) -> list[GroupLine]:
        """Return heads and rows; what asks for another line stands near the top (S09)."""
        present = [one for one in read.yardsticks if one.retired_on is None]
        retired = [one for one in read.yardsticks if one.retired_on is not None]
        lost = [one for one in present if one.id in read.to_relink]
        values = [one for one in present if one.kind is YardstickKind.VALUE]
        lines = [_head(strings.VISION_HEAD), GroupLine(key=VISION_KEY, text=strings.VISION)]
        lines += _group(strings.NEEDS_LINE, [_row(one) for one in lost])
        lines += _group(strings.VALUES, [_row(one) for one in values if one not in lost])
        lines += _group(strings.ROLES, self._roles(read, [o for o in present if o not in lost]))
        single = [
            _row(one)
            for one in present
            if one.kind is YardstickKind.EXPECTATION and not one.scope.role and one not in lost
        ]
        lines += _group(strings.PEOPLE, single)
        return lines + _group(strings.RETIRED, [_row(one) for one in retired])

    def who_knows(self, one: Yardstick) -> str:
        """Return "Talked through: Dana 14 Jan, Mei not yet", A-Z; nobody is an empty text."""
        known = sorted((self._name_of(each.person), each.on) for each in one.people)
        parts = [
            strings.NOT_WITH.format(name=name)
            if on is None
            else strings.WITH_ONE.format(name=name, day=self._dates.day(on, self._today()))
            for name, on in known
            if name
        ]
        return strings.WITH.format(people=", ".join(parts)) if parts else ""

    def retired(self, one: Yardstick) -> str:
        """Return since when it counts no longer, or an empty text."""
        if one.retired_on is None:
            return ""
        return strings.RETIRED_ON.format(day=self._dates.day(one.retired_on, self._today()))

    def visions(self, history: Sequence[Vision]) -> list[VersionText]:
        """Return every version of the vision with its days."""
        return [
            VersionText(
                self._span(one.valid_from, one.valid_to),
                ((one.words.text,) if one.words.text else ())
                + tuple(f"– {line.text}" for line in one.words.lines),
            )
            for one in history
        ]

    def versions(self, versions: Sequence[Version]) -> list[VersionText]:
        """Return every version of an expectation with the days on which it held."""
        texts = []
        end: date | None = None
        for first, words in versions:
            parts = (
                (strings.LOOKS, words.looks_like),
                (strings.NOT_YET, words.not_yet_like),
                (strings.ABOVE, words.above_like),
            )
            said = tuple(f"{label}: {text}" for label, text in parts if text)
            texts.append(VersionText(self._span(first, end), (words.title, *said)))
            end = first - _A_DAY
        return texts

    def _span(self, first: date, last: date | None) -> str:
        now = self._today()
        if last is None:
            return strings.SINCE.format(day=self._dates.day(first, now))
        days = (self._dates.day(first, now), self._dates.day(last, now))
        return strings.FROM_TO.format(first=days[0], last=days[1])

    def _roles(self, read: StandardsRead, present: Sequence[Yardstick]) -> list[GroupLine]:
        lines: list[GroupLine] = []
        for title in dict.fromkeys(role.title for role in read.roles):
            lines.append(GroupLine(key=Key(Sort.ROLE, title), text=title, strong=True))
            of_role = [one for one in present if one.scope.role == title]
            lines += [_row(one, mark=one.scope.level or "", depth=1) for one in of_role]
        return lines


def _head(words: str) -> GroupLine:
    return GroupLine(key=None, text=words)


def _group(head: str, rows: list[GroupLine]) -> list[GroupLine]:
    return [_head(head), *rows] if rows else []


def _row(one: Yardstick, mark: str = "", depth: int = 0) -> GroupLine:
    key = Key(Sort.YARDSTICK, one.id)
    return GroupLine(key=key, text=one.words.title, mark=mark, after=mark, depth=depth)

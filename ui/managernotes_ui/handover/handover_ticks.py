"""What is ticked in a hand-over, as lines of its lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby

from managernotes.domain.handover import HandoverItem
from managernotes.domain.identity import PersonId
from managernotes.domain.person import PersonOverview
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import handover as strings
from managernotes_ui.widgets.tick_list import TickLine

_SEPARATOR = " · "


class Ticks:
    """Keeps what the manager turned; the rest is as it was offered."""

    def __init__(self) -> None:
        self._turned: dict[Hashable, bool] = {}

    def turn(self, item: HandoverItem) -> None:
        """Turn one tick."""
        self._turned[item.key] = not self.is_on(item)

    def is_on(self, item: HandoverItem) -> bool:
        """Whether it goes."""
        return self._turned.get(item.key, item.is_ticked)

    def applied(self, items: Iterable[HandoverItem]) -> tuple[HandoverItem, ...]:
        """Return the items as they are ticked now."""
        return tuple(replace(item, is_ticked=self.is_on(item)) for item in items)


def people_lines(people: Sequence[PersonOverview], ticked: AbstractSet[PersonId]) -> list[TickLine]:
    """Return everybody, A to Z as they come."""
    return [
        TickLine(
            key=one.id,
            text=one.display_name,
            after=_aloud(is_on=one.id in ticked),
            is_ticked=one.id in ticked,
        )
        for one in people
    ]


def item_lines(
    items: Sequence[HandoverItem],
    ticks: Ticks,
    name_of: Callable[[PersonId], str],
    dates: DateWords,
) -> list[TickLine]:
    """Return what is offered, under a head for each person."""
    lines: list[TickLine] = []
    for person, of_one in groupby(items, key=lambda item: item.person):
        lines.append(TickLine(key=None, text=name_of(person)))
        lines += [_line(item, dates, is_on=ticks.is_on(item)) for item in of_one]
    return lines


def _line(item: HandoverItem, dates: DateWords, *, is_on: bool) -> TickLine:
    sort = strings.SORTS[item.sort]
    day = "" if item.on is None else f"{item.on.day} {dates.month(item.on)} {item.on.year}"
    warning = strings.NAMES_OTHERS if item.names_others else ""
    return TickLine(
        key=item.key,
        text=item.text,
        before=sort,
        after=", ".join(filter(None, (day, warning, _aloud(is_on=is_on)))),
        detail=_SEPARATOR.join(filter(None, (sort, day))),
        warning=warning,
        is_ticked=is_on,
    )


def _aloud(*, is_on: bool) -> str:
    return strings.TICKED if is_on else strings.NOT_TICKED

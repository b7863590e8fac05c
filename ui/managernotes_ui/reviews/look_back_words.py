"""What the list of months and the panel beside them say (SPEC §7.26)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.look_back import LookBackRow, LookBackState, Month
from managernotes.domain.metric import Item, ItemSort
from managernotes.domain.month_material import Material
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.widgets.line_list import ListLine


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine(ListLine):
    """A month: its name, and below it how it stands; the one thing is a text of the vault."""

    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHead(ListLine):
    """The name of a list."""

    is_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine(ListLine):
    """One item: whom it is about and its words, a day at the right."""

    aside: str = ""
    is_strong: bool = False
    item: Item | None = None


class LookBackLines:
    """Words for months and items, as of today."""

    def __init__(
        self, dates: DateWords, today: Callable[[], date], name_of: Callable[[PersonId], str]
    ) -> None:
        self._dates = dates
        self._today = today
        self._name_of = name_of

    def month(self, month: Month) -> str:
        """Return "November 2026"."""
        return self._dates.month_and_year(month.first)

    def month_alone(self, month: Month) -> str:
        """Return "November"."""
        return self.month(month).rpartition(" ")[0]

    def months(self, rows: Sequence[LookBackRow]) -> list[MonthLine]:
        """Return the list of months, newest first."""
        return [self._month(row) for row in rows]

    def material(self, material: Material) -> list[ListLine]:
        """Return the lists of a month; one without anything has no head."""
        lines: list[ListLine] = []
        for name, title in strings.GROUPS.items():
            items: Sequence[Item] = getattr(material, name)
            if not items:
                continue
            lines.append(ItemHead(key=None, text=title, is_first=not lines))
            lines += [self.item(item, group=name) for item in items]
        last = material.last_one_thing
        if last is not None:
            title = strings.LAST_ONE_THING.format(month=self.month_alone(last.month))
            lines.append(ItemHead(key=None, text=title, is_first=not lines))
            lines.append(ItemLine(key=("one-thing", last.month), text=last.text))
        return lines

    def item(self, item: Item, group: str = "") -> ItemLine:
        """Return one item as a row."""
        name = self._name_of(item.person) if item.person is not None else ""
        words = strings.RESTRICTED if item.is_restricted else item.text
        if item.sort is ItemSort.PERSON:
            name, words = "", name or words
        shown = ", ".join(filter(None, (name, words)))
        aside = self._aside(item, group)
        return ItemLine(
            key=(group, item.sort, item.id, item.on),
            text=shown,
            after=self._dates.full(item.on) if item.on and not group else aside,
            aside=aside,
            is_strong=item.is_open and group in {"promises_moved", ""},
            item=item,
        )

    def _aside(self, item: Item, group: str) -> str:
        if group == "promises_moved":
            return strings.NOT_TOLD if item.is_open else strings.TOLD
        day = ""
        if item.on is not None:
            today = self._today()
            near = item.on == today
            day = self._dates.near(item.on, today) if near else self._dates.day(item.on, today)
        if group == "waited_longest" and day:
            return strings.SINCE.format(day=day)
        return item.detail or day

    def _month(self, row: LookBackRow) -> MonthLine:
        this_year = row.month.year == self._today().year
        is_now = row.month == Month.of(self._today())
        whole = self.month(row.month)
        title = whole if is_now or not this_year else self.month_alone(row.month)
        text, detail = self._standing(row)
        return MonthLine(
            key=row.month, text=text, before=whole, after=detail, title=title, detail=detail
        )

    def _standing(self, row: LookBackRow) -> tuple[str, str]:
        """Return how a month stands: as words of the vault, or as words of the app."""
        if row.state is LookBackState.SKIPPED:
            return "", strings.SKIPPED
        if row.state is LookBackState.DONE:
            if row.one_thing:
                return strings.ONE_THING_WAS.format(text=_lower(row.one_thing)), ""
            return "", strings.DONE_STATE
        if row.is_begun or row.due_on >= self._today():
            day = self._dates.weekday_and_day(row.due_on, self._today())
            return "", strings.OPEN_DUE.format(day=day)
        return "", ""


def _lower(text: str) -> str:
    """Return a sentence as it stands after a colon: "Ask, then explain." is "ask, then explain"."""
    words = text.strip().rstrip(".")
    is_plain = words[1:2].islower() or words.startswith("A ")
    return words[:1].lower() + words[1:] if is_plain else words

"""What the coverage grid says: a line for each expectation, in words and aloud (SPEC §5.11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import YardstickId
from managernotes.domain.look_back import Month
from managernotes.domain.yardstick import YardstickKind
from managernotes.practice.coverage import CoverageGrid, CoverageRow
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.discreet_records import names_in
from managernotes_ui.common.strings import expectations as strings


@names_in("title")
@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """One line of the grid; without a yardstick it holds the notes that have none."""

    yardstick: YardstickId | None
    title: str
    cells: tuple[int, ...]
    talked: str = ""
    is_open: bool = False
    """Whether it is still to be talked through."""
    said: str = ""
    unsaid: int = 0
    """Concerns that were judged by it and never said."""
    aloud: tuple[str, ...] = ()
    """What a screen reader says of it after its title."""


class GridWords:
    """Words a CoverageGrid as of today."""

    def __init__(self, dates: DateWords, today: Callable[[], date]) -> None:
        self._dates = dates
        self._today = today

    def lines(self, grid: CoverageGrid) -> tuple[GridLine, ...]:
        """Return a line for each row, and one for what was judged by nothing if there is any."""
        lines = tuple(self._line(row) for row in grid.rows)
        rest = grid.unlinked
        return (*lines, self._line(rest)) if sum(rest.cells) or rest.unsaid_concerns else lines

    def month(self, month: Month) -> str:
        """Return "November 2026"."""
        return self._dates.month_and_year(month.first)

    def short_month(self, month: Month) -> str:
        """Return "Nov"."""
        return self._dates.month(month.first)

    def cell(self, title: str, month: Month, number: int) -> str:
        """Return what a screen reader says of a cell."""
        notes = count(number, "note") if number else strings.NOTHING_ALOUD
        return strings.CELL_ALOUD.format(title=title, month=self.month(month), notes=notes)

    def _line(self, row: CoverageRow) -> GridLine:
        said = strings.SAID_OF.format(said=row.said, seen=row.seen)
        yardstick = row.yardstick
        talked = self._talked(row)
        return GridLine(
            yardstick=yardstick.id if yardstick is not None else None,
            title=yardstick.words.title if yardstick is not None else strings.UNLINKED,
            cells=row.cells,
            talked=talked,
            is_open=row.is_open,
            said=said if row.seen else strings.NOTHING_SEEN,
            unsaid=row.unsaid_concerns,
            aloud=tuple(self._aloud(row, talked)),
        )

    def _talked(self, row: CoverageRow) -> str:
        if row.yardstick is None:
            return ""
        if row.yardstick.kind is YardstickKind.VALUE:
            return strings.VALUE
        if not row.is_theirs:
            return strings.EARLIER
        if row.talked_on is None:
            return strings.NOT_YET
        return strings.ANEW if row.is_open else self._dates.day(row.talked_on, self._today())

    def _aloud(self, row: CoverageRow, talked: str) -> list[str]:
        parts = [talked] if talked in {strings.VALUE, strings.EARLIER} else []
        if row.is_theirs and row.talked_on is None:
            parts = [strings.NOT_YET_ALOUD]
        elif row.is_theirs and row.talked_on is not None:
            words = strings.ANEW_ALOUD if row.is_open else strings.TALKED_ALOUD
            parts = [words.format(day=self._dates.full(row.talked_on))]
        if row.seen:
            parts.append(strings.SAID_ALOUD.format(said=row.said, seen=row.seen))
        if row.unsaid_concerns:
            concerns = count(row.unsaid_concerns, "concern")
            parts.append(strings.UNSAID_ALOUD.format(concerns=concerns))
        return parts

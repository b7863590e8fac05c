"""Twelve months by kind, under a caption and a legend that filters (SPEC §4, §5.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from managernotes.domain.observation import Kind
from managernotes.domain.timeline import MonthCount
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import person as strings
from managernotes_ui.people.person_vm import MONTHS, STRIP_KINDS, TimelineFilter
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.kind_look import kind_look, kind_width, paint_kind
from managernotes_ui.widgets.strip import Strip, StripMonth
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import set_tip

LEGEND_GAP, COUNT_GAP = 15, 6
LARGE_TEXT = 1.5


class LegendEntry(QAbstractButton):
    """One kind of the legend with its count; pressed, it filters the timeline."""

    def __init__(self, theme: Theme, kind: Kind, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = kind_look(kind)
        self._count = 0
        self.setCheckable(True)
        # A click filters and leaves the keyboard in the list, whose keys go on from there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_tip(self, strings.LEGEND_TIP, key)
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: int) -> None:
        """Show how many notes of the kind the year holds."""
        self._count = count
        self.setAccessibleName(f"{self._look.word} {count}")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the mark to the page: it knows what the timeline shows."""

    def sizeHint(self) -> QSize:
        """Return the room of icon, word and count."""
        width = kind_width(self._theme, self._look)
        if self._shows_count:
            metrics = QFontMetricsF(self._theme.fonts.of(Type.META, tabular=True))
            width += COUNT_GAP + metrics.horizontalAdvance(str(self._count))
        return QSize(round(width) + 1, self._theme.scale.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, word and count; underlined while it filters."""
        theme = self._theme
        painter = QPainter(self)
        paint_kind(painter, QRectF(self.rect()), theme, self._look)
        width = kind_width(theme, self._look)
        if self._shows_count:
            painter.setFont(theme.fonts.of(Type.META, tabular=True))
            painter.setPen(theme.tokens.muted)
            room = QRectF(self.rect()).adjusted(width + COUNT_GAP, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(self._count))
        if self.isChecked() or self.underMouse():
            line = QRectF(0, self.height() - 2, self.width(), 2 if self.isChecked() else 1)
            painter.fillRect(line, theme.tokens.of(self._look.role))
        painter.end()

    @property
    def _shows_count(self) -> bool:
        return self._theme.scale.text < LARGE_TEXT


class YearStrip(QWidget):
    """Shows the months of a PersonSummary; says what was pressed."""

    kind_pressed = Signal(object)
    month_pressed = Signal(object)
    gap_pressed = Signal(object)
    """A month without a note: what might have been there is asked, not shown."""

    def __init__(self, theme: Theme, dates: DateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = dates
        self._months: Sequence[MonthCount] = ()
        self._today = date.min
        self._legends = QStackedWidget()
        self._caption = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._legend = {
            kind: LegendEntry(theme, kind, str(number))
            for number, kind in enumerate(STRIP_KINDS, start=1)
        }
        self._strip = Strip(theme, strings.STRIP_NAME)
        # The months stand here from the start, so that Tab finds them before the list.
        self._strip.set_months([StripMonth("", (0, 0, 0, 0), "")] * MONTHS)
        self._build()
        self._strip.month_chosen.connect(self._on_month_chosen)
        theme.cover_changed.connect(self._on_cover_changed)
        self._on_cover_changed()
        for kind, entry in self._legend.items():
            entry.clicked.connect(lambda _=False, pressed=kind: self.kind_pressed.emit(pressed))

    def show_months(self, months: Sequence[MonthCount], today: date) -> None:
        """Show the counts of twelve months."""
        self._months, self._today = months, today
        first, last = (
            f"{self._dates.month(entry.month)} {entry.month.year}"
            for entry in (months[0], months[-1])
        )
        self._caption.setText(strings.STRIP_RANGE.format(first=first, last=last))
        for kind, entry in self._legend.items():
            entry.set_count(sum(month.counts.get(kind, 0) for month in months))
        self._strip.set_months([self._column(month, today) for month in months])

    def show_filter(self, wanted: TimelineFilter) -> None:
        """Mark what the timeline is narrowed to."""
        for kind, entry in self._legend.items():
            entry.setChecked(kind is wanted.kind)
        months = [entry.month for entry in self._months]
        self._strip.set_chosen(months.index(wanted.month) if wanted.month in months else None)

    def _column(self, month: MonthCount, today: date) -> StripMonth:
        counts = [month.counts.get(kind, 0) for kind in STRIP_KINDS]
        said = [
            f"{number} {kind_look(kind).word}"
            for kind, number in zip(STRIP_KINDS, counts, strict=True)
            if number
        ]
        notes = sum(counts)
        if self._theme.cover.kinds and notes:
            said = [count(notes, "note")]
        name = self._dates.month_and_year(month.month)
        win, lesson, concern, support = counts
        return StripMonth(
            label=self._dates.month(month.month),
            counts=(win, lesson, concern, support),
            says=f"{name}: {', '.join(said) or _empty(month)}",
            current=(month.month.year, month.month.month) == (today.year, today.month),
        )

    def _build(self) -> None:
        kinds = QWidget()
        entries = QHBoxLayout(kinds)
        entries.setContentsMargins(0, 0, 0, 0)
        entries.setSpacing(LEGEND_GAP)
        for entry in self._legend.values():
            entries.addWidget(entry)
        self._legends.addWidget(kinds)
        self._legends.addWidget(_covered_legend(self._theme))
        self._legends.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(LEGEND_GAP)
        row.addWidget(self._caption, 1)
        row.addWidget(self._legends)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._strip)

    @Slot()
    def _on_cover_changed(self) -> None:
        """Trade the legend for one sentence; it keeps its room, so that nothing moves."""
        covered = self._theme.cover.kinds
        self._legends.setCurrentIndex(int(covered))
        self._strip.set_covered(covered)
        if self._months:
            self.show_months(self._months, self._today)

    @Slot(int)
    def _on_month_chosen(self, number: int) -> None:
        chosen = self._months[number]
        signal = self.month_pressed if any(chosen.counts.values()) else self.gap_pressed
        signal.emit(chosen.month)


def _covered_legend(theme: Theme) -> QWidget:
    legend = QWidget()
    row = QHBoxLayout(legend)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(COUNT_GAP)
    row.addStretch(1)
    row.addWidget(GlyphLabel(theme, Icon.EYE_OFF, 14))
    row.addWidget(TextLabel(theme, strings.KINDS_COVERED, Type.META, tone=Role.MUTED))
    return legend


def _empty(month: MonthCount) -> str:
    return strings.OTHER_NOTES if any(month.counts.values()) else strings.EMPTY_MONTH

"""Both versions side by side on one scroll bar, paragraphs beginning at the same height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.revision_pane import RevisionPane
from managernotes_ui.notes.word_diff import Row
from managernotes_ui.style.fonts import SEMIBOLD, Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.text_block import Run
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_HEAD, _LINE, _SIDE = 48, 20, 28


class RevisionPanes(QWidget):
    """The older version on the ground of the page, the newer one raised."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self._alone = False
        self._uncover: Uncover | None = None
        self.older = RevisionPane(theme, strings.OLDER_PANE, strings.NOTHING_YET, newer=False)
        self.newer = RevisionPane(theme, strings.NEWER_PANE, strings.NO_LONGER, newer=True)
        self._heads = (TextLabel(theme, "", Type.LIST), TextLabel(theme, "", Type.LIST))
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._build()
        self._connect()

    def hold_texts(self, uncover: Uncover) -> None:
        """Cover both texts while texts are covered; `uncover` tells when they show (SPEC §8)."""
        self._uncover = uncover
        uncover.changed.connect(self._on_cover_changed)
        self._theme.cover_changed.connect(self._on_cover_changed)
        self._on_cover_changed()

    def show_heads(self, older: Sequence[Run], newer: Sequence[Run]) -> None:
        """Say which versions stand here."""
        for head, runs in zip(self._heads, (older, newer), strict=True):
            head.set_runs(runs)

    def show_rows(self, rows: Sequence[Row], *, alone: bool) -> None:
        """Show the paragraphs of both versions; alone, the newer has no older one beside it."""
        self._rows, self._alone = tuple(rows), alone
        differs = [row.differs for row in rows]
        if alone:
            self.older.say(strings.NO_OLDER_YET)
        else:
            self.older.show_side([row.older for row in rows], differs)
        self.newer.show_side([row.newer for row in rows], differs)
        self._level()

    def show_change(self, row: int) -> None:
        """Scroll so that a paragraph stands in the upper third."""
        bar = self.newer.verticalScrollBar()
        bar.setValue(int(self.newer.top_of(row)) - self.newer.viewport().height() // 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Level the paragraphs again once both sides have their width."""
        super().resizeEvent(event)
        self._soon.start()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for head, pane in zip(self._heads, (self.older, self.newer), strict=True):
            row.addWidget(_UprightLine(self._theme))
            row.addWidget(self._column(head, pane), 1)

    def _column(self, head: TextLabel, pane: RevisionPane) -> QWidget:
        column = QWidget()
        column.setProperty("ground", "raised" if pane is self.newer else "bg")
        column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setContentsMargins(_SIDE, 0, _SIDE, 0)
        head.setFixedHeight(self._theme.scale.grow(_HEAD, _LINE))
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(hairline())
        box.addWidget(pane, 1)
        return column

    def _connect(self) -> None:
        older, newer = self.older.verticalScrollBar(), self.newer.verticalScrollBar()
        older.valueChanged.connect(newer.setValue)
        newer.valueChanged.connect(older.setValue)
        self._soon.timeout.connect(self._level)
        self._theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _level(self) -> None:
        """Give the lower one of two differing paragraphs the room that it lacks."""
        for number, row in enumerate(self._rows):
            if row.differs:
                older, newer = self.older.height_of(number), self.newer.height_of(number)
                self.older.set_room_after(number, max(0.0, newer - older))
                self.newer.set_room_after(number, max(0.0, older - newer))

    @Slot()
    def _on_cover_changed(self) -> None:
        covers = self._uncover is not None and not self._uncover.shows()
        bar = self.newer.verticalScrollBar()
        place = bar.value()
        for pane in (self.older, self.newer):
            pane.set_covered(covers)
        self.show_rows(self._rows, alone=self._alone)
        bar.setValue(place)

    @Slot()
    def _on_theme_changed(self) -> None:
        for head in self._heads:
            head.setFixedHeight(self._theme.scale.grow(_HEAD, _LINE))
        self.show_rows(self._rows, alone=self._alone)


def head_runs(when: str, rest: str) -> list[Run]:
    """Return a head's words: the moment in semibold, the rest muted."""
    return [Run(when, weight=SEMIBOLD), Run(f"  {rest}", role=Role.MUTED)]


class _UprightLine(QWidget):
    """The hairline left of a pane."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.line)
        painter.end()

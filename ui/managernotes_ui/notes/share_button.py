"""How far the note has got on its way to the person, and the next step (SPEC §4, share state)."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from managernotes.domain.observation import Observation, ShareState
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.common.strings.sharing import REASONS
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.share_look import share_icon

_ICON, _GAP, _SIDE = 14, 6, 4


class ShareButton(QAbstractButton):
    """State icon, muted words and what stands out; a click offers the next steps."""

    steps_wanted = Signal(object)
    """Asks for the next steps, at a global point."""

    def __init__(self, theme: Theme, dates: DateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = dates
        self._state: ShareState | None = None
        self._words = ("", "")
        self._compact = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_note(self, note: Observation, today: date) -> None:
        """Show the state of a note; a note that never waits to be said shows nothing."""
        self._state = note.share_state
        self.setVisible(self._state is not None)
        if self._state is None:
            return
        day = note.planned_for if self._state is ShareState.PLANNED else note.shared_on
        said = self._dates.weekday_and_day(day, today) if day else ""
        age = count((today - note.occurred_on).days, "day")
        self._words = strings.share_words(self._state, said, age)
        if note.kept_back is not None:
            self._words = (self._words[0], REASONS[note.kept_back])
        said_words = " ".join(self._words).strip()
        self.setAccessibleName(f"{strings.STATE}: {said_words}")
        self.setToolTip(said_words)
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Leave out the muted words where there is no room; the tooltip has them."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon and words."""
        muted, strong = self._shown
        width = QFontMetricsF(self._theme.fonts.of(Type.LIST)).horizontalAdvance(muted)
        metrics = QFontMetricsF(self._theme.fonts.of(Type.BUTTON))
        width += metrics.horizontalAdvance(strong) + (_GAP if muted and strong else 0)
        side = self._theme.icons.side(_ICON)
        height = self._theme.scale.grow(28, 20)
        return QSize(math.ceil(width) + side + _GAP + 2 * _SIDE, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words."""
        if self._state is None:
            return
        tokens, fonts, icons = self._theme.tokens, self._theme.fonts, self._theme.icons
        painter = QPainter(self)
        side = icons.side(_ICON)
        at = QPointF(_SIDE, (self.height() - side) // 2)
        icons.paint(painter, at, share_icon(self._state), _ICON, tokens.muted)
        muted, strong = self._shown
        room = QRectF(_SIDE + side + _GAP, 0, self.width(), self.height())
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(fonts.of(Type.LIST))
        painter.setPen(tokens.muted)
        painter.drawText(room, left, muted)
        if muted:
            used = QFontMetricsF(painter.font()).horizontalAdvance(muted) + _GAP
            room.moveLeft(room.left() + used)
        painter.setFont(fonts.of(Type.BUTTON))
        painter.setPen(tokens.text)
        painter.drawText(room, left, strong)
        painter.end()

    @property
    def _shown(self) -> tuple[str, str]:
        return ("", self._words[1]) if self._compact else self._words

    @Slot()
    def _on_clicked(self) -> None:
        if self._state is not None:
            self.steps_wanted.emit(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

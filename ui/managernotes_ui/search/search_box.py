"""The search box: 44 high, filters as chips, how many were found at its end (SPEC §5.13)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QWidget

from managernotes.errors import ManagerNotesError
from managernotes_ui.capture.chip_edit import ChipEdit
from managernotes_ui.capture.settling import ChipToken
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.query_tokens import FilterToken
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.chip import ChipLook
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

HEIGHT, LINE, RADIUS, PADDING, GAP = 44, 24, 6, 12, 8
RISE = 4
"""Qt stands letters low in a line of fixed height; this lifts them to the middle of the box."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(ChipEdit):
    """One line that never wraps; Down leaves it for the results."""

    left_downwards = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.BOX_NAME, strings.BOX_HINT, _no_refusal)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with any Enter, leave with Down; the rest types."""
        if event.key() in _ENTER:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() != Qt.Key.Key_Up:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste on one line."""
        flat = QMimeData()
        flat.setText(" ".join(source.text().split()))
        super().insertFromMimeData(flat)

    def select_all(self) -> None:
        """Choose the whole line, to be typed over."""
        self.select(0, len(self.line()))


class SearchBox(QFrame):
    """The box round the line, with icon and count."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_wrong = False
        self.line = SearchLine(theme)
        self._count = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self.setFocusProxy(self.line)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 0, PADDING, 0)
        row.setSpacing(GAP)
        row.addWidget(GlyphLabel(theme, Icon.SEARCH, 18))
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        self.line.focus_changed.connect(self.update)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_count(self, words: str) -> None:
        """Say how many were found, or nothing."""
        self._count.setText(words)
        self._count.setVisible(bool(words))
        self.line.setAccessibleDescription(words)

    def show_filters(
        self,
        filters: Sequence[FilterToken],
        wrong: frozenset[str],
        shown: Callable[[str], str] = str,
    ) -> None:
        """Turn filters into chips; `wrong` are the letters of those that mean nothing.

        `shown` tells what stands on a chip: names may have to be hidden there.
        """
        self.line.show_tokens(
            [
                ChipToken(
                    one.start, one.end, one.letters, _look(one, wrong, shown(one.letters)), ""
                )
                for one in filters
            ]
        )

    def set_error(self, *, error: bool) -> None:
        """Turn the border to danger, or back."""
        self._is_wrong = error
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the box."""
        return QSize(320, self._theme.scale.grow(HEIGHT, LINE))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, narrower."""
        return QSize(160, self._theme.scale.grow(HEIGHT, LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and border: 2 px accent with the keyboard in it."""
        tokens = self._theme.tokens
        focus = self.line.hasFocus()
        width = 2 if focus else 1
        edge = tokens.accent if focus else tokens.control
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.danger if self._is_wrong else edge, width))
        painter.setBrush(tokens.raised)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS - inset, RADIUS - inset)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to type, wherever in the box the click was."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.line.setFixedHeight(self._theme.fonts.line(Type.EDITOR) + RISE)
        self.updateGeometry()
        self.update()


def _look(token: FilterToken, wrong: frozenset[str], words: str) -> ChipLook:
    if token.letters in wrong:
        return ChipLook(words, Role.DANGER, Role.DANGER_SOFT)
    return ChipLook(words, Role.ACCENT, Role.ACCENT_SOFT)


def _no_refusal(_line: str) -> ManagerNotesError | None:
    """Refuse no paste: a search line may hold anything."""
    return None

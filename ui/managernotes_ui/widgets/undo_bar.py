"""The undo bar: eight seconds to take back what was just done (SPEC §4)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.fade import fade_in
from managernotes_ui.widgets.key_cap import key_words
from managernotes_ui.widgets.text_label import TextLabel

_STAYS_MS = 8000
_HEIGHT = 40
_LEAST_WIDTH = 296
_LEFT = 32
_KEY = "Ctrl+Z"


class UndoBar(Card):
    """Lies over the bottom left of a page; `bottom` is its distance from the page's lower edge."""

    undone = Signal()

    def __init__(
        self, theme: Theme, page: QWidget, undo_word: str, *, bottom: int = 12, left: int = _LEFT
    ) -> None:
        super().__init__(Surface.TIP, page)
        self._theme = theme
        self._page = page
        self._bottom = bottom
        self._left = left
        self._undo: Callable[[], None] | None = None
        self._words = TextLabel(theme, "", Type.LIST, tone=Role.TIP_TEXT)
        self._button = QPushButton(undo_word, self)
        self._button.setProperty("role", "tip")
        self._button.setAutoDefault(False)
        self._key = TextLabel(theme, key_words(_KEY), Type.LIST, tone=Role.TIP_MUTED)
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), page)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.setEnabled(False)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_STAYS_MS)
        self._build()
        self._connect()
        self.hide()

    def offer(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done and offer to take it back; a later offer replaces this one."""
        self._undo = undo
        self._words.setText(text)
        self._shortcut.setEnabled(True)
        self._place()
        self.show()
        self.raise_()
        fade_in(self, self._theme)
        self._clock.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def undo(self) -> None:
        """Take it back, once; does nothing when there is no offer."""
        undo, self._undo = self._undo, None
        self._close()
        if undo is not None:
            undo()
            self.undone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the page's lower left when the page is resized."""
        if watched is self._page and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._key)

    def _connect(self) -> None:
        self._page.installEventFilter(self)
        self._button.clicked.connect(self._on_undo_wanted)
        self._shortcut.activated.connect(self._on_undo_wanted)
        self._clock.timeout.connect(self._on_time_over)
        self._theme.changed.connect(self._on_theme_changed)

    def _place(self) -> None:
        height = self._theme.scale.grow(_HEIGHT, 20)
        least = self._theme.scale.px(_LEAST_WIDTH)
        most = max(self._page.width() - 2 * self._left, least)
        width = min(max(self.sizeHint().width(), least), most)
        top = self._page.height() - height - self._bottom
        self.setGeometry(self._left, top, width, height)

    def _close(self) -> None:
        self._clock.stop()
        self._shortcut.setEnabled(False)
        self.hide()

    @Slot()
    def _on_undo_wanted(self) -> None:
        self.undo()

    @Slot()
    def _on_time_over(self) -> None:
        self._undo = None
        self._close()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._place()

"""The top row of the revisions: what is compared, its changes, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.note_header import long_day
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import (
    Button,
    ButtonRole,
    ButtonSize,
    icon_button,
    make_button,
)
from managernotes_ui.widgets.text_label import TextLabel

_HEIGHT, _SIDE, _GAP, _PAIR = 56, 24, 12, 4
_SUBJECT = 80


class RevisionHeader(QWidget):
    """A row of 56; where there is no room the subject goes first, then the words of Copy."""

    back_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()
    copy_wanted = Signal()
    bring_back_wanted = Signal()

    def __init__(self, theme: Theme, dates: DateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = dates
        small, tiny = ButtonSize.SMALL, ButtonSize.ICON_SMALL
        self._back = icon_button(
            theme,
            Icon.ARROW_LEFT,
            strings.BACK_TO_NOTE,
            key="Esc",
            role=ButtonRole.QUIET,
            size=tiny,
        )
        self._title = TextLabel(theme, strings.REVISIONS, Type.SECTION)
        self._subject = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self._changes = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._previous = self._chevron(Icon.CHEVRON_UP, strings.PREVIOUS_CHANGE, "Alt+Up")
        self._next = self._chevron(Icon.CHEVRON_DOWN, strings.NEXT_CHANGE, "Alt+Down")
        self._copy = make_button(theme, strings.COPY_OLDER, size=small)
        self._copy_icon = icon_button(theme, Icon.COPY, strings.COPY_OLDER, size=tiny)
        self._bring = make_button(
            theme, strings.BRING_BACK, role=ButtonRole.PRIMARY, size=small, key="Ctrl+Enter"
        )
        self._build()

    def show_note(self, names: str, day: date, today: date) -> None:
        """Say whose note of which day it is."""
        words = strings.note_of(long_day(self._dates, day, today))
        self._subject.setText(f"{names}, {words[:1].lower()}{words[1:]}" if names else words)
        self._fit()

    def say_changes(self, count: int, current: int) -> None:
        """Say how many changes there are, and which one is in view."""
        words = strings.changes(count)
        self._changes.setText(words if current < 0 else f"{current + 1} / {words}")
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)
        self._fit()

    def set_can_bring_back(self, can: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Offer to bring back and to copy only where there is an older text."""
        for button in (self._bring, self._copy, self._copy_icon):
            button.setEnabled(can)

    def sizeHint(self) -> QSize:
        """Return the row's height at the text scale."""
        return QSize(super().sizeHint().width(), self._theme.scale.grow(_HEIGHT, 20))

    def minimumSizeHint(self) -> QSize:
        """Return room for what always stands here."""
        least = sum(widget.sizeHint().width() + _GAP for widget in (*self._fixed, self._copy_icon))
        return QSize(least + 2 * _SIDE, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE - 8, 0, _SIDE, 0)
        row.setSpacing(_GAP)
        for whole in (self._title, self._changes):
            whole.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        pair = QHBoxLayout()
        pair.setSpacing(_PAIR)
        pair.addWidget(self._previous)
        pair.addWidget(self._next)
        for widget in (self._back, self._title, self._subject):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._changes)
        row.addLayout(pair)
        for button in (self._copy, self._copy_icon, self._bring):
            row.addWidget(button)
        self._back.clicked.connect(self.back_wanted)
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._copy_icon.clicked.connect(self.copy_wanted)
        self._bring.clicked.connect(self.bring_back_wanted)

    def _chevron(self, icon: Icon, name: str, key: str) -> Button:
        return icon_button(self._theme, icon, name, key=key, size=ButtonSize.ICON_SMALL)

    @property
    def _fixed(self) -> tuple[QWidget, ...]:
        return (self._back, self._title, self._changes, self._previous, self._next, self._bring)

    def _fit(self) -> None:
        used = sum(widget.sizeHint().width() + _GAP for widget in self._fixed) + 2 * _SIDE
        left = self.width() - used - self._copy.sizeHint().width() - _GAP
        self._copy.setVisible(left >= 0)
        self._copy_icon.setVisible(left < 0)
        self._subject.setVisible(left > self._theme.scale.px(_SUBJECT))

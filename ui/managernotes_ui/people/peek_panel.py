"""The panel beside a timeline: the chosen note, read-only, without leaving the list (39a)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes.clock import today
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind
from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import peek as strings
from managernotes_ui.common.strings import preparing as prepare_strings
from managernotes_ui.people.peek_panel_body import PeekBody
from managernotes_ui.people.peek_panel_button import KeyButton
from managernotes_ui.people.peek_panel_head import PeekHead
from managernotes_ui.people.peek_panel_reading import KEY
from managernotes_ui.people.peek_panel_vm import PeekViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

WIDTH, LEAST, PADDING = 344, 296, 24
FOOTER, BAR_PADDING = 36, 16
OUT = 6
"""Pixels by which the close button's ground reaches into the padding, so that its icon aligns."""
OVER_BELOW = 1100
"""In a narrower window the panel lies over the page and has a stronger border (SPEC §8)."""

READING = ActionSpec(
    name="peek-reading",
    title=strings.SHOW_READING,
    section=Section.PERSON,
    keys=(KEY,),
    sheet="my reading in the panel",
    icon=Icon.EYE,
    in_palette=False,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PeekPanel(QWidget):
    """Follows a list: `show_note` says which note; what is wanted of it comes as signals."""

    steps_wanted = Signal(object, object)
    measure_wanted = Signal(object, object)
    """The next steps of the note on its way to the person, at a global point."""
    open_wanted = Signal(object)
    closed = Signal()
    step_wanted = Signal(int)
    prepare_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = desk.theme
        self._clock = desk.session.clock
        dates = DateWords()
        self.vm = PeekViewModel(desk.session, self)
        self.head = PeekHead(desk.theme, dates)
        self.body = PeekBody(desk.theme, dates, desk.directory.name_of)
        self._nothing = TextLabel(desk.theme, strings.EMPTY, Type.LIST, tone=Role.MUTED, lines=0)
        self.open_button = KeyButton(desk.theme, strings.OPEN, "Enter")
        self.steps_button = make_button(desk.theme, strings.STEPS, tip=strings.STEPS_TIP)
        self.prepare_button = make_button(
            desk.theme, prepare_strings.PREPARE, key="Ctrl+P", tip=prepare_strings.PREPARE_THIS
        )
        self._written = TextLabel(desk.theme, "", Type.META, tone=Role.MUTED, lines=0)
        self._scroll = QScrollArea()
        self._foot = QWidget()
        self._build()
        self._connect()
        self.body.hold_texts(Uncover(desk.theme, self, self))
        desk.actions.add(READING, self, self.body.reading.toggle)
        self._on_changed()

    def show_note(self, note: NoteId | None) -> None:
        """Follow a note, or say how one is chosen."""
        self.vm.show_note(note)

    def clear(self) -> None:
        """Show no note."""
        self.vm.show_note(None)

    def sizeHint(self) -> QSize:
        """Return the width at which it opens."""
        return QSize(WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width that its splitter allows."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, close with Esc or Space; up and down turn to the list's next note."""
        if event.key() in _ENTER:
            self._on_open()
        elif event.key() in _CLOSING:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self._on_measure()
        elif event.key() in _STEPS:
            self.step_wanted.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Cover the reading when the panel or its page goes away."""
        super().hideEvent(event)
        self.body.reading.cover()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sunken ground, and its edge where no splitter draws a line."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.sunken)
        if self.window().width() < OVER_BELOW:
            painter.fillRect(QRect(0, 0, 1, self.height()), tokens.control)
        painter.end()

    def _build(self) -> None:
        self.setAccessibleName(strings.NAME)
        self._scroll.setWidget(self.body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(self._theme, self._scroll)
        head = QVBoxLayout()
        head.setContentsMargins(PADDING, 0, PADDING - OUT, 0)
        head.addWidget(self.head)
        head.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, PADDING, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addStretch(0)
        column.addWidget(self._foot)
        self._build_foot()
        self._measure()

    def _build_foot(self) -> None:
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(PADDING, BAR_PADDING - 1, PADDING, BAR_PADDING)
        self._bar.setSpacing(8)
        self._bar.addWidget(self.open_button)
        self._bar.addWidget(self.steps_button)
        self._bar.addWidget(self.prepare_button)
        self._bar.addStretch(1)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(PADDING, 0, PADDING, 0)
        self._line.addWidget(self._written)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (self._bar, self._line):
            column.addWidget(hairline())
            column.addLayout(row)

    def _connect(self) -> None:
        self.head.stepped.connect(self.step_wanted)
        self.head.closed.connect(self.closed)
        self.open_button.clicked.connect(self._on_open)
        self.steps_button.clicked.connect(self._on_steps)
        self.prepare_button.clicked.connect(self.prepare_wanted)
        self.body.links.opened.connect(self.open_wanted)
        self.vm.changed.connect(self._on_changed)
        self.vm.turned.connect(self._on_turned)
        self.body.reading.uncovered.connect(self._on_uncovered, Qt.ConnectionType.QueuedConnection)
        self._theme.changed.connect(self._measure)
        self._theme.cover_changed.connect(self._on_changed)

    @property
    def _today(self) -> date:
        return today(self._clock)

    @Slot()
    def _measure(self) -> None:
        self._written.setMinimumHeight(self._theme.scale.grow(FOOTER, 16) - 1)
        self.update()

    @Slot()
    def _on_turned(self) -> None:
        self.body.reading.cover()
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def _on_uncovered(self) -> None:
        """Bring the words into view, once they have their height."""
        self._scroll.ensureWidgetVisible(self.body.reading)

    @Slot()
    def _on_changed(self) -> None:
        peek = self.vm.peek
        for part in (self._scroll, self._foot):
            part.setVisible(peek is not None)
        self._nothing.setVisible(peek is None)
        self.head.show_note(peek.read.note if peek else None, self._today)
        if peek is not None:
            self.prepare_button.setVisible(peek.read.note.kind is Kind.CONCERN)
            self.body.show_peek(peek, self._today)
            self.steps_button.setVisible(peek.read.note.share_state is not None)
            self._written.setText(strings.footer(peek.read.note.days_late, peek.read.versions))

    @Slot()
    def _on_steps(self) -> None:
        if self.vm.note is not None:
            button = self.steps_button
            self.steps_wanted.emit(self.vm.note, button.mapToGlobal(button.rect().topLeft()))

    def _on_measure(self) -> None:
        if self.vm.note is not None:
            corner = self.head.mapToGlobal(self.head.rect().bottomLeft())
            self.measure_wanted.emit(self.vm.note, corner)

    @Slot()
    def _on_open(self) -> None:
        if self.vm.note is not None:
            self.open_wanted.emit(self.vm.note)

"""What is better now, and when to look again: the card under the lines of a thread."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from managernotes.domain.thread import Thread
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.notes.choice_button import ChoiceButton
from managernotes_ui.notes.day_popup import DayPopup
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.threads.thread_words import ThreadWords
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.plain_editor import PlainEditor
from managernotes_ui.widgets.text_label import TextLabel

_LEAST, _MOST = 2, 5
"""Lines of the sentence that show at least and at most."""
_BESIDE = 172
_STACKED_BELOW = 440
_FAR = timedelta(days=730)
_OFFERS = (
    (strings.IN_A_WEEK, timedelta(days=7)),
    (strings.IN_TWO_WEEKS, timedelta(days=14)),
    (strings.IN_A_MONTH, timedelta(days=28)),
)


class _Sentence(PlainEditor):
    """Grows with its text, then scrolls; it lies on the card and has no border of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.BETTER, strings.BETTER_HINT, style=Type.BODY)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Return the height of the text, within bounds."""
        line = self._theme.fonts.line(Type.BODY)
        wanted = math.ceil(self.document().size().height())
        return QSize(0, min(max(wanted, _LEAST * line), _MOST * line) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(self._theme.scale.px(120), self._theme.fonts.line(Type.BODY) + 2)


class ClosingCard(Card):
    """`typed` brings the sentence, `day_chosen` the day to look again or None."""

    typed = Signal(str)
    day_chosen = Signal(object)

    def __init__(self, theme: Theme, dates: DateWords) -> None:
        super().__init__()
        self._theme = theme
        self._dates = dates
        self._today = date.min
        self._look_on: date | None = None
        self.sentence = _Sentence(theme)
        self.look = ChoiceButton(theme, strings.LOOK_AGAIN)
        self._label = TextLabel(theme, strings.BETTER, Type.NAME)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.sentence.textChanged.connect(self._on_text)
        self.look.clicked.connect(self._offer_days)
        self._is_showing = False

    def show_thread(self, thread: Thread, words: ThreadWords, today: date) -> None:
        """Show the sentence and the day of a thread; what is being typed stays as it is."""
        self._today, self._look_on = today, thread.look_on
        if self.sentence.toPlainText() != thread.words.better_now:
            self._is_showing = True
            self.sentence.setPlainText(thread.words.better_now)
            self._is_showing = False
        closed = thread.closed_on
        label = strings.BETTER
        if closed is not None:
            label = strings.BETTER_SINCE.format(day=words.long_day(closed))
        self._label.setText(label)
        self.sentence.setAccessibleName(label)
        day = thread.look_on
        self.look.show_choice(
            strings.NO_LOOK if day is None else words.short_day(day), Icon.CALENDAR
        )

    def ask_for_sentence(self) -> None:
        """Put the keyboard where the missing sentence goes."""
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the day under the sentence where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() / self._theme.scale.text < _STACKED_BELOW
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def _build(self) -> None:
        said = QWidget()
        said.setProperty("ground", "none")
        left = QVBoxLayout(said)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        left.addWidget(self._label)
        left.addWidget(self.sentence)
        left.addStretch(1)
        beside = QWidget()
        beside.setProperty("ground", "none")
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(TextLabel(self._theme, strings.LOOK_AGAIN, Type.NAME))
        right.addWidget(self.look)
        right.addStretch(1)
        self.look.setMinimumWidth(_BESIDE)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(24)
        self._row.addWidget(said, 1)
        self._row.addWidget(beside)
        self.setLayout(self._row)

    @Slot()
    def _on_text(self) -> None:
        if not self._is_showing:
            self.typed.emit(self.sentence.toPlainText())

    @Slot()
    def _offer_days(self) -> None:
        menu = Menu(self._theme, self)
        menu.setAccessibleName(strings.LOOK_AGAIN)
        for words, ahead in _OFFERS:
            day = self._today + ahead
            hint = self._dates.weekday_and_day(day, self._today)
            menu.add_item(words, Icon.CALENDAR, hint, partial(self.day_chosen.emit, day))
        menu.add_item(strings.CHOOSE_DAY, Icon.CALENDAR, run=self._choose_day)
        menu.addSeparator()
        menu.add_item(strings.NO_DAY, Icon.X, run=lambda: self.day_chosen.emit(None))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.look.list_corner())
        menu.setActiveAction(menu.actions()[0])

    def _choose_day(self) -> None:
        popup = DayPopup(self._theme, self._dates, self._today + _FAR, self)
        popup.chosen.connect(self.day_chosen)
        popup.open_at(self.look.list_corner(), self._look_on or self._today + _OFFERS[0][1])


def muted(theme: Theme, words: str) -> TextLabel:
    """Return one muted sentence that stands where there is nothing else."""
    return TextLabel(theme, words, Type.LIST, tone=Role.MUTED, lines=0)

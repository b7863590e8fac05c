"""The head of the page after a talk: with whom, when it was held, how late it is written."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords, days_later
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_sheet import Held
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.meeting.held_popup import HeldPopup
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_LEAST_TITLE = 96
"""With less room beside the day the title is left out; the page's own title says with whom."""


class AfterHeader(QWidget):
    """The day and the times can be changed; how late it is written never can (INV-03)."""

    done_wanted = Signal()
    tomorrow_wanted = Signal()

    def __init__(self, theme: Theme, vm: AfterViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._dates = DateWords()
        self._title = TextLabel(theme, "", Type.TITLE)
        self._about = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self._about.hold_text(Uncover(theme, self._about, None))
        self.held = make_button(theme, "", role=ButtonRole.LINK, size=ButtonSize.LINE)
        self._written = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self._written_below = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self._under = QWidget()
        self._dot = TextLabel(theme, strings.BETWEEN.strip(), Type.LIST, tone=Role.MUTED)
        self.tomorrow = make_button(theme, strings.ASK_TOMORROW, role=ButtonRole.QUIET)
        self.done = make_button(
            theme, strings.DONE, role=ButtonRole.PRIMARY, key="Ctrl+Enter", tip=strings.ACT_DONE
        )
        self._lay_out()
        self.held.clicked.connect(self._on_held)
        self.done.clicked.connect(self.done_wanted)
        self.tomorrow.clicked.connect(self.tomorrow_wanted)
        vm.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Say with whom and when."""
        read, vm = self._vm.sheet.read, self._vm
        if read is None:
            return
        form = strings.TITLE_LATER if vm.sheet.is_later else strings.TITLE
        self._title.setText(form.format(name=vm.sheet.name))
        self._about.setText(vm.sheet.shown_text(read.talk.words.title) or strings.UNTITLED)
        self.held.setText(
            held_words(vm.sheet.held, self._dates, vm, is_held=bool(read.talk.held_on))
        )
        self.held.setAccessibleName(f"{strings.HELD_NAME}: {self.held.text()}")
        self.held.updateGeometry()
        written = read.talk.logged_on or vm.sheet.today
        late = max((written - vm.sheet.held.on).days, 0)
        said = strings.WRITTEN.format(when=days_later(late))
        self._written.setText(f"{strings.BETWEEN.strip()} {said}")
        self._written_below.setText(said)
        self.tomorrow.setVisible(not vm.sheet.is_later)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put how late it is written on a line of its own where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = sum(one.sizeHint().width() + 8 for one in (self.tomorrow, self.done))
        room = self.width() - buttons
        parts = (self._about, self._dot, self.held, self._written)
        narrow = sum(part.sizeHint().width() + 4 for part in parts) > room
        self._written.setVisible(not narrow)
        self._written_below.setVisible(narrow)
        has_title = not narrow or self.held.sizeHint().width() + _LEAST_TITLE < room
        for part in (self._about, self._dot):
            part.setVisible(has_title)
        # A button of one line has no least height of its own: the style sheet takes it away.
        self._under.setMinimumHeight(self.held.sizeHint().height())

    def _lay_out(self) -> None:
        under = QHBoxLayout(self._under)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(4)
        under.addWidget(self._about)
        under.addWidget(self._dot)
        under.addWidget(self.held)
        under.addWidget(self._written)
        under.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._under)
        words.addWidget(self._written_below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.tomorrow)
        row.addWidget(self.done)

    @Slot()
    def _on_held(self) -> None:
        popup = HeldPopup(self._theme, self._dates, self._vm.sheet.today, self)
        popup.chosen.connect(self._vm.set_held)
        popup.open_at(self.held.mapToGlobal(QPoint(0, self.held.height() + 4)), self._vm.sheet.held)


def held_words(held: Held, dates: DateWords, vm: AfterViewModel, *, is_held: bool) -> str:
    """Return "held Thu 26 Nov, 09:30 to 09:54"."""
    day = dates.weekday_and_day(held.on, vm.sheet.today)
    if not is_held:
        return strings.NOT_HELD.format(day=day)
    if held.began is None:
        return strings.HELD.format(day=day)
    began = f"{held.began:%H:%M}"
    if held.ended is None:
        return strings.HELD_FROM.format(day=day, began=began)
    return strings.HELD_FROM_TO.format(day=day, began=began, ended=f"{held.ended:%H:%M}")

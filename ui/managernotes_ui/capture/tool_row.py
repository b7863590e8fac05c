"""The row under the composer's line: kind, day, and a hint; its choices change the line."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.observation import KIND_WORDS, Kind
from managernotes_ui.capture.capture_vm import CaptureViewModel
from managernotes_ui.capture.line_field import LineField
from managernotes_ui.capture.splices import sign_splice
from managernotes_ui.capture.tool_chip import ToolChip
from managernotes_ui.common.dates import DAYS_IN_WEEK, DateWords
from managernotes_ui.common.strings import capture as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.key_cap import KeyCapLabel
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.text_label import TextLabel

_HEIGHT, _LINE, _LEFT, _RIGHT, _GAP = 36, 16, 11, 13, 8


class ToolRow(QWidget):
    """36 high; what it shows is read from the line, what is chosen is written into the line."""

    def __init__(
        self, field: LineField, vm: CaptureViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._vm = vm
        self._dates = DateWords()
        self._told = ""
        self._kinds = Menu(theme, self)
        self._days = Menu(theme, self)
        self.kind_chip = ToolChip(theme, self._kinds, self)
        self.day_chip = ToolChip(theme, self._days, self)
        self._theme = theme
        self._hint = TextLabel(theme, strings.FACT_FIRST, Type.META, tone=Role.MUTED, lines=2)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._key = KeyCapLabel(theme, strings.KEY_SAVE)
        self._fill_kinds()
        self._days.aboutToShow.connect(self._fill_days)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.kind_chip)
        layout.addWidget(self.day_chip)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self._key)
        vm.reading_changed.connect(self._on_reading_changed)
        field.told.connect(self._on_told)
        self._on_reading_changed()

    def needed_height(self) -> int:
        """Return 36, or what the two lines of a longer sentence need."""
        one, two = (self._theme.scale.px(lines * _LINE) for lines in (1, 2))
        return self._theme.scale.grow(_HEIGHT, _LINE) if self._fits(one) else two + 2 * _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the hint only whole (SPEC §7, 38b)."""
        super().resizeEvent(event)
        self._show_words()

    def _fill_kinds(self) -> None:
        for kind in KIND_WORDS:
            look = kind_look(kind)
            self._kinds.add_item(look.word, look.icon, run=partial(self._choose_kind, kind))
        self._kinds.addSeparator()
        plain = kind_look(Kind.LOOSE)
        self._kinds.add_item(
            strings.PLAIN_NOTE, plain.icon, run=partial(self._choose_kind, Kind.LOOSE)
        )

    @Slot()
    def _fill_days(self) -> None:
        today = self._vm.today
        self._days.clear()
        for back in range(DAYS_IN_WEEK):
            day = today - timedelta(days=back)
            words = self._dates.weekday_and_day(day, today)
            named = strings.NEAR_DAYS.get(back, "{day}").format(day=words)
            self._days.add_item(named, run=partial(self._choose_day, back))
        self._days.addSeparator()
        self._days.add_item(strings.ANOTHER_DAY, run=self._type_a_day)

    def _choose_kind(self, kind: Kind) -> None:
        self._field.take(self._vm.kind_splice(kind))

    def _choose_day(self, days_back: int) -> None:
        day = self._vm.today - timedelta(days=days_back)
        self._field.take(self._vm.day_splice(day))

    def _type_a_day(self) -> None:
        self._field.take(sign_splice(self._vm.line, "^"))
        self._field.set_caret(len(self._vm.line))

    @Slot()
    def _on_reading_changed(self) -> None:
        reading, today = self._vm.reading, self._vm.today
        look = kind_look(reading.kind)
        word = look.word if reading.kind is not Kind.LOOSE else strings.NO_KIND
        self.kind_chip.say(look.icon, look.role, word, strings.KIND_NAME.format(kind=word))
        day = self._dates.weekday_and_day(reading.occurred_on, today)
        self.day_chip.say(Icon.CALENDAR, Role.MUTED, day, strings.DAY_NAME.format(day=day))
        self._show_words()

    @Slot(str)
    def _on_told(self, sentence: str) -> None:
        """Show why the line was not taken, in place of the hint."""
        self._told = sentence
        self._show_words()

    def _show_words(self) -> None:
        self._hint.set_tone(Role.DANGER if self._told else Role.MUTED)
        self._hint.setText(self._told or strings.FACT_FIRST)
        if not self._told and not self._fits(self._theme.scale.px(_LINE)):
            self._hint.setText("")

    def _fits(self, height: int) -> bool:
        """Whether the words need no more height than this in the room they have."""
        used = (part.sizeHint().width() for part in (self.kind_chip, self.day_chip, self._key))
        room = self.width() - _LEFT - _RIGHT - sum(used) - 3 * _GAP
        return self._hint.heightForWidth(max(room, 1)) <= height

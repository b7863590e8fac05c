"""The one change and whether it held: the card under the questions (SPEC §7.28)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.lesson import Lesson, LessonState
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons.held_row import HeldRow
from managernotes_ui.lessons.lesson_words import LessonLines
from managernotes_ui.lessons.lessons_vm import LessonsViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button, make_button
from managernotes_ui.widgets.card import Card, hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_SIDE, _GAP, _BESIDE = 16, 16, 104
_STACKED_BELOW = 560


class ChangeCard(Card):
    """`agree_wanted` asks for the sheet of the change."""

    agree_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words = TextLabel(theme, "", Type.BODY_MEDIUM, lines=0)
        self.owner = TextLabel(theme, "", Type.BODY)
        self.day = TextLabel(theme, "", Type.BODY)
        self.agree = make_button(
            theme, strings.AGREE, size=ButtonSize.SMALL, key="Ctrl+Enter", tip=strings.AGREE
        )
        self.edit = icon_button(
            theme,
            Icon.PENCIL,
            strings.EDIT_CHANGE,
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
        )
        self.held = HeldRow(theme)
        self._line = hairline()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside: list[QWidget] = []
        self._build()
        uncover = Uncover(theme, self, None)
        for label in (self.words, self.owner):
            label.hold_text(uncover)
        self.agree.clicked.connect(self.agree_wanted)
        self.edit.clicked.connect(self.agree_wanted)

    def show_lesson(self, shown: Lesson, vm: LessonsViewModel, lines: LessonLines) -> None:
        """Show what was agreed, or that nothing is yet."""
        words = shown.words
        has_change = bool(words.change.strip())
        text = words.change if has_change else strings.NO_CHANGE_YET
        if not has_change and words.no_change.strip():
            text = strings.NOTHING_CHANGES.format(why=words.no_change)
        is_agreed = has_change or bool(words.no_change.strip())
        self.words.setText(text)
        self.words.set_tone(Role.TEXT if is_agreed else Role.MUTED)
        self.words.set_style(Type.BODY_MEDIUM if is_agreed else Type.BODY)
        owner, day = self._beside
        owner.setVisible(has_change)
        day.setVisible(is_agreed)
        self.owner.setText(words.change_owner or strings.NO_OWNER)
        due = shown.change_due_on
        self.day.setText(strings.NO_DAY if due is None else lines.short_day(due))
        self.agree.setVisible(not is_agreed)
        self.edit.setVisible(is_agreed and shown.state is not LessonState.CLOSED)
        self._line.setVisible(is_agreed)
        self.held.setVisible(is_agreed)
        self.held.show_lesson(shown, vm, lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put owner and day under the change where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() / self._theme.scale.text < _STACKED_BELOW
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._parts.direction() is not wanted:
            self._parts.setDirection(wanted)

    def _build(self) -> None:
        theme = self._theme
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(8)
        self._parts.addWidget(_pair(theme, strings.CHANGE, self.words), 1)
        for label, value in ((strings.OWNER, self.owner), (strings.FIRST_BY, self.day)):
            part = _pair(theme, label, value)
            part.setMinimumWidth(theme.scale.px(_BESIDE))
            self._beside.append(part)
            self._parts.addWidget(part)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 12, _SIDE, 12)
        head.setSpacing(_GAP)
        sign = GlyphLabel(theme, Icon.REPEAT, 18, Role.ACCENT)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(self._parts, 1)
        head.addWidget(self.agree)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.held)

    @Slot()
    def take_focus(self) -> None:
        """Put the keyboard where the next step is taken."""
        where: QWidget = self.held.first if not self.held.isHidden() else self.agree
        where.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _pair(theme: Theme, label: str, value: TextLabel) -> QWidget:
    pair = QWidget()
    pair.setProperty("ground", "none")
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(TextLabel(theme, label, Type.META, tone=Role.MUTED))
    column.addWidget(value)
    column.addStretch(1)
    return pair

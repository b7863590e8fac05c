"""The two lines under a lesson: shared with the team, and the goal it serves (SPEC §7.28)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.lesson import Lesson
from managernotes.domain.links import Link
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons.lesson_goals import ServedGoal
from managernotes_ui.lessons.lesson_words import LessonLines
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize, icon_button, make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_ROW, _GAP = 40, 12
_COPIED_MS = 2_000


class LessonFoot(QWidget):
    """`copy_wanted` and `goal_wanted` ask for what their buttons say."""

    copy_wanted = Signal()
    goal_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("ground", "none")
        self.shared = TextLabel(theme, "", Type.LIST, lines=2)
        self.goal = TextLabel(theme, "", Type.LIST, lines=2)
        self.whose = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self.copy = make_button(
            theme, strings.COPY, icon=Icon.COPY, size=ButtonSize.TINY, key="Ctrl+Shift+C"
        )
        self.choose = make_button(theme, strings.CHOOSE_GOAL, size=ButtonSize.TINY)
        self.other = icon_button(
            theme,
            Icon.ELLIPSIS,
            strings.OTHER_GOAL,
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
        )
        self.came_from = TextLabel(theme, "", Type.LIST, lines=2)
        self.open_note = make_button(
            theme, strings.OPEN_NOTE, size=ButtonSize.TINY, tip=strings.OPEN_NOTE_TIP
        )
        self.open_note.setAccessibleName(strings.OPEN_NOTE_TIP)
        self._copy_words = strings.COPY
        self._told = QTimer(self, interval=_COPIED_MS, singleShot=True)
        self._told.timeout.connect(self._on_told)
        self._build()
        for label in (self.goal, self.came_from):
            label.hold_text(Uncover(theme, label, None))
        self.open_note.clicked.connect(self.note_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        for button in (self.choose, self.other):
            button.clicked.connect(self.goal_wanted)

    def show_lesson(
        self, shown: Lesson, goal: ServedGoal | None, whose: str, lines: LessonLines
    ) -> None:
        """Show whether it was shared, and what it serves."""
        day = shown.shared_on
        is_shared = day is not None
        self.shared.setText(
            strings.NOT_SHARED if day is None else strings.SHARED.format(day=lines.short_day(day))
        )
        self._copy_words = strings.COPY_AGAIN if is_shared else strings.COPY
        if not self._told.isActive():
            self._on_told()
        self.goal.setText(
            strings.NO_GOAL if goal is None else strings.GOAL.format(title=goal.title)
        )
        self.whose.setText(whose)
        self.whose.setVisible(bool(whose))
        self.choose.setVisible(goal is None)
        self.other.setVisible(goal is not None)

    def show_notes(self, notes: Sequence[Link], lines: LessonLines) -> None:
        """Show the note it came from; without one there is no such line."""
        for part in self._of_notes:
            part.setVisible(bool(notes))
        if notes:
            first, more = notes[0], len(notes) - 1
            day = "" if first.on is None else lines.day(first.on)
            words = strings.FROM_MORE if more else strings.FROM_NOTES
            self.came_from.setText(words.format(day=day, number=more, text=first.text))

    def tell_copied(self) -> None:
        """Say for a moment that it is on the clipboard."""
        self._say(strings.COPIED)
        self._told.start()

    @property
    def goal_button(self) -> Button:
        """The button under which goals are offered."""
        return self.other if self.choose.isHidden() else self.choose

    def goal_corner(self) -> QPoint:
        """Return the global point where goals are offered."""
        button = self.goal_button
        return button.mapToGlobal(QPoint(0, button.height() + 4))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row(Icon.USERS, self.shared, self.copy))
        column.addWidget(hairline())
        column.addWidget(self._row(Icon.TARGET, self.goal, self.whose, self.choose, self.other))
        self._of_notes = (hairline(), self._row(Icon.LINK, self.came_from, self.open_note))
        for part in self._of_notes:
            column.addWidget(part)

    def _row(self, icon: Icon, words: TextLabel, *after: QWidget) -> QWidget:
        line = QWidget()
        line.setProperty("ground", "none")
        line.setMinimumHeight(self._theme.scale.grow(_ROW, 20))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(GlyphLabel(self._theme, icon, 16), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        for part in after:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    @Slot()
    def _on_told(self) -> None:
        self._say(self._copy_words)

    def _say(self, words: str) -> None:
        self.copy.setText(words)
        self.copy.setAccessibleName(words)
        self.copy.updateGeometry()

"""The tab with the lessons: the list, and the chosen one beside it (SPEC §7.28)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import LessonId, NoteId
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons import lessons_actions as keys
from managernotes_ui.lessons.lesson_answers import SEEN
from managernotes_ui.lessons.lesson_deeds import LessonDeeds
from managernotes_ui.lessons.lesson_pane import LessonPane
from managernotes_ui.lessons.lesson_words import LessonLines
from managernotes_ui.lessons.lessons_empty import NoLessons
from managernotes_ui.lessons.lessons_vm import LessonsViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.line_list import LineList
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.two_line_rows import TwoLineRows
from managernotes_ui.widgets.undo_bar import UndoBar

LIST, LEAST, GAP, LEAST_SHARE = 212, 140, 20, 0.3
_FIRST = 100
"""How much rather the list takes room than what is left under it."""
_ROW_PADDING = 12
_NOT_YET, _LISTED, _EMPTY = range(3)


class LessonsTab(TabBody):
    """Draws a LessonsViewModel; a place that names a lesson chooses it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.vm = LessonsViewModel(desk.session, desk.directory, self)
        self._words = LessonLines(DateWords(), self.vm.today, desk.directory.name_of)
        self.list = LineList(theme, strings.LIST_NAME)
        self.list.setItemDelegate(TwoLineRows(theme, self.list))
        self.counts = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.pane = LessonPane(theme, self.vm)
        self.new = make_button(
            theme,
            strings.NEW,
            icon=Icon.PLUS,
            role=ButtonRole.PRIMARY,
            key="Ctrl+T",
            tip=strings.NEW_TITLE,
        )
        self.deeds = LessonDeeds(desk, self, self.vm, self.pane)
        self._empty = NoLessons(theme, self.deeds.new_lesson)
        self._stack, self._beside = QStackedWidget(), QStackedWidget()
        self._column = QWidget()
        self._undo = UndoBar(theme, self, strings.UNDO)
        self._awaited: LessonId | None = None
        """The lesson that was just begun: its first question gets the keyboard."""
        self._build()
        self._connect()
        keys.add_lesson_actions(self.deeds, self, self.list, desk.actions)

    # --- what the page asks -------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Read the lessons; one that is named is chosen."""
        if place.lesson is not None:
            self.list.choose(place.lesson)
            self.vm.choose(place.lesson)
        self.vm.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list; with no lesson yet, onto the button that begins one."""
        begin = self._empty.focusProxy() if self._stack.currentIndex() == _EMPTY else self.list
        assert begin is not None
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding."""
        self._listed.setContentsMargins(left, 0, right, 0)

    def leave(self) -> None:
        """Save what is typed."""
        self.vm.saver.flush()

    def keep(self) -> None:
        """Save what is typed, and stay."""
        self.vm.saver.flush()

    @property
    def has_unsaved(self) -> bool:
        """Whether an answer is in memory only."""
        return self.vm.saver.is_stuck

    @property
    def header_buttons(self) -> Sequence[QWidget]:
        """A new lesson."""
        return (self.new,)

    @property
    def footer_items(self) -> Sequence[str]:
        """What a lesson never is."""
        return (strings.FOOTER,)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The list, the questions, the change, what came of it."""
        return (self.list, self.pane.questions, self.pane.card, self.pane.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its width, and less of a narrow window."""
        super().resizeEvent(event)
        width = self._desk.theme.scale.px(LIST)
        self._column.setFixedWidth(max(min(width, int(self.width() * LEAST_SHARE)), LEAST))

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(
            TextLabel(self._desk.theme, strings.PICK_ONE, Type.LIST, tone=Role.MUTED, lines=0)
        )
        column.addStretch(1)
        for part in (nothing, self.pane):
            self._beside.addWidget(part)
        left = QVBoxLayout(self._column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(_ROW_PADDING)
        left.addWidget(self.list, _FIRST)
        left.addWidget(self.counts)
        left.addStretch(1)
        self.counts.setContentsMargins(_ROW_PADDING, 0, _ROW_PADDING, 0)
        listed = QWidget()
        self._listed = QHBoxLayout(listed)
        self._listed.setSpacing(GAP)
        self._listed.addWidget(self._column)
        self._listed.addWidget(self._beside, 1)
        for page in (QWidget(), listed, self._empty):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        pane, deeds, changes = self.pane, self.deeds, self.vm.changes
        self.new.clicked.connect(deeds.new_lesson)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda _key: pane.questions.focus(0))
        pane.thank.clicked.connect(deeds.thank)
        pane.questions.typed.connect(self._on_typed)
        pane.card.agree_wanted.connect(deeds.agree)
        held = pane.card.held
        held.chosen.connect(deeds.answer)
        held.typed.connect(lambda text: self.vm.typed(SEEN, text))
        held.again_wanted.connect(deeds.offer_again)
        held.close_wanted.connect(deeds.close_lesson)
        pane.foot.copy_wanted.connect(deeds.copy_for_team)
        pane.foot.goal_wanted.connect(deeds.offer_goals)
        pane.foot.note_wanted.connect(deeds.open_note)
        self.vm.changed.connect(self._on_changed)
        changes.begun.connect(self._on_begun)
        changes.binned.connect(self._on_binned)
        changes.thanked.connect(self._on_thanked)
        changes.shared.connect(self._on_shared)
        self._desk.theme.cover_changed.connect(self._on_changed)
        self._desk.theme.changed.connect(self._fit_list)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            keys.lesson_menu(
                self._desk.actions, self._desk.theme, self.list, lambda: self.vm.is_closed
            )
        )

    @Slot(object)
    def _on_chosen(self, key: LessonId | None) -> None:
        if key is not None:
            self.pane.tell("")
            self.vm.choose(key)

    @Slot()
    def _on_changed(self) -> None:
        if not self.vm.is_read:
            return
        began = self._stack.currentIndex()
        lines = self._words.lines(self.vm.lessons)
        self._stack.setCurrentIndex(_LISTED if lines else _EMPTY)
        self.list.show_lines(lines)
        self._show_counts()
        self._fit_list()
        is_chosen = self.vm.shown is not None and self.vm.lesson is not None
        if is_chosen:
            goal = self.vm.goal
            name = self._desk.directory.name_of(goal.person) if goal is not None else ""
            self.pane.show_lesson(self._words, name.partition(" ")[0])
        self._beside.setCurrentIndex(1 if is_chosen else 0)
        if self.isVisible():  # the empty page has a primary of its own
            self.new.setVisible(bool(lines))
        if is_chosen and self.vm.lesson is not None and self.vm.lesson.id == self._awaited:
            self._awaited = None
            self.pane.questions.focus(0)
        elif self._stack.currentIndex() != began and self.isVisible():
            self.begin()

    def _show_counts(self) -> None:
        counts = self.vm.counts
        known = counts is not None and counts.all > 0
        self.counts.setVisible(known)
        if counts is not None and known:
            words = strings.COUNTS if counts.checked else strings.NONE_CHECKED
            self.counts.setText(words.format(checked=counts.checked, all=counts.all))

    @Slot()
    def _fit_list(self) -> None:
        self.list.setMaximumHeight(max(self.list.content_height, 1))

    @Slot(str, str)
    def _on_typed(self, field: str, text: str) -> None:
        self.pane.tell(strings.FELL_BACK if self.vm.waits_again else "")
        self.vm.typed(field, text)

    @Slot(object)
    def _on_begun(self, lesson: LessonId) -> None:
        self.list.choose(lesson)
        self._awaited = lesson

    @Slot(object)
    def _on_binned(self, lesson: LessonId) -> None:
        self._undo.offer(strings.BINNED, lambda: self._bring_back(lesson))

    def _bring_back(self, lesson: LessonId) -> None:
        self.vm.changes.restore(lesson)
        self.list.choose(lesson)

    @Slot(object, bool)
    def _on_thanked(self, note: NoteId, is_said: bool) -> None:  # noqa: FBT001 - a signal's
        words = strings.THANKS_SAID if is_said else strings.THANKS_KEPT
        self._undo.offer(words, lambda: self.vm.changes.take_thanks_back(note))

    @Slot(object)
    def _on_shared(self, lesson: LessonId) -> None:
        self._undo.offer(strings.SHARE_NOTED, lambda: self.vm.changes.take_share_back(lesson))

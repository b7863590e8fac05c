"""The tab with the threads: the list by sort, and the chosen one beside it (SPEC §7.29)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import NoteId, ThreadId
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.style.icons import Icon
from managernotes_ui.threads import threads_actions as keys
from managernotes_ui.threads.closing_card import muted
from managernotes_ui.threads.thread_deeds import ThreadDeeds
from managernotes_ui.threads.thread_list import ThreadList
from managernotes_ui.threads.thread_pane import ThreadPane
from managernotes_ui.threads.thread_rail import REACH
from managernotes_ui.threads.thread_words import ThreadWords
from managernotes_ui.threads.threads_empty import NoThreads
from managernotes_ui.threads.threads_vm import ThreadsViewModel
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.undo_bar import UndoBar

LIST, LEAST, GAP, LEAST_SHARE = 212, 140, 20, 0.34
_NOT_YET, _LISTED, _EMPTY = range(3)


class ThreadsTab(TabBody):
    """Draws a ThreadsViewModel; a place that names a thread chooses it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, dates = desk.theme, DateWords()
        self.vm = ThreadsViewModel(desk.session, desk.directory, self)
        self._words = ThreadWords(
            dates, self.vm.today, desk.directory.name_of, lambda: theme.cover.kinds
        )
        self.list = ThreadList(theme)
        self.pane = ThreadPane(theme, dates, self.vm)
        self.note = make_button(
            theme, strings.NOTE_TO_IT, icon=Icon.PLUS, role=ButtonRole.PRIMARY, key="N"
        )
        self.new = make_button(theme, strings.NEW, key="Ctrl+T")
        self.deeds = ThreadDeeds(desk, self, self.vm, self.pane)
        self._empty = NoThreads(theme, self.deeds.new_thread)
        self._stack, self._beside = QStackedWidget(), QStackedWidget()
        self._undo = UndoBar(theme, self, strings.UNDO)
        self._build()
        self._connect()
        keys.add_thread_actions(self.deeds, self, self.list, self.pane.rail, desk.actions)

    # --- what the page asks -------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Read the threads; one that is named is chosen."""
        if place.thread is not None:
            self.list.choose(place.thread)
            self.vm.choose(place.thread)
        self.vm.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list; with no thread yet, onto the button that begins one."""
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
        """Whether the closing sentence is in memory only."""
        return self.vm.saver.is_stuck

    @property
    def header_buttons(self) -> Sequence[QWidget]:
        """A note to the thread, and a new one."""
        return (self.note, self.new)

    @property
    def footer_items(self) -> Sequence[str]:
        """What closing needs."""
        return (strings.FOOTER,)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The list, the lines, the closing sentence."""
        return (self.list, self.pane.rail, self.pane.card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its width, and less of a narrow window."""
        super().resizeEvent(event)
        width = self._desk.theme.scale.px(LIST)
        self.list.setMaximumWidth(max(min(width, int(self.width() * LEAST_SHARE)), LEAST))

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(REACH, 8, 0, 0)
        column.addWidget(muted(self._desk.theme, strings.PICK_ONE))
        column.addStretch(1)
        for part in (nothing, self.pane):
            self._beside.addWidget(part)
        self.list.setMinimumWidth(LEAST)
        listed = QWidget()
        self._listed = QHBoxLayout(listed)
        self._listed.setSpacing(GAP - REACH)
        self._listed.addWidget(self.list)
        self._listed.addWidget(self._beside, 1)
        for page in (QWidget(), listed, self._empty):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.note.clicked.connect(self.deeds.write_note)
        self.new.clicked.connect(self.deeds.new_thread)
        self.list.chosen.connect(self._on_chosen)
        self.pane.rail.opened.connect(lambda _key: self.deeds.open_line())
        self.pane.stages.wanted.connect(self.deeds.step)
        self.pane.card.typed.connect(self.vm.typed)
        self.pane.card.day_chosen.connect(self.vm.changes.look_on)
        self.vm.changed.connect(self._on_changed)
        self.vm.changes.begun.connect(self.list.choose)
        self.vm.changes.binned.connect(self._on_binned)
        self.vm.changes.unlinked.connect(self._on_unlinked)
        self._desk.theme.cover_changed.connect(self._on_changed)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            keys.thread_menu(self._desk.actions, self._desk.theme, self.list, self.deeds.offers)
        )

    @Slot(object)
    def _on_chosen(self, key: ThreadId | None) -> None:
        if key is not None:
            self.vm.choose(key)

    @Slot()
    def _on_changed(self) -> None:
        if not self.vm.is_read:
            return
        began = self._stack.currentIndex()
        lines = self._words.lines(self.vm.rows)
        self._stack.setCurrentIndex(_LISTED if lines else _EMPTY)
        self.list.show_lines(lines)
        is_chosen = self.vm.row is not None and self.vm.open_thread is not None
        if is_chosen:
            self.pane.show_thread(self._words)
        self._beside.setCurrentIndex(1 if is_chosen else 0)
        self.note.setEnabled(is_chosen)
        if self.isVisible():  # the page shows it with the tab; to no thread there is no note
            self.note.setVisible(bool(lines))
        if self._stack.currentIndex() != began and self.isVisible():
            self.begin()

    @Slot(object)
    def _on_binned(self, thread: ThreadId) -> None:
        self._undo.offer(strings.BINNED, lambda: self._bring_back(thread))

    def _bring_back(self, thread: ThreadId) -> None:
        self.vm.changes.restore(thread)
        self.list.choose(thread)

    @Slot(object, object)
    def _on_unlinked(self, thread: ThreadId, note: NoteId) -> None:
        self._undo.offer(strings.UNLINKED, lambda: self.vm.changes.link_again(thread, note))

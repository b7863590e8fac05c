"""Two revisions of a note side by side, and the way back to the older one (SPEC §7, 39b)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.observation import NoteRevision
from managernotes_ui.common.actions import Actions
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.private_copy import private_text
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes import revision_actions
from managernotes_ui.notes.note_markdown import whole_markdown
from managernotes_ui.notes.revision_header import RevisionHeader
from managernotes_ui.notes.revision_list import RevisionList, RevisionRow
from managernotes_ui.notes.revision_panes import RevisionPanes, head_runs
from managernotes_ui.notes.revisions_vm import RevisionsViewModel
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Navigate, Page, PageName, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_LIST, _PADDING, _LIST_SHARE = 248, 12, 0.3


class RevisionsPage(Page):
    """Draws a RevisionsViewModel."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        actions: Actions,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._navigate = navigate
        self._dates = DateWords()
        self._place: Place | None = None
        self._change = -1
        self._vm = RevisionsViewModel(session, self)
        self._header = RevisionHeader(theme, self._dates)
        self._count = TextLabel(theme, "", Type.META_MEDIUM, tone=Role.MUTED)
        self._list = RevisionList(theme)
        self._panes = RevisionPanes(theme)
        self._panes.hold_texts(Uncover(theme, self._panes, self._list))
        self._build()
        self._connect()
        self._add_actions(actions)

    def show_place(self, place: Place) -> None:
        """Show the revisions of the note that the place names."""
        self._place = place
        if place.note is not None:
            self._vm.show_note(place.note)

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Let the texts go."""
        self._vm.rest()

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """What the marks mean, and that nothing is lost."""
        return (strings.ONLY_OLDER, strings.ONLY_NEWER, strings.NOTHING_LOST)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The list and both texts."""
        return (self._list, self._panes.older, self._panes.newer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list at its width, and at a share of a narrow page."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(_PADDING, _PADDING, _PADDING, 0)
        side.setSpacing(0)
        self._count.setContentsMargins(_PADDING, 4, _PADDING, 8)
        side.addWidget(self._count)
        side.addWidget(self._list, 1)
        self._side = QWidget()
        self._side.setLayout(side)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._side)
        body.addWidget(self._panes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(hairline())
        column.addLayout(body, 1)

    def _connect(self) -> None:
        vm, header = self._vm, self._header
        vm.history_changed.connect(self._on_history_changed)
        vm.choice_changed.connect(self._on_choice_changed)
        vm.compared.connect(self._on_compared)
        self._list.chosen.connect(vm.choose)
        self._list.chosen_right.connect(vm.choose_right)
        header.back_wanted.connect(self._to_note)
        header.previous_wanted.connect(lambda: self._step(-1))
        header.next_wanted.connect(lambda: self._step(1))
        header.copy_wanted.connect(self._copy)
        header.bring_back_wanted.connect(vm.bring_back)
        self._theme.changed.connect(self._arrange)

    def _add_actions(self, actions: Actions) -> None:
        table = (
            (revision_actions.NEXT_CHANGE, lambda: self._step(1)),
            (revision_actions.PREVIOUS_CHANGE, lambda: self._step(-1)),
            (revision_actions.LEFT_OLDER, lambda: self._vm.move_older(1)),
            (revision_actions.LEFT_NEWER, lambda: self._vm.move_older(-1)),
            (revision_actions.BRING_BACK, self._vm.bring_back),
            (revision_actions.COPY_OLDER, self._copy),
            (revision_actions.TO_NOTE, self._to_note),
        )
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for spec, run in table:
            actions.add(spec, self, run, scope=inside)

    def _step(self, by: int) -> None:
        """Go to the next or previous change, round the ends."""
        changes = [number for number, row in enumerate(self._vm.rows) if row.differs]
        if not changes:
            return
        self._change = (self._change + by) % len(changes) if self._change >= 0 else 0
        self._panes.show_change(changes[self._change])
        self._header.say_changes(len(changes), self._change)

    def _copy(self) -> None:
        text = self._vm.older_text()
        if text:
            QGuiApplication.clipboard().setMimeData(private_text(text))

    def _arrange(self) -> None:
        width = min(self._theme.scale.px(_LIST), int(self.width() * _LIST_SHARE))
        self._side.setFixedWidth(max(width, _LIST // 2))

    def _moment(self, version: NoteRevision) -> str:
        return self._dates.moment(version.saved_at, self._vm.today)

    def _words(self, version: NoteRevision) -> str:
        return strings.words(len(whole_markdown(version.text).split()))

    @Slot()
    def _to_note(self) -> None:
        if self._place is not None:
            self._navigate(Place(PageName.NOTE, self._place.person, self._place.note))

    @Slot()
    def _on_history_changed(self) -> None:
        history = self._vm.history
        assert history is not None
        names = ", ".join(person.display_name for person in history.people)
        self._header.show_note(names, history.note.occurred_on, self._vm.today)
        self._header.set_can_bring_back(self._vm.can_compare)
        self._count.setText(strings.compare_two_of(len(history.versions)))

    @Slot()
    def _on_choice_changed(self) -> None:
        vm, history = self._vm, self._vm.history
        assert history is not None
        sides = {vm.older: strings.LEFT, vm.newer: strings.RIGHT} if vm.can_compare else {}
        rows = [
            RevisionRow(self._moment(version), vm.summary(place), sides.get(place, ""))
            for place, version in enumerate(history.versions)
        ]
        self._list.show_rows(rows, vm.older)
        older, newer = history.versions[vm.older], history.versions[vm.newer]
        present = f", {strings.PRESENT_TEXT}" if not vm.newer else ""
        left = head_runs(self._moment(older), self._words(older)) if vm.can_compare else []
        self._panes.show_heads(left, head_runs(self._moment(newer), self._words(newer) + present))

    @Slot()
    def _on_compared(self) -> None:
        self._change = -1
        rows = self._vm.rows
        self._panes.show_rows(rows, alone=not self._vm.can_compare)
        self._header.say_changes(sum(row.differs for row in rows), -1)

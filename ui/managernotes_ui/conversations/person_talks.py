"""The Conversations tab of a person's page: what is planned with them, and what was held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes.clock import today
from managernotes.domain.conversation import ConversationRow, ConversationState
from managernotes.domain.conversation_rules import AHEAD
from managernotes.domain.identity import PersonId
from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import conversations as strings
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.conversations.talks_empty import nothing_yet
from managernotes_ui.shell import commands
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.style.icons import Icon
from managernotes_ui.talks.talk_delegate import REACH
from managernotes_ui.talks.talk_list import TalkList
from managernotes_ui.talks.talk_model import Line, TalkHead
from managernotes_ui.talks.talk_places import leads_to, place_of
from managernotes_ui.talks.talk_words import Group, NextStep, TalkLine, TalkWords
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.empty_room import EmptyRoom

LANE = 12
_MOST = 200
_LISTED, _EMPTY = range(2)
_HEADS = {
    Group.TO_FOLLOW_UP: talk_strings.TO_FOLLOW_UP,
    Group.PLANNED: talk_strings.PLANNED,
    Group.HELD: talk_strings.HELD,
}

OPEN = ActionSpec(
    name="open-persons-talk",
    title=strings.OPEN_TALK,
    section=Section.PERSON,
    shown="Enter",
    sheet="open the talk",
    icon=Icon.MESSAGES_SQUARE,
    in_palette=False,
    on_sheet=False,
)


class PersonTalks(TabBody):
    """A list of talks without names; empty, it teaches."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person: PersonId | None = None
        self._read: Sequence[ConversationRow] = ()
        theme = desk.theme
        self._words = TalkWords(
            DateWords(), lambda: today(desk.session.clock), desk.directory.name_of
        )
        self.list = TalkList(theme, names=False)
        self.plan = make_button(
            theme, strings.PLAN, icon=Icon.PLUS, size=ButtonSize.SMALL, key="Ctrl+Shift+T"
        )
        self._empty = nothing_yet(theme, self._plan)
        self._stack = QStackedWidget()
        self._build()
        self.plan.clicked.connect(self._plan)
        self.list.opened.connect(self._open)
        self.list.step_wanted.connect(self._do_step)
        self._resting = False
        desk.session.talks_changed.connect(self._on_changed)
        desk.session.discreet.changed.connect(self._show)
        scope = Qt.ShortcutContext.WidgetShortcut
        desk.actions.add(OPEN, self.list, self._open_chosen, scope=scope)

    def show_place(self, place: Place) -> None:
        """Read the talks with the person of a place."""
        if place.person != self._person:
            self._person, self._read = place.person, ()
            self.list.show_lines([])
        self._resting = False
        self._reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list, or onto the button that plans the first talk."""
        empty = self._stack.currentIndex() == _EMPTY
        begin = self._empty.focusProxy() if empty else self.list
        assert begin is not None
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Let the list rest until it is shown again."""
        self._resting = True

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding; rows reach 12 px into it."""
        self._tools.setContentsMargins(left, 0, right, 0)
        self._rows.setContentsMargins(left - REACH, 0, right - REACH - LANE, 0)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The button and the list."""
        return (self.plan, self.list)

    def _build(self) -> None:
        self._tools = QHBoxLayout()
        self._tools.addStretch(1)
        self._tools.addWidget(self.plan)
        self._rows = QVBoxLayout()
        self._rows.addWidget(self.list)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tools)
        column.addLayout(self._rows, 1)
        self._stack.addWidget(listed)
        self._stack.addWidget(EmptyRoom(self._desk.theme, self._empty))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self._reload()

    def _reload(self) -> None:
        person = self._person
        if person is not None:
            self._desk.session.read(
                lambda workspace: (person, workspace.talks.of_person(person, _MOST)),
                done=self._on_read,
                channel="person-talks",
                as_stored=True,
            )

    def _on_read(self, read: tuple[PersonId, Sequence[ConversationRow]]) -> None:
        person, self._read = read
        if person == self._person:
            self._show()

    @Slot()
    def _show(self) -> None:
        """Show what was read as it may be shown now."""
        lines = self._lines(self._desk.session.discreet.shown(self._read))
        self.list.show_lines(lines)
        self._stack.setCurrentIndex(_LISTED if lines else _EMPTY)

    def _lines(self, rows: Sequence[ConversationRow]) -> list[Line]:
        lines: list[Line] = []
        for group in Group:
            found = [row for row in rows if _group_of(row) is group]
            if found:
                lines.append(TalkHead(_HEADS[group]))
                lines += [self._words.line(row, group) for row in found]
        return lines

    def _plan(self) -> None:
        self._desk.actions.get(commands.PLAN_TALK.name).trigger()

    def _open_chosen(self) -> None:
        if self.list.talk is not None:
            self._open(self.list.talk)

    @Slot(object)
    def _open(self, line: TalkLine) -> None:
        self._desk.navigator.go(leads_to(line.row))

    @Slot(object)
    def _do_step(self, line: TalkLine) -> None:
        place = place_of(line.step, line.row) if line.step is not None else None
        if place is not None:
            self._desk.navigator.go(place)
        elif line.step is NextStep.RECAP_SENT:
            talk, day = line.row.id, today(self._desk.session.clock)
            self._desk.session.write(
                lambda workspace: workspace.talks.recap_sent(talk, day), changes=Changed.TALKS
            )


def _group_of(row: ConversationRow) -> Group | None:
    """Return where a talk stands; None for one that was given up or is within another."""
    if row.held_on is not None:
        waits = row.follow_up_on is not None or row.recap_open or not row.is_logged
        is_open = row.state is ConversationState.HELD and waits
        return Group.TO_FOLLOW_UP if is_open else Group.HELD
    return Group.PLANNED if row.state in AHEAD and row.within is None else None

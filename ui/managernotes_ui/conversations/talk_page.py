"""A talk while it is held: the agenda left, the notes right, what they asked below (SPEC §7.21)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.conversation import (
    PREPARED_TYPES,
    Conversation,
    ConversationState,
    Topic,
    TopicState,
)
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.conversations import talk_actions
from managernotes_ui.conversations.agenda_pane import WIDTH, AgendaPane
from managernotes_ui.conversations.agenda_rows import (
    AgendaRow,
    AgendaWords,
    minutes_in,
    when_words,
)
from managernotes_ui.conversations.give_day_sheet import GiveDaySheet
from managernotes_ui.conversations.talk_bar import TalkBar
from managernotes_ui.conversations.talk_deeds import TalkDeeds
from managernotes_ui.conversations.talk_reading import TalkRead
from managernotes_ui.conversations.talk_routes import after, leads_to, to_prepare
from managernotes_ui.conversations.talk_vm import TalkViewModel
from managernotes_ui.conversations.talk_writing import TalkWriting
from managernotes_ui.notes.emphasis import BOLD, ITALIC
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.splitter import Splitter

NARROW = 960
_SIDE, _NARROW_SIDE = 32, 24
_MOST_AGENDA = 0.42
"""The agenda's share of a page that is too narrow for its whole width."""
_MINUTE_MS = 20_000
"""How often the clock looks whether another minute has passed."""
_LINES_MS = 250
"""How long the keys rest before the lines are read for promises: typing comes first."""
DISCREET_VIEW = "discreet-view"
"""The action that opens the small window for the room."""


class TalkPage(Page):
    """Draws a TalkViewModel, and hands on what is wanted of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._dates = DateWords()
        self.bar = TalkBar(theme)
        self.agenda = AgendaPane(theme)
        self.writing = TalkWriting(theme)
        self.vm = TalkViewModel(
            desk.session, desk.directory, self.writing.fields, self.writing.has_answer, self
        )
        self.deeds = TalkDeeds(self.vm, lambda: desk.directory.known)
        self._words = AgendaWords(self._dates, lambda: self.vm.today)
        self._splitter = Splitter(theme, Qt.Orientation.Horizontal, strings.PANES)
        self._was_moved = False
        self._lines_soon = QTimer(self, interval=_LINES_MS, singleShot=True)
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._build()
        self._connect()
        self._add_actions()

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show the talk that the place names."""
        if place.conversation is not None:
            self.vm.show_talk(place.conversation)
            self._clock.start()

    def take_focus(self) -> None:
        """Put the keyboard into the notes."""
        self.writing.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what is unsaved, at once."""
        self._clock.stop()
        self.vm.leave()

    def keep(self) -> None:
        """Save what is unsaved, and go on following the vault."""
        self.vm.save_now()

    @property
    def has_unsaved(self) -> bool:
        """Whether words are in memory only, because the vault refused them."""
        return self.vm.has_unsaved

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """When it is or was, and what was found in the lines."""
        talk = self.vm.talk
        if talk is None:
            return ()
        ending = self.vm.ending
        found = strings.found(ending.agreements, ending.owed)
        return tuple(filter(None, (self._when_said(talk), found)))

    @property
    def to_prepare(self) -> Place | None:
        """What is hard about the talk, else with whom it is."""
        return None if self.vm.read is None else to_prepare(self.vm.read)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The agenda and the notes."""
        return (self.agenda, self.writing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the padding of the window's width."""
        super().resizeEvent(event)
        side = _NARROW_SIDE if self.window().width() <= NARROW else _SIDE
        self.bar.set_side(side)
        self.agenda.set_side(side)
        self.writing.set_side(side)
        self._share_width()

    @cached_property
    def day_sheet(self) -> GiveDaySheet:
        """The sheet that lets a topic wait."""
        sheet = GiveDaySheet(self._desk, ground_of(self))
        sheet.given.connect(self.deeds.give_day)
        return sheet

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._splitter.addWidget(self.agenda)
        self._splitter.addWidget(self.writing)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(hairline())
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        vm, rows = self.vm, self.agenda.list
        vm.fields_shown.connect(self._on_fields_shown)
        vm.fields_replaced.connect(lambda: self.writing.replace_fields(vm.fields))
        vm.changed.connect(self._on_changed)
        vm.ended.connect(self._on_ended)
        vm.failed.connect(self._desk.session.failed)
        self.writing.typed.connect(self._on_typed)
        self.writing.asked.left.connect(vm.save_now)
        self.writing.asked.nothing_said.connect(lambda said: vm.answer_nothing(nothing=said))
        self.agenda.add.added.connect(self.deeds.add)
        rows.ticked.connect(self.deeds.tick)
        rows.opened.connect(self._open)
        rows.decide_wanted.connect(self._decide)
        rows.day_wanted.connect(self._give_day)
        rows.let_go_wanted.connect(lambda row: self.deeds.settle(row, TopicState.LET_GO))
        self.bar.begin_wanted.connect(vm.begin)
        self.bar.done_wanted.connect(self._end)
        self.bar.write_wanted.connect(lambda: self._go(PageName.AFTER_TALK))
        self.bar.last_wanted.connect(self._to_last)
        self.bar.discreet_wanted.connect(lambda: self._desk.actions.get(DISCREET_VIEW).trigger())
        self._clock.timeout.connect(self._on_minute)
        self._lines_soon.timeout.connect(self._on_lines_changed)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._desk.theme.changed.connect(self._share_width)

    def _add_actions(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        notes, actions = self.writing.notes, self._desk.actions
        table = (
            (talk_actions.DONE, self._end),
            (talk_actions.TOPIC, self._to_add),
            (talk_actions.CARRY, self.deeds.carry_over),
            (talk_actions.BOLD, lambda: notes.toggle(BOLD)),
            (talk_actions.ITALIC, lambda: notes.toggle(ITALIC)),
        )
        for spec, run in table:
            actions.add(spec, self, run, scope=inside)
        rows = self.agenda.list
        actions.add(talk_actions.TICK, rows, self._tick, scope=Qt.ShortcutContext.WidgetShortcut)

    def _when_said(self, talk: Conversation) -> str:
        day = talk.held_on or talk.planned_on
        if day is None:
            return strings.NO_DAY
        today = self.vm.today
        if talk.held_on is None and talk.began_at is not None:
            return strings.HELD_TODAY
        words = strings.HELD_ON if talk.held_on is not None else strings.PLANNED_FOR
        return words.format(day=self._dates.weekday_and_day(day, today))

    def _shown(self, read: TalkRead) -> TalkRead:
        """Return what stands beside the notes as it may be shown (SPEC §8)."""
        shown = self._desk.session.discreet.shown
        return replace(
            read,
            people=shown(read.people),
            agenda=shown(read.agenda),
            promises=shown(read.promises),
            to_say=shown(read.to_say),
            links=shown(read.links),
        )

    @Slot()
    def _share_width(self) -> None:
        """Give the agenda its width, in a narrow window a share, until it is moved by hand."""
        if not self._was_moved:
            wanted = min(self._desk.theme.scale.px(WIDTH), int(self.width() * _MOST_AGENDA))
            self._splitter.setSizes([wanted, self.width() - wanted])

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._was_moved = True

    @Slot()
    def _on_fields_shown(self) -> None:
        self.writing.show_fields(self.vm.fields)

    @Slot()
    def _on_typed(self) -> None:
        self.vm.typed()
        self.bar.wait_for_answer(waits=not self.vm.may_end)
        self._lines_soon.start()

    @Slot()
    def _on_changed(self) -> None:
        read = self.vm.read
        if read is None:
            return
        shown, talk, today = self._shown(read), read.talk, self.vm.today
        names = ", ".join(person.display_name for person in shown.people)
        when = when_words(self._dates, talk, today)
        sort = talk_strings.TYPES[talk.type]
        last = read.last.held_on if read.last is not None else None
        self.bar.show_talk(
            names,
            " · ".join(filter(None, (sort, when))),
            self._dates.day(last, today) if last is not None else "",
        )
        self.agenda.list.show_lines(self._words.lines(shown))
        self.writing.asked.show_nothing(talk.asked_nothing)
        known = {spec.name for spec, _ in self._desk.actions}
        self.bar.discreet.setVisible(DISCREET_VIEW in known and read.is_ahead)
        self._on_minute()
        self._on_lines_changed()

    @Slot()
    def _on_lines_changed(self) -> None:
        """Follow what the lines say: the button that waits, and what was found in them."""
        read = self.vm.read
        if read is not None:
            begins = read.is_ahead and read.talk.began_at is None
            hard = read.talk.type in PREPARED_TYPES
            held = read.talk.state is ConversationState.HELD and read.talk.logged_on is None
            self.bar.show_step(
                begins=begins, ends=read.is_ahead and not begins, writes=held and hard
            )
            self.bar.wait_for_answer(waits=not self.vm.may_end)
        self.footer_items_changed.emit(list(self.footer_items))

    @Slot()
    def _end(self) -> None:
        """End the talk; while it is not known what they asked, go to that line (S13)."""
        if self.vm.may_end:
            self.vm.end()
        else:
            self.writing.asked.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_minute(self) -> None:
        talk = self.vm.talk
        self.bar.show_clock(None if talk is None else minutes_in(talk, self.vm.now))

    @Slot(object)
    def _on_ended(self, talk: Conversation) -> None:
        """Go on to write down what was hard; else back to the list."""
        read = self.vm.read
        inner = read.inner if read is not None else None
        self._desk.navigator.go(after(talk, inner))

    def _to_add(self) -> None:
        self.agenda.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tick(self) -> None:
        if self.agenda.list.row is not None:
            self.deeds.tick(self.agenda.list.row)

    def _go(self, page: PageName) -> None:
        talk = self.vm.talk
        if talk is not None:
            self._desk.navigator.go(Place(page, conversation=talk.id))

    def _to_last(self) -> None:
        read = self.vm.read
        if read is not None and read.last is not None:
            self._desk.navigator.go(Place(PageName.TALK, conversation=read.last.id))

    @Slot(object)
    def _decide(self, row: AgendaRow) -> None:
        """Give the decision its lines in the notes; the topic has been decided."""
        self.deeds.settle(row, TopicState.DECIDED)
        topic = next((one.text for one in self._topics() if one.id == row.id), row.text)
        self.writing.notes.begin_line(f"## {topic}\n+ ")

    @Slot(object)
    def _give_day(self, row: AgendaRow) -> None:
        self.day_sheet.offer(row)

    def _topics(self) -> Sequence[Topic]:
        read = self.vm.read
        agenda = read.agenda if read is not None else None
        return () if agenda is None else (*agenda.theirs, *agenda.carried, *agenda.mine)

    @Slot(object)
    def _open(self, row: AgendaRow) -> None:
        """Open what a row is about; a topic or a promise is ticked."""
        talk = self.vm.talk
        place = leads_to(row, talk.people[0] if talk is not None else None)
        if place is None:
            self.deeds.tick(row)
        else:
            self._desk.navigator.go(place)

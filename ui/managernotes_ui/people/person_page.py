"""A person's page: write what was seen, read it back, and what is known about them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind
from managernotes_ui.capture.capture_vm import CaptureViewModel
from managernotes_ui.capture.composer import Composer
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import person as strings
from managernotes_ui.people.peek_panel import PeekPanel
from managernotes_ui.people.person_about import PersonAbout
from managernotes_ui.people.person_commands import add_person_actions, note_menu
from managernotes_ui.people.person_header import PersonHeader
from managernotes_ui.people.person_more import PersonMore
from managernotes_ui.people.person_questions import PersonQuestions
from managernotes_ui.people.person_steps import PersonSteps
from managernotes_ui.people.person_timeline import PersonTimeline
from managernotes_ui.people.person_vm import PersonViewModel
from managernotes_ui.people.person_ways import PersonWays
from managernotes_ui.people.unsaved_banner import UnsavedBanner
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.shell.tab_body import Tab
from managernotes_ui.widgets.tab_bar import TabBar

NARROW = 960
PADDING, NARROW_PADDING = 32, 24
WIDEST = 1120


class PersonPage(Page):
    """Header, tabs, and under them the timeline with its composer, other tabs, the About form."""

    def __init__(self, desk: Desk, more: Sequence[Tab] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        dates = DateWords()
        self.vm = PersonViewModel(desk.session, dates, self)
        capture = CaptureViewModel(desk.session, self)
        self.composer = Composer(capture, desk.theme)
        self.header = PersonHeader(desk.theme, dates)
        self.banner = UnsavedBanner(desk.theme, capture)
        self.questions = PersonQuestions(desk, self.vm, self.composer)
        titles = [strings.TAB_TIMELINE, *(tab.title for tab in more), strings.TAB_ABOUT]
        self.tabs = TabBar(desk.theme, titles, more_word=strings.MORE)
        self.timeline = PersonTimeline(desk.theme, self.vm, self.composer, dates)
        self._peek = PeekPanel(desk)
        self._steps = PersonSteps(desk, self.vm, self.timeline.list, self)
        self._ways = PersonWays(desk, self.vm, self)
        self._stack = QStackedWidget()
        self._more = PersonMore(desk, more, self._stack)
        self._wanted: Place | None = None
        self._dates = dates
        self._build()
        self._connect()
        add_person_actions(self, self, self.timeline.list, desk.actions)

    @cached_property
    def about(self) -> PersonAbout:
        """The form, built when it is first looked at: half of what building the page took."""
        about = PersonAbout(self._desk)
        self._stack.addWidget(about)
        if self.vm.person is not None:
            about.show_person(self.vm.person)
        return about

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show the person of a place, and light the note it names."""
        assert place.person is not None
        if place.person != self.vm.person:
            self.leave()
            self.tabs.setCurrentIndex(0)
            self.composer.show_person(place.person)
            if self._has_about:
                self.about.show_person(place.person)
        self.vm.show_person(place.person)
        self.questions.show_person(place.person)
        named = self._more.number_of(place.query)
        if named is None or named + 1 == self.tabs.currentIndex():
            self._more.show_place(place)
        else:
            self._wanted = place
            self.tabs.setCurrentIndex(named + 1)
        if place.note is not None:
            self.timeline.list.choose(place.note)

    @property
    def tab_bar(self) -> TabBar:
        """The tabs under the header."""
        return self.tabs

    def take_focus(self) -> None:
        """Put the keyboard into the list, so that its single-letter keys work at once."""
        body = self._more.shown
        if body is not None:
            body.take_focus()
        elif self._stack.currentWidget() is not self.timeline:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.timeline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Hand the line and the form to the vault; nothing is read while the page is not seen."""
        self._hand_over()
        self._more.leave()
        self.vm.rest()

    def keep(self) -> None:
        """Hand the line and the form to the vault, and go on following it."""
        self._hand_over()
        self._more.keep()

    @property
    def has_unsaved(self) -> bool:
        """Whether the line, or something about the person, is in memory only."""
        unsaved = self.composer.vm.unsaved
        line = unsaved is not None and unsaved.characters > 0
        return line or self._more.has_unsaved or (self._has_about and self.about.vm.has_unsaved)

    @property
    def panel(self) -> QWidget:
        """The panel that shows the chosen note beside the list."""
        return self._peek

    @property
    def panes(self) -> Sequence[QWidget]:
        """The header's buttons, the composer, the list, or what another tab has."""
        body = self._more.shown
        if body is not None:
            return (self.header, self.tabs, *body.panes)
        return (self.header, self.composer, self.timeline.list)

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """How many notes there are, and since when; another tab may have words of its own."""
        body = self._more.shown
        if body is not None and body.footer_items:
            return body.footer_items
        summary = self.vm.summary
        if summary is None or summary.first_on is None:
            return ()
        notes = count(summary.notes, "note")
        month = self._dates.month_and_year(summary.first_on)
        return (strings.FOOTER.format(notes=notes, month=month),)

    @property
    def to_prepare(self) -> Place:
        """The chosen note, if it is a concern; else whose page it is."""
        note = self.note if self.timeline.list.kind is Kind.CONCERN else None
        return Place(PageName.PREPARE, person=self.vm.person, note=note)

    @Slot()
    def close_panel(self) -> None:
        """Put the panel away and go back to the row."""
        if self.is_panel_open:
            self._set_panel(is_open=False)
            self.take_focus()

    # --- what the keys ask --------------------------------------------------------------------

    @property
    def is_panel_open(self) -> bool:
        """Whether the right panel is wanted."""
        return self.header.is_panel_open

    @property
    def note(self) -> NoteId | None:
        """The note that is chosen in the list."""
        return self.timeline.list.note

    @Slot()
    def compose(self) -> None:
        """Begin to write about this person."""
        self.tabs.setCurrentIndex(0)
        self.composer.take_focus()

    @Slot()
    def toggle_panel(self) -> None:
        """Open the panel on the chosen note, or put it away."""
        if self.is_panel_open:
            self.close_panel()
        else:
            self._set_panel(is_open=True)

    @Slot()
    def open_note(self) -> None:
        """Open the chosen note in full."""
        if self.note is not None:
            self._open(self.note)

    @Slot()
    def bin_note(self) -> None:
        """Move the chosen note to the bin."""
        if self.note is not None:
            self.vm.bin(self.note)

    @Slot()
    def say_note(self) -> None:
        """Mark the chosen win or concern as said today."""
        if self.note is not None:
            self.vm.say(self.note)

    @Slot()
    def toggle_team(self) -> None:
        """Mark the chosen note as fit to tell the team, or not."""
        self._steps.toggle_team(self.note)

    @Slot()
    def make_lesson(self) -> None:
        """Make a lesson of the chosen note, and go there."""
        self._steps.make_lesson(self.note)

    @Slot()
    def measure_note(self) -> None:
        """Offer what the chosen note can be measured by."""
        self._steps.measure_chosen()

    def toggle_kind(self, kind: Kind) -> None:
        """Narrow the timeline to a kind, or widen it again."""
        self.vm.toggle_kind(kind)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._stack.addWidget(self.timeline)
        self._head = QVBoxLayout()
        self._head.setSpacing(0)
        self._head.addWidget(self.banner)
        self._head.addWidget(self.questions.banner)
        self._head.addWidget(self.header)
        self._head.addSpacing(16)
        self._head.addWidget(self.tabs)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(16)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        desk = self._desk
        self.composer.vm.unsaved_changed.connect(self._on_unsaved)
        self.questions.changed.connect(self._on_unsaved)
        self._on_unsaved()
        self.questions.write_wanted.connect(self.compose)
        self.timeline.strip.gap_pressed.connect(self.questions.remember)
        self.tabs.currentChanged.connect(self._on_tab)
        self.header.note_wanted.connect(self.compose)
        self.header.goal_wanted.connect(self._ways.goal)
        self.header.prepare_wanted.connect(self._ways.prepare)
        self.header.handover_wanted.connect(self._ways.hand_over)
        self.header.panel_toggled.connect(self.toggle_panel)
        self.composer.escaped.connect(self.take_focus)
        self.timeline.list.note_chosen.connect(self._open)
        self.timeline.list.customContextMenuRequested.connect(
            note_menu(desk.actions, desk.theme, self.timeline.list, self._steps.add_to)
        )
        self.timeline.note_lit.connect(self._on_note_lit)
        self.timeline.compose_wanted.connect(self.compose)
        self._peek.open_wanted.connect(self._open)
        self._peek.steps_wanted.connect(self._steps.offer)
        self._peek.measure_wanted.connect(self._steps.measure)
        self._peek.closed.connect(self.close_panel)
        self._peek.prepare_wanted.connect(self._ways.prepare)
        self._peek.step_wanted.connect(self.timeline.list.step)
        self.vm.summary_changed.connect(self._on_summary)
        self.vm.gone.connect(self._on_gone)
        self.vm.failed.connect(desk.session.failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding, and stop growing at 1120 (SPEC §3)."""
        super().resizeEvent(event)
        side = NARROW_PADDING if self.window().width() <= NARROW else PADDING
        spare = max(0, self.width() - 2 * side - WIDEST)
        self._head.setContentsMargins(side, 0, side + spare, 0)
        self.timeline.set_padding(side, side + spare)
        self._more.set_padding(side, side + spare)

    def _hand_over(self) -> None:
        self.composer.leave()
        if self._has_about:
            self.about.leave()

    @Slot()
    def find_notes(self) -> None:
        """Search what was written about this person."""
        self._ways.find_notes()

    def _set_panel(self, *, is_open: bool) -> None:
        self.header.set_panel_open(is_open)
        self._peek.show_note(self.note if is_open else None)
        self.panel_wanted.emit(is_open)

    @property
    def _has_about(self) -> bool:
        return "about" in self.__dict__

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        place, self._wanted = self._wanted, None
        if 0 < tab <= len(self._more.tabs):
            self._more.bring(tab - 1, place or Place(PageName.PERSON, person=self.vm.person))
        else:
            self._more.rest()
            self._stack.setCurrentWidget(self.about if tab else self.timeline)
        self.footer_items_changed.emit(list(self.footer_items))

    @Slot(object)
    def _open(self, note: NoteId) -> None:
        self._desk.navigator.go(Place(PageName.NOTE, person=self.vm.person, note=note))

    @Slot(object)
    def _on_note_lit(self, note: NoteId | None) -> None:
        if self.is_panel_open:
            self._peek.show_note(note)

    @Slot()
    def _on_summary(self) -> None:
        summary = self.vm.summary
        assert summary is not None
        self.header.show_summary(summary, self.vm.today())
        self.header.set_primary(summary.notes > 0)
        self.footer_items_changed.emit(list(self.footer_items))

    @Slot()
    def _on_unsaved(self) -> None:
        """Make room for a banner, which stands 16 from the top (SPEC §3)."""
        is_above = self.banner.is_needed or self.questions.banner.is_needed
        self._column.setContentsMargins(0, 16 if is_above else 24, 0, 0)

    @Slot()
    def _on_gone(self) -> None:
        """Show who is still there; a page that is not on show leads nowhere."""
        if self.isVisible():
            self._desk.navigator.go(Place(PageName.PEOPLE))

"""The small sheet of Ctrl+P: with whom, and which concern, talk under way or kind."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.preparation import About
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.beginnings import Beginning, Beginnings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel


class PrepareSheet(FormSheet):
    """`chosen` carries the preparation; concerns come first, then talks under way, then kinds."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.SHEET_TITLE, strings.SHEET_BEGIN, parent)
        self._desk = desk
        self._dates = DateWords()
        self.vm = Beginnings(desk.session, self)
        self.who = Select(desk.theme, strings.SHEET_WHO)
        self.what = Select(desk.theme, strings.SHEET_WHAT)
        self._offered: tuple[Beginning, ...] = ()
        self.add_row(LabelledField(desk.theme, strings.SHEET_WHO, self.who))
        self.add_row(LabelledField(desk.theme, strings.SHEET_WHAT, self.what))
        help_line = TextLabel(desk.theme, strings.SHEET_TEXT, Type.META, tone=Role.MUTED, lines=0)
        self.add_row(help_line)
        self.who.currentIndexChanged.connect(self._on_person)
        self.submitted.connect(self._on_submitted)
        self.vm.found.connect(self._on_found)
        self.vm.begun.connect(self._on_begun)
        self.vm.failed.connect(self.tell)

    def offer(self, person: PersonId | None = None) -> None:
        """Open with somebody chosen, if it is known whom."""
        people = self._desk.directory.people
        ids = [one.id for one in people]
        self.who.blockSignals(True)
        self.who.clear()
        for one in people:
            self.who.addItem(one.display_name, one.id)
        self.who.setCurrentIndex(ids.index(person) if person in ids else min(0, len(ids) - 1))
        self.who.blockSignals(False)
        self.tell("" if people else strings.SHEET_NOBODY)
        self._on_found(())
        self._on_person()
        self.show_sheet(self.who if person is None else self.what)

    @Slot()
    def _on_person(self) -> None:
        person = self.who.currentData()
        if person is not None:
            self.vm.ask(person)

    @Slot(tuple)
    def _on_found(self, offered: tuple[Beginning, ...]) -> None:
        kinds = tuple(Beginning(about=about) for about in strings.ABOUTS)
        self._offered = (*offered, *kinds)
        self.what.clear()
        for beginning in self._offered:
            self.what.addItem(self._words(beginning))
        self.what.setCurrentIndex(0)
        self.refit()

    def _words(self, beginning: Beginning) -> str:
        """Return how a beginning is called; covered words are only said to be there (SPEC §8)."""
        covers = self._desk.theme.cover.texts
        if beginning.note is not None and beginning.on is not None:
            day = self._dates.day(beginning.on, self.vm.today)
            form = strings.SHEET_COVERED if covers else strings.SHEET_CONCERN
            return form.format(day=day, headline=beginning.words or strings.NO_WORDS)
        if beginning.conversation is not None:
            form = strings.SHEET_COVERED_TALK if covers else strings.SHEET_UNDER_WAY
            return form.format(title=beginning.words or strings.NO_WORDS)
        about = strings.ABOUTS[beginning.about or About.OTHER]
        return strings.SHEET_NEW.format(kind=about[:1].lower() + about[1:])

    @Slot()
    def _on_submitted(self) -> None:
        person, at = self.who.currentData(), self.what.currentIndex()
        if person is None:
            self.tell(strings.SHEET_NOBODY)
        elif 0 <= at < len(self._offered):
            self.vm.begin(person, self._offered[at])

    @Slot(object)
    def _on_begun(self, preparation: object) -> None:
        self.close_sheet()
        self.chosen.emit(preparation)

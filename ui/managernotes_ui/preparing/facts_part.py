"""Step 2: the moments a camera would have caught, picked from notes or written down here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Source, TimelineRow
from managernotes.domain.preparation import FactRow
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.add_fact import AddFact
from managernotes_ui.preparing.fact_search import FactSearch
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.preparing.tick_line import TickLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_label import TextLabel


class FactsPart(Part):
    """Ticked lines are facts of the talk; below, other notes, a search, and a new fact."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        theme = self._theme
        self.lines: dict[NoteId, TickLine] = {}
        self.offers: dict[NoteId, TickLine] = {}
        self.search = FactSearch(tools.vm, self)
        self.finder = LineEdit(theme, strings.FIND_NOTE, strings.FIND_NOTE, icon=Icon.SEARCH)
        self.single = TickLine(theme, strings.SINGLE_EVENT)
        self.add = AddFact(tools)
        self._chosen = QVBoxLayout()
        self._offered = QVBoxLayout()
        self._none = TextLabel(theme, "", Type.LIST, tone=Role.MUTED, lines=0)
        self._shown: object = None
        self._shown_offers: object = None
        self._build()
        self.finder.textChanged.connect(self.search.look_for)
        self.search.found.connect(self._on_found)
        self.single.ticked.connect(lambda on: self._vm.changes.set(single_event=on))
        self.refresh()

    @property
    def first(self) -> QWidget:
        """The first fact's box, or the field that finds one."""
        line = next(iter((*self.lines.values(), *self.offers.values())), None)
        return self.finder if line is None else line.box

    def refresh(self) -> None:
        """Show the facts of the talk and the notes that could be."""
        read = self._vm.read
        if read is None:
            return
        self.single.set_ticked(read.desk.preparation.single_event)
        self.single.setVisible(len(read.desk.facts) <= 1)
        held = self._held()
        if read.desk.facts != self._shown:
            self._shown = read.desk.facts
            self._show_facts(read.desk.facts)
        self.search.look_again()
        for lines, chosen in ((self.lines, True), (self.offers, False)):
            for line in lines.values():
                line.set_ticked(chosen)  # also after a press that was refused
        self._give_back(held)

    def show_words(self) -> None:
        """Show the fact that was begun here."""
        self.add.show_words()

    def _build(self) -> None:
        for rows in (self._chosen, self._offered):
            rows.setSpacing(0)
        column = self._column
        column.addLayout(self._chosen)
        column.addWidget(self.single)
        column.addSpacing(12)
        column.addWidget(TextLabel(self._theme, strings.FROM_NOTES, Type.SECTION, lines=0))
        column.addSpacing(8)
        column.addWidget(self.finder)
        column.addSpacing(4)
        column.addLayout(self._offered)
        column.addWidget(self._none)
        column.addSpacing(20)
        column.addWidget(self.add)

    def _show_facts(self, facts: Sequence[FactRow]) -> None:
        _empty(self._chosen)
        self.lines = {}
        for fact in facts:
            line = self._line(fact.id, _in_a_line(fact.text), fact.occurred_on, fact.source)
            line.set_ticked(True)
            self.lines[fact.id] = line
            self._chosen.addWidget(line)

    def _held(self) -> NoteId | None:
        """Return the note whose box has the keyboard."""
        lines = (*self.lines.items(), *self.offers.items())
        return next((note for note, line in lines if line.box.hasFocus()), None)

    def _give_back(self, held: NoteId | None) -> None:
        """Let the keyboard follow a note from one list into the other."""
        line = None if held is None else self.lines.get(held) or self.offers.get(held)
        if held is not None:
            (self.finder if line is None else line.box).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(tuple)
    def _on_found(self, rows: tuple[TimelineRow, ...]) -> None:
        """Show what could be a fact; the same notes as before stay as they are."""
        if (rows, self.finder.text()) == self._shown_offers:
            return
        self._shown_offers = (rows, self.finder.text())
        _empty(self._offered)
        self.offers = {}
        for row in rows:
            self.offers[row.id] = self._line(row.id, row.headline, row.occurred_on, None)
            self._offered.addWidget(self.offers[row.id])
        read = self._vm.read
        name = read.called[0][1] if read is not None and read.called else strings.SOMEBODY
        words = strings.NOTHING_FOUND if self.finder.text() else strings.NO_NOTES.format(name=name)
        self._none.setText(words)
        self._none.setVisible(not rows)

    def _line(self, note: NoteId, words: str, on: date, source: Source | None) -> TickLine:
        line = TickLine(
            self._theme,
            words or strings.NO_WORDS,
            name=strings.IN_TALK.format(fact="{}"),
            day=self._tools.dates.day(on, self._vm.today),
            detail="" if source is None else strings.SOURCES[source],
            uncover=self._tools.uncover,
        )
        line.ticked.connect(lambda on: self._vm.changes.set_fact(note, chosen=on))
        return line


def _in_a_line(text: str) -> str:
    """Return the words without marks of Markdown, as one paragraph."""
    return " ".join(without_marks(text).split())


def _empty(rows: QVBoxLayout) -> None:
    while rows.count():
        item = rows.takeAt(0)
        widget = None if item is None else item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

"""How the person of the chosen thanks likes to be thanked: one line of the page's footer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes.errors import NotFoundError
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import thanks_way as strings
from managernotes_ui.today.today_rows import CardRow, Column, Row


class TodayThanks(QObject):
    """`changed` follows when the line is another."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._person: PersonId | None = None
        self.line = ""
        session.people_changed.connect(self._look)

    def show_row(self, row: Row | None) -> None:
        """Follow the chosen row; only a thanks has a line, once the words are written."""
        is_thanks = isinstance(row, CardRow) and row.column is Column.THANK
        person = row.target.person if is_thanks and isinstance(row, CardRow) else None
        if person != self._person:
            self._person = person
            self._show("")
            self._look()

    @Slot()
    def _look(self) -> None:
        person = self._person
        if person is not None:
            self._session.read(
                lambda workspace: workspace.people.get(person),
                done=self._on_read,
                failed=self._on_failed,
                channel="today-thanks",
            )

    def _on_read(self, who: Person) -> None:
        if who.id != self._person:
            return
        name = who.display_name.partition(" ")[0]
        words = " ".join(who.recognition_pref.split())
        hidden = self._session.discreet.covers_texts or not words
        self._show("" if hidden else strings.FOOTER.format(name=name, words=words))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, NotFoundError):
            self._session.failed.emit(error)

    def _show(self, line: str) -> None:
        if line != self.line:
            self.line = line
            self.changed.emit()

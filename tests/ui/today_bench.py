"""The Today page over a real vault, and the short way to put something on it."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from managernotes.clock import today
from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.identity import ConversationId, NoteId, PromiseId
from managernotes.domain.observation import Kind, NewObservation, NoteText, Observation
from managernotes.domain.person import Person
from managernotes.domain.promise import NewPromise, Promise, PromiseOwner, PromiseWords
from managernotes_ui.common.strings import thanks_way
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.today.today_page import TodayPage
from managernotes_ui.today.today_rows import CardRow, Column, PromiseRow, Row, TalkRow
from tests.ui.people_bench import PeopleBench


class TodayScreen:
    """Fill the vault with `note`, `promise` and `talk`, then `show` the page."""

    def __init__(self, bench: PeopleBench) -> None:
        self.bench = bench
        self.dana: Person = bench.bench.dana
        self.arjun: Person = bench.bench.arjun
        self.page = TodayPage(bench.desk)

    @property
    def day(self) -> date:
        """Today."""
        return today(self.bench.bench.clock)

    def note(
        self,
        kind: Kind,
        text: str = "Ran the rollback calmly",
        *,
        days_ago: int = 5,
        person: Person | None = None,
        come_back_in: int | None = None,
    ) -> NoteId:
        """Write a note about somebody."""
        back = None if come_back_in is None else self.day + timedelta(days=come_back_in)
        new = NewObservation(
            text=NoteText(fact=text),
            kind=kind,
            people=((person or self.dana).id,),
            occurred_on=self.day - timedelta(days=days_ago),
            come_back_on=back,
        )
        return self.bench.bench.ask(lambda w: w.notes.add(new)).id

    def promise(
        self, text: str = "Ask facilities", *, mine: bool = True, due_in: int = 0
    ) -> PromiseId:
        """Promise something, or be promised."""
        new = NewPromise(
            owner=PromiseOwner.ME if mine else PromiseOwner.THEM,
            people=(self.dana.id,),
            words=PromiseWords(text=text),
            due_on=self.day + timedelta(days=due_in),
        )
        return self.bench.bench.ask(lambda w: w.promises.add(new)).id

    def talk(
        self,
        in_days: int = 0,
        *,
        sort: ConversationType = ConversationType.ONE_ON_ONE,
        person: Person | None = None,
    ) -> ConversationId:
        """Plan a talk."""
        new = NewConversation(
            type=sort,
            people=((person or self.dana).id,),
            planned_on=self.day + timedelta(days=in_days),
            planned_at=time(14),
        )
        return self.bench.bench.ask(lambda w: w.talks.plan(new)).id

    def show(self, width: int = 1056, height: int = 764) -> None:
        """Show the page as the shell does."""
        self.bench.show(self.page, width, height)
        self.page.show_place(Place(PageName.TODAY))
        self.bench.settle()
        self.page.foot.reload()  # the first time it comes a moment after the rows
        self.bench.settle()
        self.page.take_focus()
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is, and wait for what comes of it."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        self.bench.settle()

    def choose(self, row: int = 0) -> None:
        """Take a talk or a day of the menu that is open."""
        menu = self.page._planning.menu
        assert menu is not None
        entries = [action for action in menu.actions() if not action.isSeparator()]
        when = [action for action in entries if action.text() != thanks_way.ASK]
        when[row].trigger()
        menu.close()
        self.bench.settle()

    def undo(self) -> None:
        """Take back what was just done."""
        self.page.undo_bar.undo()
        self.bench.settle()

    def cards(self, column: Column) -> list[CardRow]:
        """Return the cards of a column."""
        rows = self.page.lists.columns[column].list.rows
        return [row for row in rows if isinstance(row, CardRow)]

    @property
    def promises(self) -> list[PromiseRow]:
        """Return the rows under Promises."""
        return [row for row in self.page.lists.promises.rows if isinstance(row, PromiseRow)]

    @property
    def talks(self) -> list[TalkRow]:
        """Return the rows under One-to-ones."""
        return [row for row in self.page.lists.talks.rows if isinstance(row, TalkRow)]

    @property
    def chosen(self) -> Row | None:
        """Return the chosen row."""
        return self.page.lists.row

    def stored(self, note: NoteId) -> Observation:
        """Return a note as it is in the vault."""
        return self.bench.bench.ask(lambda w: w.notes.get(note))

    def kept(self, promise: PromiseId) -> Promise:
        """Return a promise as it is in the vault."""
        return self.bench.bench.ask(lambda w: w.promises.get(promise))

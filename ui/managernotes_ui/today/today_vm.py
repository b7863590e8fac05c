"""State and commands behind the Today page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.identity import ConversationId, NoteId, PersonId, PromiseId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.services.workspace import Workspace
from managernotes.text.promise_lines import read_lines
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import today as strings
from managernotes_ui.common.today_watch import TodayWatch
from managernotes_ui.today.today_rows import CardRow, PromiseRow, TodayRows
from managernotes_ui.today.today_words import TodayWords

_NOTHING = TodayRows(columns={}, numbers={})


class TodayViewModel(QObject):
    """Follows the watch and the directory; `done` brings what happened and its way back."""

    changed = Signal()
    done = Signal(str, object)
    """What was done, in words, and a callable that takes it back."""

    def __init__(
        self, session: Session, watch: TodayWatch, words: TodayWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = watch
        self._words = words
        self._rows = _NOTHING
        watch.changed.connect(self.look_again)
        self.look_again()

    @property
    def is_read(self) -> bool:
        """Whether the vault has been read."""
        return self._watch.today is not None

    @property
    def rows(self) -> TodayRows:
        """What the page shows."""
        return self._rows

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    def reload(self) -> None:
        """Read it again."""
        self._watch.reload()

    def say(self, card: CardRow) -> None:
        """Note that they heard it today; the concerns of the same talk with it."""
        notes = _notes(card)
        day, talk = self.today(), card.planned_in

        def said(workspace: Workspace) -> None:
            for note in notes:
                workspace.sharing.said(note, day, talk)

        def unsaid(workspace: Workspace) -> None:
            for note in notes:
                workspace.sharing.unsay(note)

        self._write(said, Changed.NOTES_AND_TALKS, strings.SAID_IT.format(name=card.name), unsaid)

    def plan(self, card: CardRow, talk: ConversationId, words: str) -> None:
        """Plan to say it in a talk; `words` name that talk."""
        notes = _notes(card)

        def planned(workspace: Workspace) -> None:
            for note in notes:
                workspace.sharing.plan(note, talk)

        self._write(planned, Changed.NOTES_AND_TALKS, words, _unplan(notes))

    def plan_on(self, card: CardRow, day: date, words: str) -> None:
        """Plan to say it in a new one-to-one on a day."""
        notes, person = _notes(card), card.target.person
        if person is None:
            return
        made: list[ConversationId] = []

        def planned(workspace: Workspace) -> None:
            talk = workspace.talks.plan(_one_to_one(person, day))
            made.append(talk.id)
            for note in notes:
                workspace.sharing.plan(note, talk.id)

        def back(workspace: Workspace) -> None:
            _unplan(notes)(workspace)
            for talk in made:
                workspace.talks.bin(talk)

        self._write(planned, Changed.NOTES_AND_TALKS, words, back)

    def plan_talk(self, person: PersonId, day: date, words: str) -> None:
        """Plan a one-to-one with somebody on a day."""
        made: list[ConversationId] = []

        def planned(workspace: Workspace) -> None:
            made.append(workspace.talks.plan(_one_to_one(person, day)).id)

        def back(workspace: Workspace) -> None:
            for talk in made:
                workspace.talks.bin(talk)

        self._write(planned, Changed.TALKS, words, back)

    def helped(self, card: CardRow, how: str) -> None:
        """Write down what was done for somebody; they wait no longer."""
        note, person = card.target.note, card.target.person
        if note is None or person is None or not how.strip():
            return
        made: list[NoteId] = []

        def support(workspace: Workspace) -> None:
            added = workspace.notes.add(
                NewObservation(
                    text=NoteText(fact=how.strip()),
                    kind=Kind.SUPPORT_GIVEN,
                    people=(person,),
                    occurred_on=self.today(),
                )
            )
            made.append(added.id)

        def back(workspace: Workspace) -> None:
            for added in made:
                workspace.notes.bin(added)

        self._write(support, Changed.NOTES, strings.HELPED_IT.format(name=card.name), back)

    def promise(self, card: CardRow, words: str) -> None:
        """Promise somebody something; a day that the words name is the day it is due."""
        person = card.target.person
        read = read_lines(words, (), self.today())
        if person is None or not read:
            return
        new = NewPromise(
            owner=PromiseOwner.ME,
            people=(person,),
            words=PromiseWords(text=read[0].text),
            due_on=read[0].due_on,
        )
        made: list[PromiseId] = []

        def promised(workspace: Workspace) -> None:
            made.append(workspace.promises.add(new).id)

        def back(workspace: Workspace) -> None:
            for one in made:
                workspace.promises.bin(one)

        self._write(promised, Changed.TALKS, strings.PROMISED.format(name=card.name), back)

    def told(self, row: PromiseRow) -> None:
        """Note that they heard today that a promise moved, or was dropped."""
        promise = row.target.promise
        if promise is not None:
            self._session.write(
                lambda workspace: workspace.promises.told(promise), changes=Changed.TALKS
            )

    def keep(self, row: PromiseRow) -> None:
        """Tick a row: a promise was kept today, a note needs no coming back to.

        One that was dropped without a word is told instead.
        """
        if row.target.note is not None:
            self._forget_day(row.target.note, row.come_back_on)
            return
        if row.is_dropped:
            self.told(row)
            return
        promise = row.target.promise
        if promise is None:
            return
        self._write(
            lambda workspace: workspace.promises.keep(promise),
            Changed.TALKS,
            strings.KEPT,
            lambda workspace: workspace.promises.reopen(promise),
        )

    def _forget_day(self, note: NoteId, day: date | None) -> None:
        self._write(
            lambda workspace: workspace.notes.change(note, come_back_on=None),
            Changed.NOTES,
            strings.DONE_WITH,
            lambda workspace: workspace.notes.change(note, come_back_on=day),
        )

    def _write(
        self,
        work: Callable[[Workspace], object],
        changes: Changed,
        words: str,
        back: Callable[[Workspace], object],
    ) -> None:
        def take_back() -> None:
            self._session.write(back, changes=changes)

        self._session.write(
            work, changes=changes, done=lambda _outcome: self.done.emit(words, take_back)
        )

    @Slot()
    def look_again(self) -> None:
        """Put what was read into words anew: names or covers may be others."""
        found = self._watch.today
        if found is not None:
            self._rows = self._words.rows(found)
            self.changed.emit()


def _notes(card: CardRow) -> tuple[NoteId, ...]:
    first = card.target.note
    return (() if first is None else (first,)) + card.also


def _unplan(notes: tuple[NoteId, ...]) -> Callable[[Workspace], None]:
    def back(workspace: Workspace) -> None:
        for note in notes:
            workspace.sharing.unplan(note)

    return back


def _one_to_one(person: PersonId, day: date) -> NewConversation:
    return NewConversation(type=ConversationType.ONE_ON_ONE, people=(person,), planned_on=day)

"""A real vault with two people and a few notes, behind a real session; for the tests of notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import NewPerson, Person
from managernotes.services.keys import Protection
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import Workspace, create_workspace, open_workspace
from managernotes_ui.common.session import Session
from managernotes_ui.common.tasks import TaskRunner
from tests.core.vault_fakes import MemoryKeyring

T = TypeVar("T")

THURSDAY = datetime(2026, 11, 19, 10, 42, tzinfo=timezone(timedelta(hours=1)))
HANDOVER = NoteText(
    title="Late hand-over to support",
    fact=(
        "At **18:40** Dana posted `handover done` in the support channel. The runbook link and"
        " the open ticket [SUP-311](https://example.test/SUP-311) were missing. Third time this"
        " month:\n\n- 3 Nov, 18:20, no link\n- 10 Nov, 18:55, link to the *old* runbook\n"
        "- 17 Nov, 18:40, no link"
    ),
    effect=(
        "Arjun started the night shift without it and called her at **21:10**. The clinic waited"
        " **50 minutes** longer for its labels."
    ),
    my_reading=(
        "She may think the ticket is enough. I never said by what hour support needs it, so part"
        " of this is mine."
    ),
)


class MovableClock:
    """A clock that the test moves."""

    def __init__(self, moment: datetime = THURSDAY) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class Bench:
    """What a test of notes works with; `ask` runs something on the vault's thread and waits."""

    def __init__(self, qtbot: QtBot, file: Path) -> None:
        self.clock = MovableClock()
        self.tasks = TaskRunner()
        self.file = file
        self.keyring = MemoryKeyring()
        self._qtbot = qtbot
        workspace, code = self._run(
            lambda: create_workspace(
                file, Protection.KEYRING, None, clock=self.clock, keyring=self.keyring
            )
        )
        self.code = code.text
        self.session = Session(workspace, self.tasks, self.clock)
        self.dana = self.ask(lambda w: w.people.add(NewPerson(display_name="Dana Whitfield")))
        self.arjun = self.ask(lambda w: w.people.add(NewPerson(display_name="Arjun Rao")))

    def ask(self, work: Callable[[Workspace], T]) -> T:
        """Return what `work` returns, or raise what it raises."""
        return self._run(lambda: work(self.session._workspace))

    def note(
        self,
        text: NoteText = HANDOVER,
        *,
        kind: Kind = Kind.CONCERN,
        day: date = date(2026, 11, 17),
        people: tuple[Person, ...] | None = None,
        tags: tuple[str, ...] = (),
    ) -> NoteId:
        """Write a note and return its id."""
        about = (self.dana,) if people is None else people
        new = NewObservation(
            text=text,
            kind=kind,
            occurred_on=day,
            people=tuple(person.id for person in about),
            tags=tags,
        )
        return self.ask(lambda w: w.notes.add(new)).id

    def save(self, note: NoteId, words: NoteText, revision: int) -> None:
        """Save other words over a revision of a note."""
        self.ask(lambda w: w.notes.save_text(note, words, revision))

    def text_of(self, note: NoteId) -> NoteText:
        """Return the words that are on disk."""
        return self.ask(lambda w: w.notes.get(note)).text

    def elsewhere(self, work: Callable[[Workspace], object]) -> None:
        """Let another program work on the same vault; this window is not told of it."""
        other = open_workspace(self.file, KeyringWay(), clock=self.clock, keyring=self.keyring)
        try:
            work(other)
        finally:
            other.close()

    def fill_disk(self) -> None:
        """Leave the vault no room to grow, as a full disk does."""
        self.ask(lambda w: w._db.execute("PRAGMA max_page_count = 1"))

    def free_disk(self) -> None:
        """Give the vault room again."""
        self.ask(lambda w: w._db.execute("PRAGMA max_page_count = 1000000"))

    def settle(self) -> None:
        """Wait until everything queued so far is done and delivered."""
        self.ask(lambda _w: None)

    def _run(self, work: Callable[[], T]) -> T:
        outcomes: list[T] = []
        errors: list[Exception] = []
        self.tasks.run(work, done=outcomes.append, failed=errors.append)
        self._qtbot.waitUntil(lambda: bool(outcomes or errors), timeout=20_000)
        if errors:
            raise errors[0]
        return outcomes[0]


@contextmanager
def note_bench(qtbot: QtBot, folder: Path) -> Iterator[Bench]:
    """Open a bench, and close its vault in the end."""
    bench = Bench(qtbot, folder / "vault.db")
    try:
        yield bench
    finally:
        bench.session.close()

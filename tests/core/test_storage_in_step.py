"""Whatever is done in whatever order, timeline and search index stay in step with the notes."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
    run_state_machine_as_test,
)

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import NewObservation, NoteText, Observation
from managernotes.domain.search_query import SearchQuery
from tests.core.office import NOON, Office

WORDS = ("release", "rollback", "calm", "café", "team")
TEXT = st.builds(
    NoteText,
    title=st.sampled_from(["", "release"]),
    fact=st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
    my_reading=st.sampled_from(["", "calm", "tired"]),
)
DAY = st.integers(0, 4).map(lambda n: NOON.date() - timedelta(days=n))
TAGS = st.lists(st.sampled_from(["team", "red"]), unique=True).map(tuple)


class NotesInStep(RuleBasedStateMachine):
    """Does to a vault and to a plain list the same, and compares."""

    notes: Bundle[NoteId] = Bundle("notes")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = Office(self.folder)
        self.known: dict[NoteId, Observation] = {}
        self.order: list[NoteId] = []  # as they came to their day

    @rule(target=notes, text=TEXT, day=DAY, tags=TAGS)
    def write(self, text: NoteText, day: date, tags: tuple[str, ...]) -> NoteId:
        """Add a note."""
        note = self.office.notes.add(NewObservation(text=text, occurred_on=day, tags=tags))
        self.known[note.id] = note
        self.order.append(note.id)
        return note.id

    @rule(note=notes, text=TEXT, minutes=st.integers(0, 9))
    def save(self, note: NoteId, text: NoteText, minutes: int) -> None:
        """Edit its words."""
        self.office.clock.advance(minutes=minutes)
        self.office.notes.save_text(note, text, self.known[note].revision)
        self._remember(note, text=text)

    @rule(note=notes, day=DAY)
    def move(self, note: NoteId, day: date) -> None:
        """Put it on another day."""
        if day != self.known[note].occurred_on:
            self.order.remove(note)
            self.order.append(note)
        self.office.notes.change(note, occurred_on=day)
        self._remember(note, occurred_on=day)

    @rule(note=notes, tags=TAGS)
    def tag(self, note: NoteId, tags: tuple[str, ...]) -> None:
        """Give it other tags."""
        self.office.notes.change(note, tags=tags)
        self._remember(note, tags=tags)

    @rule(note=notes, out=st.booleans())
    def throw_away(self, note: NoteId, out: bool) -> None:
        """Move it to the bin, or out of it."""
        if out:
            self.office.notes.restore(note)
        else:
            self.office.notes.bin(note)
        self._remember(note)

    @rule(note=notes)
    def bring_back(self, note: NoteId) -> None:
        """Take its oldest kept words again."""
        oldest = self.office.notes.revisions(note)[-1]
        self.office.notes.bring_back(note, oldest.revision)
        self._remember(note, text=oldest.text)

    @rule(note=consumes(notes))
    def erase(self, note: NoteId) -> None:
        """Remove it for good."""
        self.office.notes.erase(note)
        del self.known[note]
        self.order.remove(note)

    @invariant()
    def the_index_holds_the_words_of_the_notes(self) -> None:
        """By the index's own check."""
        self.office.check_index()

    @invariant()
    def lists_and_search_find_what_is_there(self) -> None:
        """In the order of days, then as they came."""
        living = [self.known[note] for note in self.order if not self.known[note].binned_at]
        newest = sorted(living, key=lambda note: note.occurred_on)[::-1]
        assert [row.id for row in self.office.notes.timeline_outline()] == [n.id for n in newest]
        for word in (*WORDS, "tired", "red"):
            found = self.office.search.search(SearchQuery(words=(word,)))
            assert [hit.id for hit in found] == [n.id for n in newest if word in _words(n)]

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.office.close()
        shutil.rmtree(self.folder)

    def _remember(self, note: NoteId, **expected: object) -> None:
        """Take the revision and times from the vault, the rest as expected."""
        stored = self.office.notes.get(note)
        assert stored == replace(stored, **expected)  # type: ignore[arg-type]
        self.known[note] = stored


def _words(note: Observation) -> set[str]:
    text = note.text
    return {*f"{text.title} {text.fact} {text.my_reading}".split(), *note.tags}


def test_timeline_and_index_stay_in_step_with_the_notes() -> None:
    run_state_machine_as_test(
        NotesInStep, settings=settings(max_examples=25, stateful_step_count=25, deadline=None)
    )

"""No sequence of actions brings a thread into a state that the rules forbid (model §2.2, S18)."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from managernotes.domain.identity import NoteId, PersonId, ThreadId
from managernotes.domain.observation import Kind, NewObservation, NoteText, ShareState
from managernotes.domain.person import NewPerson
from managernotes.domain.thread import Thread, ThreadKind, ThreadState
from managernotes.domain.thread_rules import AT_REST, CLOSED, STAGES, first_state, next_states
from managernotes.errors import InvalidInputError
from tests.core.office import NOON, Office

BEGUN = NOON.date() - timedelta(days=30)
HEARD = {ShareState.SHARED, ShareState.RESPONDED, ShareState.CHANGE_SEEN}


def test_every_kind_has_a_way_from_its_first_state_to_its_last() -> None:
    for kind, stages in STAGES.items():
        states = [state for stage in stages for state in stage]
        assert states[0] is first_state(kind)
        assert set(stages[-1]) <= CLOSED
        assert not set(states[:1]) & CLOSED


class ThreadHistory(RuleBasedStateMachine):
    """One thread over a real vault, pushed about in every way that the services offer."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.office = Office(Path(self._folder.name))

    @initialize(kind=st.sampled_from(ThreadKind))
    def begin(self, kind: ThreadKind) -> None:
        self.person: PersonId = self.office.people.add(NewPerson(display_name="Jonah")).id
        self.id: ThreadId = self.office.threads.open(self.person, kind, "A thread", BEGUN).id
        self.notes: list[NoteId] = []

    @rule(state=st.sampled_from(ThreadState), ago=st.integers(-2, 40))
    def step(self, state: ThreadState, ago: int) -> None:
        before = self.thread
        heard = self._heard()
        with contextlib.suppress(InvalidInputError):
            self.office.threads.step(self.id, state, self._day(ago))
            assert state in next_states(before)
            assert state is not ThreadState.RAISED or heard
            assert state not in CLOSED or before.words.better_now.strip()

    @rule(sentence=st.sampled_from(["", "  ", "He sleeps before a cut-over"]))
    def write(self, sentence: str) -> None:
        words = replace(self.thread.words, better_now=sentence)
        self.office.threads.save_words(self.id, words)
        assert self.thread.words == words

    @rule()
    def reopen(self) -> None:
        before = self.thread.state
        with contextlib.suppress(InvalidInputError):
            self.office.threads.reopen(self.id)
            assert before in AT_REST

    @rule(state=st.sampled_from([ShareState.UNSAID, ShareState.SHARED]))
    def link(self, state: ShareState) -> None:
        note = NewObservation(
            text=NoteText(fact="Late again"),
            kind=Kind.CONCERN,
            people=(self.person,),
            occurred_on=BEGUN,
            share_state=state,
            shared_on=BEGUN if state is ShareState.SHARED else None,
        )
        self.notes.append(self.office.notes.add(note).id)
        self.office.threads.link(self.id, self.notes[-1])

    @rule()
    def unlink(self) -> None:
        if self.notes:
            self.office.threads.unlink(self.id, self.notes.pop())

    @rule(ahead=st.integers(-3, 30))
    def look_on(self, ahead: int) -> None:
        with contextlib.suppress(InvalidInputError):
            self.office.threads.set_look_on(self.id, self._day(-ahead))

    @rule(days=st.integers(0, 20))
    def pass_time(self, days: int) -> None:
        self.office.clock.advance(days=days)

    @rule()
    def bin_and_restore(self) -> None:
        self.office.threads.bin(self.id)
        self.office.threads.restore(self.id)

    @invariant()
    def a_closed_thread_has_a_day_and_a_sentence(self) -> None:
        thread = self.thread
        assert (thread.closed_on is not None) == (thread.state in CLOSED)
        assert thread.state not in CLOSED or thread.words.better_now.strip()

    @invariant()
    def its_steps_lead_to_where_it_is(self) -> None:
        thread = self.thread
        days = [step.on for step in thread.steps]
        assert days == sorted(days)
        assert thread.steps[-1].state is thread.state
        of_its_kind = {state for stage in STAGES[thread.kind] for state in stage}
        assert {step.state for step in thread.steps} <= of_its_kind | {ThreadState.PASSED_TO_HR}

    @property
    def thread(self) -> Thread:
        """The thread as the vault holds it."""
        return self.office.threads.get(self.id)

    def teardown(self) -> None:
        self.office.close()
        self._folder.cleanup()

    def _day(self, ago: int) -> date:
        return self.office.clock.now().date() - timedelta(days=ago)

    def _heard(self) -> bool:
        notes = (self.office.notes.get(note) for note in self.thread.notes)
        return any(note.share_state in HEARD for note in notes)


ThreadHistory.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestThreadHistory = ThreadHistory.TestCase

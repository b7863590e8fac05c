"""Whatever is done in whatever order: the vault holds no talk, note or promise it may not hold."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from managernotes.domain.conversation import (
    ConversationType,
    ConversationWords,
    Outcome,
    TopicOwner,
    TopicState,
)
from managernotes.domain.identity import ConversationId, NoteId, PersonId, PromiseId, TopicId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.errors import ManagerNotesError, PersonNotFoundError
from managernotes.storage import record_check
from tests.core.office import NOON, Office
from tests.core.talks_office import made_ready, person, planned, promised

DAY = st.integers(-5, 30).map(lambda n: NOON.date() + timedelta(days=n))
KIND = st.sampled_from(
    [ConversationType.ONE_ON_ONE, ConversationType.TOUGH, ConversationType.CAREER]
)
NAME = st.sampled_from(["Dana", "Raj"])

# Each finds what may not be: nothing is ever found, whatever was done before.
FORBIDDEN = {
    "a note planned nowhere, or in a talk that will not be": """
        SELECT o.id FROM observation AS o JOIN observation_record AS n USING (key)
               LEFT JOIN conversation AS c ON c.key = n.planned_in
               LEFT JOIN paper ON paper.key = c.key
         WHERE o.share_state = 'planned' AND o.binned_at IS NULL
           AND (c.key IS NULL OR c.state IN ('cancelled', 'dropped') OR paper.binned_at NOT NULL)
    """,
    "a follow-up outside of sixty days (INV-08)": """
        SELECT key FROM conversation
         WHERE julianday(follow_up_on) - julianday(ifnull(held_on, planned_on))
               NOT BETWEEN 1 AND 60
    """,
    "a hard talk closed without looking again (S23)": """
        SELECT key FROM conversation
         WHERE type = 'tough' AND state = 'closed' AND followed_up_on IS NULL
           AND (outcome IS NULL OR outcome NOT IN ('no_issue_after_all', 'passed_to_hr'))
    """,
    "a one-to-one held without what they asked (S13)": """
        SELECT c.key FROM conversation AS c JOIN paper USING (key)
         WHERE c.type = 'one_on_one' AND c.held_on NOT NULL
           AND NOT c.asked_nothing AND paper.words ->> '$.asked' = ''
    """,
    "a promise whose first day is not the first (INV-10)": """
        SELECT p.key FROM promise AS p
         WHERE p.original_due_on <> ifnull(
            (SELECT m.from_day FROM promise_move AS m
              WHERE m.promise_key = p.key ORDER BY m.position LIMIT 1), p.due_on)
    """,
    "an open topic of a person in the bin": """
        SELECT t.key FROM topic AS t JOIN person AS p ON p.key = t.person_key
               JOIN paper ON paper.key = t.key
         WHERE p.binned_at NOT NULL AND paper.binned_at IS NULL
    """,
    "a paper of which nothing else is known": """
        SELECT id FROM paper
         WHERE key NOT IN (SELECT key FROM conversation UNION SELECT key FROM promise
                           UNION SELECT key FROM topic)
    """,
    "a version of a record that is gone": """
        SELECT record_id FROM revision
         WHERE record_id NOT IN (SELECT id FROM paper UNION SELECT id FROM observation
                                 UNION SELECT id FROM person)
    """,
}


class TalkHistories(RuleBasedStateMachine):
    """Does anything with anything; what is refused changes nothing."""

    talks: Bundle[ConversationId] = Bundle("talks")
    promises: Bundle[PromiseId] = Bundle("promises")
    topics: Bundle[TopicId] = Bundle("topics")
    notes: Bundle[NoteId] = Bundle("notes")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = Office(self.folder)
        self.known: dict[str, PersonId] = {
            name: person(self.office, name) for name in ("Dana", "Raj")
        }

    @rule(target=talks, kind=KIND, names=st.sets(NAME, min_size=1), on=st.none() | DAY)
    def plan(
        self, kind: ConversationType, names: set[str], on: date | None
    ) -> ConversationId | MultipleResults[ConversationId]:
        """Plan a talk."""
        people = [self.known[name] for name in sorted(names)]
        words = ConversationWords(asked="A room")
        with contextlib.suppress(PersonNotFoundError):
            return planned(self.office, *people, on=on, kind=kind, words=words).id
        return multiple()

    @rule(target=promises, name=NAME, due=st.none() | DAY, to_move=DAY)
    def promise(
        self, name: str, due: date | None, to_move: date
    ) -> PromiseId | MultipleResults[PromiseId]:
        """Promise something, and give it another day."""
        try:
            made = promised(self.office, due=due, to=self.known[name]).id
        except PersonNotFoundError:
            return multiple()
        self._try(lambda: self.office.promises.move(made, to_move, None))
        return made

    @rule(target=topics, name=NAME, talk=st.none() | talks)
    def raise_topic(
        self, name: str, talk: ConversationId | None
    ) -> TopicId | MultipleResults[TopicId]:
        """Put a topic somewhere, if there still is such a talk."""
        with contextlib.suppress(ManagerNotesError):
            add = self.office.talks.add_topic
            return add(self.known[name], TopicOwner.MINE, "The rig", talk).id
        return multiple()

    @rule(target=notes, names=st.sets(NAME, min_size=1), talk=talks)
    def write(self, names: set[str], talk: ConversationId) -> NoteId | MultipleResults[NoteId]:
        """Write a concern, and plan to say it."""
        people = tuple(self.known[name] for name in sorted(names))
        new = NewObservation(
            text=NoteText(fact="x"), kind=Kind.CONCERN, people=people, occurred_on=NOON.date()
        )
        try:
            note = self.office.notes.add(new)
        except PersonNotFoundError:
            return multiple()
        self._try(lambda: self.office.sharing.plan(note.id, talk))
        return note.id

    @rule(talk=talks, on=DAY, step=st.integers(0, 13))
    def go_on(self, talk: ConversationId, on: date, step: int) -> None:
        """Take any step with a talk."""
        talks = self.office.talks
        steps: list[Callable[[], object]] = [
            lambda: talks.set_day(talk, on),
            lambda: talks.postpone(talk, on, "away"),
            lambda: talks.cancel(talk, "away"),
            lambda: talks.drop(talk, "away"),
            lambda: talks.begin(talk),
            lambda: talks.hold(talk, held_on=on),
            lambda: talks.log(talk, outcome=Outcome.UNDERSTOOD_AGREED, follow_up_on=on),
            lambda: talks.log(talk, outcome=Outcome.NO_ISSUE_AFTER_ALL),
            lambda: talks.follow_up(
                talk, words=ConversationWords(asked="A room", changed="On time"), on=on
            ),
            lambda: talks.close(talk),
            lambda: talks.reopen(talk),
            lambda: talks.plan_follow_up(talk, on),
            lambda: talks.carry_over(talk),
            lambda: made_ready(self.office, talk) if _is_draft(self.office, talk) else None,
        ]
        self._try(steps[step])

    @rule(promise=promises, on=DAY, told=st.none() | DAY, step=st.integers(0, 4))
    def go_on_with(self, promise: PromiseId, on: date, told: date | None, step: int) -> None:
        """Take any step with a promise."""
        promises = self.office.promises
        steps: list[Callable[[], object]] = [
            lambda: promises.move(promise, on, told),
            lambda: promises.told(promise, on),
            lambda: promises.keep(promise, on),
            lambda: promises.drop(promise, "Not needed", told),
            lambda: promises.reopen(promise),
        ]
        self._try(steps[step])

    @rule(topic=topics, state=st.sampled_from(TopicState))
    def settle(self, topic: TopicId, state: TopicState) -> None:
        """Say what became of a topic."""
        self._try(lambda: self.office.talks.settle_topic(topic, state))

    @rule(talk=talks, out=st.booleans())
    def throw_talk(self, talk: ConversationId, out: bool) -> None:
        """Move a talk to the bin, or out of it."""
        move = self.office.talks.restore if out else self.office.talks.bin
        self._try(lambda: move(talk))

    @rule(note=notes, out=st.booleans())
    def throw_note(self, note: NoteId, out: bool) -> None:
        """Move a note to the bin, or out of it."""
        move = self.office.notes.restore if out else self.office.notes.bin
        self._try(lambda: move(note))

    @rule(name=NAME, out=st.booleans())
    def throw_person(self, name: str, out: bool) -> None:
        """Move somebody to the bin, or out of it."""
        move = self.office.people.restore if out else self.office.people.bin
        self._try(lambda: move(self.known[name]))

    @rule(days=st.integers(1, 31))
    def wait(self, days: int) -> None:
        """Let days pass, and empty the bin as opening the vault does."""
        self.office.clock.advance(days=days)
        self.office.notes.empty_bin()

    @invariant()
    def nothing_is_there_that_may_not_be(self) -> None:
        """By the vault's own tables."""
        for what, query in FORBIDDEN.items():
            assert self.office.db.execute(query).fetchall() == [], what

    def _try(self, step: Callable[[], object]) -> None:
        with contextlib.suppress(ManagerNotesError):
            step()

    def teardown(self) -> None:
        """Prove the record, and leave nothing behind."""
        assert record_check.check_record(self.office.db)[1] == []
        self.office.close()
        shutil.rmtree(self.folder)


def test_no_history_of_talks_and_promises_reaches_a_forbidden_state() -> None:
    run_state_machine_as_test(
        TalkHistories,
        settings=settings(max_examples=12, stateful_step_count=30, deadline=None),
    )


def _is_draft(office: Office, talk: ConversationId) -> bool:
    return office.talks.get(talk).state == "drafting"

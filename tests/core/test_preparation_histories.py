"""Histories made by chance: no sequence of actions makes a talk prepared that is not."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from managernotes.domain.conversation import (
    Conversation,
    ConversationState,
    ConversationType,
    ConversationWords,
    NoteRole,
    Outcome,
)
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NoteText, Observation, ShareState, Source
from managernotes.domain.preparation import Path as Way
from managernotes.domain.preparation import PolicyCheck, Preparation, PreparationWords
from managernotes.domain.share_rules import HEARD
from managernotes.errors import ManagerNotesError
from managernotes.practice.ask_words import visible_by
from managernotes.services.preparations import AfterTalk
from tests.core.office import Office
from tests.core.preparing_office import WORDS, noted, plan_for_improvement

_FULL: Final = WORDS
_WORDS: Final = st.sampled_from(
    [
        _FULL,
        PreparationWords(),
        replace(_FULL, my_part=""),
        replace(_FULL, effect=" "),
        replace(_FULL, ask="be better"),
        replace(_FULL, offers=()),
        replace(_FULL, questions=("Why did you do that?",)),
    ]
)
_AHEAD = (ConversationState.DRAFTING, ConversationState.PREPARED, ConversationState.POSTPONED)
_HARD = (ConversationType.TOUGH, ConversationType.PIP)


class Histories(RuleBasedStateMachine):
    """A hard talk and a plan for improvement, and whatever may be done to them.

    A refusal is part of every history; what it leaves behind must be as sound as before.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.office = Office(Path(self._folder.name))

    @initialize(ready=st.booleans())
    def begin(self, ready: bool) -> None:
        office = self.office
        self.notes = [noted(office, effect="Support waited").id for _ in range(3)]
        hard = office.preparations.from_note(self.notes[0])
        plan = plan_for_improvement(office)
        self.yardstick = plan.yardsticks[0]
        self.helped = noted(office, "Sat in on two evenings.", kind=Kind.SUPPORT_GIVEN).id
        self.notes.append(noted(office, share_state=ShareState.SHARED, shared_on=self.today).id)
        self.talks = [hard, plan]
        office.preparations.link_yardstick(hard.id, self.yardstick)
        office.preparations.change(hard.id, is_grave=False)
        office.preparations.save_words(hard.id, WORDS)
        office.talks.set_day(hard.conversation, self.today + timedelta(days=2))
        office.talks.plan_follow_up(hard.conversation, self.today + timedelta(days=9))
        for note in (self.helped, self.notes[3]):
            office.yardsticks.link_note(self.yardstick, note)
        office.preparations.change(
            plan.id, policy_check=PolicyCheck.CHECKED_WITH_HR, would_be_glad=True
        )
        for it in self.talks if ready else ():
            assert office.preparations.mark_prepared(it.id).ready_at is not None

    @property
    def today(self) -> date:
        return self.office.ledger.today()

    def tried(self, act: Callable[[], object]) -> None:
        with contextlib.suppress(ManagerNotesError):
            act()

    def which(self, plan: bool) -> Preparation:
        return self.office.preparations.get(self.talks[plan].id)

    @rule(plan=st.booleans(), words=_WORDS)
    def write(self, plan: bool, words: PreparationWords) -> None:
        it = self.which(plan)
        kept = replace(words, override=it.words.override)
        assert self.office.preparations.save_words(it.id, kept).words == kept  # INV-15

    @rule(
        plan=st.booleans(),
        is_grave=st.sampled_from([None, True, False, False]),
        policy=st.sampled_from([None, *PolicyCheck]),
        glad=st.booleans(),
        single=st.booleans(),
        no_part=st.integers(0, 2),
        way=st.sampled_from([Way.FULL, Way.FULL, Way.SHORT]),
    )
    def answer(  # noqa: PLR0913, PLR0917
        self,
        plan: bool,
        is_grave: bool | None,
        policy: PolicyCheck | None,
        glad: bool,
        single: bool,
        no_part: int,
        way: Way,
    ) -> None:
        it = self.which(plan).id
        change = self.office.preparations.change
        self.tried(
            lambda: change(it, is_grave=is_grave, single_event=single, no_part=no_part, path=way)
        )
        if policy is not None:
            self.tried(lambda: change(it, policy_check=policy, would_be_glad=glad))

    @rule(plan=st.booleans(), note=st.integers(0, 3), adds=st.booleans())
    def choose_fact(self, plan: bool, note: int, adds: bool) -> None:
        it, which = self.which(plan).id, self.notes[note]
        preparations = self.office.preparations
        self.tried(lambda: (preparations.add_fact if adds else preparations.remove_fact)(it, which))

    @rule(plan=st.booleans(), note=st.integers(0, 3))
    def detach(self, plan: bool, note: int) -> None:
        talk = self.which(plan).conversation
        self.tried(lambda: self.office.talks.detach(talk, self.notes[note], NoteRole.FACT))

    @rule(plan=st.booleans(), links=st.booleans())
    def measure(self, plan: bool, links: bool) -> None:
        it, preparations = self.which(plan).id, self.office.preparations
        change = preparations.link_yardstick if links else preparations.unlink_yardstick
        self.tried(lambda: change(it, self.yardstick))

    @rule(note=st.integers(0, 3), links=st.booleans(), helped=st.booleans())
    def link_note(self, note: int, links: bool, helped: bool) -> None:
        which: NoteId = self.helped if helped else self.notes[note]
        yardsticks = self.office.yardsticks
        change = yardsticks.link_note if links else yardsticks.unlink_note
        self.tried(lambda: change(self.yardstick, which))

    @rule(
        note=st.integers(0, 3),
        act=st.sampled_from(["bin", "restore", "say", "unsay", "edit", "told", "kind", "context"]),
    )
    def change_note(self, note: int, act: str) -> None:
        office, which = self.office, self.notes[note]
        acts: dict[str, Callable[[], object]] = {
            "bin": lambda: office.notes.bin(which),
            "restore": lambda: office.notes.restore(which),
            "say": lambda: office.sharing.said(which, self.today),
            "unsay": lambda: office.sharing.unsay(which),
            "edit": lambda: office.notes.save_text(
                which, NoteText(fact="was rude"), office.notes.get(which).revision
            ),
            "told": lambda: office.notes.change(which, source=Source.TOLD_BY),
            "kind": lambda: office.notes.change(which, kind=Kind.CONCERN),
            "context": lambda: office.notes.change(which, kind=Kind.CONTEXT),
        }
        standing = [self.which(plan) for plan in (False, True)]
        standing = [it for it in standing if which in it.facts and self._is_prepared(it)]
        before = office.notes.get(which)
        self.tried(acts[act])
        after = office.notes.get(which)
        if self._as_fact(before) != self._as_fact(after):
            for it in standing:  # INV-09
                assert not self._is_prepared(it)
                assert office.preparations.get(it.id).stale is not None

    def _is_prepared(self, it: Preparation) -> bool:
        return self.office.talks.get(it.conversation).state is ConversationState.PREPARED

    def _as_fact(self, note: Observation) -> tuple[object, ...]:
        return note.text.fact, note.kind, note.source, note.binned_at

    @rule(plan=st.booleans(), days=st.integers(-1, 70) | st.none())
    def look_again_on(self, plan: bool, days: int | None) -> None:
        talk = self.which(plan).conversation
        on = None if days is None else self.today + timedelta(days=days)
        self.tried(lambda: self.office.talks.plan_follow_up(talk, on))

    @rule(plan=st.booleans(), days=st.integers(0, 20), puts_off=st.booleans())
    def move(self, plan: bool, days: int, puts_off: bool) -> None:
        talk, on = self.which(plan).conversation, self.today + timedelta(days=days)
        talks = self.office.talks
        self.tried(lambda: (talks.postpone if puts_off else talks.set_day)(talk, on))

    @rule(plan=st.booleans())
    def call_prepared(self, plan: bool) -> None:
        it = self.which(plan).id
        self.tried(lambda: self.office.preparations.mark_prepared(it))

    @rule(plan=st.booleans(), sentence=st.sampled_from(["", "It cannot wait."]))
    def override(self, plan: bool, sentence: str) -> None:
        it = self.which(plan).id
        self.tried(lambda: self.office.preparations.override(it, sentence))

    @rule(plan=st.booleans(), act=st.sampled_from(["hold", "drop", "reopen", "after", "close"]))
    def go_on(self, plan: bool, act: str) -> None:
        office, talk = self.office, self.which(plan).conversation
        told = AfterTalk(
            words=ConversationWords(agreed="I move the call by Fri"),
            outcome=Outcome.UNDERSTOOD_AGREED,
            follow_up_on=self.today + timedelta(days=7),
        )
        acts: dict[str, Callable[[], object]] = {
            "hold": lambda: office.talks.hold(talk, held_on=self.today),
            "drop": lambda: office.talks.drop(talk, "It solved itself."),
            "reopen": lambda: office.talks.reopen(talk),
            "after": lambda: office.preparations.after(talk, told),
            "close": lambda: office.talks.close(talk),
        }
        before = office.talks.get(talk).state
        self.tried(acts[act])
        after = office.talks.get(talk).state
        if after is ConversationState.HELD and before in _AHEAD:
            assert before is not ConversationState.DRAFTING

    @rule(days=st.sampled_from([1, 5, 15]))
    def time_goes_by(self, days: int) -> None:
        self.office.clock.advance(days=days)
        self.office.preparations.refresh_stale()

    @invariant()
    def prepared_means_prepared(self) -> None:
        for known in getattr(self, "talks", ()):
            it = self.office.preparations.get(known.id)
            talk = self.office.talks.get(it.conversation)
            assert (it.path is Way.SHORT) == (talk.type is ConversationType.FEEDBACK)
            if talk.state is ConversationState.PREPARED:
                self._is_sound(it, talk)

    def _is_sound(self, it: Preparation, talk: Conversation) -> None:
        """Check what INV-07, 08, 21, S39 and the gate say, by other means than the checks."""
        words = it.words
        assert it.ready_at is not None
        assert it.stale is None
        assert self.office.ledger.now() - it.ready_at <= timedelta(days=14)
        assert any(line.strip() for line in words.offers)  # S39
        assert not it.is_grave or it.policy_check is PolicyCheck.CHECKED_WITH_HR
        if talk.type is ConversationType.PIP:
            self._has_its_gate(it)
        if words.override.strip():
            return
        notes = [self.office.notes.get(fact) for fact in it.facts]
        assert all(note.binned_at is None for note in notes)
        sure = [n for n in notes if n.source in {Source.FIRST_HAND, Source.DOCUMENT}]
        assert len(sure) >= 2 or (it.single_event and sure)
        assert it.yardsticks
        assert visible_by(words.ask)
        assert any(line.strip() for line in words.questions)
        assert talk.follow_up_on is not None
        if talk.planned_on is not None:
            assert timedelta() < talk.follow_up_on - talk.planned_on <= timedelta(days=60)
        if talk.type in _HARD:
            assert words.effect.strip()
            assert words.my_part.strip() or it.no_part >= 2
            assert it.is_grave is not None or it.policy_check is PolicyCheck.CHECKED_WITH_HR

    def _has_its_gate(self, it: Preparation) -> None:
        assert it.would_be_glad
        assert it.policy_check is PolicyCheck.CHECKED_WITH_HR
        on_it = [
            self.office.notes.get(note)
            for note in (*self.notes, self.helped)
            if self.yardstick in {one.id for one in self.office.yardsticks.of_note(note)}
        ]
        living = [note for note in on_it if note.binned_at is None]
        assert it.yardsticks == (self.yardstick,)
        assert any(n.kind is Kind.CONCERN and n.share_state in HEARD for n in living)
        assert any(n.kind is Kind.SUPPORT_GIVEN for n in living)

    def teardown(self) -> None:
        self.office.close()
        self._folder.cleanup()


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=10, stateful_step_count=30, deadline=None)

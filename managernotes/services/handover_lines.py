"""What may be handed over about somebody, each line with what it says in the file (S38).

Only what is gathered here can get into a hand-over. Never gathered: concerns and what is made of
them, look-backs, preparations, stay, career and exit talks, what they told me about myself, my
own figures, and notes that open only to a passphrase (INV-11, INV-12, INV-23).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from managernotes.domain.conversation import ConversationType
from managernotes.domain.folding import folded
from managernotes.domain.goal import FINISHED
from managernotes.domain.growth import MentoringState, StepState
from managernotes.domain.handover import HandoverEntry, HandoverSort
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, Observation, Sensitivity, ShareState
from managernotes.domain.person import Person
from managernotes.domain.promise import PromiseState
from managernotes.practice import handover_entries as entries
from managernotes.practice.handover_goals import goal_entry
from managernotes.practice.handover_growth import mentoring_entry, plan_entry, step_entry
from managernotes.practice.handover_sentences import one_line
from managernotes.services.goals import GoalsService
from managernotes.services.growth import GrowthService
from managernotes.services.notes import NotesService
from managernotes.services.promises import PromisesService
from managernotes.services.talks import TalksService
from managernotes.services.vision import VisionService
from managernotes.services.yardsticks import YardsticksService

_LOOKED_BACK: Final = timedelta(days=365)
"""Wins, agreements and goals that have ended are offered for so long."""
_NOTES_AT_MOST: Final = 200
_NOT_HANDED_OVER: Final = frozenset(
    {ConversationType.STAY, ConversationType.CAREER, ConversationType.EXIT}
)
_HEARD: Final = frozenset({ShareState.SHARED, ShareState.RESPONDED, ShareState.CHANGE_SEEN})
_SORT_OF_NOTE: Final = {
    Kind.AGREEMENT_NOTE: HandoverSort.AGREEMENT,
    Kind.WIN: HandoverSort.WIN,
    Kind.PRAISE_GIVEN: HandoverSort.WIN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSources:
    """The services that know what may be handed over."""

    goals: GoalsService
    promises: PromisesService
    growth: GrowthService
    yardsticks: YardsticksService
    vision: VisionService
    talks: TalksService
    notes: NotesService


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverLine:
    """One line that may be ticked, with what it says; `others` are about it too."""

    sort: HandoverSort
    id: UUID
    on: date | None
    text: str
    entry: HandoverEntry
    others: tuple[PersonId, ...] = ()


class HandoverLines:
    """Gathers the lines of one person, in the order of the file."""

    def __init__(self, sources: HandoverSources, today: Callable[[], date]) -> None:
        self._from = sources
        self._today = today

    def of(self, who: Person) -> tuple[HandoverLine, ...]:
        """Return every line that may be handed over about somebody."""
        notes = self._notes(who.id)
        return (
            *self._goals(who.id),
            *self._promises(who.id),
            *(_note_line(note) for note in notes if note.kind is Kind.AGREEMENT_NOTE),
            *self._talks(who.id),
            *self._growth(who),
            *self._expectations(who.id),
            *_on_their_page(who),
            *(_note_line(note) for note in notes if note.kind is not Kind.AGREEMENT_NOTE),
            *(_reading_line(note) for note in notes if note.text.my_reading.strip()),
        )

    def _goals(self, person: PersonId) -> Iterator[HandoverLine]:
        since = self._today() - _LOOKED_BACK
        for goal in self._from.goals.of_person(person):
            if goal.state in FINISHED and (goal.ended_on is None or goal.ended_on < since):
                continue
            line = self._from.vision.line(goal.vision_line) if goal.vision_line else None
            yield HandoverLine(
                sort=HandoverSort.GOAL,
                id=goal.id,
                on=goal.due_on,
                text=goal.words.title,
                entry=goal_entry(goal, line.text if line else ""),
            )

    def _promises(self, person: PersonId) -> Iterator[HandoverLine]:
        lists = self._from.promises.lists(person)
        for promise in (*lists.mine, *lists.theirs):
            if promise.state is PromiseState.OPEN:
                entry = entries.promise_entry(promise)
                yield HandoverLine(
                    sort=HandoverSort.PROMISE,
                    id=promise.id,
                    on=promise.due_on,
                    text=_said(entry),
                    entry=entry,
                    others=tuple(one for one in promise.people if one != person),
                )

    def _talks(self, person: PersonId) -> Iterator[HandoverLine]:
        since = self._today() - _LOOKED_BACK
        for row in self._from.talks.of_person(person):
            if row.type in _NOT_HANDED_OVER or row.held_on is None or row.held_on < since:
                continue
            talk = self._from.talks.get(row.id)
            if talk.words.agreed.strip() and talk.held_on:
                yield HandoverLine(
                    sort=HandoverSort.TALK,
                    id=talk.id,
                    on=talk.held_on,
                    text=one_line(talk.words.agreed),
                    entry=entries.talk_entry(talk.held_on, talk.words.agreed),
                    others=tuple(one for one in talk.people if one != person),
                )

    def _growth(self, who: Person) -> Iterator[HandoverLine]:
        growth = self._from.growth.of_person(who.id)
        plan = growth.plan
        if plan and plan.words.direction.strip():
            text = one_line(plan.words.direction)
            yield _line(HandoverSort.DIRECTION, plan.id, plan.said_on, text, plan_entry(plan))
        for step in growth.steps:
            if step.state is not StepState.STOPPED:
                entry = step_entry(step)
                yield _line(HandoverSort.GROWTH_STEP, step.id, step.due_on, _said(entry), entry)
        for one in growth.mentoring:
            if one.state is not MentoringState.ENDED:
                entry = mentoring_entry(one)
                yield _line(HandoverSort.MENTORING, one.id, one.first_on, entry.lead, entry)
        if who.aims.strip() and not (plan and _same(who.aims, plan.words.direction)):
            entry = entries.said_entry("What they aim for", who.aims)
            yield _line(HandoverSort.AIMS, who.id, None, one_line(who.aims), entry)

    def _expectations(self, person: PersonId) -> Iterator[HandoverLine]:
        copies = self._from.yardsticks.copies(person)
        clarity = self._from.yardsticks.clarity(person)
        for one in (*clarity.talked, *clarity.open):
            if on := one.talked_on(person):
                entry = entries.expectation_entry(one, on, copies.get(one.id, entries.NO_COPY))
                yield _line(HandoverSort.EXPECTATION, one.id, on, entry.lead, entry)

    def _notes(self, person: PersonId) -> list[Observation]:
        page = self._from.notes.timeline(
            person,
            kinds=tuple(_SORT_OF_NOTE),
            since=self._today() - _LOOKED_BACK,
            limit=_NOTES_AT_MOST,
        )
        found = [self._from.notes.get(row.id) for row in page.rows if not row.unconfirmed]
        return [note for note in found if _may_go(note)]


def _may_go(note: Observation) -> bool:
    if note.sensitivity is Sensitivity.RESTRICTED:
        return False
    return note.kind is not Kind.WIN or note.share_state in _HEARD


def _note_line(note: Observation) -> HandoverLine:
    return HandoverLine(
        sort=_SORT_OF_NOTE[note.kind],
        id=note.id,
        on=note.occurred_on,
        text=note.text.headline,
        entry=entries.note_entry(note),
        others=note.people,
    )


def _reading_line(note: Observation) -> HandoverLine:
    return HandoverLine(
        sort=HandoverSort.READING,
        id=note.id,
        on=note.occurred_on,
        text=one_line(note.text.my_reading),
        entry=entries.reading_entry(note),
        others=note.people,
    )


def _on_their_page(who: Person) -> Iterator[HandoverLine]:
    texts: Sequence[tuple[HandoverSort, str, str]] = (
        (HandoverSort.THANKS, "How they like to be thanked", who.recognition_pref),
        (HandoverSort.WORKS_BEST, "What works best with them", who.works_best),
    )
    for sort, lead, text in texts:
        if text.strip():
            yield _line(sort, who.id, None, one_line(text), entries.said_entry(lead, text))


def _said(entry: HandoverEntry) -> str:
    return ": ".join(filter(None, (entry.lead, one_line(entry.text))))


def _same(one: str, other: str) -> bool:
    return folded(one).strip("“”\"' .") == folded(other).strip("“”\"' .")


def _line(
    sort: HandoverSort, identity: UUID, on: date | None, text: str, entry: HandoverEntry
) -> HandoverLine:
    return HandoverLine(sort=sort, id=identity, on=on, text=text, entry=entry)

"""Short ways to a hard talk about late hand-overs, for tests over a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import (
    Kind,
    NewObservation,
    NoteText,
    Observation,
    ShareState,
    Source,
)
from managernotes.domain.preparation import Preparation, PreparationWords
from managernotes.domain.yardstick import Yardstick, YardstickKind, YardstickWords
from tests.core.office import NOON, Office
from tests.core.talks_office import person

TODAY = NOON.date()
TALK_ON = TODAY + timedelta(days=2)
AGAIN_ON = TODAY + timedelta(days=16)

WORDS = PreparationWords(
    purpose="Nights can start without searching.",
    effect="Support waited 50 minutes",
    my_part="I never said by what hour.",
    their_view="I had four things due at six.",
    opening="I asked to meet because two hand-overs came late.",
    care="I want you to leave on time.",
    main="On 3 and 10 March the hand-over came after 18:00, and support waited.",
    ask="hand-over posted by 17:30 with link and open tickets, from Mon 30 Mar",
    questions=("How do you see it?",),
    offers=("I move the tender call",),
)


def noted(  # noqa: PLR0913  what a test may want to be other than usual
    office: Office,
    text: str = "Hand-over at 18:20, no runbook link.",
    *,
    on: date = TODAY - timedelta(days=9),
    about: PersonId | tuple[PersonId, ...] | None = None,
    kind: Kind = Kind.CONCERN,
    effect: str = "",
    tags: tuple[str, ...] = ("hand-overs",),
    title: str = "",
    reading: str = "",
    source: Source = Source.FIRST_HAND,
    share_state: ShareState | None = None,
    shared_on: date | None = None,
) -> Observation:
    """Store a note, a concern about Dana unless it is said otherwise."""
    people = about if isinstance(about, tuple) else (about or person(office),)
    return office.notes.add(
        NewObservation(
            text=NoteText(title=title, fact=text, effect=effect, my_reading=reading),
            kind=kind,
            people=people,
            occurred_on=on,
            tags=tags,
            source=source,
            share_state=share_state,
            shared_on=shared_on,
        )
    )


def expectation(office: Office, title: str = "Hands over so others can act") -> Yardstick:
    """Store an expectation of Dana's."""
    words = YardstickWords(title=title)
    return office.yardsticks.add(YardstickKind.EXPECTATION, words, [person(office)])


def begun(office: Office) -> Preparation:
    """Begin a talk from the second of two concerns about late hand-overs."""
    noted(office, effect="Support waited 50 minutes")
    second = noted(
        office, "18:55, link to the old runbook.", on=TODAY - timedelta(days=2), effect="Again"
    )
    return office.preparations.from_note(second.id, planned_on=TALK_ON)


def filled(office: Office, words: PreparationWords = WORDS) -> Preparation:
    """Do everything that a hard talk must have, and not call it prepared yet."""
    it = begun(office)
    office.preparations.link_yardstick(it.id, expectation(office).id)
    office.preparations.change(it.id, is_grave=False)
    office.talks.plan_follow_up(it.conversation, AGAIN_ON)
    return office.preparations.save_words(it.id, words)


def prepared(office: Office) -> Preparation:
    """Prepare a hard talk."""
    return office.preparations.mark_prepared(filled(office).id)


def with_words(office: Office, it: Preparation, **changed: object) -> Preparation:
    """Save some words of a preparation changed."""
    present = office.preparations.get(it.id).words
    return office.preparations.save_words(it.id, replace(present, **changed))  # type: ignore[arg-type]


def plan_for_improvement(office: Office) -> Preparation:
    """Begin a plan for improvement with everything but its own gate."""
    talk = office.talks.plan(
        NewConversation(type=ConversationType.PIP, people=(person(office),), planned_on=TALK_ON)
    )
    it = office.preparations.begin(talk.id)
    for text in ("Hand-over at 18:20, no runbook link.", "18:55, link to the old runbook."):
        office.preparations.add_fact(it.id, noted(office, text).id)
    office.preparations.link_yardstick(it.id, expectation(office).id)
    office.preparations.change(it.id, is_grave=False)
    office.talks.plan_follow_up(talk.id, AGAIN_ON)
    return office.preparations.save_words(it.id, WORDS)


def facts_of(office: Office, it: Preparation) -> list[NoteId]:
    """Return the facts of a preparation as they are now."""
    return list(office.preparations.get(it.id).facts)

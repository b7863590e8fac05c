"""Short ways to people, talks and promises for tests over a real vault."""

from __future__ import annotations

from datetime import date

from managernotes.domain.conversation import (
    Conversation,
    ConversationState,
    ConversationType,
    ConversationWords,
    NewConversation,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.person import NewPerson
from managernotes.domain.promise import NewPromise, Promise, PromiseOwner, PromiseWords
from managernotes.storage import conversations
from tests.core.office import NOON, Office

TODAY = NOON.date()


def person(office: Office, name: str = "Dana") -> PersonId:
    """Return somebody of that name, added if need be."""
    for known in office.people.list_people():
        if known.display_name == name:
            return known.id
    return office.people.add(NewPerson(display_name=name)).id


def planned(
    office: Office,
    *people: PersonId,
    on: date | None = TODAY,
    kind: ConversationType = ConversationType.ONE_ON_ONE,
    words: ConversationWords = ConversationWords(),  # noqa: B008  immutable
) -> Conversation:
    """Plan a talk with these people, with Dana if none are named."""
    return office.talks.plan(
        NewConversation(type=kind, people=people or (person(office),), planned_on=on, words=words)
    )


def held(office: Office, *people: PersonId, on: date = TODAY) -> Conversation:
    """Plan a one-to-one and say that it took place; they asked for nothing."""
    talk = planned(office, *people, on=on)
    office.talks.asked_nothing(talk.id, nothing=True)
    return office.talks.hold(talk.id, held_on=on)


def hard_talk(office: Office, *people: PersonId, on: date = TODAY) -> Conversation:
    """Plan a hard talk that is prepared."""
    talk = planned(office, *people, on=on, kind=ConversationType.TOUGH)
    return made_ready(office, talk.id)


def made_ready(office: Office, identity: ConversationId) -> Conversation:
    """Say that a hard talk is prepared, as its preparation would."""
    with office.db.transaction():
        office.db.execute(
            "UPDATE conversation SET state = ? WHERE key = ?",
            (
                ConversationState.PREPARED.value,
                conversations.conversation_key(office.db, identity),
            ),
        )
    return office.talks.get(identity)


def promised(  # noqa: PLR0913  what a test may want to be other than usual
    office: Office,
    *,
    due: date | None,
    owner: PromiseOwner = PromiseOwner.ME,
    to: PersonId | None = None,
    text: str = "Ask for the quiet room",
    made_in: ConversationId | None = None,
) -> Promise:
    """Store a promise, with Dana if nobody is named."""
    return office.promises.add(
        NewPromise(
            owner=owner,
            people=(to or person(office),),
            words=PromiseWords(text=text),
            due_on=due,
            made_in=made_in,
        )
    )

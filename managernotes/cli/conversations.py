"""`conversation list` and `conversation show`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from managernotes.cli.documents import Names, clock_time, everybody, iso_day, listed
from managernotes.cli.exit_codes import DONE
from managernotes.cli.promises import promise_document
from managernotes.cli.run import Run
from managernotes.domain.conversation import (
    PRIVATE_WORDS,
    Agenda,
    Conversation,
    ConversationRow,
    ConversationState,
    Topic,
)
from managernotes.domain.identity import ConversationId
from managernotes.services.workspace import Workspace


def list_all(workspace: Workspace, run: Run) -> int:
    """List talks, those to come first, then the newest."""
    chosen = run.chosen
    person = None if chosen.person is None else workspace.people.find(chosen.person).id
    states = (chosen.state,) if chosen.state else tuple(ConversationState)
    rows = workspace.talks.in_states(states, person=person, limit=chosen.limit)
    names = everybody(workspace)
    if run.wants_json:
        run.streams.json([_row_document(row, names) for row in rows])
        return DONE
    for row in rows:
        day = row.held_on or row.planned_on
        about = f"  {row.title}" if row.title else ""
        run.streams.say(
            f"{day or 'no day yet':<10}  {row.state.value:<11}  {row.type.value:<16}"
            f"  {listed(row.people, names)}{about}"
        )
    return DONE


def show(workspace: Workspace, run: Run) -> int:
    """Show one talk: its facts, words, topics and promises; what is private stays out."""
    identity = ConversationId(run.chosen.id)
    talk = workspace.talks.get(identity)
    names = everybody(workspace)
    agenda = workspace.talks.agenda(identity)
    promises = workspace.promises.made_in(identity)
    document = {
        **_row_document(workspace.talks.row(identity), names),
        **_facts(talk),
        "words": _shown_words(talk),
        "topics": _topics(agenda),
        "promises": [promise_document(promise, names) for promise in promises],
    }
    if run.wants_json:
        run.streams.json(document)
        return DONE
    day = talk.held_on or talk.planned_on or "no day yet"
    run.streams.say(f"{talk.type.value} with {listed(talk.people, names)}, {day}")
    run.streams.say(f"state: {talk.state.value}")
    for name, text in _shown_words(talk).items():
        run.streams.say(f"{name}: {text}")
    for topic in document["topics"]:
        run.streams.say(f"topic ({topic['owner']}, {topic['state']}): {topic['text']}")
    for promise in promises:
        run.streams.say(f"promise ({promise.owner.value}): {promise.words.text}")
    return DONE


def _row_document(row: ConversationRow, names: Names) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "type": row.type.value,
        "state": row.state.value,
        "people": [names.get(who, "") for who in row.people],
        "title": row.title,
        "planned_on": iso_day(row.planned_on),
        "planned_at": clock_time(row.planned_at),
        "held_on": iso_day(row.held_on),
        "follow_up_on": iso_day(row.follow_up_on),
        "outcome": row.outcome.value if row.outcome else None,
        "open_promises": row.open_promises,
    }


def _facts(talk: Conversation) -> dict[str, Any]:
    return {
        "minutes": talk.minutes,
        "moved_from": iso_day(talk.moved_from),
        "began_at": clock_time(talk.began_at),
        "ended_at": clock_time(talk.ended_at),
        "asked_nothing": talk.asked_nothing,
        "logged_on": iso_day(talk.logged_on),
        "followed_up_on": iso_day(talk.followed_up_on),
        "recap_sent_on": iso_day(talk.recap_sent_on),
        "created_at": talk.created_at.isoformat(),
    }


def _shown_words(talk: Conversation) -> dict[str, str]:
    """Return what is written, but never what is private (INV-11, INV-12)."""
    words = asdict(talk.words).items()
    return {name: text for name, text in words if text.strip() and name not in PRIVATE_WORDS}


def _topics(agenda: Agenda) -> list[dict[str, Any]]:
    return [_topic_document(topic) for topic in (*agenda.theirs, *agenda.carried, *agenda.mine)]


def _topic_document(topic: Topic) -> dict[str, Any]:
    return {
        "id": str(topic.id),
        "owner": topic.owner.value,
        "text": topic.text,
        "state": topic.state.value,
        "first_on": topic.first_on.isoformat(),
        "carried": topic.carried,
        "wait_until": iso_day(topic.wait_until),
    }

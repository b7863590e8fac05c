"""What the page after a talk reads of the vault in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from managernotes.domain.conversation import Conversation, ConversationWords, NoteRole
from managernotes.domain.identity import ConversationId, NoteId
from managernotes.domain.observation import ShareState
from managernotes.domain.person import Person
from managernotes.domain.preparation import Preparation
from managernotes.domain.promise import Promise
from managernotes.services.workspace import Workspace

_TO_SAY = (ShareState.UNSAID, ShareState.PLANNED)


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A note that will count as said: which one, and of which day."""

    note: NoteId
    occurred_on: date


@dataclass(frozen=True, slots=True)
class AfterRead:
    """The talk, who was there, what was prepared, and what comes of it already."""

    talk: Conversation
    people: tuple[Person, ...]
    everybody: tuple[Person, ...]
    """For the names in the lines."""
    preparation: Preparation | None
    facts: tuple[SaidFact, ...]
    """Notes of the talk that wait to be said, the oldest first."""
    said: tuple[SaidFact, ...]
    """Those that count as said in it already."""
    promises: tuple[Promise, ...]
    """Made in this talk, whatever became of them."""


def read_after(workspace: Workspace, identity: ConversationId) -> AfterRead:
    """Read one talk as it is after it; NotFoundError when it is gone."""
    talk = workspace.talks.get(identity)
    everybody = tuple(workspace.people.list_people())
    here = [workspace.people.get(person) for person in talk.people]
    return AfterRead(
        talk,
        tuple(here),
        everybody,
        workspace.preparations.of(identity),
        *_facts(workspace, identity),
        _promises(workspace, talk),
    )


def save_fields(
    workspace: Workspace, identity: ConversationId, fields: Mapping[str, str]
) -> Conversation:
    """Change some of a talk's words, as they are by then."""
    words = workspace.talks.get(identity).words
    return workspace.talks.save_words(identity, replace(words, **fields))


def from_notes(words: ConversationWords) -> dict[str, str]:
    """Return what the lines of the room give each empty field, by their signs (SPEC §5.8).

    `>` is their words, `+` agreed, `!` what I owe, `?` what is still to be checked.
    """
    found: dict[str, list[str]] = {"their_words": [], "agreed": [], "disputed": []}
    for line in words.notes.splitlines():
        sign, _, text = line.strip().partition(" ")
        if not (text := text.strip()):
            continue
        if sign == ">":
            found["their_words"].append(text)
        elif sign == "+":
            found["agreed"].append(text)
        elif sign == "!":
            found["agreed"].append(text if text.startswith("I ") else f"I {text}")
        elif sign == "?":
            found["disputed"].append(text)
    return {field: "\n".join(lines) for field, lines in found.items() if lines}


def _facts(
    workspace: Workspace, identity: ConversationId
) -> tuple[tuple[SaidFact, ...], tuple[SaidFact, ...]]:
    """Return the facts that wait to be said, and those that were said in this talk."""
    by_role = workspace.talks.notes_of(identity)
    wanted = [*by_role.get(NoteRole.FACT, ()), *by_role.get(NoteRole.TO_SAY, ())]
    notes = [workspace.notes.get(note) for note in dict.fromkeys(wanted)]
    notes = sorted(
        (note for note in notes if note.binned_at is None), key=lambda note: note.occurred_on
    )
    waiting = [note for note in notes if note.share_state in _TO_SAY]
    said = [note for note in notes if note.said_in == identity]
    return (
        tuple(SaidFact(note.id, note.occurred_on) for note in waiting),
        tuple(SaidFact(note.id, note.occurred_on) for note in said),
    )


def _promises(workspace: Workspace, talk: Conversation) -> tuple[Promise, ...]:
    found: dict[object, Promise] = {}
    for person in talk.people:
        lists = workspace.promises.lists(person)
        for promise in (*lists.mine, *lists.theirs, *lists.kept):
            if promise.made_in == talk.id:
                found[promise.id] = promise
    return tuple(found.values())

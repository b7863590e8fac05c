"""Everything that the page of a talk shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.conversation import (
    Agenda,
    Conversation,
    ConversationRow,
    NoteRole,
)
from managernotes.domain.conversation_rules import AHEAD
from managernotes.domain.identity import ConversationId, NoteId
from managernotes.domain.links import Links
from managernotes.domain.observation import Kind, Observation, ShareState
from managernotes.domain.person import Person
from managernotes.domain.promise import PromiseLists
from managernotes.services.workspace import Workspace

_NEWEST = 30
"""Talks of the person among which the last one held is looked for."""


@dataclass(frozen=True, slots=True)
class NoteToSay:
    """A note that is to be said in the talk."""

    id: NoteId
    kind: Kind
    note: Observation
    is_said: bool
    said_on: date | None


@dataclass(frozen=True, slots=True)
class TalkRead:
    """A talk and what stands beside its notes."""

    talk: Conversation
    people: tuple[Person, ...]
    agenda: Agenda
    promises: PromiseLists
    to_say: tuple[NoteToSay, ...]
    last: ConversationRow | None
    inner: ConversationId | None
    """The hard talk that is to be held within this one."""
    links: Links

    @property
    def is_ahead(self) -> bool:
        """Whether the talk is still to be held, or being held."""
        return self.talk.state in AHEAD


def read_talk(workspace: Workspace, talk_id: ConversationId) -> TalkRead:
    """Read a talk; PaperNotFoundError when it was erased."""
    talk = workspace.talks.get(talk_id)
    person = talk.people[0]
    rows = workspace.talks.of_person(person, _NEWEST)
    held = [row for row in rows if row.held_on is not None and row.id != talk_id]
    if talk.held_on is not None:
        held = [row for row in held if (row.held_on or date.max) <= talk.held_on]
    last = max(held, key=lambda row: row.held_on or date.min, default=None)
    inner = next((r.id for r in rows if r.within == talk_id and r.held_on is None), None)
    return TalkRead(
        talk=talk,
        people=tuple(workspace.people.get(one) for one in talk.people),
        agenda=workspace.talks.agenda(talk_id),
        promises=_promises(workspace, talk, last),
        to_say=tuple(_to_say(workspace, talk_id)),
        last=last,
        inner=inner,
        links=workspace.links.of_talk(talk_id),
    )


def _promises(
    workspace: Workspace, talk: Conversation, last: ConversationRow | None
) -> PromiseLists:
    """Return what is open with the person, and what was kept since they last met."""
    since = last.held_on if last is not None else None
    day = talk.held_on or talk.planned_on
    return workspace.promises.lists(talk.people[0], ended_since=since or day or date.max)


def _to_say(workspace: Workspace, talk_id: ConversationId) -> list[NoteToSay]:
    found = []
    for note_id in workspace.talks.notes_of(talk_id).get(NoteRole.TO_SAY, ()):
        note = workspace.notes.get(note_id)
        said = note.share_state not in {None, ShareState.UNSAID, ShareState.PLANNED}
        found.append(NoteToSay(note_id, note.kind, note, said, note.shared_on))
    return found

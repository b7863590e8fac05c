"""Where the rows of an agenda lead, and where one goes once a talk has ended."""

from __future__ import annotations

from managernotes.domain.conversation import PREPARED_TYPES, Conversation
from managernotes.domain.identity import ConversationId, NoteId, PersonId, ThreadId
from managernotes.domain.links import LinkSort
from managernotes_ui.conversations.agenda_rows import AgendaRow, Sort
from managernotes_ui.conversations.talk_reading import TalkRead
from managernotes_ui.shell.page import PageName, Place


def leads_to(row: AgendaRow, person: PersonId | None) -> Place | None:
    """Return the place of a note, a talk or a thread; None for what is only ticked."""
    if row.sort is Sort.NOTE or row.link is LinkSort.NOTE:
        return Place(PageName.NOTE, person=person, note=NoteId(row.id))
    if row.link is LinkSort.TALK:
        return Place(PageName.TALK, conversation=ConversationId(row.id))
    if row.link is LinkSort.THREAD:
        return Place(PageName.CONVERSATIONS, thread=ThreadId(row.id), query="threads")
    return None


def to_prepare(read: TalkRead) -> Place:
    """Return the preparation of what is hard about a talk, else the person it is with."""
    talk = read.talk
    hard = talk.id if talk.type in PREPARED_TYPES else read.inner
    wanted = hard if read.is_ahead else None
    return Place(PageName.PREPARE, person=talk.people[0], conversation=wanted)


def after(talk: Conversation, inner: ConversationId | None) -> Place:
    """Return where what was hard is written down, else the list with the talk chosen."""
    hard = talk.id if talk.type in PREPARED_TYPES else inner
    if hard is not None:
        return Place(PageName.AFTER_TALK, conversation=hard)
    return Place(PageName.CONVERSATIONS, conversation=talk.id)

"""Everything the editor shows about one note, read in one piece of work."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.domain.identity import NoteId
from managernotes.domain.links import Links
from managernotes.domain.observation import Observation, TimelineRow
from managernotes.domain.person import Person
from managernotes.domain.yardstick import Yardstick
from managernotes.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OpenNote:
    """A note with whom it is about, what it is linked to, and how many versions there are."""

    note: Observation
    people: tuple[Person, ...]
    linked: tuple[TimelineRow, ...]
    chain: Links
    """The talks it came from or led to, the promises and threads of it (S26)."""
    standards: tuple[Yardstick, ...]
    """The expectations and values it is measured by."""
    versions: int
    changed_after_sharing: bool
    """Whether the words on show are younger than the day on which the person heard them."""


def read_note(workspace: Workspace, note_id: NoteId) -> OpenNote:
    """Read a note; raises NoteNotFoundError when it was erased."""
    note = workspace.notes.get(note_id)
    versions = workspace.notes.revisions(note_id)
    shared_on = note.shared_on
    return OpenNote(
        note=note,
        people=tuple(workspace.people.get(person) for person in note.people),
        linked=tuple(workspace.notes.rows(note.linked_notes)),
        chain=workspace.links.of_note(note_id),
        standards=workspace.yardsticks.of_note(note_id),
        versions=len(versions),
        changed_after_sharing=shared_on is not None
        and len(versions) > 1
        and versions[0].saved_at.date() > shared_on,
    )

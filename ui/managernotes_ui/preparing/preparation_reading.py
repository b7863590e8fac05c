"""What is read at once for the page: the preparation, who it is about, what can be picked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Kind, TimelineRow
from managernotes.domain.person import Person
from managernotes.domain.search_query import SearchQuery
from managernotes.domain.yardstick import Yardstick
from managernotes.services.preparation_reading import PreparationDesk
from managernotes.services.workspace import Workspace

MOST_OFFERED = 8
"""Notes that are offered as facts at a time; the others are found by their words."""
_READ = 120
_FACTUAL = (Kind.CONCERN, Kind.FEEDBACK_GIVEN, Kind.CONTEXT, Kind.LOOSE)


@dataclass(frozen=True, slots=True)
class OpenPreparation:
    """One preparation with all that its page shows."""

    desk: PreparationDesk
    people: tuple[Person, ...]
    yardsticks: tuple[Yardstick, ...]
    """Those that could be linked, the linked ones among them."""
    offered: tuple[TimelineRow, ...]
    """Notes about the person that could be facts of the talk."""

    @property
    def called(self) -> tuple[tuple[PersonId, str], ...]:
        """Who the talk is with, and what each is called."""
        return tuple((one.id, first_name(one.display_name)) for one in self.people)


def first_name(display_name: str) -> str:
    """Return what somebody is called in a sentence: the first word of their name."""
    return display_name.split(maxsplit=1)[0] if display_name.strip() else display_name


def read_preparation(workspace: Workspace, conversation: ConversationId) -> OpenPreparation | None:
    """Return what the page shows, or None when nothing is prepared for that talk yet."""
    preparation = workspace.preparations.of(conversation)
    if preparation is None:
        return None
    desk = workspace.preparations.desk(preparation.id)
    people = tuple(workspace.people.get(person) for person in desk.conversation.people)
    first = people[0].id if people else None
    return OpenPreparation(
        desk=desk,
        people=people,
        yardsticks=_yardsticks(workspace, desk, first),
        offered=offered_notes(workspace, tuple(one.id for one in people), preparation.facts),
    )


def offered_notes(
    workspace: Workspace, people: tuple[PersonId, ...], taken: tuple[NoteId, ...]
) -> tuple[TimelineRow, ...]:
    """Return the newest concerns and other factual notes about the people of a talk."""
    if not people:
        return ()
    rows = workspace.notes.timeline(people[0], kinds=_FACTUAL, limit=_READ).rows
    free = [row for row in rows if row.id not in taken]
    free.sort(key=lambda row: row.kind is not Kind.CONCERN)
    return tuple(free[:MOST_OFFERED])


def found_notes(
    workspace: Workspace, names: tuple[str, ...], query: SearchQuery, taken: tuple[NoteId, ...]
) -> tuple[TimelineRow, ...]:
    """Return notes about somebody that have these words and are no fact of the talk yet."""
    hits = workspace.search.search(replace(query, persons=names), _READ)
    free = [hit.id for hit in hits if hit.id not in taken][:MOST_OFFERED]
    return tuple(workspace.notes.rows(free))


def _yardsticks(
    workspace: Workspace, desk: PreparationDesk, person: PersonId | None
) -> tuple[Yardstick, ...]:
    known = {one.id: one for one in workspace.yardsticks.list(person)}
    linked = {one.id: one for one in desk.yardsticks}
    return tuple((known | linked).values())

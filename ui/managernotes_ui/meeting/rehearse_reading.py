"""What rehearsing reads of the vault in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from managernotes.domain.conversation import Conversation
from managernotes.domain.identity import ConversationId, PreparationId
from managernotes.domain.person import Person
from managernotes.domain.preparation import Preparation
from managernotes.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RehearsalRead:
    """The talk, what is prepared for it if anything is, and with whom it will be."""

    talk: Conversation
    preparation: Preparation | None
    person: Person | None


def read_rehearsal(workspace: Workspace, talk: ConversationId) -> RehearsalRead:
    """Read what is practised for one talk; NotFoundError when it is gone."""
    found = workspace.talks.get(talk)
    person = workspace.people.get(found.people[0]) if found.people else None
    return RehearsalRead(found, workspace.preparations.of(talk), person)


def save_fields(
    workspace: Workspace, preparation: PreparationId, fields: Mapping[str, str]
) -> Preparation:
    """Change some of the words, as they are by then."""
    words = workspace.preparations.get(preparation).words
    changed: dict[str, Any] = dict(fields)
    return workspace.preparations.save_words(preparation, replace(words, **changed))


def carry_over(workspace: Workspace, preparation: PreparationId, said: str) -> Preparation:
    """Put what was found in the other chair under their view, once."""
    words = workspace.preparations.get(preparation).words
    lines = [line for line in said.splitlines() if line and line not in words.their_view]
    their_view = "\n".join([*filter(None, [words.their_view.rstrip()]), *lines])
    return workspace.preparations.save_words(preparation, replace(words, their_view=their_view))

"""What may be a fact of a hard talk, and what follows from the answers to its gate."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from managernotes.domain.conversation import Conversation, ConversationType
from managernotes.domain.observation import Kind, Observation
from managernotes.domain.preparation import About, Path, PolicyCheck, Preparation, Step
from managernotes.errors import InvalidInputError

NO_EVIDENCE = frozenset({Kind.THEIR_FEEDBACK_TO_ME, Kind.LESSON})
"""Told to me for another purpose, or learned together: never held against anyone (INV-11, 22)."""

LOOKED_TWICE = 2
"""So often "I looked and found none" has to be said before it counts as an answer (RC05)."""


class PreparationChange(TypedDict, total=False):
    """What can be changed about a preparation beside its words; what is not named stays."""

    about: About
    path: Path
    step: Step
    is_grave: bool | None
    told_before: bool | None
    is_calm: bool | None
    policy_check: PolicyCheck
    single_event: bool
    no_part: int
    same_for_all: bool
    would_be_glad: bool


def changed(old: Preparation, change: PreparationChange, kind: ConversationType) -> Preparation:
    """Return the preparation with the change; InvalidInputError when it cannot be.

    Whoever says that it is grave has to ask HR first, and need not any more on taking that back.
    """
    if change.get("path") is Path.SHORT and kind is ConversationType.PIP:
        raise InvalidInputError(
            "A plan for improvement has no short path.", "Go through all of its steps."
        )
    if not 0 <= change.get("no_part", 0) <= LOOKED_TWICE:
        raise InvalidInputError("“Nothing” is asked twice at most.", "Write your part instead.")
    new = replace(old, **change)
    if "policy_check" not in change and "is_grave" in change:
        if new.is_grave and new.policy_check is PolicyCheck.NOT_NEEDED:
            return replace(new, policy_check=PolicyCheck.NEEDED)
        if not new.is_grave and new.policy_check is PolicyCheck.NEEDED:
            return replace(new, policy_check=PolicyCheck.NOT_NEEDED)
    return new


def refuse_as_fact(note: Observation, talk: Conversation) -> None:
    """Raise InvalidInputError unless a note may be a fact of this talk (INV-11, INV-16)."""
    if note.binned_at is not None:
        raise InvalidInputError("This note is in the bin.", "Take it out of the bin first.")
    if note.unconfirmed:
        raise InvalidInputError(
            "This note was sealed while the vault was locked.", "Confirm that it is yours first."
        )
    if note.kind in NO_EVIDENCE:
        raise InvalidInputError(
            "What was told to you, or learned together, is no fact against anyone.",
            "Choose what you saw yourself.",
        )
    if not set(note.people) & set(talk.people):
        raise InvalidInputError(
            "This note is not about the person you talk to.", "Choose one of their notes."
        )


def refuse_as_beginning(note: Observation) -> None:
    """Raise InvalidInputError unless a hard talk can begin from this note (S04)."""
    if note.kind is not Kind.CONCERN:
        raise InvalidInputError(
            "A hard talk begins with a concern.", "Make this note a concern first."
        )
    if not note.people:
        raise InvalidInputError(
            "This concern is about nobody yet.", "Say whom it is about, then prepare the talk."
        )


def neutral_title(note: Observation) -> str:
    """Return a few words for the list of talks: the note's title, else its first tag."""
    if note.text.title.strip():
        return note.text.title.strip()
    if note.tags:
        words = note.tags[0].replace("_", " ").replace("-", " ")
        return words[:1].upper() + words[1:]
    return ""

"""The steps of a note on its way to the person, each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import KeptBack, Observation, ShareState
from managernotes.domain.sharing import Answer
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import sharing as strings

Work = Callable[[Workspace, NoteId], Observation]


class ShareStep(StrEnum):
    """What can be done with a note that waits to be said, or was said."""

    SAID = "said"
    PLAN = "plan"
    UNPLAN = "unplan"
    KEEP_BACK = "keep_back"
    ANSWERED = "answered"
    CHANGE_SEEN = "change_seen"
    TAKE_BACK = "take_back"
    """The state before: said is unsaid or planned again, an answer or a change is not there."""


STEPS: dict[ShareState, tuple[ShareStep, ...]] = {
    ShareState.UNSAID: (ShareStep.SAID, ShareStep.PLAN, ShareStep.KEEP_BACK),
    ShareState.PLANNED: (
        ShareStep.SAID,
        ShareStep.PLAN,
        ShareStep.UNPLAN,
        ShareStep.KEEP_BACK,
    ),
    ShareState.SHARED: (ShareStep.ANSWERED, ShareStep.TAKE_BACK),
    ShareState.RESPONDED: (ShareStep.CHANGE_SEEN, ShareStep.ANSWERED, ShareStep.TAKE_BACK),
    ShareState.CHANGE_SEEN: (ShareStep.ANSWERED, ShareStep.TAKE_BACK),
    ShareState.NOT_FOR_SHARING: (ShareStep.TAKE_BACK,),
}
"""The ways on from each state (domain/share_rules), the next one first."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done, what takes it back, and what the undo bar says."""

    do: Work
    back: Work
    words: str


def said(on: date) -> Deed:
    """Say that the person heard it; taken back, it is planned again where it was."""
    return Deed(
        lambda workspace, note: _said(workspace, note, on),
        lambda workspace, note: workspace.sharing.unsay(note),
        strings.SAID,
    )


def planned(talk: ConversationId, when: str) -> Deed:
    """Plan to say it in a talk; taken back, it is where it was."""
    before: list[Observation] = []

    def do(workspace: Workspace, note: NoteId) -> Observation:
        before.append(workspace.notes.get(note))
        return workspace.sharing.plan(note, talk)

    return Deed(
        do,
        lambda workspace, note: _planned_as(workspace, note, before[-1]),
        strings.PLANNED.format(when=when),
    )


def planned_on(person: PersonId, day: date, when: str) -> Deed:
    """Plan to say it in a new one-to-one; taken back, that talk goes to the bin."""
    before: list[tuple[Observation, ConversationId]] = []

    def do(workspace: Workspace, note: NoteId) -> Observation:
        new = NewConversation(type=ConversationType.ONE_ON_ONE, people=(person,), planned_on=day)
        old, talk = workspace.notes.get(note), workspace.talks.plan(new)
        before.append((old, talk.id))
        return workspace.sharing.plan(note, talk.id)

    def back(workspace: Workspace, note: NoteId) -> Observation:
        old, talk = before[-1]
        after = _planned_as(workspace, note, old)
        workspace.talks.bin(talk)
        return after

    return Deed(do, back, strings.PLANNED.format(when=when))


def unplanned() -> Deed:
    """Make it unsaid again; taken back, it is planned where it was."""
    before: list[Observation] = []

    def do(workspace: Workspace, note: NoteId) -> Observation:
        before.append(workspace.notes.get(note))
        return workspace.sharing.unplan(note)

    return Deed(
        do,
        lambda workspace, note: _planned_as(workspace, note, before[-1]),
        strings.UNPLANNED,
    )


def kept_back(reason: KeptBack) -> Deed:
    """Keep it back, for one of four reasons (S19)."""
    before: list[Observation] = []

    def do(workspace: Workspace, note: NoteId) -> Observation:
        before.append(workspace.notes.get(note))
        return workspace.sharing.keep_back(note, reason)

    def back(workspace: Workspace, note: NoteId) -> Observation:
        after = workspace.sharing.unkeep(note)
        return _planned_as(workspace, note, before[-1]) if before[-1].planned_in else after

    return Deed(do, back, strings.KEPT_BACK.format(reason=strings.REASONS[reason]))


def answered(text: str, on: date) -> Deed:
    """Keep what they said to it; again: their words anew."""
    before: list[tuple[str, date]] = []

    def do(workspace: Workspace, note: NoteId) -> Observation:
        old = workspace.sharing.answer_of(note)
        before.extend([(old.text, old.heard_on)] if old else [])
        return workspace.sharing.answered(note, text, on)

    def back(workspace: Workspace, note: NoteId) -> Observation:
        if before:
            return workspace.sharing.answered(note, *before[-1])
        return workspace.sharing.unanswer(note)

    return Deed(do, back, strings.ANSWERED)


def change_seen(on: date) -> Deed:
    """Say that a change was seen."""
    return Deed(
        lambda workspace, note: workspace.sharing.change_seen(note, on),
        lambda workspace, note: workspace.sharing.unsee(note),
        strings.CHANGE_SEEN,
    )


def taken_back() -> Deed:
    """Go to the state before; undone itself, all is as it was: its day, talk and reason."""
    before: list[tuple[Observation, Answer | None]] = []

    def do(workspace: Workspace, note: NoteId) -> Observation:
        sharing = workspace.sharing
        old = workspace.notes.get(note)
        before.append((old, sharing.answer_of(note)))
        ways = {
            ShareState.SHARED: sharing.unsay,
            ShareState.RESPONDED: sharing.unanswer,
            ShareState.CHANGE_SEEN: sharing.unsee,
            ShareState.NOT_FOR_SHARING: sharing.unkeep,
        }
        way = ways.get(old.share_state) if old.share_state else None
        return way(note) if way else old

    def back(workspace: Workspace, note: NoteId) -> Observation:
        return _again(workspace, note, *before[-1])

    return Deed(do, back, strings.TAKEN_BACK)


def _again(
    workspace: Workspace, note: NoteId, old: Observation, answer: Answer | None
) -> Observation:
    sharing = workspace.sharing
    match old.share_state:
        case ShareState.SHARED if old.shared_on is not None:
            return sharing.said(note, old.shared_on, old.said_in)
        case ShareState.RESPONDED if answer is not None:
            return sharing.answered(note, answer.text, answer.heard_on)
        case ShareState.CHANGE_SEEN if old.change_seen_on is not None:
            return sharing.change_seen(note, old.change_seen_on)
        case ShareState.NOT_FOR_SHARING if old.kept_back is not None:
            return sharing.keep_back(note, old.kept_back)
        case _:
            return old


def _said(workspace: Workspace, note: NoteId, on: date) -> Observation:
    """Say it in the talk it was planned for, if it was."""
    return workspace.sharing.said(note, on, workspace.notes.get(note).planned_in)


def _planned_as(workspace: Workspace, note: NoteId, old: Observation) -> Observation:
    """Bring back where it was planned, or that it was not."""
    if old.planned_in is not None:
        return workspace.sharing.plan(note, old.planned_in)
    return workspace.sharing.unplan(note)

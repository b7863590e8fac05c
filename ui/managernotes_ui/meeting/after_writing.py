"""What is done with a talk's log in one go: promises, follow-up, facts that were said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from managernotes.domain.conversation import Conversation, Outcome
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.promise import NewPromise, PromiseWords
from managernotes.services.after_talk import AfterTalk
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.becoming import Becoming
from managernotes_ui.meeting.looking_again_words import THANKS, next_words


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterLog:
    """Everything that the page holds when it is done."""

    talk: ConversationId
    words: Mapping[str, str]
    held: date
    began: time | None
    ended: time | None
    outcome: Outcome | None
    follow_up_on: date | None
    rows: tuple[Becoming, ...]
    """On looking again: what is asked and promised anew."""
    keeps_unsaid: bool
    went_ahead: str
    is_later: bool
    later: Mapping[str, str] = field(default_factory=dict)
    """On looking again: the answers to the questions that "better", "partly", "not yet" bring."""


def finish(workspace: Workspace, log: AfterLog) -> None:
    """Write the talk down, or that it was looked at again.

    InvalidInputError, with nothing changed but the words, when something is wanted first.
    """
    talk = workspace.talks.get(log.talk)
    talk = replace(talk, words=replace(talk.words, **log.words))
    if log.is_later:
        _look_again(workspace, log, talk)
        return
    preparation = workspace.preparations.of(log.talk)
    if log.went_ahead.strip() and preparation is not None:
        workspace.preparations.override(preparation.id, log.went_ahead)
    workspace.preparations.after(
        log.talk,
        AfterTalk(
            words=talk.words,
            outcome=log.outcome,
            follow_up_on=log.follow_up_on,
            held_on=log.held,
            began_at=log.began,
            ended_at=log.ended,
            keeps_unsaid=log.keeps_unsaid,
        ),
    )


def _look_again(workspace: Workspace, log: AfterLog, talk: Conversation) -> None:
    today = workspace.ledger.today()
    words = replace(talk.words, next=next_words(talk.words.next, log.later))
    workspace.talks.follow_up(log.talk, words=words, on=today)
    for row in log.rows:
        workspace.promises.add(
            NewPromise(
                owner=row.owner,
                people=row.people,
                words=PromiseWords(text=row.text),
                due_on=row.due_on,
                made_in=log.talk,
            )
        )
    if thanks := log.later.get(THANKS, ""):
        workspace.notes.add(
            NewObservation(
                text=NoteText(title=strings.THANKS_TITLE, fact=thanks),
                kind=Kind.PRAISE_GIVEN,
                people=talk.people,
                occurred_on=today,
            )
        )

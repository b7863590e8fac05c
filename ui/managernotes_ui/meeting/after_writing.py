"""What is done with a talk's log in one go: promises, follow-up, facts that were said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from managernotes.domain.conversation import Conversation, Outcome
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import NoteText
from managernotes.domain.promise import NewPromise, PromiseWords
from managernotes.services.after_talk import AfterTalk
from managernotes.services.talk_ending import LookedAgain
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

    InvalidInputError, with nothing changed, when something is wanted first.
    """
    talk = workspace.talks.get(log.talk)
    talk = replace(talk, words=replace(talk.words, **log.words))
    if log.is_later:
        _look_again(workspace, log, talk)
        return
    workspace.preparations.after(
        log.talk,
        AfterTalk(
            words=talk.words,
            outcome=log.outcome,
            follow_up_on=log.follow_up_on,
            held_on=log.held,
            began_at=log.began,
            ended_at=log.ended,
            went_ahead=log.went_ahead,
            keeps_unsaid=log.keeps_unsaid,
        ),
    )


def _look_again(workspace: Workspace, log: AfterLog, talk: Conversation) -> None:
    thanks = log.later.get(THANKS, "")
    workspace.talk_ending.look_again(
        log.talk,
        LookedAgain(
            words=replace(talk.words, next=next_words(talk.words.next, log.later)),
            promises=tuple(_promise(row, log.talk) for row in log.rows),
            thanks=NoteText(title=strings.THANKS_TITLE, fact=thanks) if thanks else None,
        ),
    )


def _promise(row: Becoming, talk: ConversationId) -> NewPromise:
    return NewPromise(
        owner=row.owner,
        people=row.people,
        words=PromiseWords(text=row.text),
        due_on=row.due_on,
        made_in=talk,
    )

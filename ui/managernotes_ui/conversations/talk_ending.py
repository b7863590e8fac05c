"""What comes of the lines of a talk when it ends: `+` and `!` become promises (SPEC §7.21)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from managernotes.domain.conversation import Conversation
from managernotes.domain.identity import ConversationId
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.services.after_talk import AfterTalk
from managernotes.services.workspace import Workspace
from managernotes.text.capture_people import NamedPerson
from managernotes.text.promise_lines import LineMark, PromiseLine, promised_lines


@dataclass(frozen=True, slots=True)
class Ending:
    """The promises in the notes, and how many lines were agreed and how many I owe."""

    promises: tuple[NewPromise, ...] = ()
    agreements: int = 0
    owed: int = 0

    @classmethod
    def of(cls, notes: str, talk: Conversation, people: Sequence[NamedPerson], day: date) -> Ending:
        """Read the notes of a talk that was held on a day."""
        lines = [line for line in promised_lines(notes, people, day) if line.text]
        return cls(
            promises=tuple(_promise(line, talk) for line in lines),
            agreements=sum(line.mark is LineMark.AGREED for line in lines),
            owed=sum(line.mark is LineMark.I_OWE for line in lines),
        )


def end_talk(
    workspace: Workspace, talk_id: ConversationId, ending: Ending, at: time
) -> Conversation:
    """Say that the talk took place and ended now; on the vault's thread.

    The words were handed over before this; what they are now is what it ends with.
    """
    talk = workspace.talks.get(talk_id)
    told = AfterTalk(
        words=talk.words,
        ended_at=at,
        follow_up_on=talk.follow_up_on,
        promises=ending.promises,
        keeps_unsaid=True,
    )
    return workspace.talk_ending.done(talk_id, told).conversation


def _promise(line: PromiseLine, talk: Conversation) -> NewPromise:
    mine = line.owner is PromiseOwner.ME
    return NewPromise(
        owner=line.owner,
        people=talk.people if mine or not line.people else line.people,
        words=PromiseWords(text=line.text),
        due_on=line.due_on,
        made_in=talk.id,
    )

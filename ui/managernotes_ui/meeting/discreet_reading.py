"""What the discreet view may know of a talk: initials, cards, the agenda; never a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from managernotes.domain.conversation import Conversation
from managernotes.domain.conversation_rules import AHEAD
from managernotes.domain.identity import ConversationId
from managernotes.errors import InvalidInputError
from managernotes.services.workspace import Workspace
from managernotes.text.name_mask import NameMask


@dataclass(frozen=True, slots=True)
class DiscreetCard:
    """One card: a neutral heading and a few words, every name in them as initials."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class DiscreetRead:
    """Everything that the window may show of one talk."""

    initials: str
    cards: tuple[DiscreetCard, ...]
    agenda: tuple[str, ...]
    planned_on: date | None
    planned_at: time | None


def read_discreet(workspace: Workspace, identity: ConversationId) -> DiscreetRead:
    """Read what may be shown; names become initials here, before anything leaves the vault.

    The view hides names whether discreet mode is on or not (SPEC §5.8, INV-18).
    """
    talk = workspace.talks.get(identity)
    people = [*workspace.people.list_people(include_gone=True), *workspace.people.binned()]
    mask = NameMask((person.display_name, person.alias) for person in people)
    called = {person.id: person.display_name for person in people}
    initials = " ".join(mask.initials(called[one]) for one in talk.people if one in called)
    preparation = workspace.preparations.of(identity)
    cards: tuple[DiscreetCard, ...] = ()
    agenda: tuple[str, ...] = ()
    if preparation is not None:
        cards = tuple(
            DiscreetCard(card.heading, mask.words(card.words))
            for card in workspace.preparations.cards(preparation.id)
        )
        agenda = tuple(map(mask.words, workspace.preparations.agenda_lines(preparation.id)))
    else:
        agenda = tuple(map(mask.words, _topics(workspace, identity)))
    return DiscreetRead(initials, cards, agenda, talk.planned_on, talk.planned_at)


def append_line(workspace: Workspace, identity: ConversationId, line: str) -> Conversation:
    """Put a line under the talk's notes, as they are by then."""
    words = workspace.talks.get(identity).words
    notes = f"{words.notes.rstrip()}\n{line}" if words.notes.strip() else line
    return workspace.talks.save_words(identity, replace(words, notes=notes))


def hold_now(
    workspace: Workspace, identity: ConversationId, began: datetime, ended: datetime
) -> bool:
    """Say that the talk took place from then to then; False when it wants something first.

    A one-to-one wants its answer, a hard talk its preparation: that is asked later, not in the
    room, and nothing is changed here.
    """
    talk = workspace.talks.get(identity)
    if talk.state not in AHEAD:
        return True
    try:
        workspace.talks.hold(
            identity,
            held_on=began.date(),
            began_at=talk.began_at or _minute(began),
            ended_at=_minute(ended),
        )
    except InvalidInputError:
        return False
    return True


def _topics(workspace: Workspace, identity: ConversationId) -> list[str]:
    agenda = workspace.talks.agenda(identity)
    return [topic.text for topic in (*agenda.theirs, *agenda.carried, *agenda.mine)]


def _minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)

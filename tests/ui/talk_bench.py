"""A desk over a real vault with talks in it, for the tests of their screens."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtWidgets import QApplication, QWidget

from managernotes.domain.conversation import (
    Conversation,
    ConversationType,
    ConversationWords,
    NewConversation,
    TopicOwner,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.promise import NewPromise
from tests.ui.people_bench import PeopleBench

TODAY = date(2026, 11, 19)
"""The day of the bench's clock, a Thursday."""


def plan(  # noqa: PLR0913 - a talk's parts, by keyword
    bench: PeopleBench,
    *,
    sort: ConversationType = ConversationType.ONE_ON_ONE,
    person: PersonId | None = None,
    on: date | None = TODAY,
    at: time | None = time(14),
    words: ConversationWords | None = None,
    template: str | None = None,
) -> ConversationId:
    """Plan a talk, with Dana unless somebody else is named, and tell the screens."""
    new = NewConversation(
        type=sort,
        people=(person or bench.bench.dana.id,),
        words=words or ConversationWords(),
        planned_on=on,
        planned_at=at,
        minutes=45,
    )
    talk = bench.bench.ask(lambda workspace: workspace.talks.plan(new, template))
    tell(bench)
    return talk.id


def get(bench: PeopleBench, talk: ConversationId) -> Conversation:
    """Return a talk as it is in the vault."""
    return bench.bench.ask(lambda workspace: workspace.talks.get(talk))


def topic(
    bench: PeopleBench,
    text: str,
    talk: ConversationId | None = None,
    owner: TopicOwner = TopicOwner.THEIRS,
) -> None:
    """Put a topic on a talk with Dana."""
    dana = bench.bench.dana.id
    bench.bench.ask(lambda workspace: workspace.talks.add_topic(dana, owner, text, talk))
    tell(bench)


def promised(bench: PeopleBench, new: NewPromise) -> None:
    """Store a promise."""
    bench.bench.ask(lambda workspace: workspace.promises.add(new))


def focused() -> QWidget:
    """Return who has the keyboard."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def tell(bench: PeopleBench) -> None:
    """Announce that talks changed, and wait until everybody has read again."""
    bench.bench.session.talks_changed.emit()
    bench.settle()

"""What somebody might say to each if–then card, for the hot seat (practice/3-preparation.md, 3.4).

Pure: the cards are the manager's own; a card that none of the known sorts fits is asked as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from managernotes.domain.folding import folded
from managernotes.domain.preparation import IfThen

LEAST_ROUNDS, MOST_ROUNDS = 3, 5
"""Three to five rounds (3.4)."""

_SORTS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    (
        ("silent", "silence", "quiet", "nothing"),
        ("(Nothing. A look at the table.)", "(A long breath, and no word.)", "I don’t know."),
    ),
    (
        ("unfair", "fair", "injust"),
        (
            "That’s not fair.",
            "You have made up your mind already.",
            "So I am the one you picked?",
        ),
    ),
    (
        ("blame", "others", "colleague", "somebody else"),
        (
            "That’s not fair. The others do it too, and nobody says a word to them.",
            "It was not me. I was told to do it that way.",
            "Have you asked the rest of the team?",
        ),
    ),
    (
        ("angry", "anger", "loud", "shout"),
        (
            "I do not believe this. After all I have done here?",
            "So this is what you called me in for?",
            "Then do it yourself.",
        ),
    ),
    (
        ("cry", "tears", "upset"),
        ("(Tears. A hand before the eyes.)", "I’m sorry, I can’t right now."),
    ),
    (
        ("new fact", "did not know", "not know"),
        (
            "That is not how it was. Did nobody tell you about the call before?",
            "I asked for it in writing, and never got an answer.",
        ),
    ),
    (
        ("yes", "agree", "too fast"),
        ("Yes, fine. I’ll do it.", "Sure. No problem. Is that all?"),
    ),
    (
        ("personal", "health", "private"),
        (
            "There is something at home. I did not want to say it here.",
            "I have not been well, if you want to know.",
        ),
    ),
)
"""Words of a card's "if", folded, and what may be said then; the first sort that fits counts."""

_FRAME = "({when})"


@dataclass(frozen=True, slots=True)
class Reply:
    """One possible reply, and the card that answers it."""

    words: str
    card: IfThen

    @property
    def is_said(self) -> bool:
        """Whether it is spoken; what is only done stands in brackets."""
        return not self.words.startswith("(")


def replies_to(card: IfThen) -> tuple[str, ...]:
    """Return what may be said; for a card of no known sort its own "if", in brackets."""
    when = folded(card.when)
    for words, replies in _SORTS:
        if any(word in when for word in words):
            return replies
    return (_FRAME.format(when=card.when.strip().rstrip(".")),)


def draw(cards: Sequence[IfThen], chance: Random) -> tuple[Reply, ...]:
    """Return three to five replies by chance, every card at least once while there is room.

    Without cards there are none. A reply comes twice only when there are too few.
    """
    cards = [card for card in cards if card.when.strip() and card.then.strip()]
    if not cards:
        return ()
    rounds = min(max(len(cards) + 1, LEAST_ROUNDS), MOST_ROUNDS)
    heaps = {
        number: chance.sample(replies_to(card), len(replies_to(card)))
        for number, card in enumerate(cards)
    }
    order: list[int] = []
    while len(order) < rounds:
        order += _shuffled(range(len(cards)), chance, order[-1] if order else None)
    drawn: list[Reply] = []
    used: dict[int, int] = {}
    for number in order[:rounds]:
        at = used.get(number, 0)
        used[number] = at + 1
        heap = heaps[number]
        drawn.append(Reply(heap[at % len(heap)], cards[number]))
    return tuple(drawn)


def _shuffled(numbers: range, chance: Random, last: int | None) -> list[int]:
    """Return the numbers by chance; the first is not the last one drawn, if there is a choice."""
    order = chance.sample(numbers, len(numbers))
    if len(order) > 1 and order[0] == last:
        order[0], order[-1] = order[-1], order[0]
    return order

"""The readiness checks that look at facts, yardsticks and thanks (RC01, 02, 04, 11, 12, 14, 17)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from managernotes.domain.day_words import short_day
from managernotes.domain.observation import Source
from managernotes.domain.preparation import FactRow
from managernotes.domain.yardstick import Yardstick, YardstickKind
from managernotes.practice.readiness_view import InHand, Judged, in_words, shortened
from managernotes.practice.wording import has_any
from managernotes.practice.wording_rules import Scope

FACTS_WANTED: Final = 2
WORDS_OF_A_FACT: Final = 5
FRESH: Final = timedelta(days=30)
THANKED_WITHIN: Final = timedelta(days=60)
_LABELS: Final = frozenset("BDE")
"""Labels, guesses and hearsay: no camera would have caught them."""


def enough(hand: InHand) -> Judged:
    """RC01: two dated moments, seen or documented; or one that is serious enough alone."""
    sure = [fact for fact in hand.facts if fact.is_sure]
    alone = hand.preparation.single_event and len(sure) == 1
    return Judged(
        is_open=len(sure) < FACTS_WANTED and not alone,
        message="Add a second dated moment you saw yourself."
        if sure
        else "Add two dated moments you saw yourself.",
        done_message=_counted(sure),
    )


def _counted(sure: list[FactRow]) -> str:
    """Say how many facts there are: those seen, if they are enough by themselves."""
    if len(sure) == 1:
        seen = sure[0].source is Source.FIRST_HAND
        return f"One serious event {'you saw yourself' if seen else 'on paper'}"
    seen_facts = sum(fact.source is Source.FIRST_HAND for fact in sure)
    if seen_facts >= FACTS_WANTED:
        return f"{in_words(seen_facts)} dated facts you saw yourself"
    on_paper = "on paper" if not seen_facts else "seen or on paper"
    return f"{in_words(len(sure))} dated facts, {on_paper}"


def no_label(hand: InHand) -> Judged:
    """RC02: every fact says what was done or said, in words a camera could have caught."""
    labels = sum(_is_label(fact, hand.names) for fact in hand.facts)
    message = "One fact is still a label."
    if not hand.facts:
        message = "Say in each fact what was done or said."
    elif labels > 1:
        message = f"{in_words(labels)} facts are still labels."
    return Judged(not hand.facts or labels > 0, message, "Each fact says what was done or said")


def _is_label(fact: FactRow, names: tuple[str, ...]) -> bool:
    if len(fact.text.split()) < WORDS_OF_A_FACT:
        return True
    return has_any(fact.text, Scope.NOTE, _LABELS, names)


def measured(hand: InHand) -> Judged:
    """RC04: an agreed expectation or a value is linked (S20)."""
    return Judged(not hand.yardsticks, "Which agreement is this about?", _named(hand))


def _named(hand: InHand) -> str:
    if len(hand.yardsticks) != 1:
        return f"{in_words(len(hand.yardsticks))} agreements linked"
    [one] = hand.yardsticks
    word = "Value" if one.kind is YardstickKind.VALUE else "Agreement"
    return f"{word}: {_within_a_line(shortened(one.words.title), hand)}"


def _within_a_line(title: str, hand: InHand) -> str:
    """Return a title as the rest of a line: small first letter, unless it is a name or short."""
    first = title.split(" ", 1)[0]
    if not first[1:].islower() or first in hand.called.split():
        return title
    return title[:1].lower() + title[1:]


def fresh(hand: InHand) -> Judged:
    """RC11: the latest fact is at most thirty days old."""
    latest = _latest(hand)
    is_open = latest is None or hand.today - latest > FRESH
    message = "These facts are old. Why now?" if latest else "When did you last see it?"
    said = "" if latest is None else short_day(latest, hand.today)
    return Judged(is_open, message, f"Last seen {said}".rstrip())


def _latest(hand: InHand) -> date | None:
    return max((fact.occurred_on for fact in hand.facts), default=None)


def known_before(hand: InHand) -> Judged:
    """RC12: each expectation was talked through with them before the first fact."""
    expectations = [one for one in hand.yardsticks if one.kind is YardstickKind.EXPECTATION]
    first = min((fact.occurred_on for fact in hand.facts), default=hand.today)
    known = [_known_since(one, hand) for one in expectations]
    in_time = all(on is not None and on < first for on in known)
    latest = max((on for on in known if on is not None), default=None)
    done = "It was written down for everybody"
    if latest is not None:
        done = f"Talked through {short_day(latest, hand.today)}"
    return Judged(
        is_open=not hand.yardsticks or not in_time,
        message="They may not have known. Start with clarity.",
        done_message=done,
    )


def _known_since(yardstick: Yardstick, hand: InHand) -> date | None:
    return next((one.on for one in yardstick.people if one.person == hand.person), None)


def one_topic(hand: InHand) -> Judged:
    """RC14: the talk has one topic."""
    return Judged(len(hand.yardsticks) > 1, "Two talks in one. Which first?", "One topic")


def thanked(hand: InHand) -> Judged:
    """RC17: a thanks was said within sixty days; not to be used as padding."""
    last = hand.last_thanked_on
    said = "" if last is None else short_day(last, hand.today)
    return Judged(
        is_open=last is None or hand.today - last > THANKED_WITHIN,
        message="When did you last thank them? Do that on another day.",
        done_message=f"You last thanked {hand.called} {said}".rstrip(),
    )

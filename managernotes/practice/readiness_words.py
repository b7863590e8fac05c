"""The readiness checks that look at what is written and answered (the rest of RC03 to RC19)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from managernotes.domain.conversation_rules import FOLLOW_UP_WITHIN
from managernotes.domain.day_words import short_day
from managernotes.domain.preparation import Path, PolicyCheck, PreparationWords
from managernotes.domain.preparation_rules import LOOKED_TWICE
from managernotes.practice.ask_words import visible_by
from managernotes.practice.readiness_view import InHand, Judged, in_words, shortened
from managernotes.practice.wording import has_any, has_rule
from managernotes.practice.wording_rules import Scope

OPENING_WORDS: Final = 40
_CHARGES: Final = frozenset({"L03", "L04"})
_DELIVERY: Final = frozenset("L")
_PRIVATE: Final = frozenset("FGN")
_TIMES_SHOWN: Final = 2


def effect(hand: InHand) -> Judged:
    """RC03: what it did, and to whom."""
    said = hand.preparation.words.effect
    return Judged(not said.strip(), "What did it cost, whom?", f"Effect: {shortened(said)}")


def my_part(hand: InHand) -> Judged:
    """RC05: my part is answered; "none" counts once I have looked twice."""
    found_none = hand.preparation.no_part >= LOOKED_TWICE
    said = hand.preparation.words.my_part.strip()
    done = "Your part, in one line" if said else "Your part: you looked twice and found none"
    return Judged(not said and not found_none, "Your part, in one line.", done)


def ask(hand: InHand) -> Judged:
    """RC06: the ask could be seen, by a day or so many times."""
    seen_by = visible_by(hand.preparation.words.ask)
    times = ", ".join(seen_by[:_TIMES_SHOWN])
    return Judged(not seen_by, "What could you see, by when?", f"Ask: {times}")


def offer(hand: InHand) -> Judged:
    """RC07: I offer help (S39)."""
    offers = sum(bool(line.strip()) for line in hand.preparation.words.offers)
    done = f"{in_words(offers)} offer{'s' if offers > 1 else ''} of help"
    return Judged(not offers, "What will you do to help?", done)


def follow_up(hand: InHand) -> Judged:
    """RC08: we look at it again, one to sixty days after the talk (INV-08)."""
    on, talk_on = hand.follow_up_on, hand.planned_on or hand.today
    in_range = on is not None and timedelta() < on - talk_on <= FOLLOW_UP_WITHIN
    said = "" if on is None else short_day(on, hand.today)
    return Judged(not in_range, "When do you meet again about this?", f"You meet again {said}")


def open_question(hand: InHand) -> Judged:
    """RC09: a question I do not know the answer to, and none that charges or leads."""
    asked = [line for line in hand.preparation.words.questions if line.strip()]
    charges = any(has_rule(line, Scope.PREP, _CHARGES) for line in asked)
    done = f"{in_words(len(asked))} open question{'s' if len(asked) > 1 else ''}"
    return Judged(not asked or charges, "Ask one question you do not know the answer to.", done)


def right_talk(hand: InHand) -> Judged:
    """RC10: whether it is grave is answered; if it is, HR was asked first.

    The short path does not ask; whoever says so there goes to HR all the same.
    """
    preparation = hand.preparation
    checked = preparation.policy_check is PolicyCheck.CHECKED_WITH_HR
    wants_hr = preparation.is_grave or preparation.policy_check is PolicyCheck.NEEDED
    unanswered = preparation.is_grave is None and preparation.path is Path.FULL
    is_open = (bool(wants_hr) and not checked) or (unanswered and not checked)
    message = "Check with HR first." if wants_hr else "Is this the right talk? Answer that first."
    return Judged(is_open, message, "Checked with HR" if checked else "Yours to handle")


def opening(hand: InHand) -> Judged:
    """RC13: the opening is short and says it plainly."""
    said = hand.preparation.words.opening
    length = len(said.split())
    softened = has_any(said, Scope.PREP, _DELIVERY, hand.names)
    message = "Shorten the opening."
    if not length:
        message = "Open in two sentences."
    elif length <= OPENING_WORDS:
        message = "Say the opening more plainly."
    is_open = not 0 < length <= OPENING_WORDS or softened
    return Judged(is_open, message, f"Opening of {length} words")


def their_view(hand: InHand) -> Judged:
    """RC15: how they would tell it."""
    said = hand.preparation.words.their_view
    return Judged(not said.strip(), "How would they tell it?", "Their view")


def rehearsed(hand: InHand) -> Judged:
    """RC16: it was practised once."""
    done = len(hand.preparation.rehearsals)
    times = "Rehearsed once" if done == 1 else f"Rehearsed {done} times"
    return Judged(not done, "Say the opening aloud once.", times)


def same_for_all(hand: InHand) -> Judged:
    """RC18: it was asked whether everyone would hear this."""
    return Judged(
        not hand.preparation.same_for_all,
        "Would you raise this with everyone?",
        "You would raise this with everyone",
    )


def nothing_private(hand: InHand) -> Judged:
    """RC19: nothing about health, private life or secrets is in what will be spoken."""
    private = any(
        has_any(line, Scope.PREP, _PRIVATE, hand.names) for line in spoken(hand.preparation.words)
    )
    return Judged(private, "A private matter is in your text.", "Nothing private in your words")


def spoken(words: PreparationWords) -> Iterator[str]:
    """Yield the lines that are meant to be said."""
    yield from (words.opening, words.care, words.main, words.ask)
    yield from (*words.questions, *words.offers)
    yield from (words.gets_better, words.if_unchanged, words.limits)

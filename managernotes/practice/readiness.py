"""Whether a hard talk is prepared: RC01 to RC19 (practice/3-preparation.md §3.3).

Each check is a pure function of what is in hand. A `must` withholds only the word "prepared",
never saving (INV-15); a `should` is worth a thought; an `info` is worth knowing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from managernotes.domain.preparation import SHORT_PATH, Path, Step
from managernotes.practice import readiness_facts as facts
from managernotes.practice import readiness_words as words
from managernotes.practice.readiness_view import InHand, Judged


class CheckLevel(StrEnum):
    """How much a check weighs."""

    MUST = "must"
    SHOULD = "should"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Check:
    """One check as it stands: what is missing, or what is in place."""

    id: str
    level: CheckLevel
    is_open: bool
    message: str
    """What to do about it, while it is open."""
    done_message: str
    """What is in place, once it is done."""
    step: Step
    """Where it can be done."""


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One line of the table."""

    id: str
    level: CheckLevel
    step: Step
    judge: Callable[[InHand], Judged]


_MUST, _SHOULD, _INFO = CheckLevel.MUST, CheckLevel.SHOULD, CheckLevel.INFO

CHECKS: Final = (
    CheckRule("RC01", _MUST, Step.FACTS, facts.enough),
    CheckRule("RC02", _MUST, Step.FACTS, facts.no_label),
    CheckRule("RC03", _MUST, Step.EFFECT, words.effect),
    CheckRule("RC04", _MUST, Step.YARDSTICK, facts.measured),
    CheckRule("RC05", _MUST, Step.BOTH_SIDES, words.my_part),
    CheckRule("RC06", _MUST, Step.WORDS, words.ask),
    CheckRule("RC07", _MUST, Step.HELP, words.offer),
    CheckRule("RC08", _MUST, Step.WHEN, words.follow_up),
    CheckRule("RC09", _MUST, Step.WORDS, words.open_question),
    CheckRule("RC10", _MUST, Step.RIGHT_TALK, words.right_talk),
    CheckRule("RC11", _SHOULD, Step.FACTS, facts.fresh),
    CheckRule("RC12", _SHOULD, Step.YARDSTICK, facts.known_before),
    CheckRule("RC13", _SHOULD, Step.WORDS, words.opening),
    CheckRule("RC14", _SHOULD, Step.YARDSTICK, facts.one_topic),
    CheckRule("RC15", _SHOULD, Step.BOTH_SIDES, words.their_view),
    CheckRule("RC16", _SHOULD, Step.WORDS, words.rehearsed),
    CheckRule("RC17", _SHOULD, Step.WHEN, facts.thanked),
    CheckRule("RC18", _SHOULD, Step.RIGHT_TALK, words.same_for_all),
    CheckRule("RC19", _INFO, Step.WORDS, words.nothing_private),
)

_NO_WORDS: Final = frozenset({"RC01", "RC02", "RC04", "RC11", "RC12", "RC14", "RC17"})
"""Nothing that is typed in the steps changes these (readiness_facts.py)."""

_ASKED_ON_ANY_PATH: Final = frozenset({"RC07", "RC10"})
"""An offer of help (S39), and HR first once somebody says that it is grave."""


def checks(hand: InHand) -> tuple[Check, ...]:
    """Return every check, in the order of the table.

    On the short path the musts of the steps that it leaves out are only worth a thought.
    """
    return tuple(_checked(rule, hand) for rule in CHECKS)


def checks_after_typing(hand: InHand, read: tuple[Check, ...]) -> tuple[Check, ...]:
    """Return the checks of other words over the same facts; `read` is how they stood before.

    Those that look at facts, yardsticks and thanks alone are taken over: fast enough for every key.
    """
    known = {check.id: check for check in read}
    return tuple(
        known[rule.id] if rule.id in _NO_WORDS and rule.id in known else _checked(rule, hand)
        for rule in CHECKS
    )


def open_musts(found: tuple[Check, ...]) -> tuple[Check, ...]:
    """Return the musts that are still open: with none the talk can be called prepared."""
    return tuple(one for one in found if one.is_open and one.level is CheckLevel.MUST)


def _checked(rule: CheckRule, hand: InHand) -> Check:
    judged = rule.judge(hand)
    return Check(
        id=rule.id,
        level=_level(rule, hand.preparation.path),
        is_open=judged.is_open,
        message=judged.message,
        done_message=judged.done_message,
        step=_step(rule, hand.preparation.path),
    )


def _level(rule: CheckRule, path: Path) -> CheckLevel:
    eased = path is Path.SHORT and rule.step not in SHORT_PATH
    if eased and rule.level is _MUST and rule.id not in _ASKED_ON_ANY_PATH:
        return _SHOULD
    return rule.level


def _step(rule: CheckRule, path: Path) -> Step:
    if path is Path.SHORT and rule.step is Step.HELP:
        return SHORT_PATH[-1]
    return rule.step

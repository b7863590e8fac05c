"""What is still open and what is in place, by the words as they stand in the fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from managernotes.domain.preparation import PolicyCheck, PreparationWords, Step
from managernotes.practice.readiness import Check, CheckLevel, checks_after_typing
from managernotes.practice.readiness_view import InHand


@dataclass(frozen=True, slots=True)
class Standing:
    """The checks, split as the panel shows them, and which steps are done."""

    still_open: tuple[Check, ...] = ()
    in_place: tuple[Check, ...] = ()
    """What must be there and is; what only should be is not praised."""
    done: frozenset[Step] = frozenset()

    @property
    def musts_open(self) -> int:
        """How many open ones keep it from being prepared."""
        return sum(check.level is CheckLevel.MUST for check in self.still_open)


NOTHING_READ = Standing()

_SHOULD_TOO = frozenset({"RC15"})
"""A should without which its step would have a question unanswered."""


def standing_of(
    hand: InHand,
    read: tuple[Check, ...],
    words: PreparationWords,
    shown: Callable[[str], str] = str,
) -> Standing:
    """Judge a preparation as if these words were saved; `shown` hides names in discreet mode.

    `read` are the checks as they were read with the hand.
    """
    now = replace(hand, preparation=replace(hand.preparation, words=words))
    found = [
        replace(check, message=shown(check.message), done_message=shown(check.done_message))
        for check in checks_after_typing(now, read)
    ]
    still_open = [check for check in found if check.is_open]
    still_open.sort(key=lambda check: list(CheckLevel).index(check.level))
    held_up = {
        check.step
        for check in still_open
        if check.level is CheckLevel.MUST or check.id in _SHOULD_TOO
    }
    return Standing(
        still_open=tuple(still_open),
        in_place=tuple(
            check for check in found if check.level is CheckLevel.MUST and not check.is_open
        ),
        done=frozenset(step for step in Step if step not in held_up and _is_answered(step, words)),
    )


def _is_answered(step: Step, words: PreparationWords) -> bool:
    """Whether the words without which a step says nothing are there."""
    match step:
        case Step.PURPOSE:
            return bool(words.purpose.strip())
        case Step.AT_STAKE:
            inside = (words.feelings, words.afraid, words.their_fear, words.dignity)
            return any(text.strip() for text in inside)
        case Step.WORDS:
            return bool(words.opening.strip())
        case Step.HELP:
            return bool(words.if_then)
        case _:
            return True


def must_stop(is_grave: bool | None, policy: PolicyCheck) -> bool:  # noqa: FBT001 - an answer
    """Whether HR has to be talked to before anything else."""
    return bool(is_grave) and policy is not PolicyCheck.CHECKED_WITH_HR

"""How mentoring goes on, from being sought to what was gained (practice/2-model.md §2.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from managernotes.domain.growth import Mentoring, MentoringState
from managernotes.errors import InvalidInputError

ORDER: Final = tuple(MentoringState)
"""Its states, one after the other."""


def stepped(one: Mentoring, state: MentoringState, today: date) -> Mentoring:
    """Return mentoring in its next state; InvalidInputError when a guard refuses."""
    if one.state is MentoringState.ENDED or state is not ORDER[ORDER.index(one.state) + 1]:
        raise InvalidInputError(
            f"Mentoring that is {one.state.value} cannot be {state.value} next;"
            " nothing was changed.",
            "Go one step at a time.",
        )
    if state is MentoringState.ENDED and not one.words.gained.strip():
        raise InvalidInputError(
            "Mentoring that ends asks what was gained; nothing was changed.",
            "Ask them, and write one sentence.",
        )
    return replace(one, state=state, ended_on=today if state is MentoringState.ENDED else None)


def taken_back(one: Mentoring) -> Mentoring:
    """Return mentoring one state earlier; InvalidInputError when it is only sought."""
    if one.state is MentoringState.SOUGHT:
        raise InvalidInputError(
            "There is no change to take back; nothing was changed.", "Move it to the bin."
        )
    return replace(one, state=ORDER[ORDER.index(one.state) - 1], ended_on=None)


def fallen_back(one: Mentoring) -> Mentoring:
    """Return mentoring as far as its words carry it: saving them is never refused (INV-15)."""
    if one.state is MentoringState.ENDED and not one.words.gained.strip():
        return replace(one, state=MentoringState.ACTIVE, ended_on=None)
    return one


def met(one: Mentoring, on: date, today: date) -> Mentoring:
    """Note a day on which they met; their first meeting says that it is under way."""
    if on > today:
        raise InvalidInputError("That day has not come yet.", "Use today or a day before.")
    if one.state is MentoringState.SOUGHT:
        raise InvalidInputError(
            "There is nobody yet to have met; nothing was changed.", "Say who it is first."
        )
    if one.ended_on is not None and on > one.ended_on:
        raise InvalidInputError(
            "It had ended by that day; nothing was changed.", "Choose an earlier day."
        )
    begun = MentoringState.ACTIVE if one.state is MentoringState.MATCHED else one.state
    return replace(one, state=begun, met_on=tuple(sorted({*one.met_on, on})))


def check_days(first_on: date | None, end_on: date | None) -> None:
    """Raise InvalidInputError when it would end before it begins."""
    if first_on is not None and end_on is not None and end_on < first_on:
        raise InvalidInputError(
            "It ends after it begins; nothing was saved.", "Choose a later day."
        )

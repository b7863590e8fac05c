"""Growth as it is handed over: the direction in their words, the steps, mentoring (S15, S38).

What a step brought them, the ground rules between two people and what was gained stay theirs.
"""

from __future__ import annotations

from typing import Final

from managernotes.domain.day_words import year_day
from managernotes.domain.growth import (
    GrowthKind,
    GrowthPlan,
    GrowthStep,
    Mentoring,
    MentoringState,
    StepState,
)
from managernotes.domain.handover import HandoverEntry
from managernotes.domain.person import Cadence
from managernotes.practice.handover_sentences import labelled, sentence

KINDS: Final = {
    GrowthKind.TRAINING: "Training",
    GrowthKind.STRETCH_WORK: "Stretch work",
    GrowthKind.MENTORING: "Mentoring",
    GrowthKind.COACHING: "Coaching",
    GrowthKind.SHADOWING: "Shadowing",
    GrowthKind.READING: "Reading",
    GrowthKind.PERSONAL_DEVELOPMENT: "Personal development",
    GrowthKind.NETWORK: "Network",
    GrowthKind.TEACH_OTHERS: "Teaching others",
}
_STATES: Final = {
    StepState.IDEA: "an idea so far",
    StepState.AGREED: "agreed",
    StepState.DOING: "under way",
    StepState.DONE: "done",
    StepState.APPLIED: "done and applied",
    StepState.STOPPED: "stopped",
}
_MENTORING: Final = {
    MentoringState.SOUGHT: "A mentor is sought",
    MentoringState.MATCHED: "Matched, not begun",
    MentoringState.ACTIVE: "Under way",
    MentoringState.ENDED: "Ended",
}
_EVERY: Final = {
    Cadence.WEEKLY: "every week",
    Cadence.FORTNIGHTLY: "every two weeks",
    Cadence.MONTHLY: "every month",
}


def plan_entry(plan: GrowthPlan) -> HandoverEntry:
    """Return where somebody wants to go, as they said it."""
    said = f", said on {year_day(plan.said_on)}" if plan.said_on else ""
    horizon = plan.words.horizon.strip().rstrip(".")
    strengths = plan.words.strengths.strip()
    facts = [f"Until when: {horizon}." if horizon else "", labelled("Strengths", strengths)]
    return HandoverEntry(
        lead=f"Where they want to go, in their words{said}",
        quote=plan.words.direction.strip(),
        facts=tuple(filter(None, facts)),
    )


def step_entry(step: GrowthStep) -> HandoverEntry:
    """Return a step, how far it is and what help was offered for it."""
    said = [_STATES[step.state]]
    day = step.applied_on or step.ended_on
    if day:
        said[0] += f" on {year_day(day)}"
    else:
        said += [f"from {year_day(step.start_on)}"] if step.start_on else []
        said += [f"due {year_day(step.due_on)}"] if step.due_on else []
        said += ["time and cost agreed"] if step.is_time_agreed else []
    purpose = " ".join(step.words.purpose.split())
    facts = (sentence(said), labelled("Help from their manager", step.words.manager_help.strip()))
    return HandoverEntry(lead=KINDS[step.kind], text=purpose, facts=tuple(filter(None, facts)))


def mentoring_entry(one: Mentoring) -> HandoverEntry:
    """Return who they learn from and in what rhythm; never what is said between the two."""
    mentor = " ".join(one.words.mentor.split())
    said = [_MENTORING[one.state]]
    said += [_EVERY[one.every]] if one.every else []
    said += [f"since {year_day(one.first_on)}"] if one.first_on else []
    said += [f"until {year_day(one.end_on)}"] if one.end_on else []
    if one.met_on:
        said.append(f"last met on {year_day(one.met_on[-1])}")
    return HandoverEntry(
        lead=f"Mentoring with {mentor}" if mentor else "Mentoring",
        facts=tuple(filter(None, (sentence(said), labelled("Aim", one.words.aim.strip())))),
    )

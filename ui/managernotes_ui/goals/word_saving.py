"""How one of the words of a goal, a check-in, a step or a mentoring is saved by itself."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import cast

from managernotes.domain.identity import CheckInId, GoalId, GrowthStepId, MentoringId
from managernotes.services.workspace import Workspace


def save_goal_word(workspace: Workspace, goal: Hashable, name: str, words: str) -> object:
    """Save one of a goal's words; another window's changes of the rest stay."""
    identity = cast("GoalId", goal)
    old = workspace.goals.get(identity).words
    return workspace.goals.reword(identity, replace(old, **{name: words}))


def save_check_in_word(workspace: Workspace, key: Hashable, name: str, words: str) -> object:
    """Save one of a check-in's words; its fact is never emptied, for it says what was seen."""
    goal, identity = cast("tuple[GoalId, CheckInId]", key)
    [old] = [one for one in workspace.goals.get(goal).check_ins if one.id == identity]
    if name == "fact" and not words:
        return old
    return workspace.goals.reword_check_in(identity, replace(old.words, **{name: words}))


def save_step_word(workspace: Workspace, step: Hashable, name: str, words: str) -> object:
    """Save one of a step's words; what it is for is never emptied."""
    identity = cast("GrowthStepId", step)
    old = workspace.growth.step(identity)
    if name == "purpose" and not words:
        return old
    return workspace.growth.reword_step(identity, replace(old.words, **{name: words}))


def save_mentoring_word(workspace: Workspace, one: Hashable, name: str, words: str) -> object:
    """Save one of a mentoring's words; what it is for is never emptied."""
    identity = cast("MentoringId", one)
    old = workspace.growth.mentoring(identity)
    if name == "aim" and not words:
        return old
    return workspace.growth.reword_mentoring(identity, replace(old.words, **{name: words}))

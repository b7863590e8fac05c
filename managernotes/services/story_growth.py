"""The story's goals and growth: told through the services, each at its moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from functools import partial

from managernotes.domain.goal import (
    CheckInWords,
    Confidence,
    GoalState,
    GoalWords,
    Measure,
    NewCheckIn,
    NewGoal,
    SetBy,
)
from managernotes.domain.growth import (
    GrowthKind,
    MentoringState,
    MentoringWords,
    NewGrowthStep,
    PlanState,
    PlanWords,
    StepState,
    StepWords,
)
from managernotes.domain.identity import (
    ConversationId,
    GoalId,
    GrowthStepId,
    MentoringId,
    PersonId,
    VisionLineId,
    YardstickId,
)
from managernotes.domain.person import Cadence
from managernotes.services.story_script import Act, Entry, at
from managernotes.services.workspace import Workspace

_MORNING = time(9, 10)
_EVENING = time(17, 45)


@dataclass(slots=True)
class GrowthTeller:
    """Sets goals, looks at them again, and follows growth, as the script says."""

    workspace: Workspace
    people: Mapping[str, PersonId]
    talks: Mapping[str, ConversationId]
    yardsticks: Mapping[str, YardstickId]
    vision_lines: Mapping[str, VisionLineId]
    goals: dict[str, GoalId] = field(default_factory=dict)
    """By the keys of the script, for the lessons that serve one."""

    def acts(self, script: Mapping[str, list[Entry]]) -> Iterator[Act]:
        """Return what happens and when, in no order."""
        for entry in script.get("goal", ()):
            yield from self._goal(entry)
        for entry in script.get("plan", ()):
            yield at(entry["said"], _EVENING), partial(self._direction, entry)
        for entry in script.get("step", ()):
            yield from self._step(entry)
        for entry in script.get("mentoring", ()):
            yield from self._mentoring(entry)

    def _goal(self, entry: Entry) -> Iterator[Act]:
        made: list[GoalId] = []
        goals = self.workspace.goals

        def set_it() -> None:
            goal = goals.add(self._new_goal(entry))
            made.append(goal.id)
            if "id" in entry:
                self.goals[entry["id"]] = goal.id
            goals.step(goal.id, GoalState.AGREED)

        yield at(entry["started"], _MORNING), set_it
        checks = entry.get("check_ins", ())
        for check in checks:
            moment = at(check["on"], check.get("at", _EVENING))
            next_on = entry.get("next") if check is checks[-1] else None
            yield moment, partial(self._check_in, made, check, next_on)
        if "ended" in entry:
            yield at(entry["ended"], _EVENING), partial(self._end, made, entry)

    def _new_goal(self, entry: Entry) -> NewGoal:
        return NewGoal(
            person=self.people[entry["person"]],
            words=GoalWords(
                title=entry["title"],
                why=entry.get("why", ""),
                measure=entry["measure"],
                unit=entry.get("unit", ""),
                support_needed=entry["support"],
            ),
            measured_by=Measure(entry["measured_by"]),
            start_value=entry.get("start"),
            target_value=entry.get("target"),
            started_on=entry["started"],
            due_on=entry["due"],
            set_by=SetBy(entry["set_by"]),
            vision_line=self.vision_lines[entry["serves"]] if "serves" in entry else None,
        )

    def _check_in(self, made: list[GoalId], check: Entry, next_on: date | None) -> None:
        words = CheckInWords(
            fact=check["fact"],
            obstacle=check.get("obstacle", ""),
            help_offered=check.get("help", ""),
        )
        new = NewCheckIn(
            goal=made[0],
            words=words,
            confidence=Confidence(check.get("word", Confidence.ON_COURSE)),
            on=check["on"],
            value=check.get("value"),
            next_on=next_on,
        )
        self.workspace.goals.check_in(new)

    def _end(self, made: list[GoalId], entry: Entry) -> None:
        goals = self.workspace.goals
        goals.step(made[0], GoalState(entry["outcome"]), entry["ended"])
        words = goals.get(made[0]).words
        goals.reword(made[0], replace(words, learned=entry["learned"]))
        goals.step(made[0], GoalState.REFLECTED, entry["ended"])

    def _direction(self, entry: Entry) -> None:
        growth, person = self.workspace.growth, self.people[entry["person"]]
        words = PlanWords(direction=entry["direction"], strengths=entry.get("strengths", ""))
        said_in = self.talks[entry["in"]] if "in" in entry else None
        growth.save_plan(person, words, said_on=entry["said"], said_in=said_in)
        growth.aim(person, [self.yardsticks[key] for key in entry.get("aims", ())])
        wanted = PlanState(entry.get("state", PlanState.EXPLORING))
        if wanted is not PlanState.EXPLORING:
            growth.step_plan(person, PlanState.AGREED)
        if wanted is PlanState.ACTIVE:
            growth.step_plan(person, PlanState.ACTIVE)

    def _step(self, entry: Entry) -> Iterator[Act]:
        made: list[GrowthStepId] = []
        growth = self.workspace.growth

        def begin() -> None:
            words = StepWords(
                purpose=entry["purpose"],
                manager_help=entry.get("help", ""),
                reflection=entry.get("reflection", ""),
            )
            new = NewGrowthStep(
                person=self.people[entry["person"]],
                kind=GrowthKind(entry["kind"]),
                words=words,
                start_on=entry.get("start"),
                due_on=entry.get("due"),
            )
            made.append(growth.add_step(new).id)

        yield at(entry["made"], _MORNING), begin
        for number, step in enumerate(entry["states"]):
            moment = at(step["on"], _EVENING) + timedelta(minutes=number)
            yield moment, partial(self._move_step, made, step)

    def _move_step(self, made: list[GrowthStepId], step: Entry) -> None:
        self.workspace.growth.move_step(made[0], StepState(step["state"]), step["on"])

    def _mentoring(self, entry: Entry) -> Iterator[Act]:
        made: list[MentoringId] = []
        growth = self.workspace.growth

        def begin() -> None:
            mentoring = growth.add_mentoring(
                self.people[entry["person"]],
                MentoringWords(mentor=entry["mentor"], aim=entry["aim"]),
                every=Cadence(entry["every"]),
                first_on=entry["first"],
                end_on=entry["end"],
            )
            made.append(mentoring.id)
            growth.move_mentoring(mentoring.id, MentoringState.ACTIVE)

        yield at(entry["first"], _MORNING), begin
        for day in entry["met"]:
            yield at(day, _EVENING), partial(self._met, made, day)

    def _met(self, made: list[MentoringId], day: date) -> None:
        self.workspace.growth.met(made[0], day)

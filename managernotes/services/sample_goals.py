"""The sample's goals with their check-ins, and the growth of each person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from managernotes.domain.goal import (
    CheckIn,
    CheckInWords,
    Confidence,
    Goal,
    GoalState,
    GoalStep,
    GoalWords,
    Measure,
    SetBy,
)
from managernotes.domain.growth import (
    GrowthKind,
    GrowthPlan,
    GrowthStep,
    Mentoring,
    MentoringState,
    MentoringWords,
    PlanState,
    PlanWords,
    StepState,
    StepStep,
    StepWords,
)
from managernotes.domain.identity import (
    CheckInId,
    GoalId,
    GrowthPlanId,
    GrowthStepId,
    MentoringId,
)
from managernotes.domain.person import Cadence
from managernotes.services.sample_grammar import Sentences
from managernotes.services.sample_ids import sample_uuid7
from managernotes.services.sample_papers import SamplePapers, Subject
from managernotes.services.sample_talk_days import moment, working_day

_GOALS = (1, 2, 3)
_STARTED = 300
_RUNS = 180
_CHECK_EVERY = 28
_WORDS = (Confidence.ON_COURSE, Confidence.ON_COURSE, Confidence.WOBBLING, Confidence.OFF_COURSE)
_MET = 0.7
_OBSTACLE, _HELP = 0.4, 0.4
_STEPS = (0, 1, 1, 2, 3)
_COURSE = (StepState.IDEA, StepState.AGREED, StepState.DOING, StepState.DONE)
_STEP_EVERY = timedelta(days=25)
_HAS_A_PLAN, _HAS_A_MENTOR = 0.8, 0.2
_TARGETS = (10, 20, 60, 90)


def tell_goals(who: Subject, papers: SamplePapers) -> None:
    """Add a person's goals of the year."""
    for _ in range(_GOALS[who.upto(len(_GOALS))]):
        papers.goals.append(_goal(who))


def tell_growth(who: Subject, papers: SamplePapers) -> None:
    """Add, for most, a direction, some steps, and for a few somebody to learn from."""
    if who.falls(_HAS_A_PLAN):
        papers.growth_plans.append(_plan(who))
    for _ in range(_STEPS[who.upto(len(_STEPS))]):
        papers.growth_steps.append(_step(who))
    if who.falls(_HAS_A_MENTOR):
        papers.mentoring.append(_mentoring(who))


def _goal(who: Subject) -> Goal:
    started = working_day(who.today - timedelta(days=10 + who.upto(_STARTED)))
    due = working_day(started + timedelta(days=_RUNS))
    made, speech = moment(started, who.days.at), who.speech.on(started)
    identity = GoalId(sample_uuid7(made, who.chance))
    start, target = 0.0, float(_TARGETS[who.upto(len(_TARGETS))])
    ended = due if due < who.today else None
    outcome = (GoalState.MET if who.falls(_MET) else GoalState.PARTLY_MET) if ended else None
    steps = [GoalStep(state=GoalState.PROPOSED, on=started)]
    steps.append(GoalStep(state=GoalState.AGREED, on=started))
    steps.append(GoalStep(state=GoalState.ACTIVE, on=started))
    if outcome is not None:
        steps.append(GoalStep(state=outcome, on=due))
    words = {name: who.speech.say("goal", name, speech) for name in ("title", "why", "measure")}
    learned = who.speech.say("goal", "learned", speech) if outcome else ""
    support = who.speech.say("goal", "support", speech)
    checks = tuple(_check_ins(who, identity, started, ended or who.today, target))
    return Goal(
        id=identity,
        person=who.id,
        words=GoalWords(**words, support_needed=support, learned=learned),
        state=steps[-1].state,
        measured_by=Measure.NUMBER,
        start_value=start,
        target_value=target,
        started_on=started,
        due_on=due,
        original_due_on=due,
        set_by=list(SetBy)[who.upto(len(SetBy))],
        vision_line=None,
        next_on=None,
        outcome=outcome,
        ended_on=ended,
        steps=tuple(steps),
        check_ins=checks,
        notes=(),
        created_at=made,
        updated_at=made,
        revision=1,
    )


def _check_ins(
    who: Subject, goal: GoalId, since: date, until: date, target: float
) -> Iterator[CheckIn]:
    day = since + timedelta(days=who.upto(_CHECK_EVERY))
    span = max((until - since).days, 1)
    while (on := working_day(day)) < until:
        made, speech = moment(on, who.days.at, 25), who.speech.on(on)
        yield CheckIn(
            id=CheckInId(sample_uuid7(made, who.chance)),
            goal=goal,
            on=on,
            confidence=_WORDS[who.upto(len(_WORDS))],
            value=round(target * (on - since).days / span * (0.6 + who.chance.random() / 2), 1),
            words=CheckInWords(
                fact=who.speech.say("goal", "fact", speech),
                obstacle=_perhaps(who, "obstacle", _OBSTACLE, speech),
                help_offered=_perhaps(who, "help", _HELP, speech),
            ),
            conversation=None,
            created_at=made,
            revision=1,
        )
        day += timedelta(days=_CHECK_EVERY)


def _perhaps(who: Subject, name: str, share: float, speech: Sentences) -> str:
    return who.speech.say("goal", name, speech) if who.falls(share) else ""


def _plan(who: Subject) -> GrowthPlan:
    said = working_day(who.today - timedelta(days=20 + who.upto(_STARTED)))
    made, speech = moment(said, who.days.at, 30), who.speech.on(said)
    return GrowthPlan(
        id=GrowthPlanId(sample_uuid7(made, who.chance)),
        person=who.id,
        words=PlanWords(direction=who.speech.say("growth", "direction", speech)),
        state=PlanState.AGREED,
        said_on=said,
        said_in=None,
        ended_on=None,
        yardsticks=(),
        created_at=made,
        updated_at=made,
        revision=1,
    )


def _step(who: Subject) -> GrowthStep:
    began = working_day(who.today - timedelta(days=5 + who.upto(_STARTED)))
    made, speech = moment(began, who.days.at, 35), who.speech.on(began)
    steps = [StepStep(state=_COURSE[0], on=began)]
    for state in _COURSE[1 : 1 + who.upto(len(_COURSE))]:
        on = working_day(steps[-1].on + _STEP_EVERY)
        if on >= who.today:
            break
        steps.append(StepStep(state=state, on=on))
    is_done = steps[-1].state is StepState.DONE
    reflection = who.speech.say("growth", "reflection", speech) if is_done else ""
    kinds = list(GrowthKind)
    return GrowthStep(
        id=GrowthStepId(sample_uuid7(made, who.chance)),
        person=who.id,
        kind=kinds[who.upto(len(kinds))],
        words=StepWords(
            purpose=who.speech.say("growth", "step", speech),
            manager_help=who.speech.say("growth", "help", speech),
            reflection=reflection,
        ),
        state=steps[-1].state,
        start_on=began,
        due_on=working_day(began + timedelta(days=90)),
        is_time_agreed=len(steps) > 1,
        ended_on=steps[-1].on if is_done else None,
        applied_on=None,
        touched_on=steps[-1].on,
        steps=tuple(steps),
        created_at=made,
        updated_at=made,
        revision=1,
    )


def _mentoring(who: Subject) -> Mentoring:
    first = working_day(who.today - timedelta(days=60 + who.upto(60)))
    made, speech = moment(first, who.days.at, 40), who.speech.on(first)
    met = tuple(working_day(first + timedelta(days=days)) for days in (0, 28))
    return Mentoring(
        id=MentoringId(sample_uuid7(made, who.chance)),
        person=who.id,
        words=MentoringWords(
            mentor=who.speech.say("growth", "mentor", speech),
            aim=who.speech.say("growth", "aim", speech),
        ),
        state=MentoringState.ACTIVE,
        every=Cadence.MONTHLY,
        first_on=first,
        end_on=None,
        ended_on=None,
        met_on=tuple(day for day in met if day < who.today),
        created_at=made,
        updated_at=made,
        revision=1,
    )

"""The sample's threads, and the yardsticks that everybody is measured by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from managernotes.domain.identity import ThreadId, YardstickId
from managernotes.domain.thread import Thread, ThreadKind, ThreadState, ThreadStep, ThreadWords
from managernotes.domain.thread_rules import STAGES
from managernotes.domain.yardstick import TalkedThrough, Yardstick, YardstickWords
from managernotes.services.sample_grammar import Sentences
from managernotes.services.sample_ids import sample_uuid7
from managernotes.services.sample_papers import SamplePapers, Subject
from managernotes.services.sample_speech import YardstickScene
from managernotes.services.sample_talk_days import moment, working_day

_HAS_A_THREAD = 0.6
_NOTES = 4
_OPENED = 90
_STEP_EVERY = timedelta(days=18)
_IS_TALKED_THROUGH = 0.7


def tell_thread(who: Subject, papers: SamplePapers) -> None:
    """Add, for most, one thread that is followed over months."""
    if not who.falls(_HAS_A_THREAD):
        return
    kinds = list(ThreadKind)
    kind = kinds[who.upto(len(kinds))]
    opened_on = working_day(who.today - timedelta(days=20 + who.upto(_OPENED)))
    linked = [concern.id for concern in who.concerns if concern.heard_on][-_NOTES:]
    if kind is ThreadKind.ISSUE and not linked:
        kind = ThreadKind.PROJECT
    speech = who.speech.on(opened_on)
    steps = _steps(who, kind, opened_on)
    is_closed = steps[-1].state is _course(kind)[-1]
    made = moment(opened_on, who.days.at)
    papers.threads.append(
        Thread(
            id=ThreadId(sample_uuid7(made, who.chance)),
            person=who.id,
            kind=kind,
            state=steps[-1].state,
            words=_words(who, kind, speech, is_closed=is_closed),
            opened_on=opened_on,
            closed_on=steps[-1].on if is_closed else None,
            look_on=None if is_closed else working_day(who.today + timedelta(days=who.upto(20))),
            notes=tuple(linked) if kind is ThreadKind.ISSUE else (),
            steps=tuple(steps),
            created_at=made,
            updated_at=made,
            revision=1,
        )
    )


def make_yardsticks(
    who: Sequence[Subject], scenes: Sequence[YardstickScene], since: date
) -> list[Yardstick]:
    """Return a yardstick of each sort, talked through with most; filled from the first's trade."""
    first = who[0]
    made = moment(since, first.days.at)
    speech = first.speech.on(since)
    return [
        Yardstick(
            id=YardstickId(sample_uuid7(made, first.chance)),
            kind=scene.kind,
            words=YardstickWords(
                title=speech.fill(scene.title),
                looks_like=speech.fill(scene.looks_like),
                not_yet_like=speech.fill(scene.not_yet_like),
            ),
            retired_on=None,
            people=tuple(TalkedThrough(person=one.id, on=_talked_on(one)) for one in who),
            created_at=made,
            revision=1,
        )
        for scene in scenes
    ]


def _talked_on(who: Subject) -> date | None:
    if not who.days.held or not who.falls(_IS_TALKED_THROUGH):
        return None
    return who.days.held[who.upto(len(who.days.held))]


def _course(kind: ThreadKind) -> tuple[ThreadState, ...]:
    return tuple(stage[0] for stage in STAGES[kind])


def _steps(who: Subject, kind: ThreadKind, opened_on: date) -> list[ThreadStep]:
    course = _course(kind)
    steps = [ThreadStep(state=course[0], on=opened_on)]
    for state in course[1 : 1 + who.upto(len(course))]:
        on = working_day(steps[-1].on + _STEP_EVERY)
        if on >= who.today:
            break
        steps.append(ThreadStep(state=state, on=on))
    return steps


def _words(who: Subject, kind: ThreadKind, speech: Sentences, *, is_closed: bool) -> ThreadWords:
    return ThreadWords(
        title=who.speech.say("thread", kind.value, speech),
        better_now=who.speech.say("thread", "better_now", speech) if is_closed else "",
        ahead="" if is_closed else who.speech.say("thread", "ahead", speech),
    )

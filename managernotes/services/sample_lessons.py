"""The sample's lessons, and what each note is measured by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from managernotes.domain.identity import LessonId, NoteId, YardstickId
from managernotes.domain.lesson import Held, Lesson, LessonState, LessonWords
from managernotes.domain.observation import Kind
from managernotes.services.sample_ids import sample_uuid7
from managernotes.services.sample_papers import SamplePapers, Subject
from managernotes.services.sample_talk_days import moment, working_day

_HAS_A_LESSON = 0.5
_DAYS = 300
_DUE = timedelta(days=30)
_MEASURED = frozenset({Kind.WIN, Kind.CONCERN, Kind.FEEDBACK_GIVEN, Kind.SUPPORT_GIVEN})
_IS_MEASURED = 0.6


def tell_measures(who: Subject, yardsticks: Sequence[YardstickId], papers: SamplePapers) -> None:
    """Tie most of a person's notes to one of the expectations or values."""
    papers.measured += _measures(who, yardsticks)


def tell_lesson(who: Subject, papers: SamplePapers) -> None:
    """Add, for half of the people, what one setback taught."""
    if who.falls(_HAS_A_LESSON):
        papers.lessons.append(_lesson(who))


def _measures(
    who: Subject, yardsticks: Sequence[YardstickId]
) -> Iterator[tuple[NoteId, YardstickId]]:
    for note, kind in who.notes:
        if kind in _MEASURED and who.falls(_IS_MEASURED):
            yield note, yardsticks[who.upto(len(yardsticks))]


def _lesson(who: Subject) -> Lesson:
    happened = working_day(who.today - timedelta(days=10 + who.upto(_DAYS)))
    looked = working_day(happened + timedelta(days=2))
    due = working_day(looked + _DUE)
    is_closed = due < who.today
    made, speech = moment(looked, who.days.at, 45), who.speech.on(happened)
    said = {name: who.speech.say("lesson", name, speech) for name in ("title", "expected")}
    more = {name: who.speech.say("lesson", name, speech) for name in ("actual", "kept", "change")}
    return Lesson(
        id=LessonId(sample_uuid7(made, who.chance)),
        words=LessonWords(
            **said,
            **more,
            likely=tuple(who.speech.some("lesson", "likely", 2, speech)),
            change_owner=who.speech.say("lesson", "owner", speech),
            checked=who.speech.say("lesson", "checked", speech) if is_closed else "",
        ),
        state=LessonState.CLOSED if is_closed else LessonState.CHANGE_AGREED,
        happened_on=happened,
        looked_at_on=looked,
        conversation=None,
        people=(who.id,),
        change_due_on=due,
        checked_on=due if is_closed else None,
        held=Held.YES if is_closed else None,
        again_on=None,
        shared_on=None,
        goal=None,
        closed_on=due if is_closed else None,
        notes=(),
        created_at=made,
        updated_at=made,
        revision=1,
    )

"""What of all that is known belongs into the brief before a one-to-one, and in which order.

Pure judgement (issue 4, point 8; practice/5-metrics.md M13, practice/1-claims.md S10, S34, S35).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Final

from managernotes.domain.brief import (
    BriefNote,
    BriefPromise,
    BriefStep,
    BriefTopic,
    Subject,
    TheirWords,
    Untouched,
)
from managernotes.domain.conversation import (
    TIMES_CARRIED_TO_DECIDE,
    ConversationType,
    Topic,
)
from managernotes.domain.goal import Goal
from managernotes.domain.growth import LIVE_STEPS, GrowthStep, StepState
from managernotes.domain.observation import Kind, TimelineRow
from managernotes.domain.promise import Promise

DAYS_UNTOUCHED: Final[Mapping[Subject, int]] = {
    Subject.CAREER: 180,
    Subject.GROWTH: 60,
    Subject.RECOGNITION: 28,
    Subject.LOAD: 60,
    Subject.FEEDBACK_TO_ME: 90,
}
"""After so many days a subject is worth bringing up (career and growth: M13)."""

THEIR_WORDS_SHOWN: Final = 3
NOTES_SHOWN: Final = 12
GROWTH_SHOWN: Final = 4
_STEPS: Final = (StepState.DOING, StepState.AGREED, StepState.IDEA)


def topic_line(topic: Topic, today: date) -> BriefTopic:
    """Return a topic with its age; the third time carried is the time to decide."""
    return BriefTopic(
        id=topic.id,
        owner=topic.owner,
        text=topic.text,
        first_on=topic.first_on,
        days=max((today - topic.first_on).days, 0),
        carried=topic.carried,
        must_decide=topic.carried >= TIMES_CARRIED_TO_DECIDE,
    )


def promise_line(promise: Promise, today: date) -> BriefPromise:
    """Return a promise with its age and how often it was moved."""
    return BriefPromise(
        id=promise.id,
        owner=promise.owner,
        text=promise.words.text,
        help=promise.words.help,
        made_on=promise.made_on,
        days=max((today - promise.made_on).days, 0),
        due_on=promise.due_on,
        first_due_on=promise.original_due_on,
        moved=len(promise.moves),
        is_untold=promise.is_untold,
        must_decide=len(promise.moves) >= TIMES_CARRIED_TO_DECIDE,
    )


def live_steps(steps: Iterable[GrowthStep]) -> tuple[BriefStep, ...]:
    """Return the first live steps: those being done, then agreed ones, then ideas."""
    live = sorted(
        (one for one in steps if one.state in LIVE_STEPS),
        key=lambda one: (_STEPS.index(one.state), one.due_on is None, one.due_on or date.max),
    )
    return tuple(
        BriefStep(
            id=one.id,
            purpose=one.words.purpose,
            kind=one.kind,
            state=one.state,
            start_on=one.start_on,
            due_on=one.due_on,
            help=one.words.manager_help,
        )
        for one in live[:GROWTH_SHOWN]
    )


def checked_since(goals: Iterable[Goal], day: date) -> tuple[Goal, ...]:
    """Return the goals that were looked at on a day or later, the latest first."""
    seen = [(one.checked_on, one) for one in goals if one.checked_on and one.checked_on >= day]
    return tuple(goal for _, goal in sorted(seen, key=itemgetter(0), reverse=True))


def note_line(
    row: TimelineRow, today: date, *, is_planned_here: bool = False, beside_hard: bool = False
) -> BriefNote:
    """Return a note with its age; a thanks is kept apart from a hard topic of the same day."""
    return BriefNote(
        id=row.id,
        kind=row.kind,
        headline=row.headline,
        occurred_on=row.occurred_on,
        days=max((today - row.occurred_on).days, 0),
        share_state=row.share_state,
        shared_on=row.shared_on,
        is_planned_here=is_planned_here,
        restricted=row.restricted,
        keep_apart=beside_hard and row.kind is Kind.WIN and not is_planned_here,
    )


def of_hard_talk(notes: Sequence[BriefNote]) -> tuple[BriefNote, ...]:
    """Return what is to be said in a hard talk as one line: its latest note for all of them."""
    if not notes:
        return ()
    *others, latest = sorted(notes, key=lambda note: note.occurred_on)
    return (replace(latest, also=tuple(note.occurred_on for note in others)),)


def in_order_to_say(notes: Iterable[BriefNote]) -> tuple[BriefNote, ...]:
    """Return what is to be said: planned before unplanned, thanks before concerns, oldest first."""
    return tuple(
        sorted(
            notes,
            key=lambda note: (
                not note.is_planned_here,
                note.kind is not Kind.WIN,
                note.occurred_on,
            ),
        )
    )


def untouched(last_on: Mapping[Subject, date | None], today: date) -> tuple[Untouched, ...]:
    """Return the subjects that did not come up for long, those that never did first."""
    found = [
        Untouched(subject=subject, last_on=last_on.get(subject))
        for subject in Subject
        if _is_long_ago(last_on.get(subject), DAYS_UNTOUCHED[subject], today)
    ]
    return tuple(sorted(found, key=lambda one: (one.last_on is not None, one.last_on or today)))


def last_touched(
    held: Mapping[ConversationType, date],
    notes: Mapping[Kind, date | None],
    thanked: date | None,
    stepped: date | None,
) -> dict[Subject, date | None]:
    """Return when each subject last came up between the two; None: not yet.

    `stepped`: the last change of one of their steps of growth.
    """
    return {
        Subject.CAREER: held.get(ConversationType.CAREER),
        Subject.GROWTH: _latest(notes.get(Kind.GROWTH), held.get(ConversationType.CAREER), stepped),
        Subject.RECOGNITION: _latest(thanked, held.get(ConversationType.PRAISE)),
        Subject.LOAD: _latest(notes.get(Kind.CONTEXT), held.get(ConversationType.RETURN)),
        Subject.FEEDBACK_TO_ME: _latest(
            notes.get(Kind.THEIR_FEEDBACK_TO_ME), held.get(ConversationType.STAY)
        ),
    }


def their_words(found: Iterable[TheirWords]) -> tuple[TheirWords, ...]:
    """Return what they said, newest first; only what stands in the fields for it (S34)."""
    said = [words for words in found if words.text.strip()]
    return tuple(sorted(said, key=lambda words: words.on, reverse=True)[:THEIR_WORDS_SHOWN])


def _is_long_ago(last: date | None, days: int, today: date) -> bool:
    return last is None or (today - last).days > days


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)

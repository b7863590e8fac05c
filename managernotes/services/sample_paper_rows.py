"""The sample's papers in the order in which they were written, ready to be stored in bulk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any, Protocol, TypeVar
from uuid import UUID

from managernotes.services.sample_papers import SamplePapers
from managernotes.storage import (
    check_ins,
    conversation_words,
    goals,
    growth_plans,
    growth_steps,
    lessons,
    mentorings,
    preparation_words,
    promises,
    threads,
    topics,
    yardsticks,
)
from managernotes.storage.bulk_papers import NewPaper
from managernotes.storage.papers import Sort

_Words_co = TypeVar("_Words_co", covariant=True)


class _Made(Protocol[_Words_co]):
    """What every paper has before it is stored."""

    @property
    def id(self) -> UUID: ...

    @property
    def created_at(self) -> datetime: ...

    @property
    def words(self) -> _Words_co: ...


def paper_rows(told: SamplePapers) -> list[NewPaper]:
    """Return every paper with its words as they are stored, oldest first."""
    found = [
        *_rows(
            Sort.CONVERSATION, told.talks, conversation_words.to_json, conversation_words.findable
        ),
        *(
            NewPaper(Sort.TOPIC, one.id, topics.to_json(one.text), one.text, one.created_at)
            for one in told.topics
        ),
        *_rows(Sort.PROMISE, told.promises, promises.to_json, promises.findable),
        *_rows(
            Sort.PREPARATION, told.preparations, preparation_words.to_json, preparation_words.plain
        ),
        *_rows(Sort.THREAD, told.threads, threads.to_json, threads.plain_of),
        *_rows(Sort.YARDSTICK, told.yardsticks, yardsticks.to_json, yardsticks.plain),
        *_rows(Sort.GOAL, told.goals, goals.to_json, goals.findable),
        *_rows(
            Sort.CHECK_IN,
            [check for goal in told.goals for check in goal.check_ins],
            check_ins.to_json,
            check_ins.findable,
        ),
        *_rows(Sort.GROWTH_PLAN, told.growth_plans, growth_plans.to_json, growth_plans.findable),
        *_rows(Sort.GROWTH_STEP, told.growth_steps, growth_steps.to_json, growth_steps.findable),
        *_rows(Sort.MENTORING, told.mentoring, mentorings.to_json, mentorings.findable),
        *_rows(Sort.LESSON, told.lessons, lessons.to_json, lessons.findable),
    ]
    return sorted(found, key=attrgetter("at"))


def _rows(
    sort: Sort,
    made: Iterable[_Made[_Words_co]],
    to_json: Callable[[_Words_co], Mapping[str, Any]],
    findable: Callable[[_Words_co], str],
) -> Iterator[NewPaper]:
    for one in made:
        yield NewPaper(sort, one.id, to_json(one.words), findable(one.words), one.created_at)

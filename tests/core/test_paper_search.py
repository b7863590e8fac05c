"""Expectations, promises, goals, talks, threads, lessons are found; private words are not."""

from __future__ import annotations

from dataclasses import replace

from managernotes.domain.conversation import ConversationWords
from managernotes.domain.found_paper import FoundSort
from managernotes.domain.growth import (
    GrowthKind,
    MentoringWords,
    NewGrowthStep,
    PlanWords,
    StepWords,
)
from managernotes.domain.lesson import LessonWords, NewLesson
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.domain.search_query import parse_query
from managernotes.domain.thread import ThreadKind
from tests.core.goals_office import looked_at, proposed
from tests.core.office import Office
from tests.core.preparing_office import expectation
from tests.core.standards_office import expected
from tests.core.talks_office import TODAY, person, planned


def found(office: Office, words: str) -> list[tuple[FoundSort, str]]:
    """Return what the words find."""
    hits = office.search.papers(parse_query(words, TODAY))
    return [(hit.sort, hit.snippet) for hit in hits]


def test_words_find_a_promise_a_talk_and_a_thread(office: Office) -> None:
    dana = person(office)
    office.promises.add(
        NewPromise(
            owner=PromiseOwner.ME,
            people=(dana,),
            words=PromiseWords(text="Ask for the quiet room"),
            due_on=TODAY,
        )
    )
    planned(office, words=ConversationWords(title="The quiet room"))
    office.threads.open(dana, ThreadKind.PROJECT, "A quiet room for the nights", TODAY)
    assert found(office, "quiet") == [
        (FoundSort.PROMISE, "Ask for the quiet room"),
        (FoundSort.CONVERSATION, "The quiet room"),
        (FoundSort.THREAD, "A quiet room for the nights"),
    ]
    [promise, _talk, thread] = office.search.papers(parse_query("quiet", TODAY))
    assert promise.marks == ((12, 17),)
    assert (promise.people, promise.on, thread.people) == ((dana,), TODAY, (dana,))
    assert found(office, "quiet -nights") == found(office, "quiet")[:2]


def test_words_find_a_goal_by_its_title_and_by_what_it_takes(office: Office) -> None:
    goal = proposed(office, title="Restore in thirty minutes")
    office.goals.reword(goal.id, replace(goal.words, support_needed="Two quiet mornings"))
    [(sort, snippet)] = found(office, "thirty")
    assert sort is FoundSort.GOAL
    assert snippet.startswith("Restore in thirty minutes")
    assert found(office, "min") == []
    [hit] = office.search.papers(parse_query("mornings", TODAY))
    assert (hit.id, hit.people, hit.on) == (goal.id, (goal.person,), goal.due_on)
    office.goals.bin(goal.id)
    assert found(office, "thirty") == []


def test_words_find_an_expectation_before_all_else_with_whose_it_is_by_name(
    office: Office,
) -> None:
    dana, raj = person(office), person(office, "Raj")
    own = expectation(office, "Keeps the nights quiet")
    role = expected(office, "Quiet under pressure")
    office.yardsticks.reword(role.id, replace(role.words, not_yet_like="Loud at night"))
    office.yardsticks.talked_through(role.id, raj, TODAY)
    planned(office, words=ConversationWords(title="The quiet room"))
    assert [sort for sort, _ in found(office, "quiet")] == [
        FoundSort.YARDSTICK,
        FoundSort.YARDSTICK,
        FoundSort.CONVERSATION,
    ]
    hits = office.search.papers(parse_query("quiet", TODAY))
    assert [(hit.id, hit.people, hit.on) for hit in hits[:2]] == [
        (role.id, (), None),
        (own.id, (dana,), None),
    ]
    [(sort, snippet)] = found(office, "loud")
    assert sort is FoundSort.YARDSTICK
    assert "Loud at night" in snippet
    office.people.bin(dana)
    assert len(found(office, "quiet")) == 1


def test_words_find_a_lesson_by_its_conditions_and_not_by_its_owner(office: Office) -> None:
    words = LessonWords(title="Rehearsal", likely=("no timed restore",), change_owner="Zebedee")
    people = (person(office),)
    lesson = office.lessons.add(NewLesson(words=words, people=people))
    [hit] = office.search.papers(parse_query("timed", TODAY))
    assert (hit.sort, hit.id, hit.people, hit.on) == (FoundSort.LESSON, lesson.id, people, TODAY)
    assert found(office, "zebedee") == []
    office.lessons.bin(lesson.id)
    assert found(office, "timed") == []


def test_words_find_a_step_of_growth(office: Office) -> None:
    one = office.growth.add_step(
        NewGrowthStep(
            person=person(office),
            kind=GrowthKind.TRAINING,
            words=StepWords(purpose="A course on interviewing"),
            due_on=TODAY,
        )
    )
    [hit] = office.search.papers(parse_query("interviewing", TODAY))
    assert (hit.sort, hit.id, hit.people) == (FoundSort.GROWTH_STEP, one.id, (one.person,))
    assert hit.on == TODAY


def test_words_find_a_direction_and_mentoring(office: Office) -> None:
    who = person(office)
    plan = office.growth.save_plan(who, PlanWords(direction="Lead a platform"), said_on=TODAY)
    help_ = office.growth.add_mentoring(who, MentoringWords(mentor="Ines", aim="Lead a group"))
    hits = office.search.papers(parse_query("lead", TODAY))
    assert [(hit.sort, hit.id, hit.people, hit.on) for hit in hits] == [
        (FoundSort.GROWTH_PLAN, plan.id, (who,), TODAY),
        (FoundSort.MENTORING, help_.id, (who,), None),
    ]


def test_words_find_a_check_in_which_leads_to_its_goal_and_is_out_of_sight_with_it(
    office: Office,
) -> None:
    goal = proposed(office)
    looked_at(office, goal.id)
    [hit] = office.search.papers(parse_query("parallel", TODAY))
    assert (hit.sort, hit.id, hit.people) == (FoundSort.CHECK_IN, goal.id, (goal.person,))
    office.goals.bin(goal.id)
    assert found(office, "parallel") == []


def test_a_query_for_notes_finds_nothing_beside_them(office: Office) -> None:
    planned(office, words=ConversationWords(title="The quiet room"))
    assert found(office, "quiet kind:win") == []


def test_what_is_in_the_bin_or_private_is_not_found(office: Office) -> None:
    words = ConversationWords(title="Budget", wish="secret wish", conduct="secret conduct")
    talk = planned(office, words=words)
    assert found(office, "secret") == []
    office.talks.save_words(talk.id, replace(words, title="Plans"))
    assert found(office, "budget") == []
    assert found(office, "plans") == [(FoundSort.CONVERSATION, "Plans")]
    office.talks.bin(talk.id)
    assert found(office, "plans") == []

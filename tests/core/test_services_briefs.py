"""The brief before a one-to-one: everything that is open, on one screen (issue 4, point 8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from managernotes.domain.brief import Brief, Subject
from managernotes.domain.conversation import (
    Conversation,
    ConversationType,
    ConversationWords,
    NewConversation,
    TopicOwner,
)
from managernotes.domain.goal import CheckInWords, GoalWords, NewCheckIn, NewGoal
from managernotes.domain.growth import (
    GrowthKind,
    NewGrowthStep,
    PlanWords,
    StepState,
    StepWords,
)
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, NewObservation, NoteText, ShareState
from managernotes.domain.person import NewPerson
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from tests.core.office import NOON, Office

TODAY = NOON.date()
LAST = TODAY - timedelta(days=7)


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.fixture
def dana(office: Office) -> PersonId:
    person = NewPerson(
        display_name="Dana Whitfield",
        recognition_pref="Thanks quietly and soon.",
        aims="I want people to come to me because I make them better.",
    )
    return office.people.add(person).id


@pytest.fixture
def next_talk(office: Office, dana: PersonId) -> Conversation:
    return planned(office, dana, TODAY)


def planned(
    office: Office,
    person: PersonId,
    on: date,
    type_: ConversationType = ConversationType.ONE_ON_ONE,
    words: ConversationWords | None = None,
) -> Conversation:
    new = NewConversation(
        type=type_, people=(person,), planned_on=on, words=words or ConversationWords()
    )
    return office.talks.plan(new)


def held(
    office: Office,
    person: PersonId,
    on: date,
    words: ConversationWords | None = None,
    type_: ConversationType = ConversationType.ONE_ON_ONE,
) -> Conversation:
    talk = planned(office, person, on, type_, words)
    if type_ is ConversationType.ONE_ON_ONE and not talk.has_answer:
        office.talks.asked_nothing(talk.id, nothing=True)
    return office.talks.hold(talk.id, held_on=on)


def note(  # noqa: PLR0913  whose, what, when, and when they heard it
    office: Office, person: PersonId, kind: Kind, fact: str, on: date, *, said: date | None = None
) -> NoteId:
    return office.notes.add(
        NewObservation(
            text=NoteText(fact=fact),
            kind=kind,
            people=(person,),
            occurred_on=on,
            share_state=ShareState.SHARED if said else None,
            shared_on=said,
        )
    ).id


def owe(office: Office, person: PersonId, owner: PromiseOwner, text: str, due: date) -> NewPromise:
    new = NewPromise(
        owner=owner, people=(person,), words=PromiseWords(text=text), due_on=due, made_on=LAST
    )
    office.promises.add(new)
    return new


def brief(office: Office, talk: Conversation) -> Brief:
    return office.briefs.brief(talk.id)


def test_a_brief_of_nothing_says_not_yet_and_never_nought(
    office: Office, next_talk: Conversation
) -> None:
    found = brief(office, next_talk)

    assert found.last_met is None
    assert found.days_since is None
    assert found.asked is None
    assert found.weeks == (False,) * 8
    assert {one.subject for one in found.untouched} == set(Subject)
    assert {one.last_on for one in found.untouched} == {None}
    assert (found.theirs, found.to_say, found.you_owe, found.they_owe) == ((), (), (), ())


def test_their_topics_stand_apart_from_mine_and_from_what_was_carried(
    office: Office, dana: PersonId
) -> None:
    talk = planned(office, dana, LAST)
    office.talks.add_topic(dana, TopicOwner.THEIRS, "Who keeps the guide", talk.id)
    office.talks.asked_nothing(talk.id, nothing=True)
    office.talks.hold(talk.id, held_on=LAST)
    office.talks.carry_over(talk.id)
    following = planned(office, dana, TODAY)
    office.talks.add_topic(dana, TopicOwner.THEIRS, "Mentoring Arjun", following.id)
    office.talks.add_topic(dana, TopicOwner.MINE, "Late hand-overs", following.id)

    found = brief(office, following)

    assert [topic.text for topic in found.theirs] == ["Mentoring Arjun"]
    assert [topic.text for topic in found.mine] == ["Late hand-overs"]
    assert [(topic.text, topic.carried) for topic in found.carried] == [("Who keeps the guide", 1)]
    assert not found.carried[0].must_decide


def test_carried_the_third_time_it_is_time_to_decide_drop_or_escalate(
    office: Office, dana: PersonId
) -> None:
    office.talks.add_topic(dana, TopicOwner.THEIRS, "Who keeps the guide")
    for _ in range(3):
        office.clock.advance(days=7)
        held(office, dana, office.clock.now().date())
        talk = office.talks.of_person(dana)[0]
        office.talks.carry_over(talk.id)
    office.clock.advance(days=7)

    [topic] = brief(office, planned(office, dana, office.clock.now().date())).carried

    assert (topic.carried, topic.days, topic.must_decide) == (3, 28, True)


def test_promises_both_ways_come_with_age_and_how_often_moved(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    owe(office, dana, PromiseOwner.ME, "Ask facilities", TODAY + days(1))
    owe(office, dana, PromiseOwner.ME, "Tell her the day", TODAY + days(2))
    owe(office, dana, PromiseOwner.THEM, "Draft of the checklist", TODAY + days(3))
    moved = next(
        one for one in office.promises.lists(dana).mine if one.words.text == "Tell her the day"
    )
    office.promises.move(moved.id, TODAY + days(20), None)

    found = brief(office, next_talk)

    assert [(one.text, one.days, one.moved, one.is_untold) for one in found.you_owe] == [
        ("Tell her the day", 7, 1, True),
        ("Ask facilities", 7, 0, False),
    ]
    assert found.you_owe[0].first_due_on == TODAY + days(2)
    assert [one.text for one in found.they_owe] == ["Draft of the checklist"]


def test_a_promise_moved_three_times_is_to_be_decided(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    owe(office, dana, PromiseOwner.ME, "Tell her the day", TODAY + days(2))
    [promise] = office.promises.lists(dana).mine
    for later in range(3, 6):
        office.promises.move(promise.id, TODAY + days(later), TODAY)

    [line] = brief(office, next_talk).you_owe

    assert (line.moved, line.must_decide) == (3, True)


def test_what_is_planned_for_the_talk_is_said_first_then_thanks(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    concern = note(office, dana, Kind.CONCERN, "Third late hand-over", TODAY - days(2))
    note(office, dana, Kind.WIN, "Led the rollback", TODAY - days(5))
    note(office, dana, Kind.WIN, "Heard already", TODAY - days(5), said=TODAY)
    office.sharing.plan(concern, next_talk.id)

    found = brief(office, next_talk)

    assert [(one.headline, one.days, one.is_planned_here) for one in found.to_say] == [
        ("Third late hand-over", 2, True),
        ("Led the rollback", 5, False),
    ]


def test_a_hard_talk_within_is_one_line_and_says_what_is_open(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    for ago in (9, 2, 16):
        note(office, dana, Kind.CONCERN, f"Late {ago} days ago", TODAY - days(ago))
    newest = office.notes.timeline(dana).rows[0]
    hard = office.preparations.from_note(newest.id, within=next_talk.id)
    for row in office.notes.timeline(dana).rows[1:]:
        office.preparations.add_fact(hard.id, row.id)

    found = brief(office, next_talk)

    [line] = [one for one in found.to_say if one.is_planned_here]
    assert (line.headline, line.also) == (
        "Late 2 days ago",
        (TODAY - days(16), TODAY - days(9)),
    )
    [topic] = found.hard
    assert topic.still_open == len(office.preparations.desk(hard.id).still_open)


def test_thanks_are_kept_apart_from_a_hard_topic(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    note(office, dana, Kind.WIN, "Led the rollback", TODAY - days(5))
    office.talks.plan(
        NewConversation(
            type=ConversationType.TOUGH,
            people=(dana,),
            within=next_talk.id,
            words=ConversationWords(title="Late hand-overs"),
        )
    )

    found = brief(office, next_talk)

    assert [(one.title, one.is_prepared) for one in found.hard] == [("Late hand-overs", False)]
    assert [one.keep_apart for one in found.to_say] == [True]


def test_what_they_asked_last_time_is_the_last_one_to_ones(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    held(office, dana, LAST - days(7), ConversationWords(asked="More quiet"))
    held(office, dana, LAST, ConversationWords(asked="Tell me when the tender ends"))
    held(office, dana, TODAY, type_=ConversationType.CAREER)

    found = brief(office, next_talk)

    assert found.asked is not None
    assert (found.asked.text, found.asked.on) == ("Tell me when the tender ends", LAST)
    assert (found.days_since, found.last_career) == (7, TODAY)


def test_they_asked_nothing_is_an_answer(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    held(office, dana, LAST)

    asked = brief(office, next_talk).asked

    assert asked is not None
    assert asked.text == ""


def test_since_you_last_met_holds_the_newest_first(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    held(office, dana, LAST)
    note(office, dana, Kind.WIN, "Before", LAST - days(1))
    note(office, dana, Kind.WIN, "On the day", LAST)
    note(office, dana, Kind.CONTEXT, "Yesterday", TODAY - days(1))

    assert [one.headline for one in brief(office, next_talk).since] == ["Yesterday", "On the day"]


def test_goals_looked_at_since_you_last_met_come_with_what_was_seen(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    held(office, dana, LAST)
    before, since = (
        office.goals.add(NewGoal(person=dana, words=GoalWords(title=title))).id
        for title in ("Restore under 30 minutes", "A guide others use")
    )
    for goal, on in ((before, LAST - days(1)), (since, LAST), (since, TODAY)):
        words = CheckInWords(fact="Measured with a clock.")
        office.goals.check_in(NewCheckIn(goal=goal, words=words, on=on))
    [checked] = brief(office, next_talk).checked
    assert checked.id == since
    assert checked.checked_on == TODAY


def test_s29_a_week_is_filled_when_something_was_said_in_it(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    note(office, dana, Kind.WIN, "This week", TODAY, said=TODAY)
    note(office, dana, Kind.CONCERN, "Long before", TODAY - days(90), said=TODAY - days(14))
    note(office, dana, Kind.WIN, "Unsaid", TODAY - days(7))

    assert brief(office, next_talk).weeks == (*(False,) * 5, True, False, True)


def test_how_they_like_it_and_their_direction_are_their_own(
    office: Office, next_talk: Conversation
) -> None:
    found = brief(office, next_talk)

    assert found.recognition_pref == "Thanks quietly and soon."
    assert found.direction == "I want people to come to me because I make them better."


def test_growth_and_direction_come_from_the_growth_plan_and_the_live_steps(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    note(office, dana, Kind.GROWTH, "Chaired a review", TODAY)
    assert [one.headline for one in brief(office, next_talk).growth] == ["Chaired a review"]
    office.growth.save_plan(dana, PlanWords(direction="To make them better."), said_on=LAST)
    idea, doing = (
        office.growth.add_step(
            NewGrowthStep(
                person=dana,
                kind=GrowthKind.STRETCH_WORK,
                words=StepWords(purpose=purpose, manager_help="You chair, they lead"),
            )
        )
        for purpose in ("Mentor Arjun", "Lead the review")
    )
    for state in (StepState.AGREED, StepState.DOING):
        office.growth.move_step(doing.id, state)

    found = brief(office, next_talk)
    assert found.direction == "To make them better."
    assert [(one.purpose, one.state) for one in found.steps] == [
        ("Lead the review", StepState.DOING),
        ("Mentor Arjun", StepState.IDEA),
    ]
    assert found.steps[0].help == "You chair, they lead"
    assert found.growth == ()
    assert Subject.GROWTH not in {one.subject for one in found.untouched}

    office.growth.move_step(idea.id, StepState.STOPPED)
    assert [one.id for one in brief(office, next_talk).steps] == [doing.id]


def test_s34_their_words_are_only_what_stands_in_the_fields_for_them(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    mine = ConversationWords(notes="I think she is tired", learned="More than I knew", wish="Calm")
    held(office, dana, LAST - days(7), replace(mine, their_words="I plan around a date."))
    held(office, dana, LAST, mine)
    career = ConversationWords(their_words="I want to mentor.")
    held(office, dana, TODAY - days(1), career, ConversationType.CAREER)

    found = brief(office, next_talk).their_words

    assert [(words.text, words.on) for words in found] == [
        ("I want to mentor.", TODAY - days(1)),
        ("I plan around a date.", LAST - days(7)),
    ]


def test_s34_without_their_words_a_question_is_worth_asking(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    held(office, dana, LAST, ConversationWords(notes="She talked a lot"))

    assert brief(office, next_talk).their_words == ()
    [stay, *_] = office.templates.for_type(ConversationType.STAY)
    assert "What keeps you here?" in stay.words.body


def test_s35_the_last_stay_talk_is_a_day_and_nothing_else(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    assert brief(office, next_talk).last_stay is None
    held(office, dana, TODAY - days(210), type_=ConversationType.STAY)
    planned(office, dana, TODAY + days(3), ConversationType.STAY)

    assert brief(office, next_talk).last_stay == TODAY - days(210)


def test_s42_the_last_career_talk_is_the_newest_that_was_held(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    for ago in (300, 200, 250):
        held(office, dana, TODAY - days(ago), type_=ConversationType.CAREER)

    assert brief(office, next_talk).last_career == TODAY - days(200)


def test_subjects_that_came_up_lately_are_not_brought_up_again(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    held(office, dana, TODAY - days(20), type_=ConversationType.CAREER)
    note(office, dana, Kind.WIN, "Heard", TODAY - days(3), said=TODAY - days(2))
    note(office, dana, Kind.CONTEXT, "Two people away", TODAY - days(70))

    found = {one.subject: one.last_on for one in brief(office, next_talk).untouched}

    assert found == {Subject.FEEDBACK_TO_ME: None, Subject.LOAD: TODAY - days(70)}


def test_a_brief_shows_nothing_of_anybody_else(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    arjun = office.people.add(NewPerson(display_name="Arjun Mehta")).id
    note(office, arjun, Kind.CONCERN, "Not hers", TODAY)
    owe(office, arjun, PromiseOwner.ME, "Not hers", TODAY)
    office.talks.add_topic(arjun, TopicOwner.THEIRS, "Not hers")
    held(office, arjun, LAST, ConversationWords(asked="Not hers", their_words="Not hers"))

    assert "Not hers" not in repr(brief(office, next_talk))


def test_what_lies_in_the_bin_is_in_no_brief(
    office: Office, dana: PersonId, next_talk: Conversation
) -> None:
    binned = held(office, dana, LAST, ConversationWords(asked="Gone", their_words="Gone"))
    owe(office, dana, PromiseOwner.ME, "Gone", TODAY)
    office.notes.bin(note(office, dana, Kind.CONCERN, "Gone", TODAY))
    office.talks.bin(binned.id)
    office.promises.bin(office.promises.lists(dana).mine[0].id)

    assert "Gone" not in repr(brief(office, next_talk))

"""What the start page shows, over a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from managernotes.domain.conversation import (
    ConversationType,
    ConversationWords,
    NewConversation,
)
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import (
    KeptBack,
    Kind,
    NewObservation,
    NoteText,
    Sensitivity,
    ShareState,
)
from managernotes.domain.person import Cadence, NewPerson, PersonStatus
from managernotes.domain.promise import PromiseOwner
from managernotes.domain.thread import ThreadKind
from managernotes.domain.today import CardType, Today, TodayColumn
from tests.core.office import NOON, Office
from tests.core.talks_office import TODAY, held, person, planned, promised

NEXT_WEEK = TODAY + timedelta(days=7)


def noted(  # noqa: PLR0913  a note has many sides
    office: Office,
    kind: Kind,
    *about: PersonId,
    days_ago: int = 0,
    text: str = "x",
    come_back_on: date | None = None,
    unconfirmed: bool = False,
) -> NoteId:
    new = NewObservation(
        text=NoteText(fact=text),
        kind=kind,
        people=about,
        occurred_on=office.ledger.today() - timedelta(days=days_ago),
        come_back_on=come_back_on,
        unconfirmed=unconfirmed,
    )
    return office.notes.add(new).id


def ids(column: TodayColumn) -> list[object]:
    return [card.id for card in column.cards]


def seen(office: Office) -> Today:
    return office.today.today()


def test_a_new_vault_has_a_good_day(office: Office) -> None:
    person(office)
    assert seen(office).is_empty
    assert seen(office).counts.quiet == 0


def test_s41_each_column_holds_what_it_is_for(office: Office) -> None:
    dana = person(office)
    win = noted(office, Kind.WIN, dana, days_ago=5, text="Ran the rollback calmly.")
    wish = noted(office, Kind.GROWTH, dana, days_ago=8)
    told = noted(office, Kind.THEIR_FEEDBACK_TO_ME, dana, days_ago=6)
    concern = noted(office, Kind.CONCERN, dana, days_ago=4)
    for kind in (Kind.LESSON, Kind.CONTEXT, Kind.PRAISE_GIVEN, Kind.AGREEMENT_NOTE):
        noted(office, kind, dana)
    today = seen(office)
    assert (ids(today.thank), ids(today.help), ids(today.raise_)) == (
        [win],
        [told, wish],
        [concern],
    )
    [card] = today.thank.cards
    assert (card.type, card.kind, card.state) == (CardType.NOTE, "win", "unsaid")
    assert (card.people, card.text, card.age_days) == ((dana,), "Ran the rollback calmly.", 5)
    assert card.is_old


def test_s41_five_at_most_and_how_many_more(office: Office) -> None:
    dana = person(office)
    made = [noted(office, Kind.WIN, dana, days_ago=days) for days in (3, 9, 1, 7, 5, 8, 2)]
    column = seen(office).thank
    assert (len(column.cards), column.more, column.total) == (5, 2, 7)
    assert ids(column) == [made[1], made[5], made[3], made[4], made[0]]


def test_s19_a_concern_of_today_is_there_today_and_leaves_when_it_is_said(office: Office) -> None:
    concern = noted(office, Kind.CONCERN, person(office))
    assert ids(seen(office).raise_) == [concern]
    office.sharing.said(concern, TODAY)
    assert seen(office).raise_ == TodayColumn()


def test_s19_a_planned_concern_stays_with_the_day_of_its_talk(office: Office) -> None:
    concern, talk = noted(office, Kind.CONCERN, person(office)), planned(office, on=NEXT_WEEK)
    office.sharing.plan(concern, talk.id)
    [card] = seen(office).raise_.cards
    assert (card.state, card.planned_for, card.planned_in) == ("planned", NEXT_WEEK, talk.id)
    office.sharing.keep_back(concern, KeptBack.ONLY_CONTEXT)
    assert seen(office).raise_.total == 0


def test_concerns_for_one_talk_are_one_card(office: Office) -> None:
    dana, talk = person(office), planned(office, on=NEXT_WEEK)
    older, newer = (noted(office, Kind.CONCERN, dana, days_ago=days) for days in (9, 2))
    for note in (older, newer):
        office.sharing.plan(note, talk.id)
    [card] = seen(office).raise_.cards
    assert (card.id, card.also) == (newer, (older,))


def test_a_planned_thanks_is_not_asked_for_twice(office: Office) -> None:
    win, talk = noted(office, Kind.WIN, person(office)), planned(office, on=TODAY)
    office.sharing.plan(win, talk.id)
    assert seen(office).thank.total == 0
    office.clock.advance(days=1)
    assert ids(seen(office).thank) == [win]


def test_help_goes_when_support_was_given_since(office: Office) -> None:
    dana, maya = person(office), person(office, "Maya")
    asked = noted(office, Kind.THEIR_FEEDBACK_TO_ME, dana, days_ago=6)
    noted(office, Kind.SUPPORT_GIVEN, dana, days_ago=7)
    noted(office, Kind.SUPPORT_GIVEN, maya)
    assert ids(seen(office).help) == [asked]
    support = noted(office, Kind.SUPPORT_GIVEN, dana, days_ago=6)
    assert seen(office).help.total == 0
    office.notes.bin(support)
    assert ids(seen(office).help) == [asked]


def test_help_waits_for_the_promise_to_be_kept(office: Office) -> None:
    asked = noted(office, Kind.GROWTH, person(office), days_ago=1)
    promise = promised(office, due=NEXT_WEEK)
    assert ids(seen(office).help) == [asked]
    office.promises.keep(promise.id)
    assert seen(office).help.total == 0


def test_help_looks_back_sixty_days(office: Office) -> None:
    noted(office, Kind.GROWTH, person(office), days_ago=61)
    kept = noted(office, Kind.GROWTH, person(office), days_ago=60)
    assert ids(seen(office).help) == [kept]


def test_inv_16_a_note_about_two_waits_for_the_one_who_was_not_helped(office: Office) -> None:
    dana, maya = person(office), person(office, "Maya")
    noted(office, Kind.THEIR_FEEDBACK_TO_ME, dana, maya, days_ago=3)
    noted(office, Kind.SUPPORT_GIVEN, dana)
    [card] = seen(office).help.cards
    assert card.people == (maya,)


def test_s43_what_they_told_me_can_become_my_promise(office: Office) -> None:
    dana = person(office)
    noted(office, Kind.THEIR_FEEDBACK_TO_ME, dana, text="Asked twice for a second reviewer.")
    [card] = seen(office).help.cards
    promise = promised(office, to=card.people[0], text=card.text, due=TODAY)
    [owed] = seen(office).i_owe.cards
    assert (owed.id, owed.text, owed.people) == (promise.id, card.text, (dana,))


def test_mine_come_first_and_what_they_do_not_know_before_all(office: Office) -> None:
    late = promised(office, due=TODAY - timedelta(days=1))
    week = promised(office, due=TODAY + timedelta(days=3))
    promised(office, due=TODAY + timedelta(days=4))
    theirs = promised(office, owner=PromiseOwner.THEM, due=TODAY)
    moved = promised(office, due=TODAY)
    office.promises.move(moved.id, NEXT_WEEK, None)
    today = seen(office)
    assert (TODAY + timedelta(days=3)).weekday() == 6
    assert ids(today.i_owe) == [moved.id, late.id, week.id]
    assert [card.is_untold for card in today.i_owe.cards] == [True, False, False]
    assert ids(today.they_owe) == [theirs.id]
    office.promises.told(moved.id)
    assert ids(seen(office).i_owe) == [late.id, week.id]


def test_a_promise_dropped_without_a_word_stays_until_they_know(office: Office) -> None:
    dropped = promised(office, due=NEXT_WEEK)
    office.promises.drop(dropped.id, "No budget", None)
    assert ids(seen(office).i_owe) == [dropped.id]
    office.promises.told(dropped.id)
    assert seen(office).i_owe.total == 0


def test_s08_a_weekly_one_to_one_nine_days_ago_is_due(office: Office) -> None:
    dana = person(office)
    held(office, dana, on=TODAY - timedelta(days=9))
    [talk] = seen(office).one_on_ones
    assert (talk.conversation, talk.people, talk.days_since) == (None, (dana,), 9)
    assert (talk.last_on, talk.is_late) == (TODAY - timedelta(days=9), False)
    office.away.set_windows(dana, ((TODAY, NEXT_WEEK),))
    assert seen(office).one_on_ones == ()


def test_a_planned_one_to_one_is_no_longer_due(office: Office) -> None:
    dana = person(office)
    held(office, dana, on=TODAY - timedelta(days=20))
    talk = planned(office, dana, on=NEXT_WEEK)
    assert seen(office).one_on_ones == ()
    office.talks.set_day(talk.id, TODAY)
    assert [found.conversation for found in seen(office).one_on_ones] == [talk.id]


def test_inv_13_talks_stand_by_day_and_those_due_a_to_z(office: Office) -> None:
    zoe, anna = person(office, "Zoe"), person(office, "Anna")
    held(office, zoe, on=TODAY - timedelta(days=30))
    held(office, anna, on=TODAY - timedelta(days=8))
    tomorrow = planned(office, person(office, "Maya"), on=TODAY + timedelta(days=1))
    today = planned(office, person(office, "Dana"), on=TODAY)
    rows = seen(office).one_on_ones
    assert [row.conversation for row in rows] == [today.id, tomorrow.id, None, None]
    assert [row.people for row in rows[2:]] == [(anna,), (zoe,)]


def test_inv_13_no_list_of_people_is_ordered_by_what_waits(office: Office) -> None:
    anna, zoe = person(office, "Anna"), person(office, "Zoe")
    for days in (1, 30, 40):
        noted(office, Kind.CONCERN, zoe, days_ago=days)
    assert [row.id for row in office.people.overview()] == [anna, zoe]


def test_s41_a_hard_talk_of_the_week_is_there_too(office: Office) -> None:
    talk = planned(office, on=TODAY, kind=ConversationType.TOUGH)
    assert [row.conversation for row in seen(office).one_on_ones] == [talk.id]


def test_a_hard_talk_within_another_is_a_concern_of_that_one(office: Office) -> None:
    dana = person(office)
    around = planned(office, dana, on=TODAY)
    inner = office.talks.plan(
        NewConversation(
            type=ConversationType.TOUGH,
            people=(dana,),
            words=ConversationWords(title="Late hand-overs"),
            planned_on=TODAY,
            within=around.id,
        )
    )
    for days in (1, 2):
        concern = noted(office, Kind.CONCERN, dana, days_ago=days)
        office.sharing.plan(concern, inner.id)
    [row] = seen(office).one_on_ones
    assert (row.conversation, row.concerns_planned) == (around.id, 1)


def test_s23_a_follow_up_appears_on_its_day(office: Office) -> None:
    talk = held(office)
    office.talks.log(talk.id, outcome=None, follow_up_on=NEXT_WEEK)
    office.clock.advance(days=6)
    assert seen(office).follow_ups.total == 0
    office.clock.advance(days=1)
    [card] = seen(office).follow_ups.cards
    assert (card.id, card.type, card.due_on) == (talk.id, CardType.CONVERSATION, NEXT_WEEK)
    assert card.people == (person(office),)


def test_a_thread_to_look_at_appears_on_its_day(office: Office) -> None:
    thread = office.threads.open(person(office), ThreadKind.SETBACK, "Hard spell", TODAY)
    office.threads.set_look_on(thread.id, NEXT_WEEK)
    assert seen(office).follow_ups.total == 0
    office.clock.advance(days=7)
    [card] = seen(office).follow_ups.cards
    assert (card.id, card.type, card.text) == (thread.id, CardType.THREAD, "Hard spell")


def test_a_day_to_come_back_has_come(office: Office) -> None:
    noted(office, Kind.CONTEXT, come_back_on=TODAY + timedelta(days=1))
    note = noted(office, Kind.CONTEXT, come_back_on=TODAY, days_ago=3)
    [card] = seen(office).come_back.cards
    assert (card.id, card.due_on) == (note, TODAY)


def test_a_jot_is_old_a_week_after_it_was_written_whatever_day_it_is_about(office: Office) -> None:
    jot = noted(office, Kind.LOOSE, days_ago=40)
    office.clock.advance(days=7)
    assert seen(office).loose.total == 0
    office.clock.advance(seconds=1)
    assert ids(seen(office).loose) == [jot]
    office.notes.change(jot, kind=Kind.CONTEXT)
    assert seen(office).loose.total == 0


def test_what_was_sealed_and_not_confirmed_counts_nowhere(office: Office) -> None:
    dana = person(office)
    for kind in (Kind.WIN, Kind.CONCERN, Kind.GROWTH, Kind.THEIR_FEEDBACK_TO_ME, Kind.LOOSE):
        noted(office, kind, dana, come_back_on=TODAY, unconfirmed=True)
    asked = noted(office, Kind.GROWTH, dana, days_ago=1)
    noted(office, Kind.SUPPORT_GIVEN, dana, unconfirmed=True)
    office.clock.advance(days=8)
    today = seen(office)
    assert (today.thank.total, today.raise_.total, today.loose.total) == (0, 0, 0)
    assert (ids(today.help), today.come_back.total) == ([asked], 0)


@pytest.mark.parametrize("gone", ["bin", "left"])
def test_who_is_gone_is_on_no_card(office: Office, gone: str) -> None:
    dana, maya = person(office), person(office, "Maya")
    for kind in (Kind.WIN, Kind.CONCERN, Kind.GROWTH):
        noted(office, kind, dana)
    both = noted(office, Kind.WIN, dana, maya)
    held(office, dana, on=TODAY - timedelta(days=30))
    planned(office, dana)
    if gone == "bin":
        office.people.bin(dana)
    else:
        office.people.edit(replace(office.people.get(dana), status=PersonStatus.LEFT))
    today = seen(office)
    assert (ids(today.thank), today.raise_.total, today.help.total) == ([both], 0, 0)
    assert today.thank.cards[0].people == (maya,)
    assert today.one_on_ones == ()


def test_who_is_away_keeps_the_cards_and_gets_no_nudge(office: Office) -> None:
    dana = person(office)
    noted(office, Kind.CONCERN, dana, days_ago=20)
    assert seen(office).raise_.cards[0].is_old
    office.away.set_windows(dana, ((TODAY, TODAY),))
    [card] = seen(office).raise_.cards
    assert not card.is_old


def test_inv_23_a_restricted_note_shows_no_words(office: Office) -> None:
    new = NewObservation(
        text=NoteText(fact="Told me in confidence."), kind=Kind.CONCERN,
        people=(person(office),), occurred_on=TODAY, sensitivity=Sensitivity.RESTRICTED,
    )  # fmt: skip
    office.notes.add(new)
    [card] = seen(office).raise_.cards
    assert (card.text, card.is_restricted) == ("", True)


def test_the_day_is_the_managers_own_not_greenwichs(office: Office) -> None:
    """Half past midnight on New Year's Day east of Greenwich, where it is still the old year."""
    office.clock.moment = datetime(2027, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    promise = promised(office, due=date(2027, 1, 3))
    promised(office, due=date(2027, 1, 4))
    today = seen(office)
    assert (today.day, ids(today.i_owe)) == (date(2027, 1, 1), [promise.id])


def test_the_quiet_count_is_what_is_due_from_me(office: Office) -> None:
    dana = person(office)
    noted(office, Kind.WIN, dana)
    promised(office, due=TODAY)
    promised(office, due=TODAY, owner=PromiseOwner.THEM)
    planned(office, dana)
    planned(office, person(office, "Maya"), on=TODAY + timedelta(days=1))
    counts = seen(office).counts
    assert (counts.thank, counts.i_owe, counts.they_owe, counts.one_on_ones) == (1, 1, 1, 1)
    assert counts.quiet == 2


def test_s10_last_times_are_the_newest_of_each_and_not_yet_where_there_is_none(
    office: Office,
) -> None:
    dana = person(office)
    assert office.rhythm.last_times(dana).thanked_on is None
    office.sharing.said(noted(office, Kind.WIN, dana, days_ago=30), TODAY - timedelta(days=12))
    office.sharing.said(noted(office, Kind.WIN, dana, days_ago=14), TODAY - timedelta(days=13))
    noted(office, Kind.WIN, dana)
    for kind, days in ((Kind.GROWTH, 40), (Kind.GROWTH, 50), (Kind.SUPPORT_GIVEN, 5)):
        noted(office, kind, dana, days_ago=days)
    found = office.rhythm.last_times(dana)
    ages = [
        (TODAY - day).days if day else None
        for day in (found.thanked_on, found.stretched_on, found.helped_on)
    ]
    assert ages == [12, 40, 5]
    other = office.rhythm.last_times(person(office, "Maya"))
    assert (other.thanked_on, other.stretched_on, other.helped_on) == (None, None, None)


def test_s29_a_week_has_its_dot_when_something_was_said_in_it(office: Office) -> None:
    dana = person(office)
    office.sharing.said(noted(office, Kind.CONCERN, dana, days_ago=70), TODAY)
    noted(office, Kind.FEEDBACK_GIVEN, dana, days_ago=14)
    noted(office, Kind.WIN, dana, days_ago=21)
    found = office.rhythm.weeks(dana)
    assert found.dots == (False,) * 5 + (True, False, True)
    assert found.is_quiet
    assert office.rhythm.weeks(person(office, "Maya")).dots == (False,) * 8


def test_a_cadence_of_their_own_is_kept_to(office: Office) -> None:
    dana = office.people.add(NewPerson(display_name="Dana", cadence=Cadence.MONTHLY)).id
    held(office, dana, on=TODAY - timedelta(days=29))
    found = office.rhythm.of(dana)
    assert found is not None
    assert (found.days, found.is_due) == (29, False)
    office.people.bin(dana)
    assert office.rhythm.of(dana) is None


def test_s02_good_and_bad_are_kinds_and_support_is_one_and_tasks_are_none(office: Office) -> None:
    assert {Kind.WIN, Kind.CONCERN, Kind.SUPPORT_GIVEN} <= set(Kind)
    tables = {row[0] for row in office.db.execute("SELECT name FROM sqlite_schema")}
    assert not [
        name for name in tables for word in ("task", "ticket", "timesheet", "board") if word in name
    ]


def test_inv_03_a_card_tells_the_day_it_is_about_and_the_note_when_it_was_written(
    office: Office,
) -> None:
    note = noted(office, Kind.CONCERN, person(office), days_ago=12)
    [card] = seen(office).raise_.cards
    assert (card.occurred_on, card.age_days) == (TODAY - timedelta(days=12), 12)
    found = office.notes.get(note)
    assert (found.created_at, found.days_late) == (NOON, 12)
    assert found.share_state is ShareState.UNSAID

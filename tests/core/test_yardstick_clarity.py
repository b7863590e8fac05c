"""What is expected per role and level, how clear it is, and which words held when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from managernotes.domain.identity import PersonId
from managernotes.domain.yardstick import (
    Area,
    CopyWords,
    Scope,
    Yardstick,
    YardstickKind,
    YardstickWords,
)
from managernotes.domain.yardstick_versions import last_of_each_day, words_on
from managernotes.errors import InvalidInputError, PersonNotFoundError
from managernotes.practice.clarity_line import clarity_line
from managernotes.storage import record_check
from tests.core.office import NOON, Office
from tests.core.preparing_office import noted
from tests.core.standards_office import expected, in_role, titles

TODAY = NOON.date()


def reworded(office: Office, one: Yardstick, looks_like: str) -> Yardstick:
    return office.yardsticks.reword(one.id, replace(one.words, looks_like=looks_like))


def standing(office: Office, who: PersonId) -> tuple[list[str], list[str]]:
    clarity = office.yardsticks.clarity(who)
    return titles(clarity.talked), titles(clarity.open)


def test_s27_an_expectation_holds_what_it_looks_like_and_which_line_it_serves(
    office: Office,
) -> None:
    line = office.vision.save("", ["Nobody searches"]).words.lines[0]
    words = YardstickWords(
        title="Hands over",
        looks_like="The next shift acts",
        not_yet_like="By word of mouth",
        above_like="Others learn it",
    )
    scope = Scope(role="Engineer", level="Staff", area=Area.TEAMWORK, vision_line=line.id)
    made = office.yardsticks.add(YardstickKind.EXPECTATION, words, (), scope)
    assert (made.words, made.scope) == (words, scope)
    assert office.yardsticks.of_role("engineer") == (made,)


def test_s27_a_person_s_expectation_is_not_talked_through_until_a_day_is_set(
    office: Office,
) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    assert hands.talked_on(dana) is None
    assert standing(office, dana) == ([], ["Hands over"])
    office.yardsticks.talked_through(hands.id, dana)
    assert standing(office, dana) == ([], ["Hands over"])
    office.yardsticks.talked_through(hands.id, dana, TODAY)
    assert standing(office, dana) == (["Hands over"], [])
    office.yardsticks.talked_through(hands.id, dana)
    assert standing(office, dana) == ([], ["Hands over"])


def test_s27_a_copy_holds_their_own_words_beside_the_shared_ones(office: Office) -> None:
    dana, raj = in_role(office, "Dana"), in_role(office, "Raj")
    hands = expected(office, "Hands over")
    assert office.yardsticks.save_copy(hands.id, dana, CopyWords()) == CopyWords()
    assert office.yardsticks.copies(dana) == {}
    words = CopyWords(in_their_words="I write the handover first", local_note="Nights only")
    office.yardsticks.save_copy(hands.id, dana, words)
    office.clock.advance(hours=1)
    later = replace(words, local_note="")
    office.yardsticks.save_copy(hands.id, dana, later)
    assert office.yardsticks.copy(hands.id, dana) == later
    assert office.yardsticks.copy(hands.id, raj) == CopyWords()
    assert office.yardsticks.get(hands.id).words == hands.words
    assert record_check.check_record(office.db)[1] == []


@pytest.mark.parametrize(
    ("level", "theirs"),
    [
        (None, ["All levels"]),
        ("Senior", ["All levels", "Only senior"]),
        ("  stáff", ["All levels", "Only staff"]),
        ("Principal", ["All levels"]),
    ],
)
def test_s27_a_role_with_two_levels_expects_of_each_what_is_meant_for_it(
    office: Office, level: str | None, theirs: list[str]
) -> None:
    expected(office, "All levels")
    expected(office, "Only senior", level="Senior")
    expected(office, "Only staff", level="Staff")
    expected(office, "Another role", "Designer")
    dana = in_role(office, "Dana", level=level)
    assert titles(office.yardsticks.list(dana)) == theirs
    assert titles(office.yardsticks.of_role("Engineer")) == [
        "All levels",
        "Only senior",
        "Only staff",
    ]
    clarity = office.yardsticks.clarity(dana)
    assert titles(clarity.open) == theirs
    assert (
        titles(tuple(row.yardstick for row in office.coverage.grid(dana).rows if row.yardstick))
        == theirs
    )


def test_s28_open_are_those_never_talked_through_or_edited_on_a_later_day(
    office: Office,
) -> None:
    dana = in_role(office, "Dana")
    early, edited = expected(office, "Early"), expected(office, "Edited")
    expected(office, "Never")
    for one in (early, edited):
        office.yardsticks.talked_through(one.id, dana, TODAY)
    assert standing(office, dana) == (["Early", "Edited"], ["Never"])
    office.clock.advance(hours=2)
    reworded(office, edited, "On the same day")
    assert standing(office, dana) == (["Early", "Edited"], ["Never"])
    office.clock.advance(days=1)
    reworded(office, edited, "On the next day")
    assert standing(office, dana) == (["Early"], ["Edited", "Never"])
    office.yardsticks.talked_through(edited.id, dana, TODAY + timedelta(days=1))
    assert standing(office, dana) == (["Early", "Edited"], ["Never"])
    clarity = office.yardsticks.clarity(dana)
    assert clarity_line(clarity) == "2 of 3 talked through"


def test_s28_what_was_talked_through_before_it_was_written_down_here_counts(
    office: Office,
) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    office.clock.advance(minutes=3)
    reworded(office, hands, "Still being written")
    office.yardsticks.talked_through(hands.id, dana, TODAY - timedelta(days=60))
    assert standing(office, dana) == (["Hands over"], [])


def test_s28_a_new_scope_and_a_retired_one_open_nothing(office: Office) -> None:
    dana = in_role(office, "Dana", level="Staff")
    hands, gone = expected(office, "Hands over"), expected(office, "Gone")
    office.yardsticks.talked_through(hands.id, dana, TODAY)
    office.clock.advance(days=2)
    office.yardsticks.set_scope(hands.id, replace(hands.scope, level="Staff"))
    office.yardsticks.retire(gone.id)
    assert standing(office, dana) == (["Hands over"], [])


def test_s28_values_are_not_counted_in_the_clarity_of_a_person(office: Office) -> None:
    dana = in_role(office, "Dana")
    office.yardsticks.add(YardstickKind.VALUE, YardstickWords(title="Candour"))
    assert standing(office, dana) == ([], [])
    assert clarity_line(office.yardsticks.clarity(dana)) == ""


def test_s28_a_win_may_carry_the_tag_initiative_beside_its_expectation(office: Office) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    note = noted(office, about=dana, tags=("initiative",))
    office.yardsticks.link_note(hands.id, note.id)
    assert office.yardsticks.linked_notes(hands.id) == (note.id,)
    [row] = office.coverage.cell_notes(dana, hands.id)
    assert row.tags == ("initiative",)


def test_after_a_change_of_role_copies_and_days_of_the_old_one_stay(office: Office) -> None:
    dana = in_role(office, "Dana", "Engineer", "Senior")
    hands, senior = expected(office, "Hands over"), expected(office, "Senior", level="Senior")
    leads = expected(office, "Leads", "Lead")
    for one in (hands, senior):
        office.yardsticks.talked_through(one.id, dana, TODAY)
    office.yardsticks.save_copy(hands.id, dana, CopyWords(in_their_words="I write first"))
    office.people.edit(replace(office.people.get(dana), role="Lead", level=None))
    assert titles(office.yardsticks.list(dana)) == ["Leads"]
    assert standing(office, dana) == ([], ["Leads"])
    assert office.yardsticks.get(hands.id).talked_on(dana) == TODAY
    assert office.yardsticks.copies(dana) == {hands.id: CopyWords(in_their_words="I write first")}
    back = replace(office.people.get(dana), role="Engineer", level="Senior")
    office.people.edit(back)
    assert titles(office.yardsticks.list(dana)) == ["Hands over", "Senior"]
    assert standing(office, dana) == (["Hands over", "Senior"], [])
    assert leads.talked_on(dana) is None


def test_talking_through_what_a_role_expects_makes_it_nobody_s_own(office: Office) -> None:
    dana = in_role(office, "Dana", "Designer")
    hands = expected(office, "Hands over")
    office.yardsticks.talked_through(hands.id, dana, TODAY)
    assert titles(office.yardsticks.list(dana)) == []
    own = office.yardsticks.set_scope(hands.id, Scope())
    assert titles(office.yardsticks.list(dana)) == []
    office.yardsticks.talked_through(own.id, dana, TODAY)
    assert titles(office.yardsticks.list(dana)) == ["Hands over"], "of no role: theirs by name"


@pytest.mark.parametrize(
    ("kind", "scope", "why"),
    [
        (YardstickKind.VALUE, Scope(role="Engineer"), "everybody's"),
        (YardstickKind.EXPECTATION, Scope(level="Staff"), "level is one of a role"),
        (YardstickKind.EXPECTATION, Scope(role="x" * 121), "at most"),
    ],
)
def test_a_scope_that_cannot_be_is_refused_and_nothing_is_stored(
    office: Office, kind: YardstickKind, scope: Scope, why: str
) -> None:
    with pytest.raises(InvalidInputError, match=why):
        office.yardsticks.add(kind, YardstickWords(title="No"), (), scope)
    assert office.yardsticks.list() == ()
    kept = office.yardsticks.add(kind, YardstickWords(title="Yes"))
    with pytest.raises(InvalidInputError, match=why):
        office.yardsticks.set_scope(kept.id, scope)
    assert office.yardsticks.get(kept.id) == kept


def test_a_copy_for_somebody_in_the_bin_is_refused(office: Office) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    office.people.bin(dana)
    with pytest.raises(PersonNotFoundError):
        office.yardsticks.save_copy(hands.id, dana, CopyWords(local_note="Too late"))


def test_inv17_the_words_that_held_on_a_day_are_found_again(office: Office) -> None:
    hands = reworded(office, expected(office, "Hands over"), "By word of mouth")
    for days, looks_like in ((10, "By 18:00"), (20, "By 17:30"), (0, "By 17:30, with a link")):
        office.clock.advance(days=days)
        reworded(office, hands, looks_like)
    assert [(on, words.looks_like) for on, words in office.yardsticks.versions(hands.id)] == [
        (TODAY + timedelta(days=30), "By 17:30, with a link"),
        (TODAY + timedelta(days=10), "By 18:00"),
        (TODAY, "By word of mouth"),
    ]
    for days, looks_like in (
        (-400, "By word of mouth"),
        (0, "By word of mouth"),
        (9, "By word of mouth"),
        (10, "By 18:00"),
        (29, "By 18:00"),
        (30, "By 17:30, with a link"),
        (4000, "By 17:30, with a link"),
    ):
        held = office.yardsticks.words_on(hands.id, TODAY + timedelta(days=days))
        assert held.looks_like == looks_like, days


def test_inv17_words_typed_on_past_midnight_are_kept_as_they_were_on_the_day_before(
    office: Office,
) -> None:
    office.clock.advance(hours=11, minutes=58)
    hands = reworded(office, expected(office, "Hands over"), "By 18:00, without fail")
    office.clock.advance(minutes=3)
    reworded(office, hands, "By 18:00, without fail, and with a link")
    before, after = office.yardsticks.versions(hands.id)[::-1]
    assert (before[0], before[1].looks_like) == (TODAY, "By 18:00, without fail")
    assert after[0] == TODAY + timedelta(days=1)


def test_inv17_versions_are_pure_and_begin_on_their_days() -> None:
    first, second, third = (YardstickWords(title=title) for title in "abc")
    leap, new_year = date(2028, 2, 29), date(2029, 1, 1)
    kept = last_of_each_day([(new_year, third), (new_year, second), (leap, first)])
    assert kept == ((new_year, third), (leap, first))
    assert words_on(kept, date(2028, 12, 31)) == first
    assert words_on(kept, new_year) == third
    assert words_on(kept[:1], leap) == third


@pytest.mark.parametrize(
    ("talked", "still_open", "said"),
    [
        (0, 0, ""),
        (1, 0, "1 of 1 talked through"),
        (3, 2, "3 of 5 talked through"),
        (0, 1, "1 expectation not yet talked through"),
        (0, 5, "5 expectations not yet talked through"),
        (5, 0, "5 of 5 talked through"),
    ],
)
def test_s28_the_clarity_line_says_how_many_and_not_yet_instead_of_none(
    office: Office, talked: int, still_open: int, said: str
) -> None:
    dana = in_role(office, "Dana")
    for number in range(talked + still_open):
        one = expected(office, f"Expectation {number}")
        if number < talked:
            office.yardsticks.talked_through(one.id, dana, TODAY)
    assert clarity_line(office.yardsticks.clarity(dana)) == said

"""The vision over a real vault: its days, its lines, and what serves a line that has gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from managernotes.domain.identity import VisionLineId
from managernotes.domain.yardstick import Scope
from managernotes.errors import EditConflictError, InvalidInputError
from tests.core.office import NOON, Office
from tests.core.standards_office import expected

TODAY = NOON.date()


def test_there_is_none_before_the_first(office: Office) -> None:
    assert office.vision.now() is None
    assert office.vision.history() == ()
    assert office.yardsticks.to_relink() == ()


def test_on_its_first_day_it_is_reworded_and_no_version_begins(office: Office) -> None:
    first = office.vision.save("Nights are calm", ["Nobody searches", "Everybody sleeps"])
    asleep, lost = first.words.lines[1], first.words.lines[0]
    second = office.vision.save("Nights are calm", [replace(asleep, text="All sleep")])
    assert office.vision.history() == (second,)
    assert (second.valid_from, second.valid_to) == (TODAY, None)
    assert [line.text for line in second.words.lines] == ["All sleep"]
    assert second.words.lines[0].id == asleep.id
    assert office.vision.line(lost.id) == lost, "what was reworded is still known"


def test_s09_on_a_later_day_the_version_before_keeps_its_words_and_its_days(office: Office) -> None:
    first = office.vision.save("Nights are calm", ["Nobody searches"])
    office.clock.advance(days=9)
    second = office.vision.save("Days are calm too", ["Nobody searches twice"])
    before, now = office.vision.history()[::-1]
    assert before.words == first.words
    assert (before.valid_from, before.valid_to) == (TODAY, TODAY + timedelta(days=8))
    assert now == second == office.vision.now()
    assert (now.valid_from, now.valid_to) == (TODAY + timedelta(days=9), None)


def test_the_same_words_on_a_later_day_begin_nothing(office: Office) -> None:
    first = office.vision.save("Nights are calm", ["Nobody searches"])
    office.clock.advance(days=9)
    assert office.vision.save(first.words.text, first.words.lines) == first


def test_a_clock_put_back_rewords_the_present_one(office: Office) -> None:
    office.vision.save("Nights are calm", [])
    office.clock.advance(days=-2)
    office.vision.save("Nights are quiet", [])
    assert [one.words.text for one in office.vision.history()] == ["Nights are quiet"]


@pytest.mark.parametrize(("text", "lines"), [("", []), ("  ", ["", "\n"])])
def test_one_that_says_nothing_is_refused(office: Office, text: str, lines: list[str]) -> None:
    with pytest.raises(InvalidInputError, match="needs some words"):
        office.vision.save(text, lines)
    assert office.vision.now() is None


def test_a_line_that_stands_twice_is_refused(office: Office) -> None:
    first = office.vision.save("", ["Nobody searches"])
    with pytest.raises(InvalidInputError, match="twice"):
        office.vision.save("", [*first.words.lines, *first.words.lines])
    assert office.vision.now() == first


@pytest.mark.parametrize("days", [0, 3])
def test_what_somebody_else_has_changed_is_not_overwritten(office: Office, days: int) -> None:
    read = office.vision.save("Nights are calm", [])
    office.vision.save("Nights are quiet", [], read.revision)
    office.clock.advance(days=days)
    with pytest.raises(EditConflictError):
        office.vision.save("Nights are long", [], read.revision)
    present = office.vision.now()
    assert present is not None
    assert present.words.text == "Nights are quiet"


def test_s09_an_expectation_whose_line_vanished_is_listed_to_be_linked_again(
    office: Office,
) -> None:
    vision = office.vision.save("", ["Nobody searches", "Everybody sleeps"])
    searches, sleeps = vision.words.lines
    hands = expected(office, "Hands over")
    calm = expected(office, "Calm under pressure")
    expected(office, "Serves nothing")
    serves = replace(hands.scope, vision_line=searches.id)
    office.yardsticks.set_scope(hands.id, serves)
    office.yardsticks.set_scope(calm.id, replace(calm.scope, vision_line=sleeps.id))
    assert office.yardsticks.to_relink() == ()
    office.clock.advance(days=1)
    office.vision.save("", [replace(sleeps, text="Everybody sleeps well"), "Nobody waits"])
    assert [one.id for one in office.yardsticks.to_relink()] == [hands.id]
    assert office.vision.line(searches.id) == searches, "its old words can be shown"
    assert office.yardsticks.set_scope(hands.id, serves).scope == serves, "it may stay lost"
    office.yardsticks.retire(hands.id)
    assert office.yardsticks.to_relink() == ()
    office.yardsticks.bring_back(hands.id)
    again = office.vision.now()
    assert again is not None
    office.yardsticks.set_scope(hands.id, replace(serves, vision_line=again.words.lines[1].id))
    assert office.yardsticks.to_relink() == ()


def test_s09_a_line_that_does_not_stand_in_the_vision_cannot_be_chosen(office: Office) -> None:
    old = office.vision.save("", ["Nobody searches"]).words.lines[0]
    office.vision.save("", ["Nobody waits"])
    hands = expected(office, "Hands over")
    for gone in (old.id, VisionLineId(hands.id)):
        with pytest.raises(InvalidInputError, match="not in the vision"):
            office.yardsticks.set_scope(hands.id, Scope(vision_line=gone))
    assert office.yardsticks.get(hands.id) == hands

"""A line of a list says how far a talk is prepared; a hard talk within another says it there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from managernotes.domain.conversation import ConversationType, NewConversation
from tests.core.office import Office
from tests.core.talks_office import TODAY, person, planned

SOON = TODAY + timedelta(days=2)


def test_a_one_to_one_without_a_hard_talk_has_nothing_to_prepare(office: Office) -> None:
    assert office.talks.row(planned(office, on=SOON).id).still_open is None


def test_what_is_open_in_the_hard_talk_stands_in_the_line_of_the_one_to_one(
    office: Office,
) -> None:
    around = planned(office, on=SOON)
    hard = office.talks.plan(
        NewConversation(
            type=ConversationType.TOUGH,
            people=(person(office),),
            planned_on=SOON,
            within=around.id,
        )
    )
    assert office.talks.row(around.id).still_open is None  # nobody has begun to prepare it
    made = office.preparations.begin(hard.id)
    desk = office.preparations.desk(made.id)
    [line] = office.talks.lists().planned
    assert line.still_open == len(desk.still_open) > 5

    offers = replace(made.words, offers=("I sit in on the first evening.",))
    office.preparations.save_words(made.id, offers)
    [line] = office.talks.lists().planned
    assert line.still_open == len(desk.still_open) - 1

    office.talks.drop(hard.id, "It has mended itself.")
    assert office.talks.row(around.id).still_open is None

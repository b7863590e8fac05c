"""Tests of the slots that depend on who is there and when it is."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from managernotes.services.sample_grammar import Sentences, Words, read_template, seeded
from managernotes.services.sample_setting import NoteSetting

WEDNESDAY = date(2026, 6, 3)
COLLEAGUES: Words = {"colleague": tuple(map(read_template, ("the clerk", "the cook", "the lead")))}


def sentences(mates: tuple[str, ...] = (), seed: int = 1) -> Sentences:
    setting = NoteSetting("Ada", mates, WEDNESDAY, (8, 18), seeded(seed))
    return Sentences((COLLEAGUES,), setting, seeded(seed))


def filled(source: str, seed: int = 1) -> str:
    return sentences(seed=seed).fill(read_template(source))


def test_names_two_different_colleagues() -> None:
    for seed in range(30):
        speech = sentences(("Bo", "Cy", "Di"), seed)
        assert {speech.value("peer"), speech.value("other")} < {"Bo", "Cy", "Di"}
        assert speech.value("peer") != speech.value("other")


def test_speaks_of_roles_where_nobody_else_is_known() -> None:
    for seed in range(30):
        speech = sentences(seed=seed)
        peer, other, colleague = (speech.value(slot) for slot in ("peer", "other", "colleague"))
        assert peer.startswith("the ")
        assert other.startswith("the ")
        assert peer != other
        assert colleague.startswith("the ")


def test_speaks_of_working_days_only() -> None:
    for seed in range(100):
        days = filled("{weekday} {nextday}", seed).split()
        assert not {"Saturday", "Sunday"} & set(days)


def test_puts_three_earlier_days_in_order() -> None:
    for seed in range(100):
        parts = filled("{d1}|{d2}|{d3}", seed).split("|")
        days = [datetime.strptime(f"{part} 2026", "%d %B %Y").astimezone() for part in parts]
        assert days[0] < days[1] < days[2]
        assert days[2].date() < WEDNESDAY


@pytest.mark.parametrize(
    ("slot", "months"),
    [
        ("month", {"February", "March", "April", "May"}),
        ("nextmonth", {"July", "August"}),
    ],
)
def test_names_months_around_the_note(slot: str, months: set[str]) -> None:
    assert {filled(f"{{{slot}}}", seed) for seed in range(200)} == months


def test_speaks_of_an_earlier_moment_from_an_earlier_day() -> None:
    setting = NoteSetting("Ada", (), WEDNESDAY, (8, 18), seeded(1))
    then = Sentences((COLLEAGUES,), setting, seeded(1)).earlier(9, {})
    assert then.value("day") == "25 May"
    assert sentences().earlier(3, {}).value("day") == "29 May"


def test_leaves_every_other_slot_to_the_words() -> None:
    setting = NoteSetting("Ada", (), WEDNESDAY, (8, 18), seeded(1))
    assert not setting.bind("work", sentences())

"""What is offered under a token, and what choosing it writes."""

from __future__ import annotations

import pytest

from managernotes.domain.observation import KIND_WORDS
from managernotes.text.capture_line import read_line
from managernotes_ui.capture.choices import Choices, choices_at, display_name
from tests.ui.capture_edit_bench import PEOPLE, TODAY

TAGS = ("delivery", "incident", "in")


def offered(line: str, caret: int | None = None) -> Choices | None:
    at = len(line) if caret is None else caret
    return choices_at(at, line, read_line(line, PEOPLE, TODAY), PEOPLE, TAGS)


def rows(line: str, caret: int | None = None) -> list[str]:
    found = offered(line, caret)
    return [row.label for row in found.rows] if found else []


def chosen(line: str, row: int, caret: int | None = None) -> str:
    found = offered(line, caret)
    assert found is not None
    return found.splice(row, line).applied_to(line)


def test_offers_the_people_whose_names_begin_so() -> None:
    assert rows("lunch with @an")[:2] == ["Ana Prado", "Andrew Low"]


def test_offers_kinds_and_tags() -> None:
    assert rows("+con") == ["concern", "context"]
    assert rows("+") == list(KIND_WORDS.values())
    assert rows("#in") == ["incident", "in"]


@pytest.mark.parametrize(
    "line", ["", "lunch", "@dana", "+win", "a@b", "+1", "lunch @dana ", "^mon"]
)
def test_offers_nothing_where_there_is_nothing_to_choose(line: str) -> None:
    assert offered(line) is None


def test_the_first_person_is_chosen_but_no_tag_is() -> None:
    person, tag = offered("@an"), offered("#in")

    assert person is not None
    assert person.is_first_chosen
    assert tag is not None
    assert not tag.is_first_chosen


def test_choosing_writes_the_shortest_token_and_a_space() -> None:
    assert chosen("lunch with @an", 1) == "lunch with @andrew "
    assert chosen("lunch with @an today", 0, 14) == "lunch with @ana today"
    assert chosen("+co", 0) == "+concern "


def test_offers_to_add_whoever_is_not_there() -> None:
    found = offered("@nadia")

    assert found is not None
    assert found.rows == ()
    assert found.new_name == "nadia"
    assert not found.is_first_chosen
    assert chosen("@nadia", 0) == "@nadia "


def test_a_name_of_two_words_is_added_in_quotes() -> None:
    assert chosen('@"Nadia Rahimi', 0) == '@"Nadia Rahimi" '


def test_does_not_offer_to_add_somebody_who_is_there() -> None:
    found = offered('@"Ana Prado')

    assert found is not None
    assert found.new_name == ""


def test_asks_about_an_unclear_name_that_was_just_ended() -> None:
    found = offered("lunch with @an ")

    assert found is not None
    assert [row.label for row in found.rows] == ["Ana Prado", "Andrew Low"]
    assert not found.is_first_chosen
    assert chosen("lunch with @an ", 1) == "lunch with @andrew "


def test_asks_no_more_when_it_is_typed_on() -> None:
    assert offered("lunch with @an ok") is None


def test_asks_who_was_meant_by_a_name_with_a_comma() -> None:
    line = "with @dana, ok"

    assert rows(line, 11) == ["Dana Whitfield"]
    assert chosen(line, 0, 11) == "with @dana ok"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nadia", "Nadia"),
        ("nadia rahimi", "Nadia Rahimi"),
        ("Nadia", "Nadia"),
        ("McKay", "McKay"),
        ("vera de la Cruz", "vera de la Cruz"),
        ("אורי", "אורי"),
        ("öztürk", "Öztürk"),
    ],
)
def test_a_new_name_gets_its_capitals(typed: str, name: str) -> None:
    assert display_name(typed) == name

"""The filters in a search line: where they stand, and what is said of wrong ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from managernotes.domain.identity import PersonId, new_uuid7
from managernotes.domain.search_query import SearchQuery, parse_query
from managernotes_ui.common.dates import DateWords
from managernotes_ui.search.query_tokens import (
    filter_tokens,
    finished_part,
    problem_in,
    without_filters,
)
from managernotes_ui.search.when_choice import when_choices, when_words, with_choice
from tests.ui.note_bench import THURSDAY

TODAY = THURSDAY.date()
DATES = DateWords(QLocale("en_GB"))


@dataclass(frozen=True)
class Somebody:
    """A person as the rules of names see one."""

    id: PersonId
    display_name: str
    alias: str | None = None


PEOPLE = [
    Somebody(PersonId(new_uuid7(THURSDAY)), name)
    for name in ("Dana Whitfield", "Daniel Ross", "Arjun Rao")
]


def test_filters_are_found_with_their_places_and_values() -> None:
    text = 'after:2026-06 runbook person:"Dana Whitfield"'
    first, second = filter_tokens(text)
    assert (first.key, first.value, text[first.start : first.end]) == (
        "after",
        "2026-06",
        "after:2026-06",
    )
    assert (second.key, second.value) == ("person", "Dana Whitfield")


@pytest.mark.parametrize("text", ["12:30", "note:x", "xkind:win", "kind:", "https://a.b", "-drill"])
def test_what_is_no_filter_is_no_chip(text: str) -> None:
    assert filter_tokens(text) == ()


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("kind:wi", ""),
        ("kind:win ", "kind:win "),
        ("run kind:x", "run "),
        ('run "two wor', "run "),
        ('person:"Dana W', ""),
        ('"Dana W" x', '"Dana W" '),
        ("", ""),
    ],
)
def test_the_term_in_the_middle_of_being_typed_is_not_judged(text: str, finished: str) -> None:
    assert finished_part(text) == finished


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind:zebra", "There is no kind “zebra”."),
        ("kind:c", "could be"),
        ("when:now", "There is no filter “when:”."),
        ("after:someday", "someday"),
        ("person:zorro", "zorro"),
        ("person:dan", "dan"),
        ("r*", "A beginning needs 2 letters."),
    ],
)
def test_a_wrong_filter_is_said(text: str, says: str) -> None:
    assert says in str(problem_in(text, TODAY, PEOPLE))


@pytest.mark.parametrize("text", ["", "-drill", "kind:win", "person:arjun after:2026 x", "r"])
def test_nothing_is_wrong_with_a_line_that_only_begins(text: str) -> None:
    assert problem_in(text, TODAY, PEOPLE) is None


def test_filters_are_taken_out_and_the_words_stay() -> None:
    assert without_filters("after:2026-06 run -drill before:2026-09", ("after", "before")) == (
        "run -drill"
    )


def test_a_choice_of_days_replaces_the_days_in_the_line() -> None:
    assert with_choice("run after:2020 kind:win", "after:2026-06") == "after:2026-06 run kind:win"
    assert with_choice("after:2026-06 run", "") == "run"


def test_the_choices_begin_with_whole_months_and_say_what_they_mean() -> None:
    choices = when_choices(TODAY, DATES)
    assert [choice.letters for choice in choices] == [
        "",
        "after:2026-11",
        "after:2026-09",
        "after:2026-06",
        "after:2025-12",
    ]
    for choice in choices[1:]:
        query = parse_query(choice.letters, TODAY)
        assert query.after == choice.after
        assert when_words(query, TODAY, DATES) == choice.words


@pytest.mark.parametrize(
    ("after", "before", "words"),
    [
        (None, None, "Any time"),
        (date(2026, 6, 12), None, "Since 12 Jun"),
        (None, date(2026, 9, 4), "Until 3 Sep"),
        (date(2026, 6, 1), date(2026, 9, 4), "1 Jun – 3 Sep"),
        (date(2025, 6, 12), None, "Since 12 Jun 2025"),
    ],
)
def test_the_days_of_a_query_are_said_as_people_say_them(
    after: date | None, before: date | None, words: str
) -> None:
    assert when_words(SearchQuery(after=after, before=before), TODAY, DATES) == words

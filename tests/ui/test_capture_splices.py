"""What a choice of kind or day does to the letters of a line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.observation import Kind
from managernotes.text.capture_line import read_line
from managernotes_ui.capture.splices import day_splice, kind_splice, sign_splice

TODAY = date(2026, 11, 24)
WORDS = st.lists(
    st.sampled_from(("ran", "it", "+win", "+con", "^mon", "!fri", "#x", "  ", "\n")), max_size=8
).map(" ".join)


def with_kind(line: str, kind: Kind) -> str:
    return kind_splice(line, read_line(line, (), TODAY), kind).applied_to(line)


def with_day(line: str, day: date) -> str:
    return day_splice(line, read_line(line, (), TODAY), day, TODAY).applied_to(line)


@pytest.mark.parametrize(
    ("line", "kind", "after"),
    [
        ("", Kind.WIN, "+win "),
        ("ran it", Kind.CONCERN, "+concern ran it"),
        ("+win ran it", Kind.THEIR_FEEDBACK_TO_ME, "+tome ran it"),
        ("ran +win it", Kind.LOOSE, "ran it"),
        ("ran +win", Kind.LOOSE, "ran "),
        ("ran it", Kind.LOOSE, "ran it"),
    ],
)
def test_a_kind_is_written_first_or_over_the_old_one(line: str, kind: Kind, after: str) -> None:
    assert with_kind(line, kind) == after


@pytest.mark.parametrize(
    ("line", "day", "after"),
    [
        ("", date(2026, 11, 23), "^yesterday "),
        ("ran it", date(2026, 11, 20), "ran it ^2026-11-20 "),
        ("ran it ", date(2026, 11, 23), "ran it ^yesterday "),
        ("ran ^mon it", date(2026, 11, 20), "ran ^2026-11-20 it"),
        ("ran ^mon it", TODAY, "ran it"),
        ("ran it", TODAY, "ran it"),
    ],
)
def test_a_day_is_written_last_or_over_the_old_one(line: str, day: date, after: str) -> None:
    assert with_day(line, day) == after


def test_a_sign_begins_a_token_of_its_own() -> None:
    assert sign_splice("ran it", "^").applied_to("ran it") == "ran it ^"
    assert sign_splice("", "^").applied_to("") == "^"


@given(WORDS.filter(lambda line: line.count("+") <= 1), st.sampled_from(Kind))
def test_the_line_says_the_chosen_kind(line: str, kind: Kind) -> None:
    assert read_line(with_kind(line, kind), (), TODAY).kind is kind


@given(
    WORDS.filter(lambda line: line.count("^") <= 1), st.dates(date(2024, 1, 1), date(2026, 11, 24))
)
def test_the_line_says_the_chosen_day(line: str, day: date) -> None:
    assert read_line(with_day(line, day), (), TODAY).occurred_on == day

"""Whether an ask could be seen by a day or a count (RC06), with many ways of saying it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.practice.ask_times import time_phrases
from managernotes.practice.ask_words import visible_by

VISIBLE = (
    ("send the risk list by noon each Friday", ("by noon each Friday",)),
    (
        "hand-over posted by 17:30 with link and open tickets, from Mon 30 Nov",
        ("by 17:30", "from Mon 30 Nov"),
    ),
    ("reply to support within two hours", ("within two hours",)),
    ("Have the draft ready by Thursday", ("by Thursday",)),
    ("be there at 9:00 every day", ("at 9:00 every day",)),
    ("call the client back before the stand-up", ("before the stand-up",)),
    ("Send me the list by 2026-12-01", ("by 2026-12-01",)),
    ("I ask you to name a deputy by 1 December", ("by 1 December",)),
    ("run the checklist each release", ("each release",)),
    ("log the call within an hour", ("within an hour",)),
    ("hand over by 5 pm", ("by 5 pm",)),
    ("update the board daily", ("daily",)),
    ("you chair planning twice a month", ("twice a month",)),
    ("Share the draft with Kim by the end of the month", ("by the end of the month",)),
    ("cut the mail to five lines", ("five lines",)),
    ("Agree the date with Ana by Wed", ("by Wed",)),
    ("escalate within 24 hours", ("within 24 hours",)),
)
ALSO_VISIBLE = (
    "tell me the day a date is at risk, with one option",
    "close three of the five tickets by 12 March",
    "let each person finish before you speak",
    "ask one question before you propose",
    "bring at least one example to our next 1:1",
    "come to the stand-up on time, three weeks in a row",
    "Mute yourself when others speak, in all five meetings",
    "announce outages to support in 10 minutes",
    "no more than two open tickets: close the rest by Friday",
    "from 1 Dec, write the summary after every client call",
    "Merge only with tests, next ten merges",
    "speak to Jo alone before the review",
    "I would like you to raise risks the same day, by 16:00",
    "keep the meeting to 30 minutes",
    "Reports posted on the 1st of every month",
    "by Easter you have trained Kim",
)
NOT_YET = (
    "be better",
    "communicate more clearly",
    "be more proactive by Friday",
    "improve your attitude",
    "do better",
    "show more ownership",
    "be nicer to the team",
    "a better attitude by Friday",
    "more structure",
    "take it seriously",
    "please try harder",
    "be on time",
    "respect the team",
    "answer faster",
    "better reports by Monday",
    "stop being late",
    "always post the hand-over",
    "communicate better from Monday",
    "send the list regularly",
    "send the list as soon as possible",
    "be available 24/7",
    "by the way, be careful",
    "everyone should trust you",
    "Friday",
    "17:30",
    "",
    "   ",
)


@pytest.mark.parametrize(("ask", "times"), VISIBLE)
def test_an_ask_with_a_deed_and_a_time_is_visible_by_it(ask: str, times: tuple[str, ...]) -> None:
    assert visible_by(ask) == times


@pytest.mark.parametrize("ask", ALSO_VISIBLE)
def test_an_ask_with_a_deed_and_a_count_or_an_event_is_visible(ask: str) -> None:
    assert visible_by(ask)


@pytest.mark.parametrize("ask", NOT_YET)
def test_an_ask_without_a_deed_or_without_a_time_is_not_visible_yet(ask: str) -> None:
    assert visible_by(ask) == ()


@given(st.text(max_size=400))
def test_whatever_is_typed_each_time_is_a_piece_of_it(text: str) -> None:
    words = " ".join(text.split())
    for phrase in time_phrases(text):
        assert phrase in " ".join(words.split()) or phrase in text


@pytest.mark.parametrize("piece", ["every ", "a ", "before the ", "to ", "1", "1:", "'", "mon "])
def test_a_hostile_ask_is_read_in_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begun = time.perf_counter()
    visible_by(text)
    assert time.perf_counter() - begun < 3

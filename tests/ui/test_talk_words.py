"""What a row of a list of talks says (SPEC §7.20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale

from managernotes.domain.conversation import (
    ConversationRow,
    ConversationState,
    ConversationType,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes_ui.common.dates import DateWords
from managernotes_ui.talks.talk_words import Group, NextStep, TalkWords

TODAY = date(2026, 11, 24)
DANA = PersonId(uuid4())
ROW = ConversationRow(
    id=ConversationId(uuid4()),
    type=ConversationType.ONE_ON_ONE,
    state=ConversationState.PLANNED,
    people=(DANA,),
    title="",
    planned_on=date(2026, 11, 26),
    planned_at=time(9, 30),
    minutes=45,
    moved_from=None,
    held_on=None,
    began_at=None,
    follow_up_on=None,
    outcome=None,
    within=None,
)
HELD = replace(
    ROW,
    state=ConversationState.HELD,
    held_on=date(2026, 11, 13),
    said="Wants to mentor Arjun",
    is_logged=True,
)
WORDS = TalkWords(DateWords(QLocale("en_GB")), lambda: TODAY, lambda _who: "Dana Whitfield")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, ("Today", "")),
        (date(2026, 11, 26), ("Thu", "26")),
        (date(2026, 12, 2), ("Wed", "2 Dec")),
        (date(2027, 1, 7), ("Thu", "7 Jan 2027")),
        (date(2026, 11, 15), ("Sun", "15 Nov")),  # "Sun 15" would be a day to come
        (None, ("no day yet", "")),
    ],
)
def test_a_day_is_said_as_shortly_as_it_stays_clear(
    day: date | None, words: tuple[str, str]
) -> None:
    line = WORDS.line(replace(ROW, planned_on=day), Group.PLANNED)
    assert (line.day, line.date) == words


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (ROW, "Nothing on it yet"),
        (replace(ROW, their_topics=1), "1 topic of theirs"),
        (replace(ROW, their_topics=1, carried=2), "1 topic of theirs, 2 carried over"),
        (
            replace(ROW, their_topics=2, concerns_planned=1),
            "2 topics of theirs; a concern to raise",
        ),
        (
            replace(ROW, their_topics=2, concerns_planned=1, inner_title="late hand-overs"),
            "2 topics of theirs; late hand-overs",
        ),
        (replace(ROW, concerns_planned=1), "A concern to raise"),
        (replace(ROW, moved_from=TODAY), "Moved once, keep this one"),
        (replace(ROW, title="Two years ahead", their_topics=2), "Two years ahead"),
    ],
)
def test_a_planned_talk_says_what_it_is_about(row: ConversationRow, text: str) -> None:
    assert WORDS.line(row, Group.PLANNED).text == text


@pytest.mark.parametrize(
    ("row", "words", "strong"),
    [
        (ROW, "planned", False),
        (replace(ROW, planned_on=TODAY), "brief not read", True),
        (replace(ROW, planned_on=TODAY, began_at=time(9, 30)), "begun, not ended", True),
        (replace(ROW, planned_on=date(2026, 11, 15)), "its day has passed", True),
        (replace(ROW, planned_on=TODAY, is_brief_read=True), "planned", False),
        (replace(ROW, concerns_planned=1), "not prepared", True),
        (replace(ROW, concerns_planned=1, still_open=2), "two things still open", False),
        (replace(ROW, still_open=0), "prepared", False),
        (replace(ROW, moved_from=date(2026, 11, 20)), "moved from 20 Nov", False),
        (replace(ROW, type=ConversationType.TOUGH), "not prepared", True),
        (replace(ROW, state=ConversationState.POSTPONED), "postponed", False),
    ],
)
def test_what_still_waits_before_a_talk_is_strong(
    row: ConversationRow,
    words: str,
    strong: bool,
) -> None:
    state = WORDS.line(row, Group.PLANNED).state
    assert (state.words, state.strong) == (words, strong)


@pytest.mark.parametrize(
    ("row", "words", "strong", "step"),
    [
        (replace(HELD, follow_up_on=TODAY), "look again today", True, NextStep.FOLLOW_UP),
        (
            replace(HELD, follow_up_on=date(2026, 11, 26)),
            "look again Thu 26",
            False,
            NextStep.FOLLOW_UP,
        ),
        (
            replace(HELD, follow_up_on=date(2026, 11, 20)),
            "look again since Fri 20",
            True,
            NextStep.FOLLOW_UP,
        ),
        (replace(HELD, recap_open=True), "recap open", True, NextStep.RECAP_SENT),
        (replace(HELD, is_logged=False), "not written down", True, NextStep.WRITE_DOWN),
    ],
)
def test_a_talk_is_not_over_until_it_was_looked_at_again(
    row: ConversationRow,
    words: str,
    strong: bool,
    step: NextStep,
) -> None:
    line = WORDS.line(row, Group.TO_FOLLOW_UP)
    assert (line.state.words, line.state.strong, line.step) == (words, strong, step)


def test_a_held_talk_says_what_was_said_and_wants_nothing() -> None:
    line = WORDS.line(replace(HELD, open_promises=1), Group.HELD)
    assert (line.text, line.state.words, line.step) == (
        "Wants to mentor Arjun",
        "1 promise open",
        None,
    )

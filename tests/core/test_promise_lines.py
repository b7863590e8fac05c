"""Tests for reading promises from the lines of a talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.identity import PersonId
from managernotes.domain.promise import PromiseOwner
from managernotes.text.promise_lines import LineMark, Span, promised_lines, read_lines

TODAY = date(2026, 11, 26)
"""A Thursday."""


@dataclass(frozen=True)
class _Known:
    id: PersonId
    display_name: str
    alias: str | None = None


DANA = _Known(PersonId(UUID(int=1)), "Dana Whitfield", "dana")
RUTH = _Known(PersonId(UUID(int=2)), "Ruth Adeyemi")
ANA_A = _Known(PersonId(UUID(int=3)), "Ana Abel")
ANA_B = _Known(PersonId(UUID(int=4)), "Ana Bauer")
PEOPLE = (DANA, RUTH, ANA_A, ANA_B)


def test_a_line_with_a_name_is_theirs_and_one_with_i_is_mine() -> None:
    text = (
        "Dana hand-over posted by 17:30 with link and open tickets, from Mon 30 Nov\n"
        "I move the tender call to mornings by Fri\n"
        "I ask for ticket history on nights by 4 Dec"
    )
    first, second, third = read_lines(text, PEOPLE, TODAY)
    assert (first.owner, first.people) == (PromiseOwner.THEM, (DANA.id,))
    assert first.text == "Hand-over posted by 17:30 with link and open tickets"
    assert first.due_on == date(2026, 11, 30)
    assert (second.owner, second.people) == (PromiseOwner.ME, ())
    assert (second.text, second.due_on) == (
        "Move the tender call to mornings",
        date(2026, 11, 27),
    )
    assert (third.text, third.due_on) == ("Ask for ticket history on nights", date(2026, 12, 4))


def test_the_name_and_the_day_stand_where_the_spans_say() -> None:
    text = "  Dana Whitfield sends the list by Fri 27 Nov\n! I call Ruth, by tomorrow"
    first, second = read_lines(text, PEOPLE, TODAY)
    assert [_shown(text, first.name), _shown(text, first.due)] == [
        "Dana Whitfield",
        "by Fri 27 Nov",
    ]
    assert [_shown(text, second.name), _shown(text, second.due)] == ["I", "by tomorrow"]
    assert second.text == "Call Ruth"


@pytest.mark.parametrize(
    ("line", "mark", "owner"),
    [
        ("+ Ruth decides from December", LineMark.AGREED, PromiseOwner.THEM),
        ("! tell Tomasz and support", LineMark.I_OWE, PromiseOwner.ME),
        ("! Ruth gets the list from me", LineMark.I_OWE, PromiseOwner.ME),
        ("> I can live with either", LineMark.THEIR_WORDS, PromiseOwner.ME),
        ("? does the on-call list need her", LineMark.CHECK, PromiseOwner.THEM),
        ("+Ruth decides from December", LineMark.AGREED, PromiseOwner.THEM),
        ("!tell Tomasz", LineMark.I_OWE, PromiseOwner.ME),
        ("+1 from everybody", LineMark.PLAIN, PromiseOwner.THEM),
        ("she brings the draft", LineMark.PLAIN, PromiseOwner.THEM),
    ],
)
def test_a_mark_says_what_a_line_is(line: str, mark: LineMark, owner: PromiseOwner) -> None:
    [found] = read_lines(line, PEOPLE, TODAY)
    assert (found.mark, found.owner) == (mark, owner)


def test_among_notes_only_marked_lines_are_promises() -> None:
    notes = "## Release\n> “Either.”\n+ Ruth decides\n! I tell support by Fri\n? on-call\nplain"
    found = promised_lines(notes, PEOPLE, TODAY)
    assert [line.text for line in found] == ["Decides", "Tell support"]


def test_several_people_may_own_a_promise() -> None:
    [found] = read_lines("Dana and Ruth Adeyemi write the plan", PEOPLE, TODAY)
    assert found.people == (DANA.id, RUTH.id)
    assert found.text == "Write the plan"


def test_a_name_that_two_people_share_names_nobody() -> None:
    [shared] = read_lines("Ana sends it", PEOPLE, TODAY)
    assert (shared.people, shared.text) == ((), "Ana sends it")
    [whole] = read_lines("Ana Bauer sends it", PEOPLE, TODAY)
    assert whole.people == (ANA_B.id,)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("I send it by 2026-12-04", date(2026, 12, 4)),
        ("I send it until Wednesday 2 December 2026.", date(2026, 12, 2)),
        ("I send it, Tue 1 Dec", date(2026, 12, 1)),
        ("I send it by Thursday noon", date(2026, 12, 3)),
        ("I send it before the 4. Dec", date(2026, 12, 4)),
        ("I send it on Monday, by Fri at the latest", date(2026, 11, 27)),
        ("I ask for the quiet room on Thursdays", None),
        ("I decide from December", None),
        ("I send it by 17:30", None),
        ("I send it by 31 Nov", None),
        ("I send it by 2026-11-01", None),
        ("I march on", None),
        ("I send it in May", None),
        ("I may send it", None),
    ],
)
def test_a_day_is_read_and_never_guessed(line: str, due: date | None) -> None:
    [found] = read_lines(line, PEOPLE, TODAY)
    assert found.due_on == due


def test_a_day_in_the_middle_stays_in_the_words() -> None:
    [found] = read_lines("I send it by Fri to both teams", PEOPLE, TODAY)
    assert (found.text, found.due_on) == ("Send it by Fri to both teams", date(2026, 11, 27))


@given(st.text(alphabet="+!>? \n\tDaniRuth,@&by Fri30Nov-.’", max_size=80))
def test_whatever_is_typed_every_span_lies_in_its_line(text: str) -> None:
    for found in read_lines(text, PEOPLE, TODAY):
        assert text[found.line.start : found.line.end].strip()
        for span in (found.name, found.due):
            if span is not None:
                assert found.line.start <= span.start < span.end <= found.line.end


def _shown(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""

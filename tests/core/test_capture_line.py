"""The capture line does what the golden table says, and keeps its promises for any text."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import KIND_WORDS, Kind
from managernotes.errors import (
    AmbiguousPersonError,
    InvalidInputError,
    ManagerNotesError,
    UnknownPersonError,
)
from managernotes.text.capture_line import (
    MOST_MARKS,
    CaptureLine,
    TokenType,
    find_person,
    parse_line,
    read_line,
)
from managernotes.text.note_text import MAX_TEXT

TODAY = date(2026, 11, 24)
GOLDEN = Path(__file__).parent / "golden" / "capture_line.txt"


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person as the capture line sees one."""

    id: PersonId
    display_name: str
    alias: str | None = None


def team(*names: tuple[str, str | None]) -> list[Colleague]:
    return [
        Colleague(PersonId(UUID(int=number)), name, alias)
        for number, (name, alias) in enumerate(names, start=1)
    ]


PEOPLE = team(
    ("Dana Whitfield", "dw"),
    ("Daniel Okafor", None),
    ("Jonah Okafor", None),
    ("Arjun Mehta", None),
    ("Ines Carvalho", None),
    ("Mei Lindqvist", "mei"),
    ("Meike Schmidt", None),
    ("Ann Lee", None),
    ("Anna Berg", "annie"),
    ("Mary Ann Cole", None),
    ("Anne-Marie O'Brien", None),
    ("José Álvarez", None),
    ("Tomasz Zieliński", None),
    ("Ruth Adeyemi", "coach"),
    ("Ed", None),
    ("Ed Stone", None),
    ('Robert "Bob" Hill', None),
    ("李 娜", "lina"),
    ("Pat Dana", "arj"),
)
NAMES = {person.id: person.display_name for person in PEOPLE}


def golden_cases() -> Iterator[Any]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith("> "):
            plain = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), line[2:])
            for letter, meant in (("n", "\n"), ("t", "\t"), ("r", "\r")):
                plain = plain.replace(f"\\{letter}", meant)
            yield pytest.param(plain, json.loads(lines[number + 1]), id=f"line-{number + 1}")


def meaning(line: CaptureLine) -> dict[str, Any]:
    said: dict[str, Any] = {"text": line.text}
    if line.people:
        said["people"] = [NAMES[person] for person in line.people]
    if line.kind is not Kind.LOOSE:
        said["kind"] = line.kind.value
    if line.occurred_on != TODAY:
        said["occurred_on"] = line.occurred_on.isoformat()
    if line.come_back_on:
        said["come_back_on"] = line.come_back_on.isoformat()
    if line.tags:
        said["tags"] = list(line.tags)
    return said


def refusal(error: ManagerNotesError) -> dict[str, Any]:
    said: dict[str, Any] = {"refused": type(error).__name__}
    if isinstance(error, UnknownPersonError | AmbiguousPersonError):
        return said | {"candidates": list(error.candidates)}
    return said | {"says": error.title}


@pytest.mark.parametrize(("line", "expected"), list(golden_cases()))
def test_means_what_the_golden_table_says(line: str, expected: dict[str, Any]) -> None:
    try:
        said = meaning(parse_line(line, PEOPLE, TODAY))
    except ManagerNotesError as error:
        said = refusal(error)

    assert said == expected


def test_the_golden_table_is_read_whole() -> None:
    assert len(list(golden_cases())) >= 200


def test_tokens_know_their_place_in_the_line() -> None:
    line = '@"Dana Whitfield" +win ran #incident ^yesterday !fri'

    tokens = read_line(line, PEOPLE, TODAY).tokens

    assert [line[token.start : token.end] for token in tokens] == [token.raw for token in tokens]
    assert [(token.type, token.raw, token.value) for token in tokens] == [
        (TokenType.PERSON, '@"Dana Whitfield"', PEOPLE[0].id),
        (TokenType.KIND, "+win", Kind.WIN),
        (TokenType.TAG, "#incident", "incident"),
        (TokenType.OCCURRED, "^yesterday", date(2026, 11, 23)),
        (TokenType.COME_BACK, "!fri", date(2026, 11, 27)),
    ]


def test_an_ambiguous_name_carries_its_candidates_and_stays_among_the_words() -> None:
    line = read_line("@okafor +win shipped", PEOPLE, TODAY)

    [person, kind] = line.tokens
    assert person.candidates == (PEOPLE[1].id, PEOPLE[2].id)
    assert person.value is None
    assert person.problem == "“okafor” could be Daniel Okafor, Jonah Okafor."
    assert kind.problem == ""
    assert line.text == "@okafor shipped"
    assert line.people == ()
    assert line.kind is Kind.WIN


def test_the_second_kind_has_the_problem_and_the_first_one_counts() -> None:
    line = read_line("+win +concern shipped", PEOPLE, TODAY)

    assert [bool(token.problem) for token in line.tokens] == [False, True]
    assert line.kind is Kind.WIN


def test_offers_at_most_eight_candidates_in_the_refusal() -> None:
    crowd = team(*((f"Sam Number{number:02}", None) for number in range(30)))

    with pytest.raises(AmbiguousPersonError) as caught:
        parse_line("@sam asked", crowd, TODAY)

    assert caught.value.candidates == tuple(f"Sam Number{number:02}" for number in range(8))


def test_shows_only_the_beginning_of_an_endless_unknown_name() -> None:
    with pytest.raises(UnknownPersonError) as caught:
        parse_line("@" + "x" * 50_000, PEOPLE, TODAY)

    assert len(str(caught.value)) < 200


def test_without_people_every_name_is_unknown() -> None:
    with pytest.raises(UnknownPersonError):
        parse_line("@dana asked", [], TODAY)


def test_two_people_of_one_name_stay_ambiguous() -> None:
    twins = team(("Sam Hill", None), ("Sam Hill", "sam2"))

    with pytest.raises(AmbiguousPersonError):
        parse_line('@"Sam Hill" asked', twins, TODAY)
    assert parse_line("@sam2 asked", twins, TODAY).people == (twins[1].id,)


def test_a_person_is_found_outside_a_line_by_the_same_rules() -> None:
    assert find_person("dw", PEOPLE) is PEOPLE[0]
    assert find_person("Arjun Mehta", PEOPLE) is PEOPLE[3]
    assert find_person('Robert "Bob" Hill', PEOPLE) is PEOPLE[16]
    with pytest.raises(AmbiguousPersonError):
        find_person("okafor", PEOPLE)
    for nobody in ("ghost", "", "  ", "@dw"):
        with pytest.raises(UnknownPersonError):
            find_person(nobody, PEOPLE)


@pytest.mark.parametrize("empty", ["", " ", "\n\n", "\t"])
def test_refuses_an_empty_text(empty: str) -> None:
    with pytest.raises(InvalidInputError, match="no text"):
        parse_line(empty, PEOPLE, TODAY)


def test_takes_a_text_of_the_longest_length_and_not_one_character_more() -> None:
    longest = "é" * MAX_TEXT

    assert parse_line(f"+win {longest} #long", PEOPLE, TODAY).text == longest
    with pytest.raises(InvalidInputError, match="at most 200,000 characters"):
        parse_line(longest + "x", PEOPLE, TODAY)


@pytest.mark.parametrize(
    "scrap",
    [
        "word ",
        "@arjun ",
        '@"a ',
        "#t ",
        " ",
        "@“",
        "+win\n",
        "^12mar !12mar ",
        '@"',
        "@x\t\n",
        "\r",
    ],
    ids=repr,
)
def test_the_longest_text_is_read_in_linear_time(scrap: str) -> None:
    hostile = scrap * (MAX_TEXT // len(scrap))
    started = time.process_time()
    read_line(hostile, PEOPLE, TODAY)
    read_line('@"' + hostile, PEOPLE, TODAY)

    assert time.process_time() - started < 5  # a quadratic step would take minutes


def test_reads_a_long_line_fast_enough_for_every_key_press() -> None:
    line = "@arjun @“Dana Whitfield” +concern ^yesterday !fri #a #b @okafor " + "some words " * 22
    people = team(*((f"First{number} Last{number}", f"al{number}") for number in range(20)))
    assert len(line) >= 300

    durations = []
    for _ in range(50):
        started = time.perf_counter()
        read_line(line, people, TODAY)
        durations.append(time.perf_counter() - started)

    assert sorted(durations)[25] < 0.002


# --- promises for any text ----------------------------------------------------------------------

SCRAPS = (
    *("@dw", "@arjun", "@ghost", "@okafor", '@"Dana Whitfield"', '@"', "@", "@arjun,", "a@b.c"),
    *("+win", "+con", "+co", "+1", "#tag", "#1", "C#", "^mon", "^31nov", "^_^", "!fri"),
    *("!important", "word", '"', "“", "”", "\n", "\r\n", "\t", "  ", " ", "\u00a0"),
)
scraps = st.sampled_from(SCRAPS) | st.text(max_size=6)
lines = st.lists(scraps, max_size=14).map("".join) | st.lists(scraps, max_size=14).map(" ".join)
plain_words = st.text(
    alphabet=st.characters(exclude_characters="@+#^!\r", exclude_categories=["Cs", "Cc"])
)
days = st.dates(date(1990, 1, 1), date(2150, 1, 1))


@given(lines, days)
def test_reading_never_raises_and_parsing_agrees_with_it(line: str, today: date) -> None:
    read = read_line(line, PEOPLE, today)
    problem = next((token for token in read.tokens if token.problem), None)
    parsed = parsed_or_refused(line, today)
    if isinstance(parsed, CaptureLine):
        assert parsed == read
        assert problem is None
    elif not parsed.title.startswith(("The note has no", "The text holds")):
        assert problem is not None
        assert problem.problem == parsed.title
        assert isinstance(parsed, InvalidInputError) or problem.type is TokenType.PERSON


def parsed_or_refused(line: str, today: date) -> CaptureLine | ManagerNotesError:
    try:
        return parse_line(line, PEOPLE, today)
    except ManagerNotesError as error:
        return error


@given(lines)
def test_spans_are_in_order_apart_and_hold_the_raw_token(line: str) -> None:
    place = 0
    for token in read_line(line, PEOPLE, TODAY).tokens:
        assert place <= token.start < token.end
        assert line[token.start : token.end] == token.raw
        assert line[token.start - 1 : token.start].strip() == ""
        assert line[token.end : token.end + 1].strip() == ""
        place = token.end


@given(plain_words)
def test_text_without_tokens_comes_back_letter_for_letter(text: str) -> None:
    assert read_line(text, PEOPLE, TODAY).text == text.strip()


@given(lines)
def test_what_is_left_says_nothing_more_when_it_is_read_again(line: str) -> None:
    try:
        once = parse_line(line, PEOPLE, TODAY)
        twice = parse_line(once.text, PEOPLE, TODAY)
    except ManagerNotesError:
        return
    assert twice.text == once.text
    assert twice.tokens == ()


@given(lines)
def test_no_word_outside_the_tokens_is_lost_or_made_up(line: str) -> None:
    read = read_line(line, PEOPLE, TODAY)
    rest = list(line)
    for token in read.tokens:
        if not token.problem:
            rest[token.start : token.end] = " " * len(token.raw)
    assert read.text.split() == "".join(rest).split()


@given(days, st.integers(0, 4000))
def test_a_past_day_is_never_in_the_future_and_a_coming_one_never_in_the_past(
    today: date, distance: int
) -> None:
    past, ahead = today - timedelta(days=distance), today + timedelta(days=distance)
    for word in (past.isoformat(), f"-{distance}", f"{past:%d}{past:%B}", f"{past:%a}"):
        assert parse_line(f"x ^{word}", PEOPLE, today).occurred_on <= today
    for word in (ahead.isoformat(), f"+{distance}", f"{ahead:%d}{ahead:%B}", f"{ahead:%a}"):
        come_back_on = parse_line(f"x !{word}", PEOPLE, today).come_back_on
        assert come_back_on is not None
        assert come_back_on >= today


@given(days)
def test_a_weekday_is_within_a_week(today: date) -> None:
    for number in range(7):
        name = f"{date(2026, 11, 23) + timedelta(days=number):%A}"
        past = parse_line(f"x ^{name}", PEOPLE, today).occurred_on
        ahead = parse_line(f"x !{name}", PEOPLE, today).come_back_on
        assert ahead is not None
        assert (today - past).days in range(7)
        assert (ahead - today).days in range(1, 8)
        assert past.weekday() == ahead.weekday() == number


@pytest.mark.parametrize("kind", KIND_WORDS)
def test_every_unique_beginning_of_a_kind_means_it(kind: Kind) -> None:
    word = KIND_WORDS[kind]
    for length in range(1, len(word) + 1):
        beginning = word[:length]
        others = [name for name in KIND_WORDS.values() if name.startswith(beginning)]
        if others == [word]:
            assert parse_line(f"x +{beginning}", PEOPLE, TODAY).kind is kind


@pytest.mark.parametrize("token", ["@a ", "+w ", "#t ", "^3 ", "!+7 ", "+1 ", '@"', "@3pm "])
def test_a_megabyte_of_tokens_is_read_in_bounded_time_and_refused(token: str) -> None:
    line = token * (1_000_000 // len(token))
    began = time.process_time()
    read = read_line(line, [], date(2026, 3, 12))
    with pytest.raises(InvalidInputError):
        parse_line(line, [], date(2026, 3, 12))
    assert time.process_time() - began < 0.5
    assert len(read.tokens) <= MOST_MARKS + 1

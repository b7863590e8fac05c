"""The popup under the caret offers what a half-typed token may become."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import KIND_WORDS, Kind
from managernotes.text.capture_line import (
    Completion,
    NamedPerson,
    Suggestion,
    TokenType,
    completions,
    parse_line,
    read_line,
)

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person as the capture line sees one."""

    id: PersonId
    display_name: str
    alias: str | None = None


def colleague(number: int, name: str, alias: str | None = None) -> Colleague:
    return Colleague(PersonId(UUID(int=number)), name, alias)


PEOPLE = [
    colleague(1, "Dana Whitfield"),
    colleague(2, "Arjun Mehta", "arjun"),
    colleague(3, "Ines Carvalho"),
    colleague(4, "José Álvarez"),
    colleague(5, "Sam Hill", "sammy"),
    colleague(6, "Sam Stone"),
    colleague(7, "Ruth Adeyemi", "the coach"),
    colleague(8, "Lee Grant"),
    colleague(9, "Grant Lee"),
    colleague(10, 'Robert "Bob" Hill'),
]
TAGS = ["delivery", "Delegation", "on-call", "incident"]


def complete(
    marked: str, people: list[Colleague] = PEOPLE, tags: list[str] = TAGS
) -> Completion | None:
    """Complete a line in which | is the caret."""
    cursor = marked.index("|")
    return completions(marked.replace("|", ""), cursor, people, tags)


def rows(marked: str) -> list[tuple[str, str, str]]:
    """Return each row as (typed part in brackets, what stands at the right, what is inserted)."""
    found = complete(marked)
    assert found is not None
    return [(marked_label(row), row.detail, row.insert) for row in found.suggestions]


def marked_label(row: Suggestion) -> str:
    start, end = row.match_start, row.match_end
    return f"{row.label[:start]}[{row.label[start:end]}]{row.label[end:]}"


def test_offers_names_that_begin_so_before_those_that_hold_it_inside() -> None:
    assert rows("+win and @ar|") == [
        ("[Ar]jun Mehta", "@arjun", "@arjun"),
        ("Ines C[ar]valho", "@ines", "@ines"),
        ("José Álv[ar]ez", "@josé", "@josé"),
    ]
    assert rows("@hi|") == [
        ('Robert "Bob" [Hi]ll', "@robert", "@robert"),
        ("Sam [Hi]ll", "@sammy", "@sammy"),
        ("Dana W[hi]tfield", "@dana", "@dana"),
    ]


def test_one_letter_offers_only_beginnings() -> None:
    assert [row[0] for row in rows("@a|")] == [
        "[A]rjun Mehta",
        "José [Á]lvarez",
        "Ruth [A]deyemi",
    ]


def test_offers_everyone_after_the_bare_sign_up_to_eight_from_a_to_z() -> None:
    assert [row[0] for row in rows("@|")] == [
        "[]Arjun Mehta",
        "[]Dana Whitfield",
        "[]Grant Lee",
        "[]Ines Carvalho",
        "[]José Álvarez",
        "[]Lee Grant",
        '[]Robert "Bob" Hill',
        "[]Ruth Adeyemi",
    ]


def test_inserts_the_shortest_token_that_means_the_person() -> None:
    assert {row[0]: row[2] for row in rows("@sam|")} == {
        "[Sam] Hill": "@sammy",
        "[Sam] Stone": "@stone",
    }
    assert rows("@ruth|") == [("[Ruth] Adeyemi", '@"the coach"', '@"the coach"')]
    assert [row[2] for row in rows("@gran|")] == ['@"Grant Lee"', '@"Lee Grant"']
    assert rows("@bob|") == [('Robert "[Bob]" Hill', "@robert", "@robert")]


def test_finds_a_person_by_the_beginning_of_the_alias() -> None:
    assert rows("@samm|") == [("[]Sam Hill", "@sammy", "@sammy")]


def test_marks_accents_and_composed_letters_in_the_name_as_written() -> None:
    assert rows("@alva|") == [("José [Álva]rez", "@josé", "@josé")]
    found = complete("@jose|", [colleague(1, "Jose\u0301 Garcia")])
    assert found is not None
    [row] = found.suggestions
    assert row.label[row.match_start : row.match_end] == "Jose\u0301"


def test_completes_a_name_between_quotes() -> None:
    found = complete('said @"Dana W| now')

    assert found is not None
    assert (found.start, found.typed) == (5, "Dana W")
    assert [row.label for row in found.suggestions] == ["Dana Whitfield"]


def test_replaces_a_quoted_name_up_to_its_closing_quote() -> None:
    line = 'said @"Dana Whit" now'
    found = completions(line, len('said @"Da'), PEOPLE, TAGS)

    assert found is not None
    assert line[found.start : found.end] == '@"Dana Whit"'


def test_replaces_the_whole_word_when_the_caret_is_inside_it() -> None:
    found = complete("@ar|jn wrote")

    assert found is not None
    assert (found.start, found.end, found.typed) == (0, 5, "ar")


def test_says_which_part_of_the_line_to_replace() -> None:
    found = complete("first line\n+win and @ar| on the runbook")

    assert found is not None
    assert (found.type, found.start, found.end, found.typed) == (TokenType.PERSON, 20, 23, "ar")


def test_offers_kinds_in_their_own_order() -> None:
    assert [row[2] for row in rows("+|")] == [f"+{word}" for word in KIND_WORDS.values()]
    assert rows("+co|") == [
        ("[co]ncern", "+concern", "+concern"),
        ("[co]ntext", "+context", "+context"),
    ]
    found = complete("+co|")
    assert found is not None
    assert [row.value for row in found.suggestions] == [Kind.CONCERN, Kind.CONTEXT]


def test_offers_tags_in_the_order_given_without_regard_to_case() -> None:
    assert rows("late #del|") == [
        ("[del]ivery", "#delivery", "#delivery"),
        ("[Del]egation", "#Delegation", "#Delegation"),
    ]


def test_offers_only_tags_that_can_be_typed() -> None:
    found = complete("#t|", tags=["two words", "tools"])

    assert found is not None
    assert [row.label for row in found.suggestions] == ["tools"]


@pytest.mark.parametrize(
    "line",
    [
        "plain words|",
        "|",
        "a@ar|",
        "+1|",
        "#nothing-such|",
        "@ar |",
        "^mon|",
        "@3|",
        "@arjun|",  # whole already: Enter must save
        "+win|",
        "#incident|",
        '@"Lee Grant"|',
    ],
)
def test_offers_nothing(line: str) -> None:
    assert complete(line) is None


def test_a_new_name_is_offered_as_one_to_add() -> None:
    found = complete("with @Zo|")

    assert found is not None
    assert found.suggestions == ()
    assert found.typed == "Zo"


def has_letters(name: str) -> bool:
    return any(char.isalpha() for char in name)


people_lists = st.lists(
    st.tuples(
        st.text(alphabet="abAB éØ-'.\"İß", min_size=1, max_size=9).filter(has_letters),
        st.none() | st.text(alphabet='abé "', min_size=1, max_size=4).filter(str.strip),
    ),
    max_size=6,
)


@given(people_lists, st.text(alphabet="abé \"'İß@+#\n", max_size=8), st.integers(0, 9))
def test_every_suggestion_is_a_token_and_marks_a_part_of_its_label(
    names: list[tuple[str, str | None]], typed: str, back: int
) -> None:
    people = [colleague(number, name, alias) for number, (name, alias) in enumerate(names)]
    line = f"x @{typed}"
    found = completions(line, max(0, len(line) - back), people, TAGS)
    if found is None:
        return
    assert line[found.start] in "@+#"
    assert 0 <= found.start < found.end <= len(line)
    for row in found.suggestions:
        assert 0 <= row.match_start <= row.match_end <= len(row.label)
        if found.type is TokenType.PERSON:
            means_somebody(row.insert, row.value, people)


def means_somebody(insert: str, wanted: object, people: list[Colleague]) -> None:
    """Assert that an inserted token means its person, or is asked about; never another person."""
    [token] = read_line(insert, people, TODAY).tokens
    assert token.raw == insert
    assert token.value == wanted or wanted in token.candidates


def test_an_inserted_token_is_understood() -> None:
    for person in PEOPLE:
        [row] = [
            row for row in completions_of(person.display_name[:2], PEOPLE) if row[1] == person.id
        ]
        assert parse_line(f"{row[0]} spoke", PEOPLE, TODAY).people == (person.id,)


def completions_of(typed: str, people: list[Colleague]) -> list[tuple[str, object]]:
    named: list[NamedPerson] = [*people]
    found = completions(f"@{typed}", len(typed) + 1, named, [])
    assert found is not None
    return [(row.insert, row.value) for row in found.suggestions]

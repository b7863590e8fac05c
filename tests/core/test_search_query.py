"""A search line means one thing, or is refused; while it is typed it means what it can."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.observation import Kind
from managernotes.domain.search_query import MAX_QUERY, SearchQuery, parse_query, parse_typing
from managernotes.errors import InvalidInputError

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("runbook", {"words": ("runbook",)}),
        ("runbook restore", {"words": ("runbook", "restore")}),
        ("runbook runbook", {"words": ("runbook",)}),
        ("runbook -drill", {"words": ("runbook",), "without": ("drill",)}),
        ('runbook -"fire drill"', {"words": ("runbook",), "without": ("fire drill",)}),
        ('"on one page"', {"phrases": ("on one page",)}),
        ("“on one page” calm", {"phrases": ("on one page",), "words": ("calm",)}),
        ('"one""two"', {"phrases": ("one", "two")}),
        ('"one"two', {"phrases": ("one",), "words": ("two",)}),
        ("run*", {"prefixes": ("run",)}),
        ("run**", {"prefixes": ("run",)}),
        ("on-ca*", {"prefixes": ("on-ca",)}),
        ("on-call", {"words": ("on-call",)}),
        ("18:00", {"words": ("18:00",)}),
        ("https://example.org/x", {"words": ("https://example.org/x",)}),
        ('5" disk', {"words": ('5"', "disk")}),
        ("C++ & Java", {"words": ("C++", "Java")}),
        ("note: call", {"words": ("note:", "call")}),
        ("李", {"words": ("李",)}),
        ("calm\tand\nkind", {"words": ("calm", "and", "kind")}),
        ("calm\x00\ud800kind", {"words": ("calm", "kind")}),
        ("person:dana", {"persons": ("dana",)}),
        ("Person:Dana", {"persons": ("Dana",)}),
        ('person:"Dana W" calm', {"persons": ("Dana W",), "words": ("calm",)}),
        ("person:dana person:arjun", {"persons": ("dana", "arjun")}),
        ("kind:win", {"kinds": (Kind.WIN,)}),
        ("kind:WIN kind:con", {"kinds": (Kind.WIN, Kind.CONCERN)}),
        ("kind:praise", {"kinds": (Kind.PRAISE_GIVEN,)}),
        ("kind:praise_given", {"kinds": (Kind.PRAISE_GIVEN,)}),
        ("kind:loose", {"kinds": (Kind.LOOSE,)}),
        ("tag:delivery", {"tags": ("delivery",)}),
        ("tag:#delivery", {"tags": ("delivery",)}),
        ("after:2026", {"after": date(2026, 1, 1)}),
        ("after:2026-06", {"after": date(2026, 6, 1)}),
        ("after:2026-06-15", {"after": date(2026, 6, 15)}),
        ("after:mon", {"after": date(2026, 11, 23)}),
        ("after:12mar", {"after": date(2026, 3, 12)}),
        ("before:2027-02", {"before": date(2027, 2, 1)}),
        ("before:2027-02-03", {"before": date(2027, 2, 3)}),
        ("after:2025 after:2026 before:2027 before:2026-12", {}),
        ("kind:win -drill", {"kinds": (Kind.WIN,), "without": ("drill",)}),
    ],
)
def test_means(text: str, parts: dict[str, Any]) -> None:
    narrowest = {"after": date(2026, 1, 1), "before": date(2026, 12, 1)}

    assert parse_query(text, TODAY) == SearchQuery(**(parts or narrowest))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing to search for"),
        ("   ", "nothing to search for"),
        ("& … !", "nothing to search for"),
        ('""', "nothing to search for"),
        ("-drill", "nothing to search for"),
        ("runbook -", "lone -"),
        ('"never closed', "not closed"),
        ('runbook person:"Dana', "not closed"),
        ("*", "needs 2 letters"),
        ("a*", "needs 2 letters"),
        ("runbook -dri*", "cannot be left out"),
        ("runbook -kind:win", "no - before it"),
        ("person:", "needs a value"),
        ("after: 2026", "needs a value"),
        ("tag:#", "needs a value"),
        ('person:""', "needs a value"),
        ("kind:nonsense", "There is no kind “nonsense”"),
        ("kind:co", "could be concern or context"),
        ("after:2026-13", "is no day"),
        ("after:0000", "is no day"),
        ("after:2026-02-30", "is no day"),
        ("after:soon", "is no day"),
        ("before:1", "is no day"),
        ("colour:red", "There is no filter “colour:”"),
        ("preson:dana", "There is no filter"),
        ("x" * (MAX_QUERY + 1), "at most 1,000 characters"),
    ],
)
def test_refuses_a_wrong_query(text: str, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says):
        parse_query(text, TODAY)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("run", {"prefixes": ("run",)}),
        ("run ", {"words": ("run",)}),
        ("run*", {"prefixes": ("run",)}),
        ("r", {}),
        ("runbook r", {"words": ("runbook",)}),
        ("runbook re", {"words": ("runbook",), "prefixes": ("re",)}),
        ("runbook -", {"words": ("runbook",)}),
        ("runbook -dri", {"words": ("runbook",), "without": ("dri",)}),
        ("-drill ", {}),
        ('"run', {"prefixes": ("run",)}),
        ('"run th', {"phrases": ("run",), "prefixes": ("th",)}),
        ('"run the ', {"phrases": ("run the",)}),
        ('"run the"', {"phrases": ("run the",)}),
        ("person:", {}),
        ("person:da", {"persons": ("da",)}),
        ('person:"Dana W', {"persons": ("Dana W",)}),
        ("kind:wi", {"kinds": (Kind.WIN,)}),
        ("kind:co calm ", {"words": ("calm",)}),
        ("after:2026-0", {}),
        ("after:2026-06 ", {"after": date(2026, 6, 1)}),
        ("colour:red calm ", {"words": ("calm",)}),
        ("", {}),
    ],
)
def test_means_what_it_can_while_it_is_typed(text: str, parts: dict[str, Any]) -> None:
    assert parse_typing(text, TODAY) == SearchQuery(**parts)


def test_is_empty_when_there_is_nothing_to_find() -> None:
    assert SearchQuery().is_empty
    assert SearchQuery(without=("drill",)).is_empty
    assert not SearchQuery(words=("runbook",)).is_empty
    assert not SearchQuery(after=TODAY).is_empty


SCRAPS = (
    *("word", "-", "-word", '"', '"a b"', "pre*", "person:", "person:dana", "kind:win", "kind:co"),
    *("after:2026-01", "before:99", "tag:#x", "foo:bar", "*", "“", "\x00", "after:31nov", "-tag:"),
)
queries = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=8), max_size=10).map(" ".join)


@given(queries)
def test_typing_never_raises_and_sees_no_less_than_the_finished_query(text: str) -> None:
    typing = parse_typing(f"{text} ", TODAY)
    try:
        finished = parse_query(f"{text} ", TODAY)
    except InvalidInputError:
        return
    assert typing == finished


@given(queries)
def test_every_part_can_be_found_in_an_index(text: str) -> None:
    query = parse_typing(text, TODAY)

    for part in (*query.words, *query.phrases, *query.prefixes, *query.without):
        assert any(char.isalnum() for char in part)
        assert part.isprintable() or not part.isascii()
        part.encode("utf-8")
    assert query.is_empty == (replace(query, without=()) == SearchQuery())

"""What the team is told has roles in it, and no name."""

from __future__ import annotations

import pytest
from hypothesis import given

from managernotes.text.name_mask import NameMask
from managernotes.text.ordinary_words import is_ordinary
from managernotes.text.role_mask import RoleMask
from tests.core.test_name_mask import PEOPLE, WORDS

TEAM = (
    ("Dana Whitfield", "Dee", "Platform engineer"),
    ("Mei Lindqvist", None, "SRE"),
    ("Arjun Mehta", None, "designer"),
    ("Dana Lee", None, "Designer"),
    ("Will Page", None, None),
)
MASK = RoleMask(TEAM)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Arjun called Mei at 18:50.", "A designer called the SRE at 18:50."),
        ("We asked Dana Whitfield's team", "We asked the Platform engineer's team"),
        ("we asked Dana", "we asked a colleague"),
        ("- Dee found it. Mei agreed", "- The Platform engineer found it. The SRE agreed"),
        ("arjun and mei", "A designer and the SRE"),
        ("We will page them; Will did", "We will page them; a colleague did"),
        ("Nobody is named", "Nobody is named"),
        ("", ""),
    ],
)
def test_names_become_roles(text: str, told: str) -> None:
    assert MASK.with_roles(text) == told


@given(PEOPLE, WORDS)
def test_no_name_is_left_in_what_the_team_is_told(
    people: list[tuple[str, str | None]], word: str
) -> None:
    mask = RoleMask((name, alias, None) for name, alias in people)
    text = " ".join([word, *(name for name, _ in people)])
    told = mask.with_roles(text).replace("a colleague", "").replace("A colleague", "")
    names = NameMask(people)
    left = [told[spot.start : spot.end] for spot in names.stretches(told)]
    assert all(map(is_ordinary, left)), "only a word that is also a name, written small"

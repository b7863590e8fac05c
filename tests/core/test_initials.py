"""Initials are what people expect of a name, and tell people apart who share them."""

from __future__ import annotations

import pytest

from managernotes.text.initials import NOBODY, initials_for, initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Dana Whitfield", "DW"),
        ("Dana", "D"),
        ("juan carlos de la cruz", "JC"),
        ("Dr. Élodie Müller", "ÉM"),
        ("Martin Luther King Jr.", "MK"),
        ("Anne-Marie O'Neil", "AO"),
        ("(Dana) Whitfield", "DW"),
        ("山田太郎", "山"),
        ("山田 太郎", "山太"),
        ("김 철수", "김철"),
        ("דנה לוי", "דל"),
        ("محمد علي", "م\u200cع"),
        ("ßen 2x", "ß2"),
        ("Prof.", "P"),
        ("…", NOBODY),
        ("", NOBODY),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_two_alike_take_a_figure_in_the_order_of_the_hidden_names() -> None:
    names = ["David Wu", "Dana Whitfield", "Zoë Berg", "Dora Wald"]
    assert initials_for(names) == ("DW2", "DW", "ZB", "DW3")


def test_no_two_people_are_shown_alike() -> None:
    names = ["D 2x", "Dana 2", "David 2", "A B", "A. B."]
    assert len(set(initials_for(names))) == len(names)

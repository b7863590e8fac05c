"""A line says what made something likely, or only who."""

from __future__ import annotations

import pytest

from managernotes.text.conditions import has_condition, is_condition
from managernotes.text.name_mask import NameMask

NAMES = NameMask(
    [
        ("Dana Whitfield", "Dee"),
        ("Will Mark", None),
        ("May Lindqvist", None),
        ("山田太郎", None),
        ("דנה לוי", None),
    ]
)


@pytest.mark.parametrize(
    "line",
    [
        "we tested the restore, not the time it takes",
        "step four is done by hand, once a year",
        "workload",
        "we will mark the date later",
        "it may take longer than the runbook says",
        "the checklist has mistakes",
        "human error is not caught by any test",
        "手順書がなかった",
    ],
)
def test_a_condition_names_nobody_and_says_something(line: str) -> None:
    assert is_condition(line, NAMES)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "  — ",
        "Dana",
        "dana",
        "Dee",
        "dee forgot",
        "Dana forgot to read the runbook",
        "it was Dana's fault",
        "DANA WHITFIELD",
        "Will",
        "May was alone at the desk",
        "山田さん",
        "דנה",
        "human error",
        "Human error.",
        "It was simply a human error!",
        "operator error",
        "somebody forgot",
        "carelessness",
        "mistakes were made",
        "they are to blame",
    ],
)
def test_a_person_or_blame_alone_is_no_condition(line: str) -> None:
    assert not is_condition(line, NAMES)


def test_one_condition_among_names_is_enough() -> None:
    assert has_condition(["Dana", "human error", "no second pair of eyes"], NAMES)
    assert not has_condition(["Dana", "human error"], NAMES)
    assert not has_condition([], NAMES)

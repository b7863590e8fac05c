"""The words and flags of `goal`; fixed, because tests outside the project use them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from math import isfinite
from typing import Any, Final

from managernotes.cli.choices import one_of
from managernotes.cli.documents import record_id
from managernotes.domain.goal import Confidence, Measure, SetBy
from managernotes.domain.goal_lists import Standing

EVERY: Final = "all"

FREE_TEXT: Final[dict[tuple[str, ...], dict[str, int]]] = {
    ("goal", "add"): {
        "--json": 0,
        "--for": 1,
        "--measure": 1,
        "--measured-by": 1,
        "--start": 1,
        "--target": 1,
        "--due": 1,
        "--set-by": 1,
    },
    ("goal", "check-in"): {
        "--json": 0,
        "--value": 1,
        "--confidence": 1,
        "--on": 1,
        "--obstacle": 1,
        "--help-offered": 1,
        "--next": 1,
    },
}
"""The flags of the commands that take free text, and how many words follow each."""


def add_goal_commands(
    commands: argparse._SubParsersAction[Any], day: Callable[[str], date]
) -> None:
    """Add `goal list`, `goal add` and `goal check-in`; `day` reads 2026-03-12."""
    goal = commands.add_parser("goal", help="goals, and how they move")
    actions = goal.add_subparsers(dest="action", metavar="list|add|check-in", required=True)
    listing = actions.add_parser("list", help="list them, A to Z by person, then by due day")
    listing.add_argument("--person", metavar="NAME")
    listing.add_argument(
        "--state", choices=(*(one.value for one in Standing), EVERY), default=Standing.UNDER_WAY
    )
    listing.add_argument("--json", action="store_true")
    add = actions.add_parser("add", help="write one down; it begins as proposed")
    add.add_argument("title", nargs="+", metavar="TITLE")
    add.add_argument("--for", dest="person", metavar="NAME", required=True, help="whose it is")
    add.add_argument("--measure", metavar="TEXT", default="", help="what is measured, in words")
    add.add_argument("--measured-by", type=one_of(Measure), choices=list(Measure))
    add.add_argument("--start", type=_number, metavar="X", help="where it is now")
    add.add_argument("--target", type=_number, metavar="Y", help="where it is to be")
    add.add_argument("--due", type=day, metavar="DAY", help="like 2026-12-15")
    add.add_argument("--set-by", type=one_of(SetBy), choices=list(SetBy))
    add.add_argument("--json", action="store_true")
    look = actions.add_parser("check-in", help="what there was to see of it on a day")
    look.add_argument("id", type=record_id, metavar="ID")
    look.add_argument("fact", nargs="+", metavar="FACT")
    look.add_argument("--value", type=_number, metavar="X")
    look.add_argument(
        "--confidence",
        type=one_of(Confidence),
        choices=list(Confidence),
        default=Confidence.ON_COURSE,
    )
    look.add_argument("--on", type=day, metavar="DAY", help="today, unless you say so")
    look.add_argument("--obstacle", metavar="TEXT", default="", help="what is in the way")
    look.add_argument("--help-offered", metavar="TEXT", default="")
    look.add_argument("--next", type=day, metavar="DAY", help="when you look again")
    look.add_argument("--json", action="store_true")


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number like 30 or 1.5")
    return value

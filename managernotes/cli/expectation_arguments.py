"""The words and flags of `expectation`; fixed, because tests outside the project use them."""

from __future__ import annotations

import argparse
from typing import Any, Final

FREE_TEXT: Final[dict[tuple[str, ...], dict[str, int]]] = {
    ("expectation", "add"): {
        "--json": 0,
        "--person": 1,
        "--role": 1,
        "--level": 1,
        "--value": 0,
        "--looks-like": 1,
        "--not-yet-like": 1,
    },
}
"""The flags of the command that takes free text, and how many words follow each."""


def add_expectation_commands(commands: argparse._SubParsersAction[Any]) -> None:
    """Add `expectation list` and `expectation add`."""
    expectation = commands.add_parser("expectation", help="what is expected, and of whom")
    actions = expectation.add_subparsers(dest="action", metavar="list|add", required=True)
    listing = actions.add_parser("list", help="list expectations and values, A to Z")
    listing.add_argument("--person", metavar="NAME", help="what counts for them, and how clear")
    listing.add_argument("--json", action="store_true")
    add = actions.add_parser("add", help="write one down")
    add.add_argument("title", nargs="+", metavar="TITLE")
    whose = add.add_mutually_exclusive_group()
    whose.add_argument("--person", metavar="NAME", help="it is one person's")
    whose.add_argument("--role", metavar="ROLE", help="everybody's in this role")
    whose.add_argument("--value", action="store_true", help="a value, which is everybody's")
    add.add_argument("--level", metavar="L", help="on this level of the role only")
    add.add_argument("--looks-like", metavar="TEXT", default="")
    add.add_argument("--not-yet-like", metavar="TEXT", default="")
    add.add_argument("--json", action="store_true")

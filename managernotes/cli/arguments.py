"""The words and flags of the command line; fixed, because tests outside the project use them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import managernotes
from managernotes.cli.choices import one_of
from managernotes.cli.documents import record_id
from managernotes.cli.expectation_arguments import FREE_TEXT as EXPECTATION_FREE_TEXT
from managernotes.cli.expectation_arguments import add_expectation_commands
from managernotes.cli.goal_arguments import FREE_TEXT as GOAL_FREE_TEXT
from managernotes.cli.goal_arguments import add_goal_commands
from managernotes.domain.conversation import ConversationState
from managernotes.domain.kind_words import kind_named
from managernotes.domain.person import Cadence
from managernotes.errors import InvalidInputError
from managernotes.practice.wording_rules import Scope

LATER = (
    "import",
    "export",
    "review",
    "disclose",
    "erase",
)
"""Commands that come with a later version; naming one says so and ends with exit code 2."""

PROTECTIONS = ("keyring", "passphrase", "keyring+passphrase")
_FREE_TEXT: dict[tuple[str, ...], dict[str, int]] = {
    ("capture",): {"--json": 0},
    ("search",): {"--json": 0, "--limit": 1},
    ("promise", "add"): {"--json": 0, "--to": 1, "--by": 1, "--due": 1},
    **GOAL_FREE_TEXT,
    **EXPECTATION_FREE_TEXT,
}
_GLOBAL = {"--vault": 1, "--passphrase-stdin": 0}


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, like every other message."""

    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:]}."
        raise InvalidInputError(sentence, f"See `{self.prog} --help`.")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line; raises InvalidInputError for anything that is not of it."""
    return _parser().parse_args(_shield_free_text(list(argv)))


def _shield_free_text(argv: list[str]) -> list[str]:
    """Let words that begin with a dash be text where text is expected: `search runbook -drill`.

    What follows a command of a later version is not read at all.
    """
    at = 0
    while at < len(argv) and argv[at].startswith("-"):
        at += 1 + _GLOBAL.get(argv[at], 0)
    if at < len(argv) and argv[at] in LATER:
        return argv[: at + 1]
    command = next((c for c in _FREE_TEXT if tuple(argv[at : at + len(c)]) == c), None)
    if command is None:
        return argv
    at += len(command)
    known, rest = _FREE_TEXT[command], iter(argv[at:])
    options: list[str] = []
    words: list[str] = []
    for word in rest:
        if word == "--":
            words.extend(rest)
        elif word in known:
            options += [word, *(value for _ in range(known[word]) if (value := next(rest, None)))]
        elif word.partition("=")[0] in known or word in {"-h", "--help"}:
            options.append(word)
        else:
            words.append(word)
    return [*argv[:at], *options, "--", *words]


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="managernotes",
        description="A manager's private notes. Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=managernotes.__version__)
    parser.add_argument("--vault", type=Path, metavar="FILE", help="the vault to use")
    parser.add_argument(
        "--passphrase-stdin", action="store_true", help="the first line of stdin opens the vault"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_vault_commands(commands)
    _add_backup_commands(commands)
    _add_person_commands(commands)
    _add_note_commands(commands)
    _add_conversation_commands(commands)
    add_goal_commands(commands, _day)
    add_expectation_commands(commands)
    for name in LATER:
        commands.add_parser(name, help=argparse.SUPPRESS, add_help=False)
    return parser


def _add_vault_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    init = commands.add_parser("init", help="create a vault")
    init.add_argument("--protect", choices=PROTECTIONS, required=True)
    init.add_argument("--json", action="store_true")
    doctor = commands.add_parser("doctor", help="what is installed, and how the vault is protected")
    doctor.add_argument("--drill", action="store_true", help="restore the newest backup aside")
    doctor.add_argument(
        "--code-stdin", action="store_true", help="for the drill: stdin's first line is the code"
    )
    doctor.add_argument("--json", action="store_true")
    verify = commands.add_parser("verify", help="prove that the vault, or a backup, is whole")
    verify.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a backup or a vault")
    verify.add_argument("--json", action="store_true")
    _add_protection_commands(commands)
    sample = commands.add_parser("sample", help="write a believable vault to try things on")
    sample.add_argument("--out", type=Path, required=True, metavar="FILE")
    sample.add_argument("--people", type=_count, required=True, metavar="N")
    sample.add_argument("--notes", type=_count, required=True, metavar="N")
    sample.add_argument("--seed", type=int, default=1, metavar="S")
    tour = commands.add_parser("tour", help="every screen as a picture, light and dark")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR")


def _add_backup_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    backup = commands.add_parser("backup", help="a whole, encrypted copy, proven at once")
    where = backup.add_mutually_exclusive_group()
    where.add_argument("--out", type=Path, metavar="FILE", help="to this file, which is new")
    where.add_argument("--list", action="store_true", help="what is there, the newest first")
    backup.add_argument("--json", action="store_true")
    restore = commands.add_parser("restore", help="make a new vault of a backup")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--to", type=Path, required=True, metavar="FILE")
    restore.add_argument(
        "--code-stdin", action="store_true", help="the first line of stdin is the recovery code"
    )
    restore.add_argument("--json", action="store_true")


def _add_protection_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    protect = commands.add_parser("protect", help="what opens the vault: list, add, remove")
    actions = protect.add_subparsers(dest="action", metavar="list|add|remove", required=True)
    listing = actions.add_parser("list", help="the ways in; opens nothing")
    listing.add_argument("--json", action="store_true")
    add = actions.add_parser("add", help="add a way in; one of its kind is replaced")
    add.add_argument("kind", choices=(*PROTECTIONS, "recovery"), metavar="KIND")
    add.add_argument("--json", action="store_true")
    remove = actions.add_parser("remove", help="remove a way in; the last one stays")
    remove.add_argument("kind", choices=(*PROTECTIONS, "recovery"), metavar="KIND")
    recover = commands.add_parser("recover", help="open with the recovery code, set up a way in")
    recover.add_argument(
        "--code-stdin", action="store_true", required=True, help="stdin's first line is the code"
    )
    recover.add_argument(
        "--passphrase",
        action="store_true",
        help="set up a new passphrase, stdin's next line, instead of the keyring",
    )
    rekey = commands.add_parser("rekey", help="change the data key; makes a new recovery code")
    rekey.add_argument("--json", action="store_true")


def _add_person_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    person = commands.add_parser("person", help="the people you lead")
    actions = person.add_subparsers(dest="action", metavar="add|list", required=True)
    add = actions.add_parser("add", help="add a person")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--alias", metavar="A")
    add.add_argument("--role", metavar="R")
    add.add_argument("--started", type=_day, metavar="YYYY-MM-DD")
    add.add_argument(
        "--cadence", type=one_of(Cadence), choices=list(Cadence), default=Cadence.WEEKLY
    )
    add.add_argument("--json", action="store_true")
    listing = actions.add_parser("list", help="list them, A to Z")
    listing.add_argument("--json", action="store_true")


def _add_note_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    capture = commands.add_parser("capture", help="write a note: @dana +win what you saw #tag")
    capture.add_argument("text", nargs="*", metavar="TEXT")
    capture.add_argument("--json", action="store_true")
    timeline = commands.add_parser("timeline", help="a person's notes, newest first")
    timeline.add_argument("name", metavar="NAME")
    timeline.add_argument("--kind", type=kind_named, metavar="K")
    timeline.add_argument("--since", type=_day, metavar="D")
    timeline.add_argument("--limit", type=_count, default=50, metavar="N")
    timeline.add_argument("--json", action="store_true")
    today = commands.add_parser("today", help="what waits to be said, and what is due")
    today.add_argument("--json", action="store_true")
    wording = commands.add_parser("wording", help="questions about words; needs no vault")
    wording.add_argument(
        "--scope", choices=[scope.value for scope in Scope], default=Scope.NOTE.value
    )
    wording.add_argument("text", choices=["-"], metavar="-", help="one text per line of stdin")
    wording.add_argument("--json", action="store_true")
    search = commands.add_parser("search", help="find notes")
    search.add_argument("query", nargs="+", metavar="QUERY")
    search.add_argument("--limit", type=_count, default=50, metavar="N")
    search.add_argument("--json", action="store_true")


def _add_conversation_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    talks = commands.add_parser("conversation", help="talks, planned and held")
    actions = talks.add_subparsers(dest="action", metavar="list|show", required=True)
    listing = actions.add_parser("list", help="list them, those to come first, then the newest")
    listing.add_argument("--person", metavar="NAME")
    listing.add_argument(
        "--state",
        type=one_of(ConversationState),
        choices=list(ConversationState),
        help="only these",
    )
    listing.add_argument("--limit", type=_count, default=50, metavar="N")
    listing.add_argument("--json", action="store_true")
    show = actions.add_parser("show", help="one of them, without what is private")
    show.add_argument("id", type=record_id, metavar="ID")
    show.add_argument("--json", action="store_true")
    promise = commands.add_parser("promise", help="what you owe, and what they owe")
    actions = promise.add_subparsers(dest="action", metavar="list|add|keep", required=True)
    listing = actions.add_parser("list", help="list them, yours first")
    listing.add_argument("--person", metavar="NAME")
    listing.add_argument("--state", choices=("open", "kept", "all"), default="open")
    listing.add_argument("--json", action="store_true")
    add = actions.add_parser("add", help="write one down")
    add.add_argument("text", nargs="+", metavar="TEXT")
    whose = add.add_mutually_exclusive_group(required=True)
    whose.add_argument("--to", metavar="NAME", help="you gave it to somebody")
    whose.add_argument("--by", metavar="NAME", help="somebody gave it to you")
    add.add_argument("--due", metavar="DAY", help="fri, tomorrow, +7 or 2026-03-12")
    add.add_argument("--json", action="store_true")
    keep = actions.add_parser("keep", help="it was kept today")
    keep.add_argument("id", type=record_id, metavar="ID")
    keep.add_argument("--json", action="store_true")


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python reads 20260312 and 2026-W11-4 too
        raise argparse.ArgumentTypeError(f"“{text}” is not a day like 2026-03-12")
    return day


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= sys.maxsize:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is not a number")

"""What a person must be before they are stored; refused with a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from managernotes.domain.person import NewPerson, Person
from managernotes.errors import InvalidInputError, PersonExistsError
from managernotes.services.note_rules import checked_words
from managernotes.text.capture_people import NamedPerson, comparable

LONGEST_NAME = 120
"""Characters in a name, a role, a team or a level."""

AnyPerson = TypeVar("AnyPerson", NewPerson, Person)

_ALIAS = re.compile(r"[\w.-]{1,40}")


def checked_person(person: AnyPerson) -> AnyPerson:
    """Return the person as they can be stored; InvalidInputError when they cannot."""
    return replace(
        person,
        display_name=checked_name(person.display_name),
        alias=checked_alias(person.alias),
        role=checked_line(person.role, "A role"),
        team=checked_line(person.team, "A team"),
        level=checked_line(person.level, "A level"),
        recognition_pref=checked_words(person.recognition_pref),
        works_best=checked_words(person.works_best),
        aims=checked_words(person.aims),
    )


def checked_name(name: str) -> str:
    """Return a name in single spaces; InvalidInputError when it is empty, long or unprintable."""
    line = checked_line(name, "A name")
    if line is None or not comparable(line):
        raise InvalidInputError("A name is needed.", "Type the person's name.")
    return line


def checked_alias(alias: str | None) -> str | None:
    """Return an alias, None for an empty one; InvalidInputError when it cannot be typed after @."""
    alias = alias.strip() if alias else None
    if not alias:
        return None
    if not _ALIAS.fullmatch(alias) or not any(char.isalnum() for char in alias):
        raise InvalidInputError(
            "An alias is 1 to 40 letters, digits, dots, - or _.", "Leave out spaces and signs."
        )
    return alias


def check_unique(person: NewPerson | Person, others: Iterable[NamedPerson]) -> None:
    """Raise PersonExistsError when nobody could tell the person from one of the others.

    A name may be used twice when the newcomer brings an alias; an alias never.
    """
    name = comparable(person.display_name)
    alias = comparable(person.alias or "")
    for other in others:
        if alias and alias == comparable(other.alias or ""):
            raise PersonExistsError(person.alias or "")
        if not alias and name == comparable(other.display_name):
            raise PersonExistsError(person.display_name)


def checked_line(words: str | None, what: str) -> str | None:
    """Return one line in single spaces, None for an empty one."""
    line = " ".join(checked_words(words).split()) if words else ""
    if len(line) > LONGEST_NAME:
        raise InvalidInputError(
            f"{what} has at most {LONGEST_NAME} characters.", "Shorten it and save again."
        )
    return line or None

"""The people of the sample: distinct names of several cultures, each in a team with one trade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from managernotes.domain.folding import folded
from managernotes.domain.person import Cadence, NewPerson, PersonStatus
from managernotes.errors import InvalidInputError
from managernotes.services.sample_calendar import YEAR
from managernotes.services.sample_grammar import Fragments, Sentences
from managernotes.services.sample_material import Material, NameGroup, Team, Trade
from managernotes.services.sample_setting import NoteSetting

_Choice = TypeVar("_Choice")

_GROUP = 6
"""Colleagues who know each other; small vaults get smaller groups, so that two trades meet."""

_SMALL_VAULT = 16
_SMALL_GROUP = 4
_JOINED_LATELY = 60
_NEWCOMERS = 0.12
_CADENCES = (Cadence.WEEKLY, Cadence.WEEKLY, Cadence.FORTNIGHTLY, Cadence.MONTHLY)
_WORDS_OF_THEIR_OWN = 0.7


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the sample, with what their notes are told from."""

    person: NewPerson
    trade: Trade
    team: Team
    group: int
    """Which group of colleagues, by number; they know each other."""
    started_on: date
    share: float
    """How much is written about them, beside an average of 1."""

    @property
    def called(self) -> str:
        """The name used in a note."""
        return self.person.display_name.split()[0]


def make_people(material: Material, count: int, today: date, chance: Random) -> list[Member]:
    """Return so many people; InvalidInputError when there are not as many names."""
    names = _names(material.names, count, chance)
    aliases = _aliases(names)
    size = _SMALL_GROUP if count <= _SMALL_VAULT else _GROUP
    trades = sorted(material.trades, key=lambda _trade: chance.random())
    members = []
    for place, name in enumerate(names):
        group = place // size
        trade = trades[group % len(trades)]
        team = trade.teams[group // len(trades) % len(trade.teams)]
        started = _started_on(today, chance)
        person = NewPerson(
            display_name=name,
            alias=aliases[place],
            role=_one(team.roles, chance),
            team=team.name,
            started_on=started,
            manager_since=max(started, today - timedelta(days=int(90 + chance.random() * 900))),
            status=_status(started, today),
            cadence=_one(_CADENCES, chance),
            **_own_words(material, trade, today, chance),
        )
        share = 0.5 + 1.2 * chance.random()
        members.append(Member(person, trade, team, group, started, share))
    return members


def _names(groups: Sequence[NameGroup], count: int, chance: Random) -> list[str]:
    most = sum(len(group.given) * len(group.family) for group in groups)
    if count > most:
        raise InvalidInputError(f"A sample has at most {most:,} people.", "Ask for fewer people.")
    # Given names come again only when all have been used once.
    given = [(name, group) for group in groups for name in group.given]
    names: dict[str, None] = {}
    while len(names) < count:
        given.sort(key=lambda _given: chance.random())
        for name, group in given:
            free = [f"{name} {family}" for family in group.family]
            free = [full for full in free if full not in names]
            if free and len(names) < count:
                names[_one(free, chance)] = None
    return list(names)


def _aliases(names: Sequence[str]) -> list[str]:
    """Return a short name each can be called by: the given name, with as many letters as needed."""
    taken: dict[str, None] = {}
    for name in names:
        given, family = name.split(maxsplit=1)
        tail = family.replace(" ", "")
        tries = [given + tail[:letters] for letters in range(len(tail) + 1)]
        unused = (folded(alias) for alias in tries if folded(alias) not in taken)
        alias = next(unused, f"{folded(given)}{len(taken)}")
        taken[alias] = None
    return list(taken)


def _started_on(today: date, chance: Random) -> date:
    """Most have been here for years, some came during the year."""
    ago = chance.random()
    newcomer = chance.random() < _NEWCOMERS
    days = 10 + ago * (YEAR - 40) if newcomer else YEAR + 20 + ago * ago * 3_600
    day = today - timedelta(days=int(days))
    return day - timedelta(days=day.weekday())


def _status(started: date, today: date) -> PersonStatus:
    lately = (today - started).days < _JOINED_LATELY
    return PersonStatus.JOINING if lately else PersonStatus.ACTIVE


def _own_words(material: Material, trade: Trade, today: date, chance: Random) -> dict[str, str]:
    setting = NoteSetting("", (), today, (trade.first_hour, trade.last_hour), chance)
    speech = Sentences((trade.words,), setting, chance)

    def words(choices: Fragments) -> str:
        return speech.pick(choices) if chance.random() < _WORDS_OF_THEIR_OWN else ""

    return {
        "recognition_pref": words(material.people["recognition"]),
        "works_best": words(material.people["works_best"]),
        "aims": words(material.people["aims"]),
    }


def _one(choices: Sequence[_Choice], chance: Random) -> _Choice:
    return choices[int(chance.random() * len(choices))]

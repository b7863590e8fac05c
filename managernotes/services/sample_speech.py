"""What is said in the sample's talks: the fragments of talks.toml, with a person's own words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from managernotes.domain.yardstick import YardstickKind
from managernotes.services.sample_grammar import (
    Fragments,
    Sentences,
    Template,
    Words,
    read_template,
)
from managernotes.services.sample_people import Member
from managernotes.services.sample_setting import NoteSetting


@dataclass(frozen=True, slots=True)
class YardstickScene:
    """A yardstick before a trade has filled it."""

    kind: YardstickKind
    title: Template
    looks_like: Template
    not_yet_like: Template


@dataclass(frozen=True, slots=True)
class TalkMaterial:
    """Everything that can be said, by table and name."""

    tables: Mapping[str, Words]
    about: Mapping[str, Words]
    """What each sort of hard talk says of itself."""
    yardsticks: tuple[YardstickScene, ...]


class Speech:
    """Speaks about one person and their work."""

    def __init__(
        self, material: TalkMaterial, member: Member, mates: Sequence[str], chance: Random
    ) -> None:
        self.material = material
        self._member = member
        self._mates = mates
        self._chance = chance

    def on(self, day: date) -> Sentences:
        """Return sentences about a day; what they have named once stays."""
        trade = self._member.trade
        hours = (trade.first_hour, trade.last_hour)
        setting = NoteSetting(self._member.called, self._mates, day, hours, self._chance)
        return Sentences((trade.words,), setting, self._chance)

    def say(self, table: str, name: str, sentences: Sentences) -> str:
        """Return one of the fragments of a table."""
        return sentences.pick(self.material.tables[table][name])

    def some(self, table: str, name: str, count: int, sentences: Sentences) -> list[str]:
        """Return so many different fragments of a table."""
        choices = list(self.material.tables[table][name])
        count = min(count, len(choices))
        chosen = [choices.pop(int(self._chance.random() * len(choices))) for _ in range(count)]
        return [sentences.fill(choice) for choice in chosen]


def read_talk_material(path: Path) -> TalkMaterial:
    """Read what can be said in talks."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    yardsticks = tuple(_yardstick(entry) for entry in table.pop("yardstick"))
    about = {name: _words(entry) for name, entry in table.pop("about").items()}
    tables = {name: _words(entry) for name, entry in table.items()}
    return TalkMaterial(tables, about, yardsticks)


def _words(table: Mapping[str, list[str]]) -> dict[str, Fragments]:
    return {name: tuple(map(read_template, sources)) for name, sources in table.items()}


def _yardstick(entry: Mapping[str, Any]) -> YardstickScene:
    return YardstickScene(
        kind=YardstickKind(entry["kind"]),
        title=read_template(entry["title"]),
        looks_like=read_template(entry["looks_like"]),
        not_yet_like=read_template(entry["not_yet_like"]),
    )

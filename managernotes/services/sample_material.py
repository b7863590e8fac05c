"""The sample's material: scenes, trades and names, read from resources/sample.

A scene is a handful of fragments that fit together; a trade brings the words that fill them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from managernotes.domain.observation import Kind, Source
from managernotes.services.sample_grammar import Fragments, Words, read_template

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """One sort of moment, told in fragments that may be combined freely."""

    kind: Kind
    source: Source
    pair: bool
    """Whether a second person of the team is what the note is about, too."""
    nobody: bool
    """Whether it is about the team and names nobody."""
    teams: tuple[str, ...]
    """The teams it can happen in; empty for all."""
    tags: tuple[str, ...]
    words: Words
    titles: Fragments
    shorts: Fragments
    facts: Fragments
    more: Fragments
    effects: Fragments
    readings: Fragments
    points: Fragments
    said: Fragments
    look: Fragments
    details: Fragments


@dataclass(frozen=True, slots=True)
class Team:
    """People who work together: who there is, and the scenes that can happen among them."""

    name: str
    roles: tuple[str, ...]
    scenes: Mapping[Kind, tuple[Scene, ...]]


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of work: its teams, its words and its hours."""

    name: str
    teams: tuple[Team, ...]
    tags: tuple[str, ...]
    first_hour: int
    last_hour: int
    weekend: float
    """How busy a Saturday is, beside a working day's 1."""
    words: Words


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Given and family names that go together."""

    given: tuple[str, ...]
    family: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """All there is to tell a year from."""

    trades: tuple[Trade, ...]
    names: tuple[NameGroup, ...]
    leads: Words
    people: Words


def read_material(folder: Path) -> Material:
    """Read resources/sample; KeyError when a file lacks what every file of its sort has."""
    common = _table(folder / "common.toml")
    tables = [_table(path) for path in sorted((folder / "scenes").glob("*.toml"))]
    shared = {kind: part for table in tables for kind, part in table["kind"].items()}
    general = [_scene(entry, shared) for table in tables for entry in table["scene"]]
    trades = tuple(
        _trade(_table(path), common["words"], shared, general)
        for path in sorted((folder / "trades").glob("*.toml"))
    )
    names = tuple(
        NameGroup(tuple(group["given"]), tuple(group["family"]))
        for group in _table(folder / "names.toml")["group"]
    )
    return Material(trades, names, _words(common["leads"]), _words(common["people"]))


def _trade(table: Table, common: Table, shared: Mapping[str, Table], general: list[Scene]) -> Trade:
    own = [_scene(entry, shared) for entry in table["scene"]]
    scenes = [*general, *own, *own]  # its own scenes come twice as often
    return Trade(
        name=table["name"],
        teams=tuple(_team(name, roles, scenes) for name, roles in table["teams"].items()),
        tags=tuple(table["tags"]),
        first_hour=table["first_hour"],
        last_hour=table["last_hour"],
        weekend=table["weekend"],
        words=_words({**common, **table["words"], "ref": table["ref"], "num": _numbers()}),
    )


def _team(name: str, roles: list[str], scenes: list[Scene]) -> Team:
    here: dict[Kind, list[Scene]] = {kind: [] for kind in Kind}
    for scene in scenes:
        if not scene.teams or name in scene.teams:
            here[scene.kind].append(scene)
    return Team(name, tuple(roles), {kind: tuple(found) for kind, found in here.items()})


def _scene(entry: Table, shared: Mapping[str, Table]) -> Scene:
    of_its_kind = shared[entry["kind"]]

    def fragments(name: str) -> Fragments:
        return _fragments([*entry.get(name, ()), *of_its_kind.get(name, ())])

    return Scene(
        kind=Kind(entry["kind"]),
        source=Source(entry.get("source", Source.FIRST_HAND)),
        pair=entry.get("pair", False),
        nobody=entry.get("nobody", False),
        teams=tuple(entry.get("teams", ())),
        tags=tuple(entry["tags"]),
        words=_words(entry.get("words", {})),
        titles=fragments("title"),
        shorts=fragments("short"),
        facts=fragments("fact"),
        more=fragments("more"),
        effects=fragments("effect"),
        readings=fragments("reading"),
        points=fragments("points"),
        said=fragments("said"),
        look=fragments("look"),
        details=fragments("detail"),
    )


def _words(table: Table) -> Words:
    return {name: _fragments(values) for name, values in table.items()}


def _fragments(sources: list[str]) -> Fragments:
    return tuple(read_template(source) for source in sources)


def _numbers() -> list[str]:
    return [str(number) for number in range(101, 990)]


def _table(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))

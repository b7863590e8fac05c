"""The story's script: its people and notes as they stand in resources/sample/story."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from managernotes.domain.observation import Kind, NewObservation, NoteText, ShareState, Source
from managernotes.domain.person import Cadence, NewPerson, PersonStatus

_AFTER_WORK = time(17, 30)
"""When a note was written, where the script does not say."""

_BESIDE_NOTES = (
    "vision",
    "yardstick",
    "talk",
    "topic",
    "promise",
    "thread",
    "preparation",
    "goal",
    "plan",
    "step",
    "mentoring",
    "lesson",
    "look_back",
)
_FIELDS = {"title": "title", "fact": "fact", "effect": "effect", "reading": "my_reading"}


Entry = Mapping[str, Any]
"""One table of the script."""
Act = tuple[datetime, Callable[[], object]]
"""What is done, and when."""


@dataclass(frozen=True, slots=True)
class ScriptRevision:
    """Words saved later, and when."""

    at: datetime
    text: NoteText


@dataclass(frozen=True, slots=True)
class ScriptNote:
    """One note and what becomes of it; `about` holds aliases, `links` the keys of other notes."""

    key: str
    about: tuple[str, ...]
    note: NewObservation
    written_at: datetime
    revisions: tuple[ScriptRevision, ...]
    share_state: ShareState | None
    said_on: date | None
    planned_for: date | None
    binned_at: datetime | None
    links: tuple[str, ...]
    measures: tuple[str, ...]
    """The keys of the expectations and values that it is about."""
    is_for_team: bool


@dataclass(frozen=True, slots=True)
class Script:
    """Everybody and everything that is in the story as it is told."""

    people: tuple[NewPerson, ...]
    notes: tuple[ScriptNote, ...]
    tables: Mapping[str, list[Entry]]
    """Whatever is no person and no note: talks, promises, goals and so on, each in its table."""


def read_script(folder: Path, holds: frozenset[str]) -> Script:
    """Read the script, leaving out what is told only `when` something else holds."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))]
    sections = {name: words for table in tables for name, words in table.get("section", {}).items()}
    people = _told(tables, "person", holds)
    notes = _told(tables, "note", holds)
    return Script(
        people=tuple(_person(entry) for entry in people),
        notes=tuple(_note(entry, sections, holds) for entry in notes),
        tables={
            name: [entry for table in tables for entry in table.get(name, ())]
            for name in _BESIDE_NOTES
        },
    )


def _told(
    tables: list[dict[str, Any]], name: str, holds: frozenset[str]
) -> Iterator[Mapping[str, Any]]:
    for table in tables:
        for entry in table.get(name, ()):
            if entry.get("when", "") in holds | {""}:
                yield entry


def _person(entry: Mapping[str, Any]) -> NewPerson:
    return NewPerson(
        display_name=entry["name"],
        alias=entry["alias"],
        role=entry["role"],
        team=entry.get("team"),
        started_on=entry["started_on"],
        manager_since=entry["started_on"],
        status=PersonStatus(entry.get("status", PersonStatus.ACTIVE)),
        cadence=Cadence(entry["cadence"]),
        recognition_pref=entry.get("recognition", ""),
        works_best=entry.get("works_best", ""),
        aims=entry.get("aims", ""),
    )


def _note(
    entry: Mapping[str, Any], sections: Mapping[str, str], holds: frozenset[str]
) -> ScriptNote:
    text = _text(entry, NoteText(), sections)
    said_on, planned_for = entry.get("said"), entry.get("planned_for")
    state = ShareState.SHARED if said_on else ShareState.PLANNED if planned_for else None
    return ScriptNote(
        key=entry.get("id", ""),
        about=tuple(entry["about"]),
        note=NewObservation(
            text=text,
            kind=Kind(entry["kind"]),
            occurred_on=entry["on"],
            come_back_on=entry.get("back"),
            tags=tuple(entry.get("tags", ())),
            source=Source(entry.get("source", Source.FIRST_HAND)),
        ),
        written_at=moment(entry.get("written", datetime.combine(entry["on"], _AFTER_WORK))),
        revisions=tuple(_revisions(entry, text, sections, holds)),
        share_state=ShareState(entry["state"]) if "state" in entry else state,
        said_on=said_on,
        planned_for=planned_for,
        binned_at=moment(entry["binned"]) if "binned" in entry else None,
        links=tuple(entry.get("links", ())),
        measures=tuple(entry.get("measures", ())),
        is_for_team=entry.get("for_team", False),
    )


def _revisions(
    entry: Mapping[str, Any],
    text: NoteText,
    sections: Mapping[str, str],
    holds: frozenset[str],
) -> Iterator[ScriptRevision]:
    for change in _told([dict(entry)], "revision", holds):
        text = _text(change, text, sections)
        yield ScriptRevision(moment(change["at"]), text)


def _text(entry: Mapping[str, Any], before: NoteText, sections: Mapping[str, str]) -> NoteText:
    """Return the words of an entry; what it does not say stays as it was before."""
    words = {field: getattr(before, field) for field in (*_FIELDS.values(), "source_detail")}
    words |= {field: entry[name] for name, field in _FIELDS.items() if name in entry}
    words |= {"source_detail": entry.get("detail", before.source_detail)}
    if "use" in entry:
        words["fact"] = "\n\n".join(sections[name] for name in entry["use"])
    return NoteText(**words)


def moment(written: datetime) -> datetime:
    """Return a moment as the script means it."""
    return written.replace(tzinfo=UTC)


def at(day: date, hour: time) -> datetime:
    """Return the moment of an hour of a day, as the script means it."""
    return datetime.combine(day, hour, UTC)

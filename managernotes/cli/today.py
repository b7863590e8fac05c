"""`today`: what has not been said yet, who waits for me, and what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.domain.identity import PersonId
from managernotes.domain.today import CardType, Today, TodayCard, TodayColumn, TodayTalk
from managernotes.services.workspace import Workspace

_GOOD_DAY = "Nothing waits to be said today, and nothing is due. Have a good day."


def today(workspace: Workspace, run: Run) -> int:
    """Show the start page as lines, or as one document with --json (DESIGN §4)."""
    found = workspace.today.today()
    names = _names(workspace)
    if run.wants_json:
        run.streams.json(
            {
                "thank": _items(found.thank, names),
                "help": _items(found.help, names),
                "raise": _items(found.raise_, names),
                "due": _due(found, names),
            }
        )
        return DONE
    if found.is_empty:
        run.streams.say(_GOOD_DAY)
        return DONE
    for heading, lines in _sections(found, names):
        if lines:
            run.streams.say(heading)
            for line in lines:
                run.streams.say(f"  {line}")
    return DONE


def _items(column: TodayColumn, names: dict[PersonId, str]) -> list[dict[str, Any]]:
    return [_item(card, names) for card in column.cards]


def _item(card: TodayCard, names: dict[PersonId, str]) -> dict[str, Any]:
    return {
        "id": str(card.id),
        "type": card.type.value,
        "person": _listed(card.people, names),
        "kind": card.kind,
        "text": card.text,
        "occurred_on": card.occurred_on.isoformat(),
        "age_days": card.age_days,
        "due_on": _iso(card.due_on or card.planned_for),
        "state": card.state or None,
    }


def _due(found: Today, names: dict[PersonId, str]) -> list[dict[str, Any]]:
    return [
        *_items(found.i_owe, names),
        *_items(found.they_owe, names),
        *(_talk_item(talk, names) for talk in found.one_on_ones),
        *_items(found.follow_ups, names),
        *_items(found.come_back, names),
        *_items(found.loose, names),
    ]


def _talk_item(talk: TodayTalk, names: dict[PersonId, str]) -> dict[str, Any]:
    return {
        "id": str(talk.conversation or talk.people[0]),
        "type": (CardType.CONVERSATION if talk.conversation else CardType.PERSON).value,
        "person": _listed(talk.people, names),
        "kind": talk.type.value,
        "text": talk.title,
        "occurred_on": _iso(talk.last_on),
        "age_days": talk.days_since,
        "due_on": _iso(talk.on),
        "state": "planned" if talk.conversation else "due",
    }


def _sections(found: Today, names: dict[PersonId, str]) -> Iterator[tuple[str, list[str]]]:
    yield "Thank", _lines(found.thank, names)
    yield "Help", _lines(found.help, names)
    yield "Raise", _lines(found.raise_, names)
    yield "I owe, this week", _lines(found.i_owe, names)
    yield "They owe, this week", _lines(found.they_owe, names)
    yield "Conversations, this week", [_talk_line(talk, names) for talk in found.one_on_ones]
    yield "To look at again", _lines(found.follow_ups, names)
    yield "To come back to", _lines(found.come_back, names)
    yield "Jots to sort", _lines(found.loose, names)


def _lines(column: TodayColumn, names: dict[PersonId, str]) -> list[str]:
    lines = [_line(card, names) for card in column.cards]
    return [*lines, f"{column.more} more"] if column.more else lines


def _line(card: TodayCard, names: dict[PersonId, str]) -> str:
    day = card.due_on or card.planned_for
    ahead = f"  [{'due' if card.type is CardType.PROMISE else 'for'} {day}]" if day else ""
    untold = "  [not told yet]" if card.is_untold else ""
    who = _listed(card.people, names) or "no one named"
    text = card.text or ("restricted" if card.is_restricted else card.kind.replace("_", " "))
    return f"{card.occurred_on}  {who}: {text}{ahead}{untold}"


def _talk_line(talk: TodayTalk, names: dict[PersonId, str]) -> str:
    who = _listed(talk.people, names) or "no one named"
    sort = talk.title or talk.type.value.replace("_", " ")
    if talk.on is None:
        last = f"last on {talk.last_on}" if talk.last_on else "not yet"
        return f"due         {who}: {sort}, {last}"
    at = f" {talk.at:%H:%M}" if talk.at else ""
    return f"{talk.on}{at}  {who}: {sort}"


def _names(workspace: Workspace) -> dict[PersonId, str]:
    return {person.id: person.display_name for person in workspace.people.overview()}


def _listed(people: Iterable[PersonId], names: dict[PersonId, str]) -> str | None:
    return ", ".join(names[person] for person in people if person in names) or None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

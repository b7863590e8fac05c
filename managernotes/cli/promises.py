"""`promise list`, `promise add` and `promise keep`."""

from __future__ import annotations

from datetime import date
from typing import Any

from managernotes.cli.documents import Names, everybody, iso_day, listed
from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.domain.days import coming_day
from managernotes.domain.identity import PromiseId
from managernotes.domain.promise import (
    NewPromise,
    Promise,
    PromiseOwner,
    PromiseState,
    PromiseWords,
)
from managernotes.errors import InvalidInputError
from managernotes.services.workspace import Workspace

_SHOWN = {
    "open": {PromiseState.OPEN},
    "kept": {PromiseState.KEPT, PromiseState.KEPT_LATE},
    "all": set(PromiseState),
}


def list_all(workspace: Workspace, run: Run) -> int:
    """List promises, mine first, then theirs, then what was kept."""
    chosen = run.chosen
    person = None if chosen.person is None else workspace.people.find(chosen.person).id
    lists = workspace.promises.lists(person)
    every = (*lists.mine, *lists.theirs, *lists.kept)
    shown = [promise for promise in every if promise.state in _SHOWN[chosen.state]]
    names = everybody(workspace)
    if run.wants_json:
        run.streams.json([promise_document(promise, names) for promise in shown])
        return DONE
    for promise in shown:
        run.streams.say(_line(promise, names))
    return DONE


def add(workspace: Workspace, run: Run) -> int:
    """Add a promise of mine to somebody, or of somebody's to me."""
    chosen = run.chosen
    person = workspace.people.find(chosen.to or chosen.by)
    promise = workspace.promises.add(
        NewPromise(
            owner=PromiseOwner.ME if chosen.to else PromiseOwner.THEM,
            people=(person.id,),
            words=PromiseWords(text=" ".join(chosen.text)),
            due_on=_due(chosen.due, run.today) if chosen.due else None,
        )
    )
    if run.wants_json:
        run.streams.json(promise_document(promise, {person.id: person.display_name}))
    else:
        due = f" by {promise.due_on}" if promise.due_on else ""
        whose = "yours to" if chosen.to else "that of"
        run.streams.say(f"Saved a promise, {whose} {person.display_name}{due}.")
    return DONE


def keep(workspace: Workspace, run: Run) -> int:
    """Say that a promise was kept today; after its day it is kept late."""
    promise = workspace.promises.keep(PromiseId(run.chosen.id))
    if run.wants_json:
        run.streams.json(promise_document(promise, everybody(workspace)))
    else:
        run.streams.say("Kept." if promise.state is PromiseState.KEPT else "Kept late.")
    return DONE


def promise_document(promise: Promise, names: Names) -> dict[str, Any]:
    """Return a promise as `--json` prints it."""
    return {
        "id": str(promise.id),
        "owner": promise.owner.value,
        "people": [names.get(who, "") for who in promise.people],
        "text": promise.words.text,
        "state": promise.state.value,
        "made_on": promise.made_on.isoformat(),
        "due_on": iso_day(promise.due_on),
        "first_due_on": iso_day(promise.original_due_on),
        "moved": len(promise.moves),
        "told": not promise.is_untold,
        "ended_on": iso_day(promise.ended_on),
        "conversation": str(promise.made_in) if promise.made_in else None,
    }


def _line(promise: Promise, names: Names) -> str:
    who = "yourself" if promise.is_to_myself else listed(promise.people, names)
    whose = f"you to {who}" if promise.owner is PromiseOwner.ME else who
    moved = "  [moved, not told]" if promise.is_untold else "  [moved]" if promise.moves else ""
    day = iso_day(promise.due_on) or "no day"
    return f"{day:<10}  {promise.state.value:<9}  {whose}: {promise.words.text}{moved}"


def _due(word: str, today: date) -> date:
    day = coming_day(word.removeprefix("!"), today)
    if day is None:
        raise InvalidInputError(f"“{word}” is no day.", "Write fri, tomorrow, +7 or 2026-03-12.")
    return day

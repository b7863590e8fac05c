"""The story's promises and threads: told through the services, each at its moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import partial
from typing import Any

from managernotes.domain.identity import ConversationId, NoteId, PersonId, ThreadId
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.domain.thread import ThreadKind, ThreadState
from managernotes.services.story_script import Act, Entry, at
from managernotes.services.workspace import Workspace

_EVENING = time(18, 30)
_LAST_MORNING = datetime(2026, 11, 24, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PromiseTeller:
    """Gives, moves and keeps promises, and follows threads, as the script says."""

    workspace: Workspace
    people: Mapping[str, PersonId]
    notes: Mapping[str, NoteId]
    talks: Mapping[str, ConversationId]

    def acts(self, script: Mapping[str, list[Entry]]) -> Iterator[Act]:
        """Return what happens and when, in no order."""
        for entry in script.get("promise", ()):
            yield from self._word(entry)
        for entry in script.get("thread", ()):
            yield from self._following(entry)

    def _word(self, entry: Entry) -> Iterator[Act]:
        made: list[Any] = []
        promises = self.workspace.promises

        def give() -> None:
            talk = entry.get("in")
            new = NewPromise(
                owner=PromiseOwner(entry["owner"]),
                people=tuple(self.people[alias] for alias in entry["with"]),
                words=PromiseWords(text=entry["text"], help=entry.get("help", "")),
                due_on=entry["due"],
                made_on=entry["made"],
                made_in=self.talks[talk] if talk else None,
            )
            made.append(promises.add(new).id)

        yield at(entry["made"], _EVENING), give
        for move in entry.get("moves", ()):
            told = move.get("told")
            yield (
                at(move["on"], time(9, 30)),
                partial(lambda move, told: promises.move(made[0], move["to"], told), move, told),
            )
        if "kept" in entry:
            yield at(entry["kept"], time(19)), lambda: promises.keep(made[0], entry["kept"])
        if "told" in entry:
            yield at(entry["told"], time(19, 30)), lambda: promises.told(made[0], entry["told"])

    def _following(self, entry: Entry) -> Iterator[Act]:
        opened: list[ThreadId] = []
        threads = self.workspace.threads

        def begin() -> None:
            person, kind = self.people[entry["person"]], ThreadKind(entry["kind"])
            opened.append(threads.open(person, kind, entry["title"], entry["opened"]).id)

        yield at(entry["opened"], _EVENING), begin
        for step in entry.get("steps", ()):
            yield at(step["on"], time(18, 45)), partial(self._step, entry, opened, step)
        yield _LAST_MORNING, lambda: self._fill(entry, opened[0])

    def _step(self, entry: Entry, opened: list[ThreadId], step: Entry) -> None:
        self._link(entry, opened[0])
        self.workspace.threads.step(opened[0], ThreadState(step["state"]), step["on"])

    def _link(self, entry: Entry, thread: ThreadId) -> None:
        for key in entry.get("notes", ()):
            if key in self.notes:
                self.workspace.threads.link(thread, self.notes[key])

    def _fill(self, entry: Entry, thread: ThreadId) -> None:
        threads = self.workspace.threads
        self._link(entry, thread)
        words = threads.get(thread).words
        better, ahead = entry.get("better", ""), entry.get("ahead", "")
        threads.save_words(thread, replace(words, better_now=better, ahead=ahead))
        if "look" in entry:
            threads.set_look_on(thread, entry["look"])
        if "ahead_on" in entry:
            threads.set_ahead_on(thread, entry["ahead_on"])

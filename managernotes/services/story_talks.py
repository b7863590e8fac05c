"""The story's talks, promises and threads: told through the services, each at its moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from managernotes.domain.conversation import (
    ConversationType,
    ConversationWords,
    NewConversation,
    NoteRole,
    Outcome,
    TopicOwner,
)
from managernotes.domain.identity import ConversationId, NoteId, PersonId, ThreadId, YardstickId
from managernotes.domain.observation import Kind
from managernotes.domain.preparation import About, IfThen, PreparationWords
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.domain.thread import ThreadKind, ThreadState
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.services.workspace import Workspace

Entry = Mapping[str, Any]
"""One table of the script."""
Act = tuple[datetime, Callable[[], object]]
"""What is done, and when."""

_MORNING, _EVENING = time(8, 30), time(18, 30)
_LAST_MORNING = datetime(2026, 11, 24, 8, tzinfo=UTC)
_WRITTEN = ("notes", "their_words", "learned", "agreed", "help")
_NOTHING = "nothing"
_GO_ON = "It cannot wait until everything is written down."
_MY_HELP = "I come along the first time."
_GATES = ("is_grave", "told_before", "is_calm", "same_for_all")


@dataclass(slots=True)
class TalkTeller:
    """Does in a workspace what the script says of talks, remembering which is called how."""

    workspace: Workspace
    people: Mapping[str, PersonId]
    notes: Mapping[str, NoteId]
    _talks: dict[str, ConversationId] = field(default_factory=dict)
    _yardsticks: dict[str, YardstickId] = field(default_factory=dict)

    def acts(self, script: Mapping[str, list[Entry]]) -> Iterator[Act]:
        """Return what happens and when, in no order."""
        for entry in script.get("yardstick", ()):
            first = min(entry.get("people", {}).values(), default=date(2026, 8, 20))
            yield _at(first, _MORNING), partial(self._agree, entry)
        for entry in script.get("talk", ()):
            yield from self._course(entry)
        for entry in script.get("topic", ()):
            yield _moment(entry["at"]), partial(self._bring_up, entry)
        for entry in script.get("promise", ()):
            yield from self._word(entry)
        for entry in script.get("thread", ()):
            yield from self._following(entry)
        for entry in script.get("preparation", ()):
            yield _moment(entry["saved"]), partial(self._prepare, entry)

    def _course(self, entry: Entry) -> Iterator[Act]:
        yield _moment(entry["made"]), partial(self._plan, entry)
        if "moved_to" in entry:
            yield _moment(entry["moved_at"]), partial(self._move_talk, entry)
        if entry.get("held"):
            ended = _at(entry["on"], entry["ended"])
            yield ended, partial(self._hold, entry)
            logged = _moment(entry["logged"]) if "logged" in entry else ended + timedelta(minutes=1)
            yield logged, partial(self._log, entry)
        if "closed" in entry:
            yield _moment(entry["closed"]), partial(self._close, entry)

    def _plan(self, entry: Entry) -> None:
        talks = self.workspace.talks
        within = entry.get("within")
        words = ConversationWords(title=entry.get("title", ""), wish=entry.get("wish", ""))
        made = talks.plan(
            NewConversation(
                type=ConversationType(entry["type"]),
                people=tuple(self.people[alias] for alias in entry["with"]),
                words=words,
                planned_on=entry["on"],
                planned_at=entry["at"],
                minutes=entry["minutes"],
                within=self._talks[within] if within else None,
            )
        )
        self._talks[entry["id"]] = made.id
        for key in entry.get("facts", ()):
            talks.attach(made.id, self.notes[key], NoteRole.FACT)
            self._plan_to_say(self.notes[key], made.id)
        if "follow_up" in entry and not entry.get("held"):
            talks.plan_follow_up(made.id, entry["follow_up"])

    def _plan_to_say(self, note: NoteId, talk: ConversationId) -> None:
        if self.workspace.notes.get(note).kind is Kind.CONCERN:
            self.workspace.sharing.plan(note, talk)

    def _move_talk(self, entry: Entry) -> None:
        identity = self._talks[entry["id"]]
        self.workspace.talks.set_day(identity, entry["moved_to"], entry["at"], entry["minutes"])

    def _hold(self, entry: Entry) -> None:
        talks, identity = self.workspace.talks, self._talks[entry["id"]]
        talk = talks.get(identity)
        asked = entry.get("asked", "")
        words = replace(talk.words, **{name: entry.get(name, "") for name in _WRITTEN})
        talks.save_words(identity, replace(words, asked="" if asked == _NOTHING else asked))
        if asked == _NOTHING:
            talks.asked_nothing(identity, nothing=True)
        if talk.type in {ConversationType.TOUGH, ConversationType.FEEDBACK}:
            self._make_ready(identity, entry)
        talks.hold(identity, held_on=entry["on"], began_at=entry["at"], ended_at=entry["ended"])
        for key in entry.get("facts", ()):
            self.workspace.sharing.said(self.notes[key], entry["on"], identity)

    def _make_ready(self, talk: ConversationId, entry: Entry) -> None:
        preparations = self.workspace.preparations
        made = preparations.begin(talk).id
        offers = (entry.get("help", _MY_HELP),)
        preparations.save_words(made, replace(preparations.get(made).words, offers=offers))
        preparations.change(made, is_grave=False)
        preparations.override(made, _GO_ON)

    def _log(self, entry: Entry) -> None:
        talks, identity = self.workspace.talks, self._talks[entry["id"]]
        outcome = Outcome(entry["outcome"]) if "outcome" in entry else None
        talks.log(identity, outcome=outcome, follow_up_on=entry.get("follow_up"))
        if "recap_sent" in entry:
            talks.recap_sent(identity, entry["recap_sent"])

    def _close(self, entry: Entry) -> None:
        self.workspace.talks.close(self._talks[entry["id"]])

    def _bring_up(self, entry: Entry) -> None:
        owner, who = TopicOwner(entry["owner"]), self.people[entry["with"]]
        self.workspace.talks.add_topic(who, owner, entry["text"])

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
                made_in=self._talks[talk] if talk else None,
            )
            made.append(promises.add(new).id)

        yield _at(entry["made"], _EVENING), give
        for move in entry.get("moves", ()):
            told = move.get("told")
            yield (
                _at(move["on"], time(9, 30)),
                partial(lambda move, told: promises.move(made[0], move["to"], told), move, told),
            )
        if "kept" in entry:
            yield _at(entry["kept"], time(19)), lambda: promises.keep(made[0], entry["kept"])
        if "told" in entry:
            yield _at(entry["told"], time(19, 30)), lambda: promises.told(made[0], entry["told"])

    def _agree(self, entry: Entry) -> None:
        yardsticks = self.workspace.yardsticks
        people = entry.get("people", {})
        words = YardstickWords(
            title=entry["title"],
            looks_like=entry.get("looks_like", ""),
            not_yet_like=entry.get("not_yet_like", ""),
        )
        who = tuple(self.people[alias] for alias in people)
        made = yardsticks.add(YardstickKind(entry["kind"]), words, who)
        self._yardsticks[entry["id"]] = made.id
        for alias, day in people.items():
            if day <= self.workspace.ledger.today():
                yardsticks.talked_through(made.id, self.people[alias], day)

    def _following(self, entry: Entry) -> Iterator[Act]:
        opened: list[ThreadId] = []
        threads = self.workspace.threads

        def begin() -> None:
            person, kind = self.people[entry["person"]], ThreadKind(entry["kind"])
            opened.append(threads.open(person, kind, entry["title"], entry["opened"]).id)

        yield _at(entry["opened"], _EVENING), begin
        for step in entry.get("steps", ()):
            yield _at(step["on"], time(18, 45)), partial(self._step, entry, opened, step)
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

    def _prepare(self, entry: Entry) -> None:
        preparations = self.workspace.preparations
        made = preparations.begin(self._talks[entry["talk"]])
        gates = {name: entry[name] for name in _GATES if name in entry}
        preparations.change(made.id, about=About(entry["about"]), **gates)
        for key in entry.get("yardsticks", ()):
            preparations.link_yardstick(made.id, self._yardsticks[key])
        said = {
            name: entry[name] for name in PreparationWords.__dataclass_fields__ if name in entry
        }
        said["questions"] = tuple(entry.get("questions", ()))
        said["if_then"] = tuple(IfThen(**plan) for plan in entry.get("if_then", ()))
        preparations.save_words(made.id, replace(made.words, **said))


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, UTC)


def _moment(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)

"""The story's talks, promises and threads: told through the services, each at its moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from functools import partial

from managernotes.domain.conversation import (
    ConversationType,
    ConversationWords,
    NewConversation,
    NoteRole,
    Outcome,
    TopicOwner,
)
from managernotes.domain.identity import (
    ConversationId,
    NoteId,
    PersonId,
    VisionLineId,
    YardstickId,
)
from managernotes.domain.observation import Kind
from managernotes.domain.preparation import About, IfThen, PreparationWords
from managernotes.domain.yardstick import Area, Scope, YardstickKind, YardstickWords
from managernotes.services.story_promises import PromiseTeller
from managernotes.services.story_script import Act, Entry, at, moment
from managernotes.services.workspace import Workspace

_MORNING = time(8, 30)
_TALKED = time(17)
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
    vision_lines: Mapping[str, VisionLineId]
    talks: dict[str, ConversationId] = field(default_factory=dict)
    yardsticks: dict[str, YardstickId] = field(default_factory=dict)
    """By the keys of the script, for whatever names them."""

    def acts(self, script: Mapping[str, list[Entry]]) -> Iterator[Act]:
        """Return what happens and when, in no order."""
        for entry in script.get("yardstick", ()):
            people = entry.get("people", {})
            made = entry.get("made") or min(people.values(), default=date(2026, 8, 20))
            yield at(made, _MORNING), partial(self._agree, entry)
            for alias, day in people.items():
                yield at(day, _TALKED), partial(self._talk_through, entry, alias, day)
        for entry in script.get("talk", ()):
            yield from self._course(entry)
        for entry in script.get("topic", ()):
            yield moment(entry["at"]), partial(self._bring_up, entry)
        yield from PromiseTeller(self.workspace, self.people, self.notes, self.talks).acts(script)
        for entry in script.get("preparation", ()):
            yield moment(entry["saved"]), partial(self._prepare, entry)

    def _course(self, entry: Entry) -> Iterator[Act]:
        yield moment(entry["made"]), partial(self._plan, entry)
        if "moved_to" in entry:
            yield moment(entry["moved_at"]), partial(self._move_talk, entry)
        if entry.get("held"):
            ended = at(entry["on"], entry["ended"])
            yield ended, partial(self._hold, entry)
            logged = moment(entry["logged"]) if "logged" in entry else ended + timedelta(minutes=1)
            yield logged, partial(self._log, entry)
        if "closed" in entry:
            yield moment(entry["closed"]), partial(self._close, entry)

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
                within=self.talks[within] if within else None,
            )
        )
        self.talks[entry["id"]] = made.id
        for key in entry.get("facts", ()):
            talks.attach(made.id, self.notes[key], NoteRole.FACT)
            self._plan_to_say(self.notes[key], made.id)
        if "follow_up" in entry and not entry.get("held"):
            talks.plan_follow_up(made.id, entry["follow_up"])

    def _plan_to_say(self, note: NoteId, talk: ConversationId) -> None:
        if self.workspace.notes.get(note).kind is Kind.CONCERN:
            self.workspace.sharing.plan(note, talk)

    def _move_talk(self, entry: Entry) -> None:
        identity = self.talks[entry["id"]]
        self.workspace.talks.set_day(identity, entry["moved_to"], entry["at"], entry["minutes"])

    def _hold(self, entry: Entry) -> None:
        talks, identity = self.workspace.talks, self.talks[entry["id"]]
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
        talks, identity = self.workspace.talks, self.talks[entry["id"]]
        outcome = Outcome(entry["outcome"]) if "outcome" in entry else None
        talks.log(identity, outcome=outcome, follow_up_on=entry.get("follow_up"))
        if "recap_sent" in entry:
            talks.recap_sent(identity, entry["recap_sent"])

    def _close(self, entry: Entry) -> None:
        self.workspace.talks.close(self.talks[entry["id"]])

    def _bring_up(self, entry: Entry) -> None:
        owner, who = TopicOwner(entry["owner"]), self.people[entry["with"]]
        self.workspace.talks.add_topic(who, owner, entry["text"])

    def _agree(self, entry: Entry) -> None:
        yardsticks = self.workspace.yardsticks
        words = YardstickWords(
            title=entry["title"],
            looks_like=entry.get("looks_like", ""),
            not_yet_like=entry.get("not_yet_like", ""),
            above_like=entry.get("above_like", ""),
        )
        scope = Scope(
            role=entry.get("role"),
            level=entry.get("level"),
            area=Area(entry["area"]) if "area" in entry else None,
            vision_line=self.vision_lines[entry["serves"]] if "serves" in entry else None,
        )
        known = self._present(entry.get("people", {}))
        made = yardsticks.add(YardstickKind(entry["kind"]), words, known, scope)
        self.yardsticks[entry["id"]] = made.id

    def _present(self, people: Mapping[str, date]) -> tuple[PersonId, ...]:
        return tuple(self.people[alias] for alias in people if alias in self.people)

    def _talk_through(self, entry: Entry, alias: str, day: date) -> None:
        yardstick = self.yardsticks[entry["id"]]
        self.workspace.yardsticks.talked_through(yardstick, self.people[alias], day)

    def _prepare(self, entry: Entry) -> None:
        preparations = self.workspace.preparations
        made = preparations.begin(self.talks[entry["talk"]])
        gates = {name: entry[name] for name in _GATES if name in entry}
        preparations.change(made.id, about=About(entry["about"]), **gates)
        for key in entry.get("yardsticks", ()):
            preparations.link_yardstick(made.id, self.yardsticks[key])
        said = {
            name: entry[name] for name in PreparationWords.__dataclass_fields__ if name in entry
        }
        said["questions"] = tuple(entry.get("questions", ()))
        said["if_then"] = tuple(IfThen(**plan) for plan in entry.get("if_then", ()))
        preparations.save_words(made.id, replace(made.words, **said))

"""The story's vision, lessons and month look-backs: told through the services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from functools import partial

from managernotes.domain.identity import GoalId, LessonId, PersonId, VisionLineId
from managernotes.domain.lesson import Held, LessonState, LessonWords, NewLesson
from managernotes.domain.look_back import LookBackState, LookBackWords, Month
from managernotes.domain.vision import VisionLine
from managernotes.services.story_script import Act, Entry, at
from managernotes.services.workspace import Workspace

_MORNING = time(8, 15)
_EVENING = time(17, 50)
_ANSWERS = ("cared", "promise", "avoided", "told", "one_thing")
_WRITTEN = ("title", "expected", "actual", "kept", "change", "no_change", "team_words")


@dataclass(slots=True)
class VisionTeller:
    """Writes the vision down, and again when it is another."""

    workspace: Workspace
    lines: dict[str, VisionLineId] = field(default_factory=dict)
    """By the keys of the script, for what serves them."""

    def acts(self, script: Mapping[str, list[Entry]]) -> Iterator[Act]:
        """Return what happens and when."""
        for entry in script.get("vision", ()):
            yield at(entry["from"], _MORNING), partial(self._say, entry)

    def _say(self, entry: Entry) -> None:
        wanted = [
            VisionLine(id=self.lines[line["id"]], text=line["text"])
            if line["id"] in self.lines
            else line["text"]
            for line in entry["lines"]
        ]
        said = self.workspace.vision.save(entry["text"], wanted)
        for line, stored in zip(entry["lines"], said.words.lines, strict=True):
            self.lines[line["id"]] = stored.id


@dataclass(slots=True)
class LessonTeller:
    """Learns from setbacks, looks whether changes held, and looks back at each month."""

    workspace: Workspace
    people: Mapping[str, PersonId]
    goals: Mapping[str, GoalId]

    def acts(self, script: Mapping[str, list[Entry]]) -> Iterator[Act]:
        """Return what happens and when, in no order."""
        for entry in script.get("lesson", ()):
            yield from self._lesson(entry)
        for entry in script.get("look_back", ()):
            yield at(entry["on"], time(10, 30)), partial(self._look_back, entry)
            if "try_by" in entry:
                yield at(entry["try_by"], _EVENING), partial(self._keep_one_thing, entry)

    def _lesson(self, entry: Entry) -> Iterator[Act]:
        made: list[LessonId] = []
        yield at(entry["looked_at"], _EVENING), partial(self._begin, entry, made)
        if "shared" in entry:
            share = self.workspace.lessons.share
            yield at(entry["shared"], _EVENING), lambda: share(made[0], entry["shared"])
        for look in entry.get("looks", ()):
            yield at(look["on"], _EVENING), partial(self._look_again, made, look)
        if "closed" in entry:
            step = self.workspace.lessons.step
            yield at(entry["closed"], time(18)), lambda: step(made[0], LessonState.CLOSED)

    def _begin(self, entry: Entry, made: list[LessonId]) -> None:
        lessons = self.workspace.lessons
        words = LessonWords(
            **{name: entry.get(name, "") for name in _WRITTEN},
            likely=tuple(entry["likely"]),
            change_owner=entry.get("owner", ""),
        )
        new = NewLesson(
            words=words,
            happened_on=entry["on"],
            looked_at_on=entry["looked_at"],
            people=tuple(self.people[alias] for alias in entry["people"]),
            goal=self.goals[entry["goal"]] if "goal" in entry else None,
        )
        made.append(lessons.add(new).id)
        lessons.step(made[0], LessonState.UNDERSTOOD)
        lessons.agree_change(made[0], entry["due"])

    def _look_again(self, made: list[LessonId], look: Entry) -> None:
        lessons = self.workspace.lessons
        words = replace(lessons.get(made[0]).words, checked=look["checked"])
        lessons.save_words(made[0], words)
        lessons.look_again(made[0], Held(look["held"]), look["on"], look.get("again"))

    def _look_back(self, entry: Entry) -> None:
        look_backs, month = self.workspace.look_backs, Month.of(entry["month"])
        state = LookBackState(entry["state"])
        if state is LookBackState.SKIPPED:
            look_backs.skip(month)
            return
        look_backs.save_words(month, LookBackWords(**{n: entry.get(n, "") for n in _ANSWERS}))
        if state is LookBackState.DONE:
            look_backs.finish(month, entry.get("try_by"))

    def _keep_one_thing(self, entry: Entry) -> None:
        look_back = self.workspace.look_backs.get(Month.of(entry["month"]))
        assert look_back is not None
        assert look_back.promise is not None
        self.workspace.promises.keep(look_back.promise, entry["try_by"])

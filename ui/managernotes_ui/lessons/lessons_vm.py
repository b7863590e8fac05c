"""State behind the lessons: the list, the chosen one, what is typed for it, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import LessonId
from managernotes.domain.lesson import Held, Lesson, LessonCounts, LessonState
from managernotes.domain.links import Link
from managernotes.errors import NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Session
from managernotes_ui.common.text_saver import TextSaver
from managernotes_ui.lessons.lesson_answers import answer_of, with_answer
from managernotes_ui.lessons.lesson_changes import LessonChanges
from managernotes_ui.lessons.lesson_goals import ServedGoal, goal_of, goals_under_way

ASKED_AGAIN_AFTER = timedelta(weeks=13)
"""How long until a change that did not quite hold is looked at again, unless another day is set."""


@dataclass(frozen=True, slots=True)
class LessonsRead:
    """One answer of the vault: the list and, fit to be shown, what the chosen one serves."""

    lessons: tuple[Lesson, ...]
    counts: LessonCounts
    goal: ServedGoal | None
    notes: tuple[Link, ...]
    """What it came from, the oldest first."""
    chosen: LessonId | None


class LessonsViewModel(QObject):
    """`changed` follows whenever the list or the chosen lesson is another."""

    changed = Signal()

    def __init__(self, session: Session, directory: PeopleDirectory, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._directory = directory
        self.saver = TextSaver(session, _save_answer, self)
        self.changes = LessonChanges(session, lambda: self._chosen, self.saver.flush, self)
        self.changes.begun.connect(self.choose)
        self._read: LessonsRead | None = None
        self._chosen: LessonId | None = None
        self._lesson: Lesson | None = None
        session.talks_changed.connect(self.reload)
        directory.changed.connect(self.changed)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def is_read(self) -> bool:
        """Whether the vault has been read."""
        return self._read is not None

    @property
    def is_discreet(self) -> bool:
        """Whether names must not stand in the answers now."""
        return self._session.discreet.is_on

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Every lesson, open ones first."""
        return self._read.lessons if self._read is not None else ()

    @property
    def counts(self) -> LessonCounts | None:
        """How many changes were looked at again within twelve months, and of how many."""
        return self._read.counts if self._read is not None else None

    @property
    def shown(self) -> Lesson | None:
        """The chosen lesson as it may be shown: the list's own."""
        return next((one for one in self.lessons if one.id == self._chosen), None)

    @property
    def lesson(self) -> Lesson | None:
        """The chosen lesson with its words as they are stored and typed, for the fields."""
        lesson = self._lesson
        return lesson if lesson is not None and lesson.id == self._chosen else None

    @property
    def is_closed(self) -> bool:
        """Whether the chosen lesson is closed."""
        lesson = self.lesson
        return lesson is not None and lesson.state is LessonState.CLOSED

    @property
    def waits_again(self) -> bool:
        """Whether the chosen lesson has a change, and lost what made it likely."""
        lesson = self.lesson
        if lesson is None or lesson.state is not LessonState.OPENED:
            return False
        return bool(lesson.words.change or lesson.words.no_change)

    @property
    def goal(self) -> ServedGoal | None:
        """The goal that the chosen lesson serves."""
        read = self._read
        return read.goal if read is not None and read.chosen == self._chosen else None

    @property
    def notes(self) -> tuple[Link, ...]:
        """The notes that the chosen lesson came from."""
        read = self._read
        return read.notes if read is not None and read.chosen == self._chosen else ()

    def shown_answer(self, field: str) -> str:
        """Return what a field of the chosen lesson shows: in discreet mode no name."""
        lesson = self.lesson
        if lesson is None:
            return ""
        return self._session.discreet.text(answer_of(lesson.words, field))

    def again_on(self, held: Held) -> date | None:
        """Return when a change is asked about again: the day that stands, if it is ahead."""
        lesson = self.lesson
        if held is Held.YES or lesson is None:
            return None
        set_day = lesson.again_on
        if set_day is not None and set_day > self.today():
            return set_day
        return self.today() + ASKED_AGAIN_AFTER

    @Slot(object)
    def choose(self, lesson: LessonId | None) -> None:
        """Show another lesson; what was typed for the one before is saved."""
        if lesson != self._chosen:
            self.saver.flush()
            self._chosen = lesson
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list and the chosen lesson."""
        chosen = self._chosen
        self._session.read(
            lambda workspace: _read(workspace, chosen), done=self._on_read, channel="lessons"
        )
        if chosen is not None:
            self._session.read(
                lambda workspace: workspace.lessons.get(chosen),
                done=self._on_lesson,
                failed=self._on_gone,
                channel="lesson",
                as_stored=True,
            )

    def typed(self, field: str, text: str) -> None:
        """Take what stands in a field; it is saved in a second."""
        lesson = self.lesson
        if lesson is not None:
            self.saver.put((lesson.id, field), text)
            self._lesson = replace(lesson, words=with_answer(lesson.words, field, text))

    def read_goals(self, done: Callable[[tuple[ServedGoal, ...]], None]) -> None:
        """Bring the goals that a lesson might serve."""
        self._session.read(goals_under_way, done=done, channel="lesson-goals")

    def read_team_words(self, done: Callable[[str], None]) -> None:
        """Bring what the team is told, roles instead of names; the words themselves leave."""
        chosen = self._chosen
        if chosen is not None:
            self.saver.flush()
            self._session.read(
                lambda workspace: _team_words(workspace, chosen),
                done=done,
                channel="lesson-team",
                as_stored=True,
            )

    def _on_read(self, read: LessonsRead) -> None:
        self._read = read
        self.changed.emit()

    def _on_lesson(self, lesson: Lesson) -> None:
        if lesson.id != self._chosen:
            return
        words = lesson.words
        for field in _TYPED:
            text = self.saver.text_of((lesson.id, field))
            if text is not None:
                words = with_answer(words, field, text)
        self._lesson = replace(lesson, words=words)
        self.changed.emit()

    def _on_gone(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._chosen, self._lesson = None, None
            self.changed.emit()
        else:
            self._session.failed.emit(error)


_TYPED = ("expected", "actual", "kept", "likely", "checked")


def _save_answer(workspace: Workspace, record: Hashable, text: str) -> object:
    lesson, field = cast("tuple[LessonId, str]", record)
    words = with_answer(workspace.lessons.get(lesson).words, field, text)
    return workspace.lessons.save_words(lesson, words)


def _team_words(workspace: Workspace, lesson: LessonId) -> str:
    """Return what was told before, else what the lesson says now."""
    told = workspace.lessons.get(lesson).words.team_words
    return told or workspace.lessons.team_words(lesson)


def _read(workspace: Workspace, chosen: LessonId | None) -> LessonsRead:
    lessons = workspace.lessons.list()
    lesson = next((one for one in lessons if one.id == chosen), None)
    goal = goal_of(workspace, lesson) if lesson is not None else None
    notes = workspace.links.of_lesson(lesson.id).came_from if lesson is not None else ()
    return LessonsRead(lessons, workspace.lessons.checked_in_12_months(), goal, notes, chosen)

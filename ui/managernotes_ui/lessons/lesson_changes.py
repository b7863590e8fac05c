"""What can be done with the chosen lesson; each change one write, announced once it is on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes.domain.identity import GoalId, LessonId, NoteId, PersonId
from managernotes.domain.lesson import Held, Lesson, LessonState, LessonWords, NewLesson
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import lessons as strings


@dataclass(frozen=True, slots=True)
class LessonHead:
    """What the sheet of a lesson asks: its title, its days, who looked at it."""

    title: str
    happened_on: date
    looked_at_on: date | None
    people: tuple[PersonId, ...]


class LessonChanges(QObject):
    """`chosen` tells which lesson is meant, `save_first` hands over what is typed for it.

    `done` and `refused` answer a sheet, `hindered` brings a guard's sentence to the page.
    """

    begun = Signal(object)
    binned = Signal(object)
    thanked = Signal(object, bool)
    shared = Signal(object)
    done = Signal()
    refused = Signal(str)
    hindered = Signal(str)

    def __init__(
        self,
        session: Session,
        chosen: Callable[[], LessonId | None],
        save_first: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = chosen
        self._save_first = save_first

    def begin(self, head: LessonHead) -> None:
        """Begin a lesson and choose it; `done` or `refused` follows."""
        new = NewLesson(
            words=LessonWords(title=head.title),
            happened_on=head.happened_on,
            looked_at_on=head.looked_at_on,
            people=head.people,
        )

        self._session.write(
            lambda workspace: workspace.lessons.add(new),
            changes=Changed.TALKS,
            done=self._on_begun,
            failed=self._on_refused,
        )

    def edit(self, head: LessonHead) -> None:
        """Change title, days and people of the chosen lesson; `done` or `refused` follows."""

        def work(workspace: Workspace, lesson: LessonId) -> None:
            words = replace(workspace.lessons.get(lesson).words, title=head.title)
            workspace.lessons.save_words(lesson, words)
            workspace.lessons.set_days(lesson, head.happened_on, head.looked_at_on)
            workspace.lessons.set_people(lesson, head.people)

        self._change(work, tells=True)

    def agree(self, change: str, owner: str, due_on: date, no_change: str) -> None:
        """Agree on one change, or on none; an open lesson is understood first."""

        def work(workspace: Workspace, lesson: LessonId) -> None:
            present = workspace.lessons.get(lesson)
            if present.state is LessonState.OPENED:
                present = workspace.lessons.step(lesson, LessonState.UNDERSTOOD)
            words = replace(present.words, change=change, change_owner=owner, no_change=no_change)
            workspace.lessons.save_words(lesson, words)
            workspace.lessons.agree_change(lesson, due_on)

        self._change(work, tells=True)

    def look_again(self, held: Held, again_on: date | None) -> None:
        """Say as of today whether the change held, and when it is asked again."""
        day = today(self._session.clock)
        self._change(
            lambda workspace, lesson: workspace.lessons.look_again(
                lesson, held, day, None if held is Held.YES else again_on
            )
        )

    def step(self, state: LessonState) -> None:
        """Move the chosen lesson on; a guard that is not met says so on the page."""
        self._change(lambda workspace, lesson: workspace.lessons.step(lesson, state))

    def share(self, words: str, on: date) -> None:
        """Note that the team was told in these words; `shared` follows."""
        lesson = self._chosen()
        self._change(
            lambda workspace, lesson: workspace.lessons.share(lesson, on, words),
            then=lambda: self.shared.emit(lesson),
        )

    def keep_team_words(self, words: str) -> None:
        """Keep what the team will be told."""

        def work(workspace: Workspace, lesson: LessonId) -> None:
            present = workspace.lessons.get(lesson).words
            workspace.lessons.save_words(lesson, replace(present, team_words=words))

        self._change(work)

    def take_share_back(self, lesson: LessonId) -> None:
        """Note that the team was not told after all."""
        self._session.write(
            lambda workspace: workspace.lessons.share(lesson, None), changes=Changed.TALKS
        )

    def serve(self, goal: GoalId | None) -> None:
        """Say which goal it serves."""
        self._change(lambda workspace, lesson: workspace.lessons.serve(lesson, goal))

    def thank(self, people: Sequence[PersonId], words: str, *, is_said: bool) -> None:
        """Keep a thanks as a win, unsaid or said; `thanked` and `done`, or `refused`, follow."""
        day = today(self._session.clock)
        new = NewObservation(
            text=NoteText(fact=words), kind=Kind.WIN, people=tuple(people), occurred_on=day
        )

        def work(workspace: Workspace) -> NoteId:
            note = workspace.notes.add(new)
            if is_said:
                workspace.sharing.said(note.id, day)
            return note.id

        self._session.write(
            work,
            changes=Changed.NOTES_AND_TALKS,
            done=lambda note: self._on_thanked(note, is_said=is_said),
            failed=self._on_refused,
        )

    def take_thanks_back(self, note: NoteId) -> None:
        """Move a thanks that was just kept to the bin."""
        self._session.write(
            lambda workspace: workspace.notes.bin(note), changes=Changed.NOTES_AND_TALKS
        )

    def bin(self) -> None:
        """Move the chosen lesson to the bin; `binned` follows."""
        lesson = self._chosen()
        self._change(
            lambda workspace, lesson: workspace.lessons.bin(lesson),
            then=lambda: self.binned.emit(lesson),
        )

    def restore(self, lesson: LessonId) -> None:
        """Take a lesson out of the bin."""
        self._session.write(
            lambda workspace: workspace.lessons.restore(lesson), changes=Changed.TALKS
        )

    def _change(
        self,
        work: Callable[[Workspace, LessonId], object],
        *,
        then: Callable[[], None] | None = None,
        tells: bool = False,
    ) -> None:
        self._save_first()
        lesson = self._chosen()
        if lesson is None:
            return
        after = then or (self.done.emit if tells else lambda: self.hindered.emit(""))
        self._session.write(
            lambda workspace: work(workspace, lesson),
            changes=Changed.TALKS,
            done=lambda _done: after(),
            failed=self._on_refused if tells else self._on_hindered,
        )

    def _on_begun(self, lesson: Lesson) -> None:
        self.begun.emit(lesson.id)
        self.done.emit()

    def _on_thanked(self, note: NoteId, *, is_said: bool) -> None:
        self.thanked.emit(note, is_said)
        self.done.emit()

    def _on_refused(self, error: Exception) -> None:
        self.refused.emit(_sentence(error))

    def _on_hindered(self, error: Exception) -> None:
        self.hindered.emit(_sentence(error))


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, ManagerNotesError) else strings.NOT_SAVED

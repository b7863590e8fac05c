"""A lesson that begins from a note: its words are filled in, the rest is asked there (S31)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from managernotes.domain.identity import LessonId, NoteId
from managernotes.domain.lesson import LessonWords, NewLesson
from managernotes.domain.observation import Kind
from managernotes.services.workspace import Workspace
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.shell.page import Navigate, PageName, Place

_LONGEST = 80
"""Letters of a title that was made of a note's first line."""


class LessonOfNote(QObject):
    """Makes the lesson in one write and goes there; a note that has one leads to it."""

    def __init__(self, session: Session, go: Navigate, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._go = go

    def make(self, note: NoteId) -> None:
        """Make a lesson of a note, and show it."""
        self._session.write(
            lambda workspace: lesson_of(workspace, note),
            changes=Changed.NOTES_AND_TALKS,
            done=self._on_made,
        )

    def _on_made(self, lesson: LessonId) -> None:
        self._go(Place(PageName.CONVERSATIONS, lesson=lesson, query="lessons"))


def can_be_lesson(kind: Kind | None) -> bool:
    """Whether a note of this kind is about something that was learned."""
    return kind is Kind.LESSON


def lesson_of(workspace: Workspace, identity: NoteId) -> LessonId:
    """Return the lesson of a note, made if there is none.

    InvalidInputError for a concern (INV-22) or a note without words, NoteNotFoundError.
    """
    for known in workspace.lessons.of_note(identity):
        if known.binned_at is None:
            return known.id
    note = workspace.notes.get(identity)
    words = LessonWords(title=_title(note.text.title, note.text.fact), actual=note.text.fact)
    lesson = workspace.lessons.add(NewLesson(words=words, happened_on=note.occurred_on))
    workspace.lessons.link_note(lesson.id, identity)
    return lesson.id


def _title(title: str, fact: str) -> str:
    first = next((line for line in (title, *fact.splitlines()) if line.strip()), "")
    words = " ".join(without_marks(first).split())
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"

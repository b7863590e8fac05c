"""From a note to the talk, the promise, the thread and the lesson it led to, and back (S26)."""

from __future__ import annotations

from managernotes.domain.identity import ConversationId, LessonId, NoteId, PromiseId, ThreadId
from managernotes.domain.links import Links, LinkSort
from managernotes.services.ledger import Ledger
from managernotes.storage import links, note_keys, papers


class LinksService:
    """Reads "came from" and "led to"; what lies in the bin is left out."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of_note(self, note: NoteId) -> Links:
        """Return the chain of a note; NoteNotFoundError when it was erased."""
        return self._of(LinkSort.NOTE, note_keys.key_of(self._ledger.db, note))

    def of_talk(self, talk: ConversationId) -> Links:
        """Return the chain of a talk; PaperNotFoundError when it was erased."""
        return self._of(LinkSort.TALK, papers.key_of(self._ledger.db, talk))

    def of_promise(self, promise: PromiseId) -> Links:
        """Return the chain of a promise; PaperNotFoundError when it was erased."""
        return self._of(LinkSort.PROMISE, papers.key_of(self._ledger.db, promise))

    def of_thread(self, thread: ThreadId) -> Links:
        """Return the chain of a thread; PaperNotFoundError when it was erased."""
        return self._of(LinkSort.THREAD, papers.key_of(self._ledger.db, thread))

    def of_lesson(self, lesson: LessonId) -> Links:
        """Return the chain of a lesson; PaperNotFoundError when it was erased."""
        return self._of(LinkSort.LESSON, papers.key_of(self._ledger.db, lesson))

    def _of(self, sort: LinkSort, key: int) -> Links:
        db = self._ledger.db
        return Links(
            came_from=tuple(links.came_from(db, sort, key)),
            led_to=tuple(links.led_to(db, sort, key)),
        )

"""What is practised, and that it was; knows no widget (practice/3-preparation.md, 3.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from random import Random

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import ConversationId, PreparationId
from managernotes.domain.preparation import IfThen, PreparationWords, RehearsalSort
from managernotes.practice.possible_replies import Reply, draw
from managernotes_ui.common.first_name import first_name
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import rehearsing as strings
from managernotes_ui.meeting.rehearse_reading import (
    RehearsalRead,
    carry_over,
    read_rehearsal,
    save_fields,
)
from managernotes_ui.meeting.words_saver import WordsSaver

KEEP = "keep"
CHAIR_FIELDS = ("chair_hears", "chair_needs", "chair_asks")

Spoken = tuple[str, str]
"""What a card is, and the words on it."""


class RehearseViewModel(QObject):
    """One talk at a time; `shown` follows each first reading, `changed` each later one."""

    shown = Signal()
    changed = Signal()

    def __init__(
        self, session: Session, parent: QObject | None = None, chance: Random | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chance = chance or Random()  # noqa: S311 - which card comes is no secret
        self._talk: ConversationId | None = None
        self._read: RehearsalRead | None = None
        self._stored = PreparationWords()
        self._saver: WordsSaver | None = None
        session.talks_changed.connect(self._reread)
        session.people_changed.connect(self._reread)

    @property
    def talk(self) -> ConversationId | None:
        """Which talk it is."""
        return self._talk

    @property
    def name(self) -> str:
        """What they are called here; "they" while nobody is known."""
        person = self._read.person if self._read else None
        return first_name(person.display_name) if person else strings.THEY

    @property
    def when(self) -> tuple[date | None, time | None]:
        """The day and the time it is planned for."""
        talk = self._read.talk if self._read else None
        return (talk.planned_on, talk.planned_at) if talk else (None, None)

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """What is read aloud: the opening, the main line, the ask; what is empty is left out."""
        words = self._words
        cards = (
            (strings.OPENING, words.opening),
            (strings.MAIN, words.main),
            (strings.ASK, words.ask),
        )
        return tuple((title, text.strip()) for title, text in cards if text.strip())

    @property
    def if_then(self) -> tuple[IfThen, ...]:
        """The chosen cards that are written out."""
        return tuple(card for card in self._words.if_then if card.when.strip() and card.then)

    @property
    def stored(self) -> PreparationWords:
        """The words as they are in the vault, for fields that are written in."""
        return self._stored

    @property
    def has_unsaved(self) -> bool:
        """Whether words are in memory only, because the vault refused them."""
        return self._saver is not None and self._saver.is_stuck

    def show_talk(self, talk: ConversationId) -> None:
        """Read one talk's preparation and show it."""
        self.save_now()
        self._talk, self._read, self._saver = talk, None, None
        self._reread()

    def replies(self) -> tuple[Reply, ...]:
        """Draw the replies of a hot seat by chance."""
        return draw(self.if_then, self._chance)

    def put(self, field: str, text: str) -> None:
        """Take what was typed into a field; it saves itself."""
        if self._saver is not None:
            self._saver.put(field, text)

    def save_now(self) -> None:
        """Save what is unsaved without waiting."""
        if self._saver is not None:
            self._saver.flush()

    def remember(self, sort: RehearsalSort, seconds: int) -> None:
        """Note that it was practised, and how long; nothing else is kept of it."""
        preparation = self._preparation
        if preparation is None or seconds <= 0:
            return
        self._session.write(
            lambda workspace: workspace.preparations.rehearsed(preparation, sort, seconds),
            changes=Changed.TALKS,
        )

    def carry(self, answers: Mapping[str, str]) -> None:
        """Put the answers from the other chair under their view."""
        preparation = self._preparation
        said = "\n".join(text.strip() for text in answers.values() if text.strip())
        if preparation is None or not said:
            return
        self.save_now()
        self._session.write(
            lambda workspace: carry_over(workspace, preparation, said), changes=Changed.TALKS
        )

    @property
    def _words(self) -> PreparationWords:
        preparation = self._read.preparation if self._read else None
        return preparation.words if preparation else PreparationWords()

    @property
    def _preparation(self) -> PreparationId | None:
        preparation = self._read.preparation if self._read else None
        return preparation.id if preparation else None

    @Slot()
    def _reread(self) -> None:
        talk = self._talk
        if talk is None:
            return
        self._session.read(
            lambda workspace: read_rehearsal(workspace, talk),
            done=lambda read: self._on_read(talk, read),
            channel="rehearse",
            as_stored=True,
        )

    def _on_read(self, talk: ConversationId, read: RehearsalRead) -> None:
        if talk != self._talk:
            return
        is_first = self._read is None
        if read.preparation is not None:
            self._stored = read.preparation.words
        self._read = self._session.discreet.shown(read)
        if is_first:
            self._begin_saving()
            self.shown.emit()
        else:
            self.changed.emit()

    def _begin_saving(self) -> None:
        preparation = self._preparation
        if preparation is not None:
            self._saver = WordsSaver(
                self._session,
                lambda workspace, fields: save_fields(workspace, preparation, fields),
                self,
            )

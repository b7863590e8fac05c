"""What is written after a talk, what it becomes, and when it is done; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.conversation import (
    Outcome,
)
from managernotes.domain.identity import ConversationId
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.meeting.after_reading import AfterRead, read_after, save_fields
from managernotes_ui.meeting.after_sheet import AfterSheet, Held
from managernotes_ui.meeting.after_writing import AfterLog, finish
from managernotes_ui.meeting.becoming import Becoming, with_day
from managernotes_ui.meeting.looking_again_words import NEW_ASK
from managernotes_ui.meeting.words_saver import WordsSaver

WorkOnTalk = Callable[[Workspace], object]
"""A change that is stored at once."""


class AfterViewModel(QObject):
    """One talk at a time. `shown` asks the fields to show `words`; `changed` follows the rest."""

    shown = Signal()
    changed = Signal()
    finished = Signal()
    refused = Signal(Exception)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sheet = AfterSheet(session.clock, session.discreet)
        self._talk: ConversationId | None = None
        self._saver: WordsSaver | None = None
        self._resting = False
        session.talks_changed.connect(self._on_changed)
        session.people_changed.connect(self._reread)

    @property
    def has_unsaved(self) -> bool:
        """Whether words are in memory only, because the vault refused them."""
        return self._saver is not None and self._saver.is_stuck

    def show_talk(self, talk: ConversationId) -> None:
        """Read a talk and show it; what was on show is saved first."""
        self.save_now()
        self._resting = False
        self._talk, self._saver = talk, None
        self.sheet.forget()
        self._reread()

    def put(self, field: str, text: str) -> None:
        """Take what was typed into a field; it saves itself."""
        if self._saver is None or self.sheet.words.get(field, "") == text:
            return
        self.sheet.words[field] = text
        self._saver.put(field, text)
        self.changed.emit()

    def save_now(self) -> None:
        """Save what is unsaved without waiting."""
        if self._saver is not None:
            self._saver.flush()

    def rest(self) -> None:
        """Save what is unsaved, and read nothing until a talk is shown again."""
        self._resting = True
        self.save_now()

    def set_reason(self, text: str) -> None:
        """Take the sentence that says why it was gone into unprepared."""
        self.sheet.went_ahead = text

    def set_held(self, held: Held) -> None:
        """Take another day or time; the day to look again stays in its range."""
        self.sheet.marked = held
        first, last = self.sheet.follow_up_range
        if self.sheet.follow_up_on is not None:
            self.sheet.follow_up_on = max(min(self.sheet.follow_up_on, last), first)
        self._store_held(held)
        self.changed.emit()

    def set_follow_up(self, on: date | None) -> None:
        """Take the day to look again, and store it at once."""
        self.sheet.follow_up_on = on
        talk = self._talk
        if talk is not None:
            self._write(lambda workspace: workspace.talks.plan_follow_up(talk, on))
        self.changed.emit()

    def set_outcome(self, outcome: Outcome | None) -> None:
        """Take how it ended."""
        self.sheet.outcome = outcome
        self.changed.emit()

    def keep_unsaid(self, *, keeps: bool) -> None:
        """Leave the facts unsaid, or let them count as said after all."""
        self.sheet.keeps_unsaid = keeps
        self.changed.emit()

    def take_back_said(self) -> None:
        """Let the facts that count as said in this talk be unsaid again."""
        talk = self._talk
        if talk is not None:
            self._session.write(
                lambda workspace: workspace.preparations.keep_unsaid(talk),
                changes=Changed.NOTES_AND_TALKS,
            )

    def set_day(self, row: Becoming, day: date) -> None:
        """Give a line another day: the line itself says it then."""
        if row.field == NEW_ASK:
            self.sheet.new_ask = with_day(self.sheet.new_ask, row, day)
        else:
            self.put(row.field, with_day(self.sheet.words[row.field], row, day))
        self.shown.emit()

    def build_recap_again(self) -> None:
        """Forget what was changed by hand."""
        self.put("recap", "")

    def mark_sent(self, *, sent: bool) -> None:
        """Note that they got the recap today, or take that back."""
        talk = self._talk
        if talk is not None:
            on = self.sheet.today if sent else None
            self._write(lambda workspace: workspace.talks.recap_sent(talk, on))

    def ask_tomorrow(self) -> None:
        """Put it off; everything that is written stays."""
        talk = self._talk
        if talk is not None:
            self.save_now()
            self._session.write(
                lambda workspace: workspace.talks.ask_tomorrow(talk),
                changes=Changed.TALKS,
                done=lambda _talk: self.finished.emit(),
            )

    def ask_anew(self, text: str) -> None:
        """Take what is asked for now, on looking again; its lines become promises too."""
        self.sheet.new_ask = text
        self.changed.emit()

    def finish(self, later: Mapping[str, str] | None = None) -> None:
        """Make promises of the lines, set the follow-up, let the facts count as said.

        Looking again, `later` holds the answers to the questions that how it is now brought.
        """
        read = self.sheet.read
        if read is None:
            return
        self.save_now()
        log = AfterLog(
            talk=read.talk.id,
            words=dict(self.sheet.words),
            held=self.sheet.held.on,
            began=self.sheet.held.began,
            ended=self.sheet.held.ended,
            outcome=self.sheet.outcome,
            follow_up_on=self.sheet.follow_up_on,
            rows=self.sheet.rows,
            keeps_unsaid=self.sheet.keeps_unsaid,
            went_ahead=self.sheet.went_ahead,
            is_later=self.sheet.is_later,
            later=dict(later or {}),
        )
        self._session.write(
            lambda workspace: finish(workspace, log),
            changes=Changed.NOTES_AND_TALKS,
            done=lambda _done: self.finished.emit(),
            failed=self.refused.emit,
        )

    def _store_held(self, held: Held) -> None:
        talk = self.sheet.read.talk if self.sheet.read else None
        if talk is None or talk.held_on is None:
            return
        identity = talk.id
        self._write(
            lambda workspace: workspace.talks.correct_held(
                identity, held_on=held.on, began_at=held.began, ended_at=held.ended
            )
        )

    def _write(self, work: WorkOnTalk) -> None:
        self._session.write(work, changes=Changed.TALKS, failed=self.refused.emit)

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self._reread()

    @Slot()
    def _reread(self) -> None:
        talk = self._talk
        if talk is None:
            return
        self._session.read(
            lambda workspace: read_after(workspace, talk),
            done=lambda read: self._on_read(talk, read),
            channel="after-talk",
            as_stored=True,
        )

    def _on_read(self, talk: ConversationId, read: AfterRead) -> None:
        if talk != self._talk:
            return
        if self.sheet.read is None:
            self._begin(read)
        elif self.sheet.take_others(read, self._saver.unsaved if self._saver else {}):
            self.shown.emit()
        self.changed.emit()

    def _begin(self, read: AfterRead) -> None:
        talk = read.talk.id
        given = self.sheet.begin(read)
        self._saver = WordsSaver(
            self._session, lambda workspace, fields: save_fields(workspace, talk, fields), self
        )
        for field, text in given.items():
            self._saver.put(field, text)
        self.shown.emit()

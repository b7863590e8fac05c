"""Which talk the page shows, its words, and what can be done with it while it is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.conversation import ONE_ON_ONES, PREPARED_TYPES, Conversation
from managernotes.domain.identity import ConversationId
from managernotes.services.workspace import Workspace
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.conversations.talk_ending import Ending, end_talk
from managernotes_ui.conversations.talk_fields import TalkFields, fields_of
from managernotes_ui.conversations.talk_reading import TalkRead, read_talk
from managernotes_ui.conversations.talk_saver import TalkSaver


class TalkViewModel(QObject):
    """One talk at a time; one that could not be saved stays alive behind it until it is.

    `fields_shown` asks the page to show `fields` afresh; `fields_replaced` to take them as an
    edit that Undo takes back; `changed` says that anything but the words is different.
    """

    fields_shown = Signal()
    fields_replaced = Signal()
    changed = Signal()
    ended = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self,
        session: Session,
        directory: PeopleDirectory,
        fields: Callable[[], TalkFields],
        has_answer: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._has_answer = has_answer
        self._session = session
        self._directory = directory
        self._typed = fields
        self._wanted: ConversationId | None = None
        self._read: TalkRead | None = None
        self._saver: TalkSaver | None = None
        self._behind: dict[ConversationId, TalkSaver] = {}
        self._replacing = False
        self._resting = False
        self._is_ending = False
        self._ending = Ending()
        self._ending_of: tuple[ConversationId, str, date] | None = None
        self.fields = TalkFields()
        session.talks_changed.connect(self._on_changed)
        session.notes_changed.connect(self._on_changed)
        session.discreet.changed.connect(self.changed)

    @property
    def read(self) -> TalkRead | None:
        """What is on show, or None before the first talk."""
        return self._read

    @property
    def talk(self) -> Conversation | None:
        """The talk on show."""
        return self._read.talk if self._read is not None else None

    @property
    def has_unsaved(self) -> bool:
        """Whether words of this or an earlier talk are in memory only."""
        savers = (self._saver, *self._behind.values())
        return any(saver is not None and saver.is_stuck for saver in savers)

    @property
    def today(self) -> date:
        """The day by the session's clock."""
        return today(self._session.clock)

    @property
    def now(self) -> datetime:
        """The moment by the session's clock."""
        return self._session.clock.now()

    @property
    def may_end(self) -> bool:
        """Whether "Done talking" may be pressed: a one-to-one wants its answer first (S13)."""
        talk = self.talk
        if talk is None or talk.type not in ONE_ON_ONES:
            return talk is not None
        return talk.asked_nothing or self._has_answer()

    @property
    def ending(self) -> Ending:
        """What would come of the lines in the notes if the talk ended now."""
        talk = self.talk
        if talk is None:
            return Ending()
        notes = self._typed().notes
        key = (talk.id, notes, self.today)
        if key != self._ending_of:  # long notes take a while, and both bar and footer ask
            self._ending_of = key
            self._ending = Ending.of(notes, talk, self._directory.known, self.today)
        return self._ending

    def show_talk(self, talk: ConversationId) -> None:
        """Read a talk and show it; what was on show is saved first."""
        self._resting = False
        if talk != self._wanted:
            self._put_away()
            self._wanted = talk
        self._reread()

    def typed(self) -> None:
        """Take note that the words in the fields changed."""
        if self._saver is not None and not self._replacing:
            self._saver.touch()

    @Slot()
    def save_now(self) -> None:
        """Save what is unsaved without waiting."""
        if self._saver is not None:
            self._saver.flush()

    def leave(self) -> None:
        """Save before another page comes or the vault is locked."""
        self._resting = True
        for saver in (self._saver, *self._behind.values()):
            if saver is not None:
                saver.flush()

    def write(self, work: Callable[[Workspace, ConversationId], object]) -> None:
        """Change something beside the words; the page is read again."""
        talk = self._wanted
        if talk is not None:
            self._session.write(
                lambda workspace: work(workspace, talk),
                changes=Changed.NOTES_AND_TALKS,
                failed=self.failed.emit,
            )

    def begin(self) -> None:
        """Start the clock."""
        self.write(lambda workspace, talk: workspace.talks.begin(talk))

    def answer_nothing(self, *, nothing: bool) -> None:
        """Say that they asked for nothing, or take it back (S13)."""
        self.write(lambda workspace, talk: workspace.talks.asked_nothing(talk, nothing=nothing))

    def end(self) -> None:
        """End the talk; `ended` follows with it. A hard one goes on to be written down."""
        talk = self.talk
        if talk is None or self._saver is None or not self.may_end or self._is_ending:
            return
        self._saver.flush()
        if talk.type in PREPARED_TYPES:
            self.ended.emit(talk)
            return
        self._is_ending = True
        ending = self.ending
        at = self.now.time().replace(second=0, microsecond=0)
        self._session.write(
            lambda workspace: end_talk(workspace, talk.id, ending, at),
            changes=Changed.NOTES_AND_TALKS,
            done=self._on_ended,
            failed=self._on_end_failed,
        )

    def _on_ended(self, talk: Conversation) -> None:
        self._is_ending = False
        self.ended.emit(talk)

    def _on_end_failed(self, error: Exception) -> None:
        self._is_ending = False
        self.failed.emit(error)

    def _put_away(self) -> None:
        """Let the fields go; words that are not on disk yet are kept behind and saved there."""
        saver, self._saver = self._saver, None
        self._read = None
        if saver is None:
            return
        saver.freeze()
        saver.flush()
        self._behind[saver.talk] = saver
        self._drop_saved()

    def _drop_saved(self) -> None:
        for talk, saver in list(self._behind.items()):
            if not saver.is_busy:
                del self._behind[talk]
                saver.deleteLater()

    def _reread(self) -> None:
        talk = self._wanted
        if talk is not None:
            self._session.read(
                lambda workspace: read_talk(workspace, talk),
                done=self._on_read,
                failed=self.failed.emit,
                channel="talk",
                as_stored=True,
            )

    def _on_read(self, read: TalkRead) -> None:
        if read.talk.id != self._wanted:
            return
        self._read = read
        if self._saver is None:
            self._start(read.talk)
        else:
            self._catch_up(self._saver, read.talk)
        self.changed.emit()

    def _start(self, talk: Conversation) -> None:
        saver = self._behind.pop(talk.id, None)
        if saver is None:
            saver = TalkSaver(self._session, talk, self._typed, self)
            saver.saved.connect(self._on_saved)
            saver.failed.connect(self.failed)
            self.fields = fields_of(talk.words)
        else:
            self.fields = saver.fields
        self._replacing = True
        self.fields_shown.emit()
        self._replacing = False
        saver.thaw(self._typed)
        self._saver = saver

    def _catch_up(self, saver: TalkSaver, talk: Conversation) -> None:
        """Show what was written elsewhere, unless something here is not on disk yet."""
        stored = fields_of(talk.words)
        if saver.is_busy or stored == self._typed():
            return
        self.fields = stored
        saver.began_with(stored)
        self._replacing = True
        self.fields_replaced.emit()
        self._replacing = False

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self._reread()

    @Slot(object)
    def _on_saved(self, _talk: Conversation) -> None:
        self._drop_saved()

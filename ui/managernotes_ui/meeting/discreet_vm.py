"""What the discreet view shows at each moment: covered at rest, a card while wanted."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.domain.identity import ConversationId
from managernotes.errors import ManagerNotesError
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import discreet_view as strings
from managernotes_ui.meeting.discreet_reading import (
    DiscreetCard,
    DiscreetRead,
    append_line,
    hold_now,
    read_discreet,
)

LOOKS_EVERY_MS = 5_000
SAYS_KEPT_MS = 2_000
RETRY_MS = 5_000
"""How long after a failure the line of a window that is gone is tried again."""
SECONDS_A_MINUTE = 60
MOST_TOPICS = 3


class DiscreetViewModel(QObject):
    """Knows one talk; `changed` follows everything that is to be drawn anew.

    Covered is the state at rest: a card shows while the pointer rests on the window, while Space
    is held, and while a line is written. Esc covers until one of them begins anew.
    """

    changed = Signal()
    ended = Signal(bool)
    """The talk is over; whether it could be marked as held."""

    def __init__(
        self, session: Session, talk: ConversationId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.talk = talk
        self._session = session
        self._dates = DateWords()
        self._began: datetime = session.clock.now()
        self._read: DiscreetRead | None = None
        self._at = 0
        self._holds = False
        self._hovers = False
        self._writes = False
        self._sign = ""
        self._line = ""
        self._told = ""
        self._is_keeping = False
        self._has_failed = False
        self._is_over = self._is_forgotten = False
        self._minute = QTimer(self, interval=LOOKS_EVERY_MS)
        self._minute.timeout.connect(self.changed)
        self._minute.start()
        self._forget_told = QTimer(self, interval=SAYS_KEPT_MS, singleShot=True)
        self._forget_told.timeout.connect(self._on_told)
        session.talks_changed.connect(self.reread)
        session.people_changed.connect(self.reread)
        self.reread()

    @property
    def is_shown(self) -> bool:
        """Whether a card is to be seen now."""
        return bool(self.cards) and (self._holds or self._hovers or self.is_writing)

    @property
    def is_writing(self) -> bool:
        """Whether a line is being written."""
        return self._writes

    @property
    def sign(self) -> str:
        """What begins the line that is written."""
        return self._sign

    @property
    def line(self) -> str:
        """The line that is written, without its sign."""
        return self._line

    @property
    def cards(self) -> tuple[DiscreetCard, ...]:
        """Every card, in order."""
        return self._read.cards if self._read else ()

    @property
    def card(self) -> DiscreetCard | None:
        """The card whose turn it is."""
        return self.cards[self._at] if self.cards else None

    @property
    def is_last(self) -> bool:
        """Whether it is the last card, on which the talk is ended."""
        return self._at + 1 >= len(self.cards)

    @property
    def initials(self) -> str:
        """Of whom the talk is with."""
        return self._read.initials if self._read else ""

    @property
    def when(self) -> str:
        """The day and the time it was planned for, "Thursday 09:30"."""
        read = self._read
        if read is None or read.planned_on is None:
            return ""
        weekday = self._dates.full(read.planned_on).split()[0].rstrip(",")
        if read.planned_at is None:
            return weekday
        return f"{weekday} {self._dates.time(datetime.combine(read.planned_on, read.planned_at))}"

    @property
    def agenda(self) -> tuple[str, ...]:
        """What anybody may see: the agenda's first topics, and that there is room for more."""
        topics = self._read.agenda if self._read else ()
        return (*topics[: MOST_TOPICS - 1], strings.ANYTHING_ELSE) if self._read else ()

    @property
    def foot(self) -> str:
        """What the foot says at the left."""
        if self._told:
            return self._told
        if self.is_writing:
            return strings.ENTER_KEEPS
        if self.is_shown:
            return strings.CARD_OF.format(number=self._at + 1, count=len(self.cards))
        return strings.HOLD_SPACE if self.cards else strings.NOTHING_YET

    @property
    def elapsed(self) -> str:
        """How long it has been going on."""
        seconds = (self._session.clock.now() - self._began).total_seconds()
        return strings.MINUTES.format(minutes=max(int(seconds // SECONDS_A_MINUTE), 0))

    @property
    def is_stuck(self) -> bool:
        """Whether a line would be lost if the vault were locked now."""
        return self._has_failed and bool(self._line.strip())

    def hold(self, *, holds: bool) -> None:
        """Show while Space is held."""
        self._holds = holds
        self.changed.emit()

    def hover(self, *, hovers: bool) -> None:
        """Show while the pointer rests on it."""
        self._hovers = hovers
        self.changed.emit()

    @Slot()
    def cover(self) -> None:
        """Show nothing but the agenda; a line that was begun waits."""
        self._holds = self._hovers = self._writes = False
        self.changed.emit()

    def step(self, by: int) -> None:
        """Go to another card, shown or not."""
        self._at = min(max(self._at + by, 0), max(len(self.cards) - 1, 0))
        self.changed.emit()

    def begin_line(self, sign: str) -> None:
        """Begin a line, or go on with the one that waits, under this sign."""
        self._sign, self._writes = sign, True
        self.changed.emit()

    def type(self, text: str) -> None:
        """Take what is typed into the line."""
        self._line = text

    @Slot()
    def keep_line(self) -> None:
        """Put the line under the talk's notes at once; an empty one is only put away."""
        text, sign = self._line.strip(), self._sign
        if not text or self._is_keeping:
            self._writes = self._writes and bool(text)
            self.changed.emit()
            return
        self._is_keeping = True
        self._session.write(
            lambda workspace: append_line(workspace, self.talk, f"{sign} {text}".strip()),
            changes=Changed.TALKS,
            done=lambda _talk: self._on_kept(text),
            failed=self._on_not_kept,
        )

    def leave(self) -> None:
        """Cover, and keep a line that was begun: the vault is about to be shut."""
        if self._line.strip():
            self.keep_line()
        self.cover()

    def end(self) -> None:
        """Say that the talk is over; it is written down later, not in the room."""
        if self._is_over:
            return
        self._is_over = True
        self.leave()
        began, now = self._began, self._session.clock.now()
        self._session.write(
            lambda workspace: hold_now(workspace, self.talk, began, now),
            changes=Changed.TALKS,
            done=self.ended.emit,
            failed=self._on_not_ended,
        )

    def forget(self) -> None:
        """Hold nothing of the talk any more but a line that is not on disk yet."""
        self.blockSignals(True)
        self._is_forgotten = True
        self._minute.stop()
        self._read = None
        if not self._is_keeping:
            self._line = ""

    @Slot()
    def reread(self) -> None:
        """Read what may be shown again."""
        if self._is_forgotten:
            return
        self._session.read(
            lambda workspace: read_discreet(workspace, self.talk),
            done=self._on_read,
            channel="discreet-view",
            as_stored=True,
        )

    def _on_read(self, read: DiscreetRead) -> None:
        if self._is_forgotten:
            return
        self._read = read
        self._at = min(self._at, max(len(read.cards) - 1, 0))
        self.changed.emit()

    def _on_kept(self, text: str) -> None:
        self._is_keeping = self._has_failed = False
        if self._line.strip() == text:
            self._line, self._writes = "", False
        self._tell(strings.KEPT.format(time=self._dates.time(self._session.clock.now())))

    def _on_not_kept(self, error: Exception) -> None:
        self._is_keeping, self._has_failed = False, True
        if self._is_forgotten:
            self._session.failed.emit(error)
            QTimer.singleShot(RETRY_MS, self, self.keep_line)
        title = error.title if isinstance(error, ManagerNotesError) else ""
        self._tell(strings.NOT_KEPT.format(title=title).strip())

    def _on_not_ended(self, error: Exception) -> None:
        self._is_over = False
        self._session.failed.emit(error)

    def _tell(self, words: str) -> None:
        self._told = words
        self._forget_told.start()
        self.changed.emit()

    @Slot()
    def _on_told(self) -> None:
        self._told = ""
        self.changed.emit()

"""State behind the tab "Even hand": what is read, which kinds, and since when (S24, INV-12, 13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.attention import AttentionRow
from managernotes.domain.look_back import Month
from managernotes.domain.observation import Kind
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Session
from managernotes_ui.reviews.even_rows import Line
from managernotes_ui.reviews.even_words import EvenRead, EvenWords

CONCERNS = (Kind.CONCERN,)
GOOD_WORK = (Kind.WIN,)
BOTH = (Kind.CONCERN, Kind.WIN)
_MONTHS_BACK = 2


class EvenViewModel(QObject):
    """Reads moments by expectation; nothing is summed, nobody is compared by a figure."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = EvenWords(DateWords(), self.today)
        self._read: EvenRead | None = None
        self._kinds: tuple[Kind, ...] = CONCERNS
        self._since: date | None = self.usual_since
        self._resting = True
        for signal in (session.notes_changed, session.talks_changed, session.people_changed):
            signal.connect(self._on_changed)
        session.discreet.changed.connect(self._on_discreet)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def usual_since(self) -> date:
        """The first day of the month before last."""
        return Month.of(self.today()).plus(-_MONTHS_BACK).first

    @property
    def is_read(self) -> bool:
        """Whether the vault has answered."""
        return self._read is not None

    @property
    def has_groups(self) -> bool:
        """Whether there is an expectation or a value at all."""
        return self._read is not None and bool(self._read.groups or self._read.unmeasured)

    @property
    def lines(self) -> Sequence[Line]:
        """The list, in its order."""
        return () if self._read is None else self._words.lines(self._read)

    @property
    def attention(self) -> Sequence[AttentionRow]:
        """Where the attention of the last sixty days went, A to Z."""
        return () if self._read is None else self._read.attention

    def set_kinds(self, kinds: tuple[Kind, ...]) -> None:
        """Show other kinds of notes."""
        self._kinds = kinds
        self.reload()

    def set_since(self, since: date | None) -> None:
        """Show what was seen since a day; None: since ever."""
        self._since = since
        self.reload()

    def rest(self) -> None:
        """Read nothing until asked again: the tab is not on show."""
        self._resting = True

    @Slot()
    def reload(self) -> None:
        """Read it from the vault."""
        self._resting = False
        kinds, since, now = self._kinds, self._since, self.today()

        def read(workspace: Workspace) -> EvenRead:
            first = since or date.min
            return EvenRead(
                groups=workspace.even_hand.view(kinds, first),
                unmeasured=workspace.even_hand.unmeasured(kinds, first),
                attention=workspace.attention.rows(now),
            )

        self._session.read(read, done=self._on_read, channel="even-hand")

    def _on_read(self, read: EvenRead) -> None:
        self._read = read
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    @Slot()
    def _on_discreet(self) -> None:
        """Hide the names on show in the same turn; what is read again follows."""
        if self._read is not None:
            self._read = self._session.discreet.shown(self._read)
            self.changed.emit()

"""The banner after an unlock: how many notes were written while locked, and nothing of them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.services.inbox import InboxReport
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import sealed as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import FOCUS_PAGES, PageName, Place
from managernotes_ui.shell.trouble_bar import ABOVE, SIDE
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button

LOOK_MS = 2_000
"""How often the inbox is looked into while the vault is open: a note sealed then is filed too."""

LOOK_AGAIN_MS = 20_000
"""How often, while something hinders the filing."""

_QUIET_PAGES = FOCUS_PAGES | {PageName.UNCONFIRMED}
"""Where the number would stand in the way: on the page itself, and over a single note."""


class UnconfirmedBar(QWidget):
    """Shows the number until it is put away; one more note brings it back.

    What was wrong with the inbox is said as a failure, once.
    """

    trouble_found = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count = 0
        self._put_away = 0
        self._trouble: type[object] = type(None)
        look = make_button(desk.theme, strings.LOOK, size=ButtonSize.SMALL)
        later = make_button(desk.theme, strings.LATER, size=ButtonSize.SMALL)
        self._banner = Banner(desk.theme, BannerKind.INFO, Icon.LOCK, "", buttons=(look, later))
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, 0)
        column.addWidget(self._banner)
        look.clicked.connect(self._on_look)
        later.clicked.connect(self._on_later)
        desk.session.notes_changed.connect(self._ask_for_count)
        desk.navigator.moved.connect(self._show_or_hide)
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._look_into_inbox)
        self.hide()

    def ask(self) -> None:
        """Ask the vault what came out of the inbox when it was opened, and what waits."""
        self._desk.session.read(lambda w: w.received, done=self._on_received)
        self._ask_for_count()
        self._watch.start()

    @Slot()
    def _ask_for_count(self) -> None:
        self._desk.session.read(_count, done=self._on_count, channel="unconfirmed-count")

    def _on_count(self, count: int) -> None:
        self._count = count
        self._put_away = min(self._put_away, count)
        self._banner.say(strings.waiting_words(count))
        self._show_or_hide()

    @Slot()
    def _show_or_hide(self) -> None:
        place = self._desk.navigator.place
        is_busy = place is not None and place.page in _QUIET_PAGES
        self.setVisible(self._count > self._put_away and not is_busy)

    @Slot()
    def _on_look(self) -> None:
        self._desk.navigator.go(Place(PageName.UNCONFIRMED))

    @Slot()
    def _on_later(self) -> None:
        self._put_away = self._count
        self._show_or_hide()

    @Slot()
    def _look_into_inbox(self) -> None:
        self._desk.session.read(
            lambda w: w.inbox.is_waiting(), done=self._on_looked, channel="inbox"
        )

    def _on_looked(self, waiting: bool) -> None:  # noqa: FBT001 - the answer of a query
        """File what waits; no write of the session's, whose "Saved" tells of what is typed."""
        if waiting:
            self._desk.session.read(lambda w: w.inbox.file_waiting(), done=self._on_filed)

    def _on_filed(self, report: InboxReport) -> None:
        self._on_received(report)
        if report.filed:
            self._desk.session.notes_changed.emit()

    def _on_received(self, report: InboxReport) -> None:
        """Say what was wrong; what goes on hindering the filing is said once, and tried seldom."""
        trouble = type(report.trouble)
        if report.trouble is not None and trouble is self._trouble:
            return
        self._trouble = trouble
        self._watch.setInterval(LOOK_MS if report.trouble is None else LOOK_AGAIN_MS)
        for title, advice in problems(report):
            self.trouble_found.emit(title, advice)


def problems(report: InboxReport) -> list[tuple[str, str]]:
    """Return what has to be said of the inbox, the gravest last: it stays on show."""
    said = []
    if report.trouble is not None:
        said.append((strings.NOT_FILED, str(report.trouble)))
    if report.unreadable:
        said.append((strings.unreadable_words(report.unreadable), strings.UNREADABLE))
    if report.key_replaced:
        said.append((strings.KEY_REPLACED, strings.KEY_REPLACED_TEXT))
    return said


def _count(workspace: Workspace) -> int:
    return workspace.inbox.count_unconfirmed()

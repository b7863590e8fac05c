"""The brief before a talk: three columns that never scroll, and one private line (SPEC §7.22)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes.domain.identity import ConversationId
from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.dates import DAYS_IN_WEEK, DateWords
from managernotes_ui.common.strings import brief as strings
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.common.strings import thanks_way as way_strings
from managernotes_ui.conversations.agenda_print import AgendaSheet, print_agenda
from managernotes_ui.conversations.brief_column import BriefColumn
from managernotes_ui.conversations.brief_delegate import REACH
from managernotes_ui.conversations.brief_header import BriefHeader
from managernotes_ui.conversations.brief_lines import BriefWords
from managernotes_ui.conversations.brief_vm import BriefRead, BriefViewModel
from managernotes_ui.conversations.side_panel import SidePanel
from managernotes_ui.conversations.wish_row import WishRow
from managernotes_ui.sharing.thanks_way import ask_thanks_way
from managernotes_ui.shell import commands
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.scroll_bar import calm_scrolling

NARROW = 960
_SIDE, _NARROW_SIDE, _TOP = 32, 24, 20
_RIGHT, _RIGHT_PADDING = 344, 24
_FITS_WIDTH, _FITS_HEIGHT = 1040, 600
"""Below these, at text scale 1, the columns do not fit beside each other: then the page scrolls."""
_BELOW_WISH = 48

START = ActionSpec(
    name="start-talk",
    title=strings.START,
    section=Section.HERE,
    keys=("Ctrl+Return", "Ctrl+Enter"),
    shown="Ctrl+Enter",
    sheet="start the talk",
    icon=Icon.PLAY,
)
PRINT = ActionSpec(
    name="print-agenda",
    title=strings.PRINT,
    section=Section.HERE,
    keys=("Ctrl+Shift+P",),
    sheet="print the agenda",
    icon=Icon.PRINTER,
)
OPEN = ActionSpec(
    name="open-brief-row",
    title=strings.OPEN,
    section=Section.HERE,
    shown="Enter",
    sheet="open what a row is about",
    in_palette=False,
)
THANKS_WAY = ActionSpec(
    name="brief-thanks-way",
    title=way_strings.TITLE,
    section=Section.HERE,
    keys=("W",),
    sheet=way_strings.SHEET,
    icon=Icon.HEART,
)


class BriefPage(Page):
    """Draws a BriefViewModel."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._dates = DateWords()
        self.vm = BriefViewModel(desk.session, self)
        self._words = BriefWords(self._dates, lambda: self.vm.today)
        self.header = BriefHeader(theme)
        self.left = BriefColumn(theme, strings.AGENDA)
        self.middle = BriefColumn(theme, strings.TO_DO)
        self.right = BriefColumn(theme, strings.BACKGROUND, small=True)
        self.wish = WishRow(theme)
        self._grid_widget = QWidget()
        self._grid = QGridLayout(self._grid_widget)
        self._side_panel = SidePanel(theme)
        self._scroll = QScrollArea()
        self._flows: bool | None = None
        self._build()
        self._connect()

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show the brief of the talk that the place names."""
        if place.conversation is not None:
            self.vm.show_brief(place.conversation)

    def take_focus(self) -> None:
        """Put the keyboard into the one line that is written here."""
        self.wish.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save the line, at once."""
        self.vm.leave()

    def keep(self) -> None:
        """Save the line, and stay."""
        self.vm.save_now()

    @property
    def has_unsaved(self) -> bool:
        """Whether the line is in memory only."""
        return self.vm.has_unsaved

    @property
    def footer_items(self) -> Sequence[str]:
        """What a print gives."""
        return (strings.FOOTER,)

    @property
    def to_prepare(self) -> Place | None:
        """The hard topic of the talk, else with whom it is."""
        read = self.vm.read
        if read is None:
            return None
        hard = read.brief.hard[0].conversation if read.brief.hard else None
        return Place(PageName.PREPARE, person=read.person.id, conversation=hard)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The header's buttons, the three columns, the line."""
        return (self.header, self.left, self.middle, self.right, self.wish)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the padding; lay the columns beside each other where they fit."""
        super().resizeEvent(event)
        self._arrange()

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._head = QVBoxLayout()
        self._head.addWidget(self.header)
        panel = QHBoxLayout(self._side_panel)
        panel.setSpacing(0)
        panel.setContentsMargins(_RIGHT_PADDING - REACH, 0, _SIDE - REACH, 0)
        panel.addWidget(self.right)
        self._grid.setSpacing(0)
        self._scroll.setWidget(self._grid_widget)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid_widget.setProperty("ground", "none")
        calm_scrolling(self._desk.theme, self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(hairline())
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.vm.changed.connect(self._on_changed)
        self.vm.wish_shown.connect(lambda: self.wish.show_text(self.vm.wish))
        self.vm.begun.connect(self._on_begun)
        self.wish.typed.connect(lambda: self.vm.typed(self.wish.line.text()))
        self.wish.left.connect(self.vm.save_now)
        self.header.start_wanted.connect(self.vm.begin)
        self.header.prepare_wanted.connect(self._prepare)
        self.header.print_wanted.connect(self._print)
        columns = (self.left, self.middle, self.right)
        for number, column in enumerate(columns):
            column.opened.connect(self._desk.navigator.go)
            column.left_sideways.connect(lambda by, at=number: self._go_sideways(at + by))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions = self._desk.actions
        actions.add(START, self, self.vm.begin, scope=inside)
        actions.add(PRINT, self, self._print, scope=inside)
        actions.add(THANKS_WAY, self, self._ask_thanks_way, scope=inside)
        self.middle.thanks_way_wanted.connect(self._ask_thanks_way)
        one = Qt.ShortcutContext.WidgetShortcut
        actions.add(OPEN, self.left, lambda: None, scope=one)
        self._desk.theme.changed.connect(self._arrange)

    @Slot()
    def _arrange(self) -> None:
        scale = self._desk.theme.scale.text
        narrow = self.window().width() <= NARROW
        side = _NARROW_SIDE if narrow else _SIDE
        self._head.setContentsMargins(side, _TOP, side, 16)
        self._side_panel.setFixedWidth(self._desk.theme.scale.px(_RIGHT))
        flows = self.width() / scale < _FITS_WIDTH or self.height() / scale < _FITS_HEIGHT
        self._lay_out(side, flows=flows)

    def _lay_out(self, side: int, *, flows: bool) -> None:
        """Lay the columns beside each other, or the right one below the others."""
        grid = self._grid
        stacked = flows and self.width() / self._desk.theme.scale.text < _FITS_WIDTH
        for part in (self.left, self.middle, self.wish, self._side_panel):
            grid.removeWidget(part)
        edge = side - REACH
        grid.setContentsMargins(edge, 0, 0 if not stacked else edge, 0)
        grid.addWidget(self.left, 0, 0)
        grid.addWidget(self.middle, 0, 2)
        grid.addWidget(self.wish, 1, 0, 1, 3)
        grid.setColumnMinimumWidth(1, _SIDE - 2 * REACH)
        grid.setColumnMinimumWidth(3, 0 if stacked else _SIDE - REACH)
        self.wish.setContentsMargins(REACH, 16, REACH, _BELOW_WISH)
        if stacked:
            self._side_panel.setMinimumWidth(0)
            self._side_panel.setMaximumWidth(self.width())
            grid.addWidget(self._side_panel, 2, 0, 1, 3)
        else:
            grid.addWidget(self._side_panel, 0, 4, 2, 1)
        grid.setRowStretch(0, 1)
        for number in (0, 2):
            grid.setColumnStretch(number, 1)
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAlwaysOn if flows else policy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(wanted)
        for column in (self.left, self.middle, self.right):
            column.set_flow(flows)

    @Slot()
    def _on_changed(self) -> None:
        read = self.vm.read
        if read is None:
            return
        brief = read.brief
        self.header.show_brief(
            self._title(read), self._facts(read), has_begun=read.talk.began_at is not None
        )
        self.header.offer_preparing(brief.hard[0].title if brief.hard else "")
        self.left.show_sections(self._words.left(brief))
        self.middle.show_sections(self._words.middle(brief, read.person))
        self.right.show_sections(self._words.right(brief))

    def _title(self, read: BriefRead) -> str:
        """Return "Dana, Thursday 09:30"."""
        brief, today = read.brief, self.vm.today
        day = brief.planned_on
        words = strings.NO_DAY
        if day is not None:
            near = 0 <= (day - today).days < DAYS_IN_WEEK
            words = self._dates.full(day).split()[0] if near else ""
            words = words or self._dates.weekday_and_day(day, today)
        at = f" {brief.planned_at:%H:%M}" if brief.planned_at is not None else ""
        name = read.person.display_name.partition(" ")[0]
        return strings.TITLE.format(name=name, day=f"{words}{at}")

    def _facts(self, read: BriefRead) -> str:
        brief = read.brief
        sort = talk_strings.TYPES[brief.type]
        rhythm = strings.CADENCES.get(read.person.cadence, "")
        minutes = strings.MINUTES.format(minutes=brief.minutes) if brief.minutes else ""
        last = ""
        if brief.last_met is not None:
            day = self._dates.weekday_and_day(brief.last_met.on, self.vm.today)
            last = strings.LAST.format(day=day)
        parts = (
            sort[:1].upper() + sort[1:],
            ", ".join(filter(None, (rhythm, minutes))),
            last,
            strings.READ,
        )
        return " · ".join(filter(None, parts))

    @Slot(object)
    def _on_begun(self, talk: ConversationId) -> None:
        self._desk.navigator.go(Place(PageName.TALK, conversation=talk))

    @Slot()
    def _prepare(self) -> None:
        self._desk.actions.get(commands.PREPARE.name).trigger()

    @Slot()
    def _ask_thanks_way(self) -> None:
        read = self.vm.read
        if read is not None:
            ask_thanks_way(self._desk.theme, self._desk.session, read.person.id, self)

    @Slot()
    def _print(self) -> None:
        read = self.vm.read
        if read is not None:
            title = strings.PRINT_TITLE.format(name=self._title(read))
            print_agenda(self, AgendaSheet.of(title, self._words.agenda(read.brief)))

    def _go_sideways(self, wanted: int) -> None:
        columns = (self.left, self.middle, self.right)
        if 0 <= wanted < len(columns):
            columns[wanted].setFocus(Qt.FocusReason.ShortcutFocusReason)

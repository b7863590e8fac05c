"""The tab "Even hand": for each expectation, who, when it was seen, and when it was said (27)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.look_back import Month
from managernotes.domain.observation import Kind
from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import even_hand as strings
from managernotes_ui.reviews.even_axis import EvenAxis
from managernotes_ui.reviews.even_filter import EvenFilter
from managernotes_ui.reviews.even_list import LANE, REACH, EvenList
from managernotes_ui.reviews.even_panel import EvenPanel
from managernotes_ui.reviews.even_vm import EvenViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, make_button
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.text_label import TextLabel

OPEN = ActionSpec(
    name="even-open",
    title=strings.OPEN,
    section=Section.HERE,
    shown="Enter",
    sheet="open the note",
    icon=Icon.NOTEBOOK_PEN,
    in_palette=False,
)
PREPARE = ActionSpec(
    name="even-prepare",
    title=strings.PREPARE,
    section=Section.HERE,
    keys=("P",),
    sheet="prepare to say it",
    icon=Icon.MESSAGES_SQUARE,
    in_palette=False,
)
NOTE = ActionSpec(
    name="even-note",
    title=strings.NOTE_TO_MYSELF,
    section=Section.HERE,
    keys=("N",),
    sheet="note to myself",
    icon=Icon.PLUS,
    in_palette=False,
)
NOTE_PLACE = "look-back:avoided"
"""Where a note to myself is written: what I avoided, in the look-back of the month."""
_NOT_YET, _LISTED, _EMPTY = range(3)


class EvenTab(TabBody):
    """Draws an EvenViewModel. Nothing here is printed, exported or copied (INV-12)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme, dates = desk.theme, DateWords()
        self.vm = EvenViewModel(desk.session, self)
        self.filter = EvenFilter(theme, dates, self.vm.today(), self.vm.usual_since)
        self.list = EvenList(theme)
        self.axis = EvenAxis(theme, self.list.rows.column, self.list.rows.is_stacked)
        self._panel = EvenPanel(theme)
        self._begin = make_button(theme, strings.EMPTY_BUTTON, role=ButtonRole.PRIMARY)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    # --- what the page asks -------------------------------------------------------------------

    def show_place(self, _place: Place) -> None:
        """Read the moments anew."""
        self.vm.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list, or onto the button of the empty tab."""
        begin = self._begin if self._stack.currentIndex() == _EMPTY else self.list
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Let the list rest until it is shown again."""
        self.vm.rest()

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding; rows reach 12 px into it."""
        self._tools.setContentsMargins(left, 0, right, 0)
        self._rows.setContentsMargins(left - REACH, 0, right - REACH - LANE, 0)
        self._axis_row.setContentsMargins(0, 0, LANE, 0)

    @property
    def to_prepare(self) -> Place | None:
        """The chosen concern, or whom the chosen moment is about."""
        row = self.list.row
        if row is None:
            return None
        note = row.note if row.kind is Kind.CONCERN else None
        return Place(PageName.PREPARE, person=row.person, note=note)

    @property
    def panel(self) -> QWidget:
        """The questions and the attention."""
        return self._panel

    @property
    def footer_items(self) -> Sequence[str]:
        """That nothing is added up."""
        return (strings.FOOTER,)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The filter and the list."""
        return (self.filter, self.list)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._tools = QVBoxLayout()
        self._tools.addWidget(self.filter)
        self._axis_row = QVBoxLayout()
        self._axis_row.addWidget(self.axis)
        listed = QWidget()
        self._rows = QVBoxLayout(listed)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._axis_row)
        self._rows.addWidget(self.list, 1)
        empty = EmptyRoom(self._desk.theme, _nothing_yet(self._desk.theme, self._begin))
        for page in (QWidget(), listed, empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._tools)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.filter.kinds_chosen.connect(self.vm.set_kinds)
        self.filter.since_chosen.connect(self.vm.set_since)
        self.list.opened.connect(lambda _key: self._open())
        self._panel.note_wanted.connect(self._write_note)
        self._begin.clicked.connect(lambda: self._go(Place(PageName.STANDARDS)))
        self.vm.changed.connect(self._on_changed)
        table: tuple[tuple[ActionSpec, Callable[[], None]], ...] = (
            (OPEN, self._open),
            (PREPARE, self._prepare),
            (NOTE, self._write_note),
        )
        scope = Qt.ShortcutContext.WidgetShortcut
        for spec, run in table:
            self._desk.actions.add(spec, self.list, run, scope=scope)

    def _go(self, place: Place) -> None:
        self._desk.navigator.go(place)

    def _open(self) -> None:
        row = self.list.row
        if row is not None:
            self._go(Place(PageName.NOTE, person=row.person, note=row.note))

    def _prepare(self) -> None:
        if self.list.row is not None:
            self._desk.actions.get("prepare").trigger()

    def _write_note(self) -> None:
        month = Month.of(self.vm.today())
        self._go(Place(PageName.REVIEWS, query=NOTE_PLACE, month=month))

    @Slot()
    def _on_changed(self) -> None:
        self.list.show_lines(self.vm.lines)
        self._panel.show_attention(self.vm.attention)
        before = self._stack.currentIndex()
        shown = (_LISTED if self.vm.has_groups else _EMPTY) if self.vm.is_read else _NOT_YET
        self._stack.setCurrentIndex(shown)
        self.filter.setHidden(shown == _EMPTY)
        if shown != before and before == _NOT_YET and self.isVisible():
            self.begin()


def _nothing_yet(theme: Theme, begin: Button) -> EmptyState:
    """Return the column that teaches what goes here."""
    state = EmptyState(
        theme,
        Icon.LIST_CHECKS,
        strings.EMPTY_TITLE,
        strings.EMPTY_TEXT,
        example_caption=strings.EMPTY_EXAMPLE,
        example=TextLabel(theme, strings.EMPTY_EXAMPLE_ROW, Type.LIST, tone=Role.TEXT2, lines=0),
        primary=begin,
    )
    state.setFocusProxy(begin)
    return state

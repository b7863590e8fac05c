"""The command palette: people, notes and actions in one list over the window (SPEC §5.5)."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import palette as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import Overlay
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.palette_commands import live_commands
from managernotes_ui.shell.palette_hints import Hint, KeyHints
from managernotes_ui.shell.palette_list import PaletteList
from managernotes_ui.shell.palette_rows import (
    Deed,
    OpenNote,
    OpenPerson,
    OpenPlace,
    PaletteGroup,
    PaletteModel,
    PaletteRow,
    RunAction,
    SayNote,
    SearchAll,
    WriteAbout,
)
from managernotes_ui.shell.palette_vm import PaletteViewModel
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.private_line_edit import PrivateLineEdit

WIDTH, TOP, LEAST_TOP, MARGIN = 656, 104, 24, 24
QUERY, QUERY_LINE, QUERY_TEXT = 56, 24, 17
BELOW_ROWS = 8
LONGEST = 1_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(Overlay):
    """`offer` shows it; what is chosen is done after it has gone and given the focus back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, desk.actions, parent)
        self._desk = desk
        self._vm = PaletteViewModel(desk.session, desk.directory, DateWords(), self)
        self._model = PaletteModel(self)
        self._subject: PaletteRow | None = None
        self._chosen: Deed | None = None
        self._waits_to_open = False
        self.edit = PrivateLineEdit()
        self.rows = PaletteList(desk.theme, self._model)
        self._hints = KeyHints(desk.theme)
        self._build()
        self.edit.textEdited.connect(self._on_typed)
        self.edit.installEventFilter(self)
        self.rows.picked.connect(self._do)
        self.rows.moved.connect(self._on_moved)
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self._vm.changed.connect(self._on_changed)
        self.put_away.connect(self._on_put_away)

    @Slot()
    def offer(self) -> None:
        """Open with an empty line."""
        self.edit.clear()
        self._leave_subject()
        self._chosen = None
        self._waits_to_open = False
        self._vm.begin(live_commands(self._desk.actions))
        self.show_sheet(self.edit)

    def place_sheet(self) -> None:
        """Centre the sheet 104 from the top, nearer in a low window, as high as its rows."""
        self._dress()
        width = min(self._desk.theme.scale.px(WIDTH), self.width() - 2 * MARGIN)
        fixed = self._query.height() + self._hints.sizeHint().height() + BELOW_ROWS + 3
        wanted = self.rows.wanted_height()
        top = max(LEAST_TOP, min(TOP, self.height() - MARGIN - fixed - wanted))
        height = min(fixed + wanted, self.height() - top - MARGIN)
        self.sheet.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move and choose before the line sees them."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress:
            return self._takes(cast("QKeyEvent", event))
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self._desk.theme
        self.edit.setProperty("bare", True)
        self.edit.setTextMargins(-2, 0, 0, 0)
        self.edit.setMaxLength(LONGEST)
        self.edit.setAccessibleName(strings.NAME)
        self.edit.setPlaceholderText(strings.HINT)
        self._query = QWidget()
        line = QHBoxLayout(self._query)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(12)
        line.addWidget(GlyphLabel(theme, Icon.SEARCH, 18))
        line.addWidget(self.edit, 1)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._query)
        column.addWidget(hairline())
        column.addWidget(self.rows, 1)
        column.addSpacing(BELOW_ROWS)
        column.addWidget(self._hints)
        self._show_hints()

    def _dress(self) -> None:
        scale = self._desk.theme.scale
        self._query.setFixedHeight(scale.grow(QUERY, QUERY_LINE) - 1)
        wanted = f"font-size: {scale.px(QUERY_TEXT)}px"
        if self.edit.styleSheet() != wanted:
            self.edit.setStyleSheet(wanted)

    def _takes(self, event: QKeyEvent) -> bool:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in moves and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.rows.step(moves[key])
        elif key in _ENTER and control:
            self._do_deed(SearchAll(self.edit.text().strip()))
        elif key in _ENTER:
            self._open_current()
        elif key == Qt.Key.Key_Tab:
            self._enter_subject()
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Escape and self._subject):
            self._leave_subject()
            self._on_changed()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_K and control):
            self.close_sheet()
        else:
            return False
        return True

    def _open_current(self) -> None:
        """Do the chosen row; one that notes may still come before is waited for."""
        row = self.rows.row
        is_sure = row is not None and (self._chosen or isinstance(row.deed, OpenPerson))
        if row is None or (self._vm.is_searching and not is_sure):
            self._waits_to_open = self._vm.is_searching
        else:
            self._do(row)

    def _enter_subject(self) -> None:
        row = self.rows.row
        if self._subject is None and row is not None and row.more:
            self._subject = row
            self._chosen = None
            self._on_changed()

    def _leave_subject(self) -> None:
        if self._subject is not None:
            self._chosen, self._subject = self._subject.deed, None

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self._subject = None
        self._chosen = None
        self._waits_to_open = False
        self._vm.ask(typed)

    @Slot()
    def _on_changed(self) -> None:
        subject = self._subject
        groups = (PaletteGroup(subject.text, subject.more),) if subject else self._vm.groups
        self._model.show(groups)
        line = self._model.line_of(self._chosen) if self._chosen is not None else None
        if line is not None:
            self.rows.choose(line)
        elif self._model.rowCount():
            self.rows.choose(1)
        self._show_hints()
        if self.isVisible():
            self.place_sheet()
        if self._waits_to_open and not self._vm.is_searching:
            self._waits_to_open = False
            self._open_current()

    @Slot()
    def _on_moved(self) -> None:
        row = self.rows.row
        self._chosen = row.deed if row is not None else None

    @Slot()
    def _on_current(self) -> None:
        row = self.rows.row
        tells = not self._desk.theme.cover.texts
        self.edit.setAccessibleDescription(row.aloud(tells=tells) if row is not None else "")
        self._show_hints()

    @Slot()
    def _on_put_away(self) -> None:
        self._vm.forget()
        self._subject = None
        self.edit.clear()
        self._model.show(())
        self._on_current()

    @Slot(object)
    def _do(self, row: PaletteRow) -> None:
        self._do_deed(row.deed)

    def _do_deed(self, deed: Deed) -> None:
        self.close_sheet()
        go = self._desk.navigator.go
        match deed:
            case OpenPerson(person):
                go(Place(PageName.PERSON, person=person))
            case WriteAbout(person):
                go(Place(PageName.PERSON, person=person))
                self._desk.actions.get("compose").trigger()
            case OpenNote(note, person):
                go(Place(PageName.NOTE, person=person, note=note))
            case OpenPlace(place):
                go(place)
            case SayNote(note):
                self._vm.say(note)
            case SearchAll(query):
                go(Place(PageName.SEARCH, query=query))
            case RunAction(name):
                self._desk.actions.get(name).trigger()

    def _show_hints(self) -> None:
        back = Hint("Esc", strings.GO_BACK if self._subject else strings.CLOSE)
        hints = [Hint("Up+Down", strings.MOVE), Hint("Enter", strings.TO_OPEN)]
        row = self.rows.row
        if self._subject is None and (row is None or row.more):
            hints.append(Hint("Tab", strings.ON_IT))
        self._hints.show_hints(*hints, right=back)

"""The page of vision, values, roles and what is expected in them (S09, S27, INV-17)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId, YardstickId
from managernotes.domain.vision import VisionLine
from managernotes.domain.yardstick import Yardstick
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import standards as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import Page, Place
from managernotes_ui.standards import standards_actions as keys
from managernotes_ui.standards.new_sheet import NewStandardSheet
from managernotes_ui.standards.role_pane import RolePane
from managernotes_ui.standards.standards_head import StandardsHead
from managernotes_ui.standards.standards_vm import Key, Sort, StandardsViewModel
from managernotes_ui.standards.standards_words import StandardsWords
from managernotes_ui.standards.versions_panel import VersionsPanel
from managernotes_ui.standards.vision_pane import VisionPane
from managernotes_ui.standards.yardstick_pane import ScopeChange, YardstickPane
from managernotes_ui.widgets.card import hairline, upright
from managernotes_ui.widgets.group_list import GroupList
from managernotes_ui.widgets.undo_bar import UndoBar

_LIST, _PANEL, _SHARE = 264, 344, 0.44
_PANEL_BELOW, _LEAST_PANE = 1100, 360
_SIDE, _LIST_SIDE, _LANE = 24, 16, 12


class StandardsPage(Page):
    """Draws a StandardsViewModel; a place may name an expectation, or whose is to be written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, name_of = desk.theme, desk.directory.name_of
        self.vm = StandardsViewModel(desk.session, desk.directory, self)
        self._words = StandardsWords(DateWords(), self.vm.today, name_of)
        self.head = StandardsHead(theme)
        self.list = GroupList(theme, strings.LIST_NAME, holds_text=True)
        unsaved = self.vm.saver.text_of
        self.vision = VisionPane(theme, unsaved)
        self.role = RolePane(theme, name_of, unsaved)
        self.yardstick = YardstickPane(theme, unsaved)
        self.versions = VersionsPanel(theme)
        self._panes = QStackedWidget()
        self._undo = UndoBar(theme, self, strings.UNDO)
        self._person: PersonId | None = None
        self._shows_panel = False
        self._build()
        self._connect()
        keys.add_standards_actions(self, self, desk.actions)

    @cached_property
    def sheet(self) -> NewStandardSheet:
        """The sheet for a new one."""
        return NewStandardSheet(self._desk, self.vm, ground_of(self))

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Read everything; an expectation that is named is chosen."""
        self._person = place.person
        if place.yardstick is not None:
            self._choose(Key(Sort.YARDSTICK, place.yardstick))
        self.vm.start()
        if place.query == keys.NEW_QUERY:
            self.add_new()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what is typed; nothing is read while another page is on show."""
        self.vm.saver.flush()
        self.vm.rest()

    def keep(self) -> None:
        """Save what is typed, and stay."""
        self.vm.saver.flush()

    @property
    def has_unsaved(self) -> bool:
        """Whether words are in memory only."""
        return self.vm.saver.is_stuck

    @property
    def footer_items(self) -> Sequence[str]:
        """What makes an expectation fair."""
        return (strings.FOOTER,)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The list, what is open, and its versions."""
        return (self.list, self._panes, self.versions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the versions or the list out where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    # --- what the keys ask --------------------------------------------------------------------

    @Slot()
    def add_new(self) -> None:
        """Ask for a new expectation or value: of the role that is open, or of the person."""
        role, level, person = "", "", self._person
        if self.vm.key.sort is Sort.ROLE:
            role = self.role.role
        elif self.vm.chosen is not None and self.vm.chosen.scope.role:
            role = self.vm.chosen.scope.role
            level = self.vm.chosen.scope.level or ""
        if person is not None and not role:
            known = next((one for one in self._desk.directory.known if one.id == person), None)
            role = known.role or "" if known is not None else ""
        self.sheet.offer(role, level, person)

    @Slot()
    def retire(self) -> None:
        """Say that the open one counts no longer, or counts again."""
        one = self.vm.chosen
        if one is None:
            return
        if one.retired_on is None:
            self.vm.changes.retire(one.id)
        else:
            self.vm.changes.bring_back(one.id)

    @Slot()
    def toggle_panel(self) -> None:
        """Show or hide the versions, where there is no room for them beside the list."""
        self._shows_panel = not self._shows_panel
        self._arrange()

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._listed = QWidget()
        listed = QVBoxLayout(self._listed)
        listed.setContentsMargins(_LIST_SIDE, 9, _LIST_SIDE - _LANE, 8)
        listed.addWidget(self.list)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for pane in (self.vision, self.role, self.yardstick):
            self._panes.addWidget(pane)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._listed)
        row.addWidget(upright())
        row.addWidget(self._panes, 1)
        self._edge = upright()
        row.addWidget(self._edge)
        row.addWidget(self.versions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(hairline())
        column.addLayout(row, 1)

    def _connect(self) -> None:
        vm = self.vm
        self.head.new.clicked.connect(self.add_new)
        self.head.panel.clicked.connect(self.toggle_panel)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        for pane in (self.vision, self.role, self.yardstick):
            pane.typed.connect(vm.saver.put)
        self.vision.line_wanted.connect(vm.changes.add_line)
        self.vision.line_unwanted.connect(vm.changes.remove_line)
        self.role.expectation_wanted.connect(self.add_new)
        self.yardstick.scope_wanted.connect(self._on_scope)
        self.yardstick.retire_wanted.connect(self.retire)
        vm.changed.connect(self._on_changed)
        vm.opened.connect(self._on_open)
        vm.changes.added.connect(self._on_added)
        vm.changes.retired.connect(self._on_retired)
        vm.changes.line_gone.connect(self._on_line_gone)
        vm.changes.refused.connect(self._on_refused)

    def _arrange(self) -> None:
        scale = self._desk.theme.scale
        roomy = self.window().width() >= _PANEL_BELOW
        roomy = roomy and self.width() - scale.px(_LIST + _PANEL) >= scale.px(_LEAST_PANE)
        self.head.panel.setVisible(not roomy)
        self.head.set_side(_SIDE)
        for part in (self.versions, self._edge):
            part.setVisible(roomy or self._shows_panel)
        self._listed.setVisible(roomy or not self._shows_panel)
        self._listed.setFixedWidth(min(scale.px(_LIST), int(self.width() * _SHARE)))
        self.list.scrollTo(self.list.currentIndex())
        self.versions.setFixedWidth(min(scale.px(_PANEL), int(self.width() * _SHARE)))

    def _choose(self, key: Key) -> None:
        self.list.choose(key)
        self.vm.choose(key)

    @Slot()
    def _on_changed(self) -> None:
        if self.vm.read is not None:
            self.list.show_lines(self._words.lines(self.vm.read))
            self._show_known()

    @Slot()
    def _on_open(self) -> None:
        read = self.vm.open
        if read is None:
            return
        if read.yardstick is not None:
            self.yardstick.show_yardstick(
                read.yardstick, self.vm.lines, read.served, lost=read.is_lost
            )
            self._show_known()
            self.versions.show_versions(self._words.versions(read.versions))
            self._panes.setCurrentWidget(self.yardstick)
        elif read.key.sort is Sort.ROLE:
            self.role.show_role(read.roles)
            self.versions.show_versions(())
            self._panes.setCurrentWidget(self.role)
        else:
            self.vision.show_vision(read.vision)
            self.versions.show_versions(self._words.visions(read.history))
            self._panes.setCurrentWidget(self.vision)

    def _show_known(self) -> None:
        one: Yardstick | None = self.vm.chosen
        if one is not None:
            self.yardstick.show_known(self._words.who_knows(one), self._words.retired(one))

    @Slot(object)
    def _on_chosen(self, key: Hashable) -> None:
        if isinstance(key, Key):
            self.vm.choose(key)

    @Slot(object)
    def _on_opened(self, _key: Hashable) -> None:
        """Go from the list into the first field of what is open."""
        begins = {
            Sort.VISION: self.vision.text,
            Sort.ROLE: self.role.purpose,
            Sort.YARDSTICK: self.yardstick.title,
        }
        begins[self.vm.key.sort].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_scope(self, change: ScopeChange) -> None:
        one = self.vm.chosen
        if one is not None:
            self.vm.changes.set_scope(one.id, change)

    @Slot(object)
    def _on_added(self, identity: YardstickId) -> None:
        self.list.choose(Key(Sort.YARDSTICK, identity))

    @Slot(object)
    def _on_retired(self, yardstick: YardstickId) -> None:
        self._undo.offer(strings.RETIRED_BAR, lambda: self.vm.changes.bring_back(yardstick))

    @Slot(object)
    def _on_line_gone(self, before: tuple[VisionLine, ...]) -> None:
        self._undo.offer(strings.LINE_GONE, lambda: self.vm.changes.put_lines(before))

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self.yardstick.tell(sentence)

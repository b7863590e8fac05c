"""The templates: list, source, what is filled in (SPEC §7.25)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.template import VARIABLES, LineChange
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, Place
from managernotes_ui.style.icons import Icon
from managernotes_ui.templates.difference_strip import DifferenceStrip
from managernotes_ui.templates.source_pane import SourcePane
from managernotes_ui.templates.template_deeds import TemplateDeeds
from managernotes_ui.templates.template_editor import TemplateEditor
from managernotes_ui.templates.template_head import TemplateHead
from managernotes_ui.templates.template_words import TemplateWords
from managernotes_ui.templates.templates_actions import add_list_actions, add_template_actions
from managernotes_ui.templates.templates_vm import TemplatesViewModel
from managernotes_ui.templates.variable_panel import VariablePanel
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.card import hairline, upright
from managernotes_ui.widgets.group_list import GroupList
from managernotes_ui.widgets.undo_bar import UndoBar

_LIST, _PANEL, _SHARE = 232, 344, 0.44
_PANEL_BELOW = 1100
_SIDE, _LIST_SIDE = 24, 16
_LANE = 12
"""Width of a scroll bar, which lies in the padding."""
_LEAST_SOURCE = 300


class TemplatesPage(Page):
    """Draws a TemplatesViewModel; a place's query names a template."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.vm = TemplatesViewModel(desk.session, desk.directory, self)
        self._words = TemplateWords(DateWords(), self.vm.today)
        self.head = TemplateHead(theme)
        self.list = GroupList(theme, strings.LIST_NAME, holds_text=False)
        self.add = make_button(
            theme,
            strings.ADD_OWN,
            icon=Icon.PLUS,
            role=ButtonRole.QUIET,
            size=ButtonSize.SMALL,
            key="Ctrl+T",
        )
        self.editor = TemplateEditor(theme, VARIABLES)
        self.source = SourcePane(theme, self.editor)
        self.strip = DifferenceStrip(theme)
        self.side = VariablePanel(theme)
        self.deeds = TemplateDeeds(desk, self, self.vm, self.source)
        self._undo = UndoBar(theme, self, strings.UNDO)
        self._compares: bool | None = None
        self._shows_panel = False
        self._build()
        self._connect()
        add_template_actions(self.deeds, self, self, desk.actions)
        add_list_actions(self.deeds, self.list, desk.actions)

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Read the templates; one that is named is chosen."""
        if place.query:
            self.list.choose(place.query)
            self.vm.choose(place.query)
        self.vm.start()

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
        """Whether a source is in memory only."""
        return self.vm.saver.is_stuck

    @property
    def footer_items(self) -> Sequence[str]:
        """Which version it is, and how often it was used."""
        template = self.vm.open_template
        return () if template is None else self._words.footer(template, self.vm.used)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The list, the source with what differs, and what is filled in."""
        return (self.head, self.list, self.source, self.strip, self.side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the panel or the list out where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    # --- what the keys ask --------------------------------------------------------------------

    @Slot()
    def toggle_compare(self) -> None:
        """Show or hide the lines that differ from the original."""
        self._compares = self.strip.isHidden()
        self._show_strip()

    @Slot()
    def toggle_panel(self) -> None:
        """Show or hide what is filled in, where there is no room for it beside the list."""
        self._shows_panel = not self._shows_panel
        self._arrange()

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._listed = QWidget()
        listed = QVBoxLayout(self._listed)
        listed.setContentsMargins(_LIST_SIDE, 9, _LIST_SIDE - _LANE, 8)
        listed.setSpacing(4)
        listed.addWidget(self.list, 1)
        listed.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.source, 1)
        middle.addWidget(self.strip)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._listed)
        row.addWidget(upright())
        row.addLayout(middle, 1)
        self._edge = upright()
        row.addWidget(self._edge)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(hairline())
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.head.compare.clicked.connect(self.toggle_compare)
        self.head.restore.clicked.connect(self.deeds.ask_to_restore)
        self.head.use.clicked.connect(self.deeds.use_it)
        self.head.panel.clicked.connect(self.toggle_panel)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.add.clicked.connect(self.deeds.add_own)
        self.editor.edited.connect(lambda: self.vm.typed(self.editor.source))
        self.strip.brought_back.connect(self._on_bring_back)
        self.side.wanted.connect(self.editor.insert_variable)
        self.side.person_chosen.connect(self.vm.set_person)
        self.vm.changed.connect(self._on_changed)
        self.vm.source_shown.connect(self._on_source)
        self.vm.changes.added.connect(self._on_added)
        self.vm.changes.removed.connect(self._on_removed)
        self.vm.changes.restored.connect(self._on_restored)

    def _arrange(self) -> None:
        roomy = self.window().width() >= _PANEL_BELOW
        scale = self._desk.theme.scale
        roomy = roomy and self.width() - scale.px(_LIST + _PANEL) >= scale.px(_LEAST_SOURCE)
        self.head.panel.setVisible(not roomy)
        self.side.setVisible(roomy or self._shows_panel)
        self._edge.setVisible(roomy or self._shows_panel)
        self._listed.setVisible(roomy or not self._shows_panel)
        self._listed.setFixedWidth(min(scale.px(_LIST), int(self.width() * _SHARE)))
        self.side.setFixedWidth(min(scale.px(_PANEL), int(self.width() * _SHARE)))
        self.head.set_side(_SIDE)

    def _show_strip(self) -> None:
        template = self.vm.open_template
        has_original = template is not None and template.original is not None
        changes = self.vm.differences
        shows = self._compares if self._compares is not None else bool(changes)
        self.strip.setVisible(shows and has_original)
        day = self._words.changed_on(template) if template is not None else ""
        self.strip.show_changes(changes, day, has_original=has_original)

    @Slot()
    def _on_changed(self) -> None:
        vm = self.vm
        self.list.show_lines(self._words.lines(vm.templates))
        self.side.show_people(self._desk.directory.people, vm.person)
        template = vm.open_template
        if template is None:
            return
        self.head.show_state(
            template.words.title,
            self._words.state(template),
            has_original=template.original is not None,
            is_changed=template.is_changed or bool(vm.differences),
        )
        self.source.show_own(vm.own_lines)
        self._show_strip()
        self.side.show_values([(one.name, self._words.value(one)) for one in vm.values])
        self.side.show_preview(vm.preview)
        self.editor.completer.set_values(vm.all_values)
        self.footer_items_changed.emit(list(self.footer_items))

    @Slot(str)
    def _on_source(self, source: str) -> None:
        if source != self.editor.source:
            self.editor.show_source(source)

    @Slot(object)
    def _on_chosen(self, key: Hashable) -> None:
        if isinstance(key, str):
            self.vm.choose(key)

    @Slot(object)
    def _on_opened(self, _key: Hashable) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(LineChange)
    def _on_bring_back(self, change: LineChange) -> None:
        self.editor.replace_source(self.vm.with_line(change))

    @Slot(str)
    def _on_added(self, name: str) -> None:
        self.list.choose(name)
        self.vm.choose(name)
        QTimer.singleShot(0, self, self._to_source)  # the sheet first gives the keyboard back

    @Slot()
    def _to_source(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_removed(self, name: str) -> None:
        self._undo.offer(strings.REMOVED, lambda: self._take_back(name))

    def _take_back(self, name: str) -> None:
        self.vm.changes.take_back(name)
        self.list.choose(name)

    @Slot(str, int)
    def _on_restored(self, name: str, version: int) -> None:
        self._undo.offer(strings.RESTORED, lambda: self.vm.changes.bring_back(name, version))

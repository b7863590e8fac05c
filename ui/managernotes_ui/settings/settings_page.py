"""The settings: a list of sections, and the chosen one beside it (SPEC §5.16)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.common.strings import backup as backup_strings
from managernotes_ui.common.strings import rhythm as rhythm_strings
from managernotes_ui.common.strings import settings as strings
from managernotes_ui.settings.about import AboutSection
from managernotes_ui.settings.appearance import AppearanceSection
from managernotes_ui.settings.backup_desk import BackupDesk
from managernotes_ui.settings.discreet_rows import DiscreetRows
from managernotes_ui.settings.locking_rows import LockingRows
from managernotes_ui.settings.privacy import PrivacySection
from managernotes_ui.settings.protection import ProtectionSection
from managernotes_ui.settings.protection_vm import ProtectionViewModel
from managernotes_ui.settings.rhythm import RhythmSection
from managernotes_ui.settings.section import ROW_REACH, Section
from managernotes_ui.settings.section_list import SectionList
from managernotes_ui.settings.trust import TrustSection
from managernotes_ui.settings.trust_drill_dialog import DrillDialog
from managernotes_ui.settings.trust_drill_vm import DrillViewModel
from managernotes_ui.shell import commands
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Page, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

SIDE, NARROW_SIDE, TOP, GAP, LANE, REACH = 32, 24, 24, 32, 12, 8
NARROW_WINDOW, WIDEST = 960, 1120


class SettingsPage(Page):
    """What is changed here takes effect at once and is kept at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._vm = ProtectionViewModel(desk.session, self)
        self.appearance = AppearanceSection(theme, desk.settings)
        self.privacy = PrivacySection(theme, desk.actions)
        self.discreet = DiscreetRows(theme, desk.settings)
        self.privacy.choices.addWidget(self.discreet)
        self.locking = LockingRows(theme, desk.settings)
        self.protection = ProtectionSection(theme, self._vm, self.locking)
        self.backups = BackupDesk(desk, self)
        self.trust = TrustSection(theme, desk.trust, desk.actions)
        self.about = AboutSection(theme)
        self.rhythm = RhythmSection(theme, desk.session, desk.settings)
        self._sections: dict[str, Section] = {
            rhythm_strings.SECTION: self.rhythm,
            strings.PROTECTION: self.protection,
            strings.TRUST: self.trust,
            strings.PRIVACY: self.privacy,
            backup_strings.SECTION: self.backups.section,
            strings.APPEARANCE: self.appearance,
            strings.ABOUT: self.about,
        }
        self.list = SectionList(theme, list(self._sections))
        self._stack = QStackedWidget()
        self._build(theme)
        self._vm.vault_closed.connect(lambda: desk.actions.get(commands.LOCK.name).trigger())
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.trust.drill_wanted.connect(lambda: self._offer_drill(desk))
        self.choose(strings.PROTECTION)

    @property
    def section(self) -> Section:
        """The section on show."""
        return list(self._sections.values())[max(self.list.currentIndex().row(), 0)]

    def choose(self, name: str) -> None:
        """Show the section of this name."""
        self.list.choose(list(self._sections).index(name))

    def show_place(self, place: Place) -> None:
        """Go to the section that is named, if one is, and look again at what may have changed."""
        if place.query in self._sections:
            self.choose(place.query)
        self.section.look_again()

    def take_focus(self) -> None:
        """Begin in the list of sections."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The list, the section."""
        return (self.list, self._stack)

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """What the section says of itself."""
        return self.section.footer

    def _build(self, theme: Theme) -> None:
        for section in self._sections.values():
            self._stack.addWidget(_scrolled(theme, section))
        self._title = TextLabel(theme, strings.TITLE, Type.TITLE)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP - ROW_REACH)
        self._row.addWidget(self.list)
        self._row.addWidget(self._stack, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, TOP, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self._title)
        self._column.addLayout(self._row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding, and stop growing at 1120 (SPEC §3)."""
        super().resizeEvent(event)
        side = NARROW_SIDE if self.window().width() <= NARROW_WINDOW else SIDE
        spare = max(0, self.width() - 2 * side - WIDEST)
        self._title.setContentsMargins(side, 0, side, 0)
        right = side + spare - LANE - ROW_REACH
        self._row.setContentsMargins(side - REACH, 0, right, 0)

    def _offer_drill(self, desk: Desk) -> None:
        vm = DrillViewModel(desk.session, desk.trust)
        dialog = DrillDialog(desk.theme, vm, self)  # gone with the page when the vault is locked
        dialog.addAction(desk.actions.get(commands.LOCK.name))
        dialog.open()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self._stack.setCurrentIndex(index.row())
        self.section.look_again()
        self.footer_items_changed.emit(list(self.footer_items))


def _scrolled(theme: Theme, section: Section) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(section)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    calm_scrolling(theme, area)
    return area

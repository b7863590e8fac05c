"""The sidebar: find box, pages, people A to Z, settings and lock (SPEC §3)."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.side_pages import LIT_BY, PEOPLE, ROWS
from managernotes_ui.shell.sidebar_head import BrandButton, FindButton
from managernotes_ui.shell.sidebar_heading import PeopleHeading
from managernotes_ui.shell.sidebar_people import SidebarPeople
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.nav_button import NavButton
from managernotes_ui.widgets.nav_row import NavLook
from managernotes_ui.widgets.tooltip import set_tip

PADDING = 12
LARGE_TEXT = 1.5
"""From here on the key hints stand in tooltips only (SPEC 38b)."""


class Sidebar(QFrame):
    """224 px on the left; which row is lit follows the place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.brand = BrandButton(desk.theme)
        self._find = FindButton(desk.theme)
        self._pages = {
            side.page: NavButton(desk.theme, NavLook(side.spec.title, side.icon)) for side in ROWS
        }
        self.heading = PeopleHeading(desk.theme, PEOPLE.key)
        self._people = SidebarPeople(desk.theme, desk.directory)
        self._add = NavButton(desk.theme, NavLook(strings.ADD_PERSON, Icon.PLUS, 14, muted=True))
        self._settings = NavButton(desk.theme, NavLook(strings.SETTINGS, Icon.SETTINGS))
        self._lock = NavButton(desk.theme, NavLook(strings.LOCK, Icon.LOCK, key="Ctrl+L"))
        self._build()
        self._connect()
        self._dress()

    def show_pages(self, pages: Container[PageName]) -> None:
        """Show the rows of the pages that exist."""
        for side in ROWS:
            self._pages[side.page].setVisible(side.page in pages)
            set_tip(self._pages[side.page], side.spec.title, side.key)

    def _build(self) -> None:
        self.setObjectName("sidebar")
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(strings.SIDEBAR_NAME)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(0)
        column.addWidget(self.brand)
        column.addSpacing(8)
        column.addWidget(self._find)
        column.addSpacing(12)
        for page in self._pages.values():
            column.addWidget(page)
        column.addSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self._people)
        column.addWidget(self._add)
        column.addStretch(1)
        column.addWidget(self._settings)
        column.addWidget(self._lock)

    def _connect(self) -> None:
        desk = self._desk
        self.brand.clicked.connect(lambda: desk.actions.get("menu").trigger())
        self._find.clicked.connect(lambda: desk.actions.get("palette").trigger())
        for name, button in self._pages.items():
            button.clicked.connect(lambda _=False, page=name: desk.navigator.go(Place(page)))
        self.heading.clicked.connect(lambda: desk.navigator.go(Place(PageName.PEOPLE)))
        self._add.clicked.connect(lambda: desk.actions.get("add-person").trigger())
        self._settings.clicked.connect(lambda: desk.navigator.go(Place(PageName.SETTINGS)))
        self._lock.clicked.connect(lambda: desk.actions.get("lock").trigger())
        self._people.chosen.connect(self._on_person_chosen)
        desk.navigator.moved.connect(self._on_moved)
        desk.directory.changed.connect(self._on_people_changed)
        desk.today.changed.connect(self._on_today)
        desk.settings.changed.connect(self._on_today)
        desk.theme.changed.connect(self._dress)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline at the right."""
        super().paintEvent(event)
        edge = QRect(self.width() - 1, 0, 1, self.height())
        QPainter(self).fillRect(edge, self._desk.theme.tokens.line)

    @Slot()
    def _dress(self) -> None:
        scale = self._desk.theme.scale
        self.setFixedWidth(scale.sidebar)
        key = "Ctrl+L" if scale.text < LARGE_TEXT else ""
        self._lock.set_look(NavLook(strings.LOCK, Icon.LOCK, key=key))

    @Slot(Place)
    def _on_moved(self, place: Place) -> None:
        for name, button in self._pages.items():
            button.setChecked(name is LIT_BY.get(place.page))
        self.heading.setChecked(place.page is PageName.PEOPLE)
        self._settings.setChecked(place.page is PageName.SETTINGS)
        self._people.light(place.person if place.page is PageName.PERSON else None)

    @Slot()
    def _on_people_changed(self) -> None:
        place = self._desk.navigator.place
        if place is not None:
            self._on_moved(place)

    @Slot()
    def _on_today(self) -> None:
        """Tell quietly how much is due from the manager; nothing is said of nothing."""
        found, wanted = self._desk.today.today, self._desk.settings.settings.quiet_count
        number = found.counts.quiet if found is not None and wanted else 0
        self._pages[PageName.TODAY].set_count(str(number) if number else "")

    @Slot(object)
    def _on_person_chosen(self, person: PersonId) -> None:
        self._desk.navigator.go(Place(PageName.PERSON, person=person))

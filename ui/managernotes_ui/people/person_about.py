"""The About tab of a person: what they are called, do and want, each field saved by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import discreet as discreet_strings
from managernotes_ui.common.strings import person_about as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.people.add_person_reading import PersonField
from managernotes_ui.people.person_about_form import AboutForm
from managernotes_ui.people.person_about_vm import AboutPerson, PersonAboutViewModel
from managernotes_ui.people.person_away import PersonAway
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

COLUMN = 640
"""The widest column in design pixels: 72 characters at 15 px (SPEC §2)."""
NARROW = 960
DIALOG = 440
PADDING, NARROW_PADDING, BELOW = 32, 24, 32
_ABOVE = 58
_ALL = 1000
"""A stretch beside which the room at the sides counts only once the column has its width."""
_RING = 6
"""Room above and below for the focus ring, which lies outside its field."""


class PersonAbout(QScrollArea):
    """Scrolls the form, the line about its changes, and the way out of the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = desk.theme
        self._navigate = desk.navigator.go
        self._dates = DateWords()
        self.vm = PersonAboutViewModel(desk.session, self._dates, self)
        self.form = AboutForm(desk.theme, self.vm)
        self.away = PersonAway(desk.theme, desk.session, self._dates)
        self._read: AboutPerson | None = None
        self._history = TextLabel(desk.theme, "", Type.META, tone=Role.MUTED)
        self.remove_button = make_button(desk.theme, strings.REMOVE, role=ButtonRole.DANGER)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._covered = EmptyState(
            desk.theme, Icon.EYE_OFF, discreet_strings.ABOUT_TITLE, discreet_strings.ABOUT_TEXT
        )
        self._build()
        self._connect()

    def show_person(self, person: PersonId) -> None:
        """Show somebody."""
        self._read = None
        self.vm.show_person(person)
        self.form.clear()
        self.away.show_person(person)
        self.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Hand what is typed to the vault."""
        self.vm.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding, and the column at its width."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(self._theme, self)
        self._inside.setProperty("ground", "none")
        column = self._column
        column.setSpacing(0)
        column.addSpacing(_RING)
        column.addWidget(self.form)
        column.addSpacing(24)
        column.addWidget(self.away)
        column.addSpacing(24)
        column.addWidget(self._history)
        column.addSpacing(12)
        column.addWidget(self.remove_button)
        column.addStretch(1)
        self._pages = QStackedWidget()
        for page in (self._inside, _centred(self._covered)):
            self._pages.addWidget(page)
        self.setWidget(self._pages)
        self._fit()
        self._on_cover_changed()

    def _connect(self) -> None:
        self.vm.shown.connect(self._on_shown)
        self.vm.refused.connect(self._on_refused)
        self.vm.removed.connect(self._on_removed)
        self.form.chosen.connect(self.vm.choose)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self._theme.changed.connect(self._fit)
        self._theme.cover_changed.connect(self._on_cover_changed)

    @Slot()
    def _fit(self) -> None:
        side = NARROW_PADDING if self.window().width() <= NARROW else PADDING
        room = self.viewport().width() - 2 * side
        spare = max(0, room - self._theme.scale.px(COLUMN))
        self._column.setContentsMargins(side, 0, side + spare, BELOW)

    @Slot(object)
    def _on_shown(self, read: AboutPerson) -> None:
        self._read = read
        self.form.show_person(read)
        today = self.vm.today()
        when = self._dates.moment(read.person.updated_at, today)
        when = when[:1].lower() + when[1:] if when.startswith(("Today", "Yester")) else when
        words = strings.changed(read.changes, when)
        self._history.setText(words if read.changes else strings.NEVER_CHANGED.format(when=when))

    @Slot(object, str)
    def _on_refused(self, field: PersonField, sentence: str) -> None:
        self.form.fields[field].show_error(sentence)

    @Slot()
    def _on_cover_changed(self) -> None:
        """Take the form away while names are hidden: it could not be read, nor typed into."""
        covered = self._theme.cover.kinds
        if covered:
            self.leave()
        self._pages.setCurrentIndex(int(covered))

    @Slot()
    def _ask_to_remove(self) -> None:
        if self._read is None:
            return
        title = strings.REMOVE_TITLE.format(name=self.vm.shown_name(self._read))
        dialog = AskDialog(
            self._theme,
            title,
            strings.REMOVE_TEXT,
            strings.REMOVE_YES,
            danger=True,
            parent=self.window(),
        )
        width = self._theme.scale.px(DIALOG)
        dialog.setFixedSize(width, dialog.heightForWidth(width))
        dialog.accepted.connect(self.vm.remove)
        dialog.open()

    @Slot(object)
    def _on_removed(self, person: PersonId) -> None:
        """Go to the list, which offers the way back."""
        self._navigate(Place(PageName.PEOPLE, person=person))


def _centred(state: EmptyState) -> QWidget:
    page = QWidget()
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(state, _ALL)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(PADDING, _ABOVE, PADDING, 0)
    column.addLayout(row)
    column.addStretch(1)
    page.setProperty("ground", "none")
    return page

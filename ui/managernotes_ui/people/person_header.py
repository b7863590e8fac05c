"""The head of a person's page: name, two lines of facts, and what can be done (SPEC §3)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords, time_in_role
from managernotes_ui.common.strings import goals as goal_strings
from managernotes_ui.common.strings import handover as handover_strings
from managernotes_ui.common.strings import person as strings
from managernotes_ui.common.strings import preparing as prepare_strings
from managernotes_ui.common.strings import shell as shell_strings
from managernotes_ui.people.person_rhythm import SEPARATOR, rhythm_runs
from managernotes_ui.people.person_vm import PersonSummary
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, icon_button, make_button
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.week_dots import WeekDots


class PersonHeader(QWidget):
    """Draws a PersonSummary."""

    note_wanted = Signal()
    goal_wanted = Signal()
    prepare_wanted = Signal()
    panel_toggled = Signal()
    handover_wanted = Signal()

    def __init__(self, theme: Theme, dates: DateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = dates
        self._name = TextLabel(theme, "", Type.TITLE)
        self._about = TextLabel(theme, "", Type.LIST, tone=Role.TEXT2)
        self._rhythm = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.weeks = WeekDots(theme, strings.WEEKS_TIP)
        self._note = make_button(
            theme, strings.NOTE, icon=Icon.PLUS, role=ButtonRole.PRIMARY, key="N"
        )
        self._prepare = make_button(
            theme, prepare_strings.PREPARE, key="Ctrl+P", tip=prepare_strings.PREPARE_TIP
        )
        self._goal = make_button(
            theme, goal_strings.GOAL, key="Ctrl+Shift+G", tip=goal_strings.NEW_TIP
        )
        self._panel = icon_button(
            theme,
            Icon.PANEL_RIGHT,
            shell_strings.RIGHT_PANEL,
            key="Ctrl+Alt+P",
            checkable=True,
        )
        self.more = icon_button(
            theme, Icon.ELLIPSIS, handover_strings.PERSON_MORE, role=ButtonRole.QUIET
        )
        self._build()
        self.more.clicked.connect(self._on_more_clicked)
        self._note.clicked.connect(self.note_wanted)
        self._prepare.clicked.connect(self.prepare_wanted)
        self._goal.clicked.connect(self.goal_wanted)
        self._panel.clicked.connect(self._on_panel_clicked)

    def show_summary(self, summary: PersonSummary, today: date) -> None:
        """Show whose page it is and how things stand."""
        person = summary.person
        self._name.setText(person.display_name)
        since = person.started_on
        facts = [person.role, person.team]
        if since is not None:
            time = time_in_role(since, today)
            joined = strings.JOINED.format(day=self._dates.weekday_and_day(since, today))
            facts.append(strings.IN_ROLE.format(time=time) if time else joined)
        self._about.setText(SEPARATOR.join(fact for fact in facts if fact))
        self._about.setVisible(bool(self._about.text()))
        self._rhythm.set_runs(rhythm_runs(summary, self._dates, today))
        self.weeks.show_weeks(summary.weeks, strings.weeks(summary.weeks))
        self.weeks.setVisible(summary.notes > 0)

    @property
    def is_panel_open(self) -> bool:
        """Whether the toggle says that the right panel is open."""
        return self._panel.isChecked()

    def set_panel_open(self, is_open: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show whether the right panel is open."""
        self._panel.setChecked(is_open)

    def set_primary(self, primary: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Give the primary away when the page has another one (SPEC §5.17)."""
        self._note.set_role(ButtonRole.PRIMARY if primary else ButtonRole.PLAIN)

    @Slot()
    def _on_panel_clicked(self) -> None:
        """Leave the mark to the page, which may open the panel by other ways too."""
        self._panel.setChecked(not self._panel.isChecked())
        self.panel_toggled.emit()

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = Menu(self._theme, self)
        menu.setAccessibleName(handover_strings.PERSON_MORE)
        menu.add_item(handover_strings.PERSON_MENU, Icon.UPLOAD, run=self.handover_wanted.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)
        menu.setActiveAction(menu.actions()[0])

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._note, self._prepare, self._goal, self._panel, self.more):
            buttons.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._name, 0, 0)
        grid.addLayout(buttons, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._about, 1, 0)
        third = QHBoxLayout()
        third.setSpacing(12)
        third.addWidget(self._rhythm)
        third.addWidget(self.weeks)
        third.addStretch(1)
        grid.addLayout(third, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._about.setContentsMargins(0, 2, 0, 0)

"""A menu of days ahead, and a calendar behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.notes.day_popup import DayPopup
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu

_FAR = timedelta(days=730)
_OFFERS = (
    (strings.IN_A_MONTH, timedelta(weeks=4)),
    (strings.IN_A_QUARTER, timedelta(weeks=13)),
    (strings.IN_HALF_A_YEAR, timedelta(weeks=26)),
)


class DayMenu(Menu):
    """In a month, in three, in half a year, or a day of one's own."""

    def __init__(
        self, theme: Theme, parent: QWidget, name: str, today: date, chosen: Callable[[date], None]
    ) -> None:
        super().__init__(theme, parent)
        dates = DateWords()
        self._today = today
        self._dates = dates
        self._chosen = chosen
        self._corner = QPoint()
        self.setAccessibleName(name)
        for words, ahead in _OFFERS:
            day = today + ahead
            hint = dates.weekday_and_day(day, today)
            self.add_item(words, Icon.CALENDAR, hint, partial(chosen, day))
        self.add_item(strings.CHOOSE_DAY, Icon.CALENDAR, run=self._choose_day)
        self.aboutToHide.connect(self.deleteLater)

    def open_at(self, corner: QPoint) -> None:
        """Open at a global point, its first row chosen."""
        self._corner = corner
        self.popup(corner)
        self.setActiveAction(self.actions()[0])

    def _choose_day(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        popup = DayPopup(self._theme, self._dates, self._today + _FAR, parent)
        popup.chosen.connect(self._chosen)
        popup.open_at(self._corner, self._today + _OFFERS[0][1])

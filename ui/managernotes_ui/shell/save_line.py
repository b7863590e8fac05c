"""Whether everything is saved, in a few words with an icon: the end of a footer or of a bar."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from managernotes.clock import today
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import SaveKind, SaveState, Session
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

ICON, GAP = 14, 6


class SaveLine(QWidget):
    """Says "Saved 10:42", "Saving…", or in the text's colour "Not saved since 10:42" (SPEC §3)."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._dates = DateWords()
        self._icon = QLabel()
        self._state = TextLabel(theme, "", Type.META)
        self._state.setAccessibleName(strings.SAVE_STATE_NAME)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._icon)
        row.addWidget(self._state)
        session.save_state_changed.connect(self._on_save_state)
        theme.changed.connect(self._dress)
        self._dress()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Leave out the words where there is no room; the tooltip has them."""
        self._state.setVisible(not compact)

    @property
    def words(self) -> str:
        """What it says now."""
        return self._state.text()

    @Slot()
    def _dress(self) -> None:
        self._on_save_state(self._session.save_state)

    @Slot(object)
    def _on_save_state(self, state: SaveState) -> None:
        lost = state.kind is SaveKind.NOT_SAVED
        tokens = self._theme.tokens
        icon = Icon.HARD_DRIVE if lost else Icon.CHECK
        colour = tokens.text if lost else tokens.muted
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.icons.pixmap(icon, ICON, colour, dpr))
        self._state.setText(self._words(state))
        self._icon.setToolTip(self._words(state))
        self._state.set_style(Type.META_MEDIUM if lost else Type.META)
        self._state.set_tone(Role.TEXT if lost else Role.MUTED)

    def _words(self, state: SaveState) -> str:
        if state.kind is SaveKind.SAVING:
            return strings.SAVING
        same_day = state.since.date() == today(self._session.clock)
        when = self._dates.time(state.since)
        if not same_day:
            when = self._dates.moment(state.since, today(self._session.clock))
        form = strings.NOT_SAVED_SINCE if state.kind is SaveKind.NOT_SAVED else strings.SAVED_AT
        return form.format(when=when)

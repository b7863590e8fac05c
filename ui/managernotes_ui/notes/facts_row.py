"""The row of facts under the crumb: kind, day, source, tags, and whether it was said."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.observation import Kind, Source
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.common.strings import team as team_strings
from managernotes_ui.notes.choice_button import ChoiceButton
from managernotes_ui.notes.day_popup import DayPopup
from managernotes_ui.notes.note_vm import NoteViewModel
from managernotes_ui.notes.share_button import ShareButton
from managernotes_ui.notes.tag_chips import TagChips
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button
from managernotes_ui.widgets.kind_look import COVERED, kind_look
from managernotes_ui.widgets.menu import Menu, set_glyph

_GAP, _HEIGHT, _LEAST = 8, 48, 320

_SOURCE_ICONS = {
    Source.FIRST_HAND: Icon.EYE,
    Source.DOCUMENT: Icon.FILE_TEXT,
    Source.TOLD_BY: Icon.USERS,
    Source.SELF_REPORT: Icon.USER,
}


class FactsRow(QWidget):
    """Shows the facts of the note on show and changes what is chosen instead."""

    steps_wanted = Signal(object)
    """The next steps of the share state, at a global point."""

    def __init__(
        self, theme: Theme, dates: DateWords, vm: NoteViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = dates
        self._vm = vm
        self._changes = vm.changes
        self._kind = ChoiceButton(theme, strings.KIND)
        self._day = ChoiceButton(theme, strings.DAY)
        self._source = ChoiceButton(theme, strings.SOURCE)
        self._tags = TagChips(theme)
        self._state = ShareButton(theme, dates)
        self.team = icon_button(
            theme,
            Icon.USERS,
            team_strings.FIT,
            key="Ctrl+Shift+F",
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
            checkable=True,
        )
        self._build()

    @Slot()
    def _on_changed(self) -> None:
        if self._vm.open_note is None:
            return
        note, today = self._vm.open_note.note, self._vm.today
        look, kind = kind_look(note.kind), strings.KIND_TITLES[note.kind]
        if self._theme.cover.kinds:
            self._kind.show_choice(COVERED.word, COVERED.icon, room_of=kind)
        else:
            self._kind.show_choice(kind, look.icon, look.role)
        day = self._dates.weekday_and_day(note.occurred_on, today)
        self._day.show_choice(day, Icon.CALENDAR)
        self._day.setToolTip(self._dates.full(note.occurred_on))
        source = strings.SOURCES[note.source]
        self._source.show_choice(source, _SOURCE_ICONS[note.source])
        self._tags.show_tags(note.tags)
        self._state.show_note(note, today)
        self.team.setVisible(note.kind is not Kind.CONCERN)
        self.team.setChecked(note.is_for_team)
        self._fit()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for widget in (self._kind, self._day, self._source):
            row.addWidget(widget)
        row.addWidget(self._tags, 1)
        row.addWidget(self.team)
        row.addWidget(self._state)
        self._kind.clicked.connect(self._on_kind_clicked)
        self._day.clicked.connect(self._on_day_clicked)
        self._source.clicked.connect(self._on_source_clicked)
        self._tags.tags_chosen.connect(self._changes.set_tags)
        self._state.steps_wanted.connect(self.steps_wanted)
        self.team.clicked.connect(lambda on: self._changes.mark_for_team(fit=on))
        self._vm.tags_known.connect(self._tags.offer_tags)
        self._vm.changed.connect(self._on_changed)
        self._theme.cover_changed.connect(self._on_changed)

    def sizeHint(self) -> QSize:
        """Return the row's height at the text scale."""
        return QSize(super().sizeHint().width(), self._theme.scale.grow(_HEIGHT, 20))

    def minimumSizeHint(self) -> QSize:
        """Return room for the icons, and for a tag to be added."""
        return QSize(self._theme.scale.px(_LEAST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the words of the source first, then of the state, the kind and the day."""
        parts = (self._source, self._state, self._kind, self._day)
        for part in parts:
            part.set_compact(False)
        for part in parts:
            shown = (*parts, self.team)
            used = sum(one.sizeHint().width() for one in shown if not one.isHidden())
            if used + self._tags.minimumSizeHint().width() + _GAP * len(shown) <= self.width():
                break
            part.set_compact(True)

    @Slot()
    def _on_kind_clicked(self) -> None:
        menu = Menu(self._theme, self)
        for kind, words in strings.KIND_TITLES.items():
            action = menu.addAction(words)
            set_glyph(action, kind_look(kind).icon)
            action.triggered.connect(lambda _on=False, kind=kind: self._changes.set_kind(kind))
        menu.popup(self._kind.list_corner())

    @Slot()
    def _on_source_clicked(self) -> None:
        menu = Menu(self._theme, self)
        for source, words in strings.SOURCES.items():
            action = menu.addAction(words)
            set_glyph(action, _SOURCE_ICONS[source])
            action.triggered.connect(
                lambda _on=False, source=source: self._changes.set_source(source)
            )
        menu.popup(self._source.list_corner())

    @Slot()
    def _on_day_clicked(self) -> None:
        if self._vm.open_note is None:
            return
        popup = DayPopup(self._theme, self._dates, self._vm.today, self)
        popup.chosen.connect(self._changes.set_day)
        popup.open_at(self._day.list_corner(), self._vm.open_note.note.occurred_on)

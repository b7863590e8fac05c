"""The four texts of a note, one under the other, and what the note belongs to."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from managernotes.domain.observation import NoteText
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.field_frame import INDENT, FieldFrame, ReadingBox
from managernotes_ui.notes.linked_notes import LinkedNotes
from managernotes_ui.notes.note_field import NoteField
from managernotes_ui.notes.title_field import TitleField, TitleRow
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

COLUMN = 640
"""The widest column of text in design pixels (SPEC §2)."""

_TOP, _SIDE, _BOTTOM = 20, 32, 24


class NoteFields(QScrollArea):
    """Title, fact, effect and reading in the order of Tab, then the links; `typed` for any."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, dates: DateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = TitleField(theme)
        self.fact = NoteField(theme, strings.FACT, strings.FACT_HINT)
        self.effect = NoteField(theme, strings.EFFECT, strings.EFFECT_HINT)
        self.reading = NoteField(theme, strings.READING, strings.READING_HINT, tone=Role.TEXT2)
        self.links = LinkedNotes(theme, dates)
        self._source_detail = ""
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._build()
        self._connect()

    @property
    def _fields(self) -> tuple[NoteField, ...]:
        return (self.title, self.fact, self.effect, self.reading)

    def words(self) -> NoteText:
        """Return what stands in the fields."""
        return NoteText(
            title=self.title.text(),
            fact=self.fact.text(),
            effect=self.effect.text(),
            my_reading=self.reading.text(),
            source_detail=self._source_detail,
        )

    def show_words(self, words: NoteText) -> None:
        """Show another note's words, with nothing to undo."""
        self._source_detail = words.source_detail
        for field, text in zip(self._fields, _texts(words), strict=True):
            field.show_text(text)
        self.verticalScrollBar().setValue(0)

    def replace_words(self, words: NoteText) -> None:
        """Take these words as an edit that each field's Undo takes back."""
        self._source_detail = words.source_detail
        for field, text in zip(self._fields, _texts(words), strict=True):
            field.replace_text(text)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid typing while there is no note to type into, or allow it."""
        for field in self._fields:
            field.setReadOnly(read_only)

    def set_side(self, side: int) -> None:
        """Keep the page's padding left and right, and the column at its widest."""
        self._column.setContentsMargins(side, _TOP, side, _BOTTOM)
        self._sheet.setMaximumWidth(self._theme.scale.px(COLUMN) + INDENT + 2 * side)

    def current_field(self) -> NoteField | None:
        """Return the field that has the keyboard."""
        return next((field for field in self._fields if field.hasFocus()), None)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(strings.EDITOR_PANE)
        calm_scrolling(self._theme, self)
        self._sheet.setProperty("ground", "none")
        column = self._column
        column.setSpacing(0)
        column.addWidget(TitleRow(self._theme, self.title))
        column.addSpacing(16)
        column.addWidget(FieldFrame(self._theme, strings.FACT, self.fact))
        column.addSpacing(20)
        column.addWidget(FieldFrame(self._theme, strings.EFFECT, self.effect))
        column.addSpacing(20)
        column.addWidget(ReadingBox(self._theme, strings.READING, self.reading))
        column.addSpacing(16)
        head = TextLabel(self._theme, strings.BELONGS_TO, Type.META_MEDIUM, tone=Role.MUTED)
        column.addWidget(head)
        column.addSpacing(6)
        column.addWidget(self.links)
        column.addStretch(1)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._sheet)
        self.set_side(_SIDE)
        stops = (*self._fields, self.links)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        for field in self._fields:
            field.typed.connect(self.typed)
            field.focus_changed.connect(self._on_focus_changed)
            field.cursorPositionChanged.connect(self._on_caret_moved)
        self.title.finished.connect(self.fact.setFocus)

    @Slot(bool)
    def _on_focus_changed(self, current: bool) -> None:  # noqa: FBT001 - a signal's value
        if not current:
            self.left.emit()

    @Slot()
    def _on_caret_moved(self) -> None:
        field = self.current_field()
        if field is None:
            return
        caret = field.cursorRect()
        place = field.viewport().mapTo(self._sheet, QPoint(caret.left(), caret.center().y()))
        self.ensureVisible(place.x(), place.y(), 0, 2 * caret.height())


def _texts(words: NoteText) -> tuple[str, str, str, str]:
    return words.title, words.fact, words.effect, words.my_reading

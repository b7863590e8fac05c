"""An expectation or value: what it looks like, what not yet, what it serves, whose it is (S27)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from managernotes.domain.vision import VisionLine
from managernotes.domain.yardstick import Area, Scope, Yardstick, YardstickKind
from managernotes_ui.common.strings import standards as strings
from managernotes_ui.standards.pane import Pane
from managernotes_ui.standards.standards_saver import YardstickField
from managernotes_ui.standards.typed_field import TypedArea, TypedLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

ScopeChange = Callable[[Scope], Scope]
_AREAS = (None, *Area)


class YardstickPane(Pane):
    """`typed` brings a field and its text, `scope_wanted` a change of whose it is."""

    typed = Signal(object, str)
    scope_wanted = Signal(object)
    retire_wanted = Signal()

    def __init__(self, theme: Theme, unsaved: Callable[[YardstickField], str | None]) -> None:
        super().__init__(theme)
        self._unsaved = unsaved
        self._shown: Yardstick | None = None
        self._lines: tuple[VisionLine | None, ...] = ()
        self.title = TypedLine(theme, strings.NAME, strings.NAME_HINT)
        self.source = TypedLine(theme, strings.SOURCE, strings.SOURCE_HINT)
        self.looks = TypedArea(theme, strings.LOOKS, strings.LOOKS_HINT)
        self.not_yet = TypedArea(theme, strings.NOT_YET, strings.NOT_YET_HINT)
        self.above = TypedArea(theme, strings.ABOVE, strings.ABOVE_HINT, lines=1)
        self.area = Select(theme, strings.AREA)
        self.serves = Select(theme, strings.SERVES)
        self.role = TypedLine(theme, strings.ROLE, strings.ROLE_HINT)
        self.level = TypedLine(theme, strings.LEVEL, strings.LEVEL_HINT)
        self.known = TextLabel(theme, "", Type.LIST, tone=Role.TEXT2, lines=0)
        self.trouble = TextLabel(theme, "", Type.META, tone=Role.DANGER, lines=0)
        self.retire = make_button(theme, strings.RETIRE)
        self.retired = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._serves = LabelledField(theme, strings.SERVES, self.serves)
        self._build()
        self._connect()

    def show_yardstick(
        self, one: Yardstick, lines: Sequence[VisionLine], served: VisionLine | None, *, lost: bool
    ) -> None:
        """Show what is stored; a line that has gone stays on offer until another is chosen."""
        self._shown = one
        is_value = one.kind is YardstickKind.VALUE
        for part in (self.role, self.level, self.above):
            part.setVisible(not is_value)
        self.source.setVisible(is_value)
        self.title.edit.setAccessibleName(strings.VALUE_NAME if is_value else strings.NAME)
        for name, field in self._fields():
            if self._unsaved(YardstickField(one.id, name)) is None:
                field.show_text(getattr(one.words, name))
        for line, stored in ((self.role, one.scope.role), (self.level, one.scope.level)):
            if not line.is_typed:
                line.show_text(stored or "")
        self.area.setCurrentIndex(_AREAS.index(one.scope.area))
        self._offer_lines(lines, served, lost=lost)
        self._serves.show_error(strings.LOST_LINE if lost else "")
        self.retire.setText(strings.RETIRE if one.retired_on is None else strings.BRING_BACK)
        self.title.field.show_error("")
        self.tell("")

    def show_known(self, known: str, retired: str) -> None:
        """Say with whom it was talked through, and since when it counts no longer."""
        self.known.setText(known)
        self.known.setVisible(bool(known))
        self.retired.setText(retired)

    def tell(self, sentence: str) -> None:
        """Say what stands in the way; an empty sentence takes it back."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _fields(self) -> tuple[tuple[str, TypedArea | TypedLine], ...]:
        return (
            ("title", self.title),
            ("looks_like", self.looks),
            ("not_yet_like", self.not_yet),
            ("above_like", self.above),
            ("source", self.source),
        )

    def _build(self) -> None:
        theme = self._theme
        for area in _AREAS:
            self.area.addItem(strings.NO_AREA if area is None else strings.AREAS[area])
        for part in (self.title, self.looks, self.not_yet, self.above, self.source):
            self.column.addWidget(part)
        self.column.addLayout(
            _side_by_side((self._serves, 2), (LabelledField(theme, strings.AREA, self.area), 1))
        )
        self.column.addLayout(_side_by_side((self.role, 2), (self.level, 1)))
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.known)
        self.column.addWidget(
            TextLabel(theme, strings.EDIT_HELP, Type.META, tone=Role.MUTED, lines=0)
        )
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.retire)
        foot.addWidget(self.retired, 1)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for name, field in self._fields():
            field.typed.connect(lambda text, name=name: self._on_typed(name, text))
        self.area.activated.connect(self._on_area)
        self.serves.activated.connect(self._on_serves)
        self.role.ended.connect(self._on_role)
        self.level.ended.connect(self._on_role)
        self.retire.clicked.connect(self.retire_wanted)

    def _on_typed(self, name: str, text: str) -> None:
        is_nameless = name == "title" and not text.strip()
        if name == "title":
            self.title.field.show_error(strings.NEEDS_NAME if is_nameless else "")
        if self._shown is not None and not is_nameless:
            self.typed.emit(YardstickField(self._shown.id, name), text)

    def _offer_lines(
        self, lines: Sequence[VisionLine], served: VisionLine | None, *, lost: bool
    ) -> None:
        offered: list[VisionLine | None] = [None, *lines]
        if lost:
            offered.append(served)
        self._lines = tuple(offered)
        self.serves.clear()
        self.serves.addItem(strings.NO_LINE)
        for line in lines:
            self.serves.addItem(line.text)
        if lost:
            gone = served.text if served is not None else ""
            self.serves.addItem(strings.GONE_LINE.format(line=gone))
        self.serves.setCurrentIndex(self._lines.index(served) if served in self._lines else 0)

    def _on_area(self, at: int) -> None:
        area = _AREAS[at]
        self.scope_wanted.emit(lambda scope: replace(scope, area=area))

    def _on_serves(self, at: int) -> None:
        line = self._lines[at]
        identity = line.id if line is not None else None
        self.scope_wanted.emit(lambda scope: replace(scope, vision_line=identity))

    def _on_role(self) -> None:
        role, level = self.role.text.strip() or None, self.level.text.strip() or None
        self.scope_wanted.emit(lambda scope: replace(scope, role=role, level=level))


def _side_by_side(*parts: tuple[LabelledField | TypedLine, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for part, share in parts:
        row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return row

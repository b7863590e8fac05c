"""A role: what it is there for, who is in it on which level, and what is expected in it (S27)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from managernotes.domain.role import Role as TeamRole
from managernotes_ui.common.strings import standards as strings
from managernotes_ui.standards.pane import Pane
from managernotes_ui.standards.standards_saver import PurposeField
from managernotes_ui.standards.typed_field import TypedArea
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover


class RolePane(Pane):
    """People are named A-Z, never counted (INV-13)."""

    typed = Signal(object, str)
    expectation_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        name_of: Callable[..., str],
        unsaved: Callable[[PurposeField], str | None],
    ) -> None:
        super().__init__(theme)
        self._name_of = name_of
        self._unsaved = unsaved
        self._title = ""
        self.title = TextLabel(theme, "", Type.HEADING, lines=0)
        self.title.hold_text(Uncover(theme, self.title, None))
        self.purpose = TypedArea(theme, strings.PURPOSE, strings.PURPOSE_HINT, lines=3)
        self.people = TextLabel(theme, "", Type.LIST, tone=Role.TEXT2, lines=0)
        self.add = make_button(theme, strings.ADD_HERE, icon=Icon.PLUS)
        for part in (self.title, self.purpose, self.people):
            self.column.addWidget(part)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.purpose.typed.connect(self._on_typed)
        self.add.clicked.connect(self.expectation_wanted)

    @property
    def role(self) -> str:
        """The title of the role that is on show."""
        return self._title

    def show_role(self, levels: Sequence[TeamRole]) -> None:
        """Show a role on each of its levels."""
        if not levels:
            return
        self._title = levels[0].title
        self.title.setText(self._title)
        if self._unsaved(PurposeField(self._title)) is None:
            self.purpose.show_text(levels[0].purpose)
        lines = []
        for role in levels:
            names = ", ".join(filter(None, map(self._name_of, role.people)))
            lines.append(f"{role.level or strings.IN_ROLE}: {names or strings.NOBODY}")
        self.people.setText("\n".join(lines))

    def _on_typed(self, words: str) -> None:
        self.typed.emit(PurposeField(self._title), words)

"""The calm page about files that cannot be opened: what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.file_trouble import MENDED_BY_A_BACKUP, Trouble
from managernotes_ui.unlock.gate_column import GateColumn
from managernotes_ui.unlock.rescue_form import RescueForm
from managernotes_ui.unlock.rescue_vm import RescueViewModel
from managernotes_ui.unlock.wide_button import WideButton
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _TOP = 400, 144
_ICON, _STROKE = 40, 1.5


class FilePage(GateColumn):
    """Offers ways on and takes none of them by itself; shows no file name."""

    look_again = Signal()
    other_vault_wanted = Signal()
    new_vault_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        trouble: Trouble,
        rescue: RescueViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _WIDTH, _TOP, strings.STAYS_HERE, parent)
        self.trouble = trouble
        words = strings.FILE_PAGES[trouble.value]
        self.setAccessibleName(words.title)
        self.rescue = RescueForm(theme, rescue)
        self.again = WideButton(
            theme, strings.LOOK_AGAIN, icon=Icon.REFRESH_CW, role=ButtonRole.PRIMARY
        )
        self.other = WideButton(theme, strings.OTHER_VAULT)
        self.new = make_button(
            theme, strings.NEW_ELSEWHERE, role=ButtonRole.LINK, size=ButtonSize.LINE
        )
        self.backup = make_button(
            theme, strings.OTHER_BACKUP, role=ButtonRole.LINK, size=ButtonSize.LINE
        )
        self.problem = TextLabel(theme, "", Type.LIST, tone=Role.DANGER, lines=0)
        title = TextLabel(theme, words.title, Type.TITLE, lines=0)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        icon = GlyphLabel(theme, Icon.NOTEBOOK_PEN, _ICON, Role.ACCENT, stroke=_STROKE)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        column.addWidget(title)
        column.addSpacing(12)
        column.addWidget(TextLabel(theme, words.safe, tone=Role.TEXT2, lines=0))
        column.addSpacing(8)
        column.addWidget(TextLabel(theme, words.todo, tone=Role.TEXT2, lines=0))
        column.addSpacing(24)
        column.addWidget(self.rescue)
        column.addWidget(self.again)
        column.addSpacing(8)
        column.addWidget(self.other)
        column.addSpacing(20)
        links = QHBoxLayout()
        links.setSpacing(20)
        links.addWidget(self.backup)
        links.addWidget(self.new)
        links.addStretch(1)
        column.addLayout(links)
        column.addWidget(self.problem)
        self.again.clicked.connect(self.look_again)
        self.other.clicked.connect(self.other_vault_wanted)
        self.new.clicked.connect(self.new_vault_wanted)
        rescue.found.connect(self._on_backup_found)
        self.problem.hide()
        rescue.not_whole.connect(self._on_not_whole)
        self.backup.clicked.connect(self._on_backup_wanted)
        self._rescue = rescue
        self.backup.setVisible(trouble in MENDED_BY_A_BACKUP)
        if trouble in MENDED_BY_A_BACKUP:
            rescue.look()

    def leave(self) -> None:
        """Forget what was typed."""
        self.rescue.forget()

    def take_focus(self) -> None:
        """Put the keyboard on the first way on."""
        self.again.setFocus()

    @Slot()
    def _on_backup_found(self) -> None:
        """Leave the emphasis to what mends it."""
        self._on_not_whole("")
        self.again.set_role(ButtonRole.PLAIN)

    @Slot(str)
    def _on_not_whole(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @Slot()
    def _on_backup_wanted(self) -> None:
        from managernotes_ui.unlock.vault_dialogs import ask_for_backup

        ask_for_backup(self, self._rescue.vault, self._rescue.look_at)

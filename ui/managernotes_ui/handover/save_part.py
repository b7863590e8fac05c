"""The last step: as what it is saved, that it leaves the vault, and what was handed over before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QVBoxLayout, QWidget

from managernotes.domain.handover import Handover, HandoverFormat
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.discreet_dialog import discreet_dialog
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.strings import handover as strings
from managernotes_ui.handover.handover_vm import HandoverViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.text_label import TextLabel

_INDENT, _MOST = 28, 5
"""Under a choice; earlier hand-overs that are shown at most."""


class SavePart(QWidget):
    """`place_chosen` brings where to."""

    place_chosen = Signal(object)

    def __init__(self, theme: Theme, vm: HandoverViewModel, directory: PeopleDirectory) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._directory = directory
        self._dates = DateWords()
        self.choices: dict[HandoverFormat, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.save = make_button(
            theme, strings.SAVE_AS, role=ButtonRole.PRIMARY, key="Ctrl+Enter", tip=strings.SAVE
        )
        self.outcome = TextLabel(theme, "", Type.LIST, lines=0)
        self._before_head = TextLabel(theme, strings.BEFORE, Type.NAME)
        self._before = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self._build()
        self.save.clicked.connect(self.ask_where)
        vm.saved.connect(self._on_saved)

    def refresh(self) -> None:
        """Show what stands: whether it is being written, and what was handed over before."""
        self.save.setEnabled(not self._vm.saving.is_busy)
        self.choices[self._vm.format].setChecked(True)
        lines = [self._line(one) for one in self._vm.before[:_MOST]]
        self._before.setText("\n".join(lines))
        for part in (self._before_head, self._before):
            part.setVisible(bool(lines))

    def forget(self) -> None:
        """Take back what was said of the file before."""
        self.outcome.setText("")

    @Slot()
    def ask_where(self) -> None:
        """Ask for the file's place; its name tells nobody's name."""
        if self._vm.saving.is_busy:
            return
        dialog = discreet_dialog(self, strings.DIALOG, Path.home())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a name that is taken is refused
        dialog.setDefaultSuffix(strings.SUFFIXES[self._vm.format])
        dialog.selectFile(strings.FILE_NAMES[self._vm.format])
        dialog.fileSelected.connect(lambda name: self.place_chosen.emit(Path(name)))
        dialog.open()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        leaves = Banner(
            self._theme,
            BannerKind.NOTE,
            Icon.TRIANGLE_ALERT,
            strings.LEAVES,
            strings.LEAVES_TEXT,
        )
        column.addWidget(leaves)
        column.addSpacing(12)
        column.addWidget(TextLabel(self._theme, strings.FORMAT, Type.NAME))
        for sort, (title, text) in strings.FORMATS.items():
            choice = QRadioButton(title)
            choice.setAccessibleDescription(text)
            choice.clicked.connect(lambda _on=False, sort=sort: self._choose(sort))
            self._group.addButton(choice)
            self.choices[sort] = choice
            help_text = TextLabel(self._theme, text, Type.META, tone=Role.MUTED, lines=0)
            help_text.setContentsMargins(_INDENT, 0, 0, 4)
            column.addWidget(choice)
            column.addWidget(help_text)
        column.addSpacing(8)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.outcome)
        column.addSpacing(16)
        column.addWidget(self._before_head)
        column.addWidget(self._before)
        column.addStretch(1)

    def _choose(self, sort: HandoverFormat) -> None:
        self._vm.format = sort

    def _line(self, made: Handover) -> str:
        day = f"{made.made_on.day} {self._dates.month(made.made_on)} {made.made_on.year}"
        names = sorted(filter(None, map(self._directory.name_of, made.people)))
        sort = strings.SHORT_FORMATS[made.format]
        return strings.BEFORE_LINE.format(day=day, names=", ".join(names), sort=sort)

    @Slot(str)
    def _on_saved(self, sentence: str) -> None:
        self.outcome.setText(sentence)

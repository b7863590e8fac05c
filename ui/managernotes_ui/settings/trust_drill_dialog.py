"""The drill's dialog: eight small fields for the code from the paper, then what came back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from managernotes.services.trust_sentences import notes_restored, seconds
from managernotes_ui.common.strings import trust as strings
from managernotes_ui.settings.trust_drill_vm import GROUPS, DrillViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.group_field import GroupField
from managernotes_ui.widgets.line_edit import mark_error
from managernotes_ui.widgets.text_label import TextLabel

WIDTH, PADDING, GAP, COLUMNS = 560, 24, 16, 4


class DrillDialog(QDialog):
    """Typing fills a group and moves on; a whole code may be pasted; Enter begins."""

    def __init__(self, theme: Theme, vm: DrillViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vm = vm
        vm.setParent(self)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(strings.DIALOG_TITLE)
        self.setAccessibleName(strings.DIALOG_TITLE)
        self.setAccessibleDescription(strings.DIALOG_TEXT)
        self.fields = [GroupField(theme, number + 1) for number in range(GROUPS)]
        self.problem = TextLabel(theme, "", Type.META, tone=Role.DANGER, lines=0)
        self.busy = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.outcome = Banner(theme, BannerKind.INFO, Icon.CIRCLE_CHECK, "")
        self.begin = make_button(theme, strings.DIALOG_BEGIN, role=ButtonRole.PRIMARY)
        self.close_button = make_button(theme, strings.DIALOG_CANCEL)
        self._build(theme)
        self._connect()
        self._on_changed()
        self.fields[0].setFocus()

    def done(self, code: int) -> None:
        """Close, and drop what was typed."""
        self._vm.forget()
        super().done(code)

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addWidget(TextLabel(theme, strings.DIALOG_TITLE, Type.SECTION, lines=0))
        column.addWidget(TextLabel(theme, strings.DIALOG_TEXT, Type.BODY, tone=Role.TEXT2, lines=0))
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, field in enumerate(self.fields):
            grid.addWidget(field, number // COLUMNS, number % COLUMNS)
        grid.setColumnStretch(COLUMNS, 1)
        column.addLayout(grid)
        for label in (self.problem, self.busy, self.outcome):
            column.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.begin)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._vm.changed.connect(self._on_changed)
        for number, field in enumerate(self.fields):
            field.textEdited.connect(lambda text, number=number: self._on_typed(number, text))
            field.returnPressed.connect(self._vm.begin)
        self.begin.clicked.connect(self._vm.begin)
        self.close_button.clicked.connect(self.reject)

    def _on_typed(self, number: int, text: str) -> None:
        following = self._vm.type_group(number, text)
        if following != number:
            self.fields[following].setFocus()

    @Slot()
    def _on_changed(self) -> None:
        vm = self._vm
        for field, group in zip(self.fields, vm.groups, strict=True):
            if field.text() != group:
                field.setText(group)
            field.setEnabled(not vm.is_busy and vm.finding is None)
            mark_error(field, error=bool(vm.problem))
        self._say(self.problem, vm.problem)
        self._say(self.busy, strings.DIALOG_BUSY if vm.is_busy else "")
        self.outcome.setVisible(vm.finding is not None)
        self.begin.setVisible(vm.finding is None)
        self.begin.setEnabled(vm.can_begin)
        if vm.finding is not None:
            took = seconds(vm.finding.seconds)
            restored = notes_restored(vm.finding.entries)
            title = strings.DIALOG_DONE.format(restored=restored, seconds=took)
            self.outcome.say(title, strings.DIALOG_DONE_TEXT)
            self.close_button.setText(strings.DIALOG_CLOSE)
            self.close_button.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown now; wrapped text is higher than its hint says."""
        column = self.layout()
        if column is not None:
            column.invalidate()
            width = self._theme.scale.px(WIDTH)
            self.setFixedSize(width, column.totalHeightForWidth(width))

    def _say(self, label: TextLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

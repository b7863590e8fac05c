"""The recap to be pasted into a mail: built as you type, changed by hand, copied (SPEC §5.9)."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.private_copy import private_text
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

_COPIED_MS = 2_000
_EDGE = 10


class RecapBox(QWidget):
    """What is changed by hand stays so until it is built again.

    In discreet mode it shows initials and is not written in; what is copied has the names.
    """

    def __init__(self, theme: Theme, vm: AfterViewModel) -> None:
        super().__init__()
        self._vm = vm
        self._dates = DateWords()
        self._title = TextLabel(theme, "", Type.SECTION, lines=2)
        self.copy_button = make_button(
            theme, strings.COPY, icon=Icon.COPY, size=ButtonSize.TINY, key="Ctrl+Shift+C"
        )
        self.again = make_button(
            theme, strings.BUILD_AGAIN, role=ButtonRole.QUIET, size=ButtonSize.TINY
        )
        self.field = TextArea(theme, strings.RECAP_NAME, style=Type.LIST, snug=_EDGE, least_lines=2)
        self.sent = QCheckBox(strings.MARK_SENT)
        self._told = QTimer(self, interval=_COPIED_MS, singleShot=True)
        self._lay_out()
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Show the recap as it is now; what is being changed by hand stays untouched."""
        vm = self._vm
        self._title.setText(strings.RECAP.format(name=vm.sheet.name))
        shown = vm.sheet.shown_text(vm.sheet.recap)
        self.field.setReadOnly(vm.sheet.is_discreet)
        if self.field.toPlainText() != shown and not self._is_typed_in:
            self.field.blockSignals(True)
            self.field.setPlainText(shown)
            self.field.blockSignals(False)
            self.field.updateGeometry()
        self.again.setVisible(bool(vm.sheet.words.get("recap", "")))
        sent_on = vm.sheet.read.talk.recap_sent_on if vm.sheet.read else None
        self.sent.blockSignals(True)
        self.sent.setChecked(sent_on is not None)
        self.sent.blockSignals(False)
        said = strings.MARK_SENT
        if sent_on is not None:
            said = strings.SENT.format(day=self._dates.weekday_and_day(sent_on, vm.sheet.today))
        self.sent.setText(said)

    @Slot()
    def copy(self) -> None:
        """Put the recap on the clipboard, names and all, for a minute and for no history."""
        QGuiApplication.clipboard().setMimeData(private_text(self._vm.sheet.recap))
        self.copy_button.setText(strings.COPIED)
        self.copy_button.updateGeometry()
        self._told.start()

    @property
    def _is_typed_in(self) -> bool:
        return self.field.hasFocus() and not self.field.isReadOnly()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.again)
        head.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addSpacing(4)
        column.addWidget(self.sent)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self.copy)
        self.again.clicked.connect(self._vm.build_recap_again)
        self.field.textChanged.connect(self._on_typed)
        self.sent.toggled.connect(lambda on: self._vm.mark_sent(sent=on))
        self._told.timeout.connect(self._on_told)

    @Slot()
    def _on_typed(self) -> None:
        text = self.field.toPlainText()
        self._vm.put("recap", "" if text == self._vm.sheet.built_recap else text)

    @Slot()
    def _on_told(self) -> None:
        self.copy_button.setText(strings.COPY)
        self.copy_button.updateGeometry()

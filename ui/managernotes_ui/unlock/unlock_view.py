"""The lock screen (14) and what it says when the keyring did not open the vault (18b)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.strings import sealed as sealed_strings
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.gate_column import GateColumn
from managernotes_ui.unlock.unlock_forms import CodeForm, DailyForm, gap
from managernotes_ui.unlock.unlock_vm import UnlockState, UnlockViewModel
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

WIDTH, TOP, TOP_WITH_BANNER = 400, 192, 104
_ICON, _STROKE = 40, 1.5


class UnlockView(GateColumn):
    """Shows no name, no count and no file name; the field has the focus."""

    other_vault_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme, vm: UnlockViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, WIDTH, TOP, strings.STAYS_HERE, parent)
        self._vm = vm
        self.setAccessibleName(strings.LOCKED)
        self.subtitle = TextLabel(theme, strings.NOTHING_SHOWN, tone=Role.MUTED)
        self.banner = Banner(theme, BannerKind.NOTE, Icon.KEY_ROUND, "")
        self._no_banner = gap(4)
        self.daily = DailyForm(theme, vm)
        self.by_code = CodeForm(theme, vm)
        self._build(theme)
        self._connect()
        self._on_changed(vm.state)

    @property
    def takes_notes(self) -> bool:
        """Whether a note can be sealed for this vault."""
        return self._vm.takes_notes

    @property
    def is_opening(self) -> bool:
        """Whether a way in is being tried right now."""
        return self._vm.state.trying is not None

    def take_focus(self) -> None:
        """Put the keyboard into the field of the form that shows."""
        form = self.by_code if self._vm.state.by_code else self.daily
        form.take_focus()

    def forget(self) -> None:
        """Empty every field."""
        self.daily.field.clear()
        self.by_code.field.clear()

    def _build(self, theme: Theme) -> None:
        title = TextLabel(theme, strings.LOCKED, Type.TITLE)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        icon = GlyphLabel(theme, Icon.NOTEBOOK_PEN, _ICON, Role.ACCENT, stroke=_STROKE)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        for label, below in ((title, 4), (self.subtitle, 28)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
            column.addSpacing(below)
        column.addWidget(self.banner)
        column.addWidget(self._no_banner)
        column.addWidget(self.daily)
        column.addWidget(self.by_code)

    def _connect(self) -> None:
        self._vm.changed.connect(self._on_changed)
        self._vm.text_refused.connect(self._on_text_refused)
        for form in (self.daily, self.by_code):
            form.other_vault_wanted.connect(self.other_vault_wanted)
            form.note_wanted.connect(self.note_wanted)
        if self._vm.takes_notes:
            to_note = QShortcut(QKeySequence(sealed_strings.NOTE_KEY), self)
            to_note.activated.connect(self.note_wanted)
        to_code = QShortcut(QKeySequence(strings.USE_CODE_KEY), self)
        to_code.activated.connect(self._on_code_key)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.activated.connect(self._on_back_key)

    @Slot(object)
    def _on_changed(self, state: UnlockState) -> None:
        turned = self.daily.isHidden() != state.by_code
        self.subtitle.setText(strings.OPENING if state.is_slow else strings.NOTHING_SHOWN)
        shows_banner = state.notice is not None and not state.by_code
        if state.notice is not None:
            self.banner.say(*state.notice)
        self.banner.setVisible(shows_banner)
        self._no_banner.setHidden(shows_banner)
        self.set_top(TOP_WITH_BANNER if shows_banner else TOP)
        self.daily.show_state(state)
        self.by_code.show_state(state)
        if turned:
            self.forget()
            self.take_focus()

    @Slot()
    def _on_text_refused(self) -> None:
        form = self.by_code if self._vm.state.by_code else self.daily
        form.select_text()

    @Slot()
    def _on_code_key(self) -> None:
        self._vm.use_code(True)

    @Slot()
    def _on_back_key(self) -> None:
        self._vm.use_code(False)

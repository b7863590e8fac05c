"""Settings, Trust: what the app proves about itself, the drill, what cannot be proven (34)."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from managernotes.services.trust_proof import ProofName
from managernotes.services.trust_sentences import CANNOT_BE_PROVEN, report_lines
from managernotes_ui.common.actions import Actions, ActionSpec
from managernotes_ui.common.actions import Section as KeySection
from managernotes_ui.common.strings import trust as strings
from managernotes_ui.common.trust_vm import TrustViewModel
from managernotes_ui.settings.section import Section
from managernotes_ui.settings.trust_drill_card import TrustDrillCard
from managernotes_ui.settings.trust_row import TrustRow
from managernotes_ui.settings.trust_words import TrustWords
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

FIRST = (
    ProofName.PAGES,
    ProofName.WORDS,
    ProofName.BACKUP,
    ProofName.FILES,
    ProofName.CONNECTIONS,
)
BESIDES = (ProofName.RECORD, ProofName.CIPHER, ProofName.KEYRING)
"""What is read back too, below the fold: the five above are what a manager asks about."""
SIDE_BY_SIDE_FROM, BOX_GAP, COPIED_MS = 560, 16, 2_000

PROVE = ActionSpec(
    name="prove",
    title=strings.PROVE_ACTION,
    section=KeySection.HERE,
    keys=(strings.PROVE_KEY,),
    sheet=strings.PROVE_SHEET,
    icon=Icon.SHIELD_CHECK,
)
DRILL = ActionSpec(
    name="drill",
    title=strings.DRILL_ACTION,
    section=KeySection.HERE,
    icon=Icon.LIFE_BUOY,
)
COPY = ActionSpec(
    name="copy-proofs",
    title=strings.COPY_ACTION,
    section=KeySection.HERE,
    icon=Icon.COPY,
)


class TrustSection(Section):
    """Rows fill in as the proofs end; the drill asks in a dialog of its own."""

    drill_wanted = Signal()

    def __init__(self, theme: Theme, vm: TrustViewModel, actions: Actions) -> None:
        prove = make_button(
            theme,
            strings.PROVE,
            icon=Icon.SHIELD_CHECK,
            role=ButtonRole.PRIMARY,
            key=strings.PROVE_KEY,
            tip=strings.PROVE_TIP,
        )
        super().__init__(theme, strings.NOTHING_YET, strings.FIRST_TIME, control=prove)
        self.prove = prove
        self.vm = vm
        self._words = TrustWords()
        self.rows = {
            name: TrustRow(theme, self._words.row(name, None, vm.today, waits=False))
            for name in (*FIRST, *BESIDES)
        }
        self.drill = TrustDrillCard(theme)
        self.copy = make_button(theme, strings.COPY, icon=Icon.COPY, tip=strings.COPY_ACTION)
        self._copy_help = TextLabel(theme, strings.COPY_HELP, Type.LIST, tone=Role.MUTED, lines=2)
        self._boxes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect(actions)
        self._on_changed()

    @property
    def footer(self) -> tuple[str, ...]:
        """What holds for every row."""
        return (strings.FOOTER,)

    def look_again(self) -> None:
        """Read what the vault remembers, unless a run is under way."""
        if not self.vm.is_proving:
            self.vm.look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the boxes side by side, or one below the other."""
        super().resizeEvent(event)
        side_by_side = self.width() / self.theme.scale.text >= SIDE_BY_SIDE_FROM
        directions = QBoxLayout.Direction
        self._boxes.setDirection(directions.LeftToRight if side_by_side else directions.TopToBottom)

    def _build(self) -> None:
        for name in FIRST:
            self.column.addWidget(self.rows[name])
        self.column.addSpacing(BOX_GAP)
        self._boxes.setSpacing(BOX_GAP)
        self._boxes.addWidget(self.drill, 1)
        self._boxes.addWidget(_not_provable(self.theme), 1)
        self.column.addLayout(self._boxes)
        self.column.addSpacing(BOX_GAP)
        copying = QHBoxLayout()
        copying.setSpacing(8)
        copying.addWidget(self.copy)
        copying.addWidget(self._copy_help, 1)
        self.column.addLayout(copying)
        self.column.addSpacing(28)
        self.column.addWidget(TextLabel(self.theme, strings.ALSO, Type.NAME, lines=0))
        self.column.addSpacing(8)
        for name in BESIDES:
            self.column.addWidget(self.rows[name])
        self.column.addStretch(1)

    def _connect(self, actions: Actions) -> None:
        self.vm.changed.connect(self._on_changed)
        self.prove.clicked.connect(self._on_prove)
        self.drill.wanted.connect(self.drill_wanted)
        self.copy.clicked.connect(self._on_copy)
        actions.add(PROVE, self, self.vm.prove)
        actions.add(DRILL, self, self.drill_wanted.emit)
        actions.add(COPY, self, self._on_copy)

    @Slot()
    def _on_changed(self) -> None:
        vm, now = self.vm, self.vm.now
        if vm.is_proving:
            ended = len(vm.shown)
            self.say(strings.PROVING, strings.SO_FAR.format(done=ended, total=len(self.rows)))
        else:
            self.say(*self._words.heading(vm.report, now))
        self._dress_button()
        for name, row in self.rows.items():
            proof = vm.shown.get(name)
            row.show_words(self._words.row(name, proof, now.date(), waits=vm.is_proving))
        self.drill.show_drill(vm.drilled, now)
        self.copy.setEnabled(vm.report is not None)

    def _dress_button(self) -> None:
        words = strings.PROVE if self.vm.report is None else strings.PROVE_AGAIN
        self.prove.setText(strings.STOP if self.vm.is_proving else words)

    @Slot()
    def _on_prove(self) -> None:
        if self.vm.is_proving:
            self.vm.stop()
        else:
            self.vm.prove()

    @Slot()
    def _on_copy(self) -> None:
        report = self.vm.report
        if report is not None:
            text = "\n".join(report_lines(report, self.vm.drilled))
            QGuiApplication.clipboard().setText(text)
            self._copy_help.setText(strings.COPIED)
            QTimer.singleShot(COPIED_MS, self, self._on_copied)

    @Slot()
    def _on_copied(self) -> None:
        self._copy_help.setText(strings.COPY_HELP)


def _not_provable(theme: Theme) -> QWidget:
    box = Card(Surface.SUNKEN)
    column = QVBoxLayout(box)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(6)
    column.addWidget(TextLabel(theme, strings.NOT_PROVABLE, Type.NAME, lines=0))
    for line in CANNOT_BE_PROVEN:
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 2, 0, 0)
        sign.addWidget(GlyphLabel(theme, Icon.MINUS, 16, Role.MUTED))
        sign.addStretch(1)
        row.addLayout(sign)
        row.addWidget(TextLabel(theme, line, Type.LIST, tone=Role.TEXT2, lines=0), 1)
        column.addLayout(row)
    column.addStretch(1)
    return box

"""Hand over to the next manager: who, what, look at it, save; nothing leaves before (S38)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import NoteText
from managernotes.text.markdown_html import MarkdownRenderer
from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import handover as strings
from managernotes_ui.handover.handover_ticks import item_lines, people_lines
from managernotes_ui.handover.handover_vm import HandoverViewModel, Step
from managernotes_ui.handover.save_part import SavePart
from managernotes_ui.handover.step_line import StepLine
from managernotes_ui.notes.open_link import ask_to_open
from managernotes_ui.notes.preview_browser import PreviewBrowser
from managernotes_ui.notes.preview_maker import Preview, PreviewMaker, PreviewRequest
from managernotes_ui.notes.preview_vm import PreviewViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tick_list import TickList

NARROW, WIDEST = 960, 800
PADDING, NARROW_PADDING = 32, 24
_QUESTIONS = (strings.WHO, strings.WHAT, strings.LOOK, strings.SAVE)
_INSIDE = 24

GO_ON = ActionSpec(
    name="handover-go-on",
    title=strings.GO_ON_TIP,
    section=Section.HERE,
    keys=("Ctrl+Return", "Ctrl+Enter"),
    shown="Ctrl+Enter",
    sheet="next step; save",
    icon=Icon.ARROW_RIGHT,
    in_palette=False,
)
GO_BACK = ActionSpec(
    name="handover-go-back",
    title=strings.BACK_TIP,
    section=Section.HERE,
    keys=("Alt+Up",),
    sheet="step before",
    icon=Icon.ARROW_LEFT,
    in_palette=False,
)


class HandoverPage(Page):
    """Draws a HandoverViewModel; a place that names a person begins with them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, session = desk.theme, desk.session
        self.vm = HandoverViewModel(session, desk.directory, self)
        self._preview = PreviewViewModel(
            PreviewMaker(MarkdownRenderer(), session.discreet.text), self._request, self
        )
        self.steps = StepLine(theme)
        self.question = TextLabel(theme, "", Type.SECTION, lines=0)
        self.help = TextLabel(theme, "", Type.LIST, tone=Role.MUTED, lines=0)
        self.trouble = TextLabel(theme, "", Type.LIST, tone=Role.DANGER, lines=0)
        self.who = TickList(theme, strings.WHO_LIST, covers=False)
        self.what = TickList(theme, strings.WHAT_LIST, covers=True)
        self.look = PreviewBrowser(theme, strings.PREVIEW_NAME, margin=_INSIDE)
        self.save = SavePart(theme, self.vm, desk.directory)
        self.back = make_button(theme, strings.BACK, key="Alt+Up", tip=strings.BACK_TIP)
        self.go_on = make_button(
            theme,
            strings.GO_ON,
            role=ButtonRole.PRIMARY,
            key="Ctrl+Enter",
            tip=strings.GO_ON_TIP,
        )
        self._stack = QStackedWidget()
        self._step: Step | None = None
        self._build()
        self._connect()

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Begin, with the person that the place names."""
        self._step = None
        self.save.forget()
        self.vm.begin(place.person)

    def take_focus(self) -> None:
        """Put the keyboard where the step is taken."""
        part = self._part
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def footer_items(self) -> Sequence[str]:
        """How much is ticked."""
        if self.vm.step is not Step.WHAT or not self.vm.items:
            return ()
        return (strings.COUNT.format(ticked=self.vm.ticked, all=len(self.vm.items)),)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The step on show, and the buttons."""
        return (self._part, self.go_on if self.go_on.isVisible() else self.back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the padding, and a width that can be read."""
        super().resizeEvent(event)
        side = NARROW_PADDING if self.window().width() <= NARROW else PADDING
        spare = max(0, self.width() - 2 * side - self._desk.theme.scale.px(WIDEST))
        self._column.setContentsMargins(side, 24, side + spare, 16)

    # --- inside -------------------------------------------------------------------------------

    @property
    def _part(self) -> QWidget:
        saving = self.save.choices[self.vm.format]
        return (self.who, self.what, self.look, saving)[self.vm.step]

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TextLabel(self._desk.theme, strings.TITLE, Type.TITLE), 1)
        head.addWidget(self.back)
        head.addWidget(self.go_on)
        paper = Card()
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(1, 16, 1, 8)
        inside.addWidget(self.look)
        self.trouble.hide()
        for part in (self.who, self.what, paper, self.save):
            self._stack.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacing(12)
        self._column.addWidget(self.steps)
        self._column.addSpacing(20)
        self._column.addWidget(self.question)
        self._column.addSpacing(2)
        self._column.addWidget(self.help)
        self._column.addWidget(self.trouble)
        self._column.addSpacing(12)
        self._column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.vm.changed.connect(self._on_changed)
        self.vm.told.connect(self._tell)
        self.who.turned.connect(lambda key: self.vm.turn_person(cast("PersonId", key)))
        self.what.turned.connect(lambda key: self.vm.turn_item(cast("Hashable", key)))
        self.go_on.clicked.connect(self.vm.go_on)
        self.back.clicked.connect(self.vm.go_back)
        self.save.place_chosen.connect(self.vm.save)
        self._preview.changed.connect(self._on_preview)
        self.look.link_chosen.connect(self._on_link)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._desk.actions.add(GO_ON, self, self._go_on, scope=inside)
        self._desk.actions.add(GO_BACK, self, self.vm.go_back, scope=inside)

    def _request(self) -> PreviewRequest:
        return PreviewRequest(NoteText(fact=self.vm.markdown), strings.UNDER_TITLE)

    @Slot()
    def _go_on(self) -> None:
        if self.vm.step is Step.SAVE:
            self.save.ask_where()
        else:
            self.vm.go_on()

    @Slot()
    def _on_changed(self) -> None:
        vm, directory = self.vm, self._desk.directory
        self.who.show_lines(people_lines(directory.people, vm.people))
        self.what.show_lines(item_lines(vm.items, vm.ticks, directory.name_of, DateWords()))
        self.save.refresh()
        self.footer_items_changed.emit(list(self.footer_items))
        if vm.step is not self._step:
            self._show_step(vm.step)

    def _show_step(self, step: Step) -> None:
        self._step = step
        self.steps.show_step(step)
        self.question.setText(_QUESTIONS[step])
        self.help.setText(self._help_of(step))
        self.help.setVisible(bool(self.help.text()))
        self._stack.setCurrentIndex(step)
        self.back.setVisible(step is not Step.WHO)
        self.go_on.setVisible(step is not Step.SAVE)
        if step is Step.LOOK:
            self._preview.refresh()
        if self.isVisible():
            self.take_focus()

    def _help_of(self, step: Step) -> str:
        if step is Step.WHO and not self._desk.directory.people:
            return strings.NOBODY_YET
        if step is Step.WHAT and not self.vm.items:
            return strings.NOTHING_YET
        return strings.HELP[step]

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    @Slot(Preview)
    def _on_preview(self, preview: Preview) -> None:
        self.look.break_anywhere(preview.endless_word)
        self.look.show_pieces(preview.pieces)

    @Slot(str)
    def _on_link(self, address: str) -> None:
        ask_to_open(self._desk.theme, address, self.window())

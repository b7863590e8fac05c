"""Step 8: "If …, then I …"; the built-in starters are picked and made one's own."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.preparation import IfThen
from managernotes_ui.common.strings import prepare_questions as texts
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.choices import FlowLayout
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import (
    Button,
    ButtonRole,
    ButtonSize,
    icon_button,
    make_button,
)
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_label import TextLabel

_THEY = "they "


class PlansPart(Part):
    """One card a plan; under them the starters that are not taken yet."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        self.plans: list[PlanCard] = []
        self.starters: dict[str, Button] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._column.addLayout(self._cards)
        self._column.addSpacing(8)
        self._column.addWidget(self._make_starters())
        self.show_words()

    @property
    def first(self) -> QWidget:
        """The first plan, or the first starter."""
        return self.plans[0].then if self.plans else self.own

    def showEvent(self, event: QShowEvent) -> None:
        """Order the stops of Tab; coming into its window has put them as they were made."""
        super().showEvent(event)
        self._order_tabs()

    def show_words(self) -> None:
        """Show the plans as they are written."""
        written = self._vm.words.if_then
        while len(self.plans) > len(written):
            self._take(self.plans[-1])
        while len(self.plans) < len(written):
            self._add()
        for card, plan in zip(self.plans, written, strict=True):
            card.show_plan(plan)
        self._offer()

    def _make_starters(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for when, _then in texts.STARTERS:
            button = make_button(
                self._theme,
                when.removeprefix(_THEY),
                icon=Icon.PLUS,
                size=ButtonSize.SMALL,
                tip=strings.ADD_STARTER.format(when=when),
            )
            button.clicked.connect(lambda _on=False, when=when: self._on_starter(when))
            self.starters[when] = button
            flow.addWidget(button)
        self.own = make_button(
            self._theme,
            strings.ADD_OWN_PLAN,
            icon=Icon.PLUS,
            role=ButtonRole.QUIET,
            size=ButtonSize.SMALL,
        )
        self.own.clicked.connect(lambda: self._begin(IfThen("", "")))
        flow.addWidget(self.own)
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        return row

    def _offer(self) -> None:
        taken = {card.plan.when for card in self.plans}
        for when, button in self.starters.items():
            button.setVisible(when not in taken)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go down the plans and then to the starters, whenever each was made."""
        stops = [stop for card in self.plans for stop in (card.when, card.then, card.remove)]
        for before, after in pairwise([*stops, *self.starters.values(), self.own]):
            QWidget.setTabOrder(before, after)

    def _on_starter(self, when: str) -> None:
        self._begin(IfThen(when, dict(texts.STARTERS)[when]))

    def _begin(self, plan: IfThen) -> None:
        card = self._add()
        card.show_plan(plan)
        self._on_typed()
        self._offer()
        (card.then if plan.when else card.when).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self) -> PlanCard:
        card = PlanCard(self._theme)
        self.plans.append(card)
        self._cards.addWidget(card)
        card.typed.connect(self._on_typed)
        card.then.left.connect(self._vm.save_now)
        card.remove.clicked.connect(lambda: self._on_remove(card))
        return card

    def _take(self, card: PlanCard) -> None:
        self.plans.remove(card)
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_remove(self, card: PlanCard) -> None:
        self._take(card)
        self._on_typed()
        self._offer()
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_typed(self) -> None:
        plans = tuple(card.plan for card in self.plans)
        self._vm.write(replace(self._vm.words, if_then=plans))


class PlanCard(Card):
    """The words "If" with a short line, "then" with a text."""

    typed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.when = LineEdit(theme, strings.IF_NAME, strings.IF_HINT)
        self.then = AnswerArea(theme, strings.THEN_NAME, strings.THEN_HINT)
        self.remove = icon_button(
            theme,
            Icon.X,
            strings.REMOVE_PLAN,
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TextLabel(theme, strings.IF, Type.BUTTON))
        head.addWidget(self.when, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(TextLabel(theme, strings.THEN, Type.BUTTON, tone=Role.MUTED))
        column.addWidget(self.then)
        self.when.textEdited.connect(lambda _text: self.typed.emit())
        self.then.typed.connect(lambda _text: self.typed.emit())

    @property
    def plan(self) -> IfThen:
        """What is written."""
        return IfThen(self.when.text(), self.then.text())

    def show_plan(self, plan: IfThen) -> None:
        """Show other words."""
        if plan.when != self.when.text():
            self.when.setText(plan.when)
        self.then.show_text(plan.then)

"""Step 0: may this talk be held at all, have they heard it, is there a calm day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from managernotes.domain.conversation import ConversationType
from managernotes.domain.preparation import PolicyCheck
from managernotes_ui.common.strings import prepare_questions as texts
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.choices import Choices
from managernotes_ui.preparing.even_lines import EvenLines
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.preparing.standing import must_stop
from managernotes_ui.preparing.tick_line import TickLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.text_label import TextLabel

_YES_NO = (strings.YES, strings.NO)
_POLICIES = tuple(PolicyCheck)


class GatePart(Part):
    """Yes to the first question stops it: HR first, and the choice that says it was done."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        theme = self._theme
        self.grave = Choices(theme, texts.GATE, _YES_NO)
        self.policy = Choices(theme, strings.POLICY, tuple(strings.POLICIES.values()))
        self.told = Choices(theme, texts.TOLD_BEFORE, _YES_NO)
        self.calm = Choices(theme, texts.CALM_DAY, _YES_NO)
        self.glad = TickLine(theme, strings.WOULD_BE_GLAD, detail=strings.WOULD_BE_GLAD_HELP)
        self.same_for_all = TickLine(theme, strings.SAME_FOR_ALL)
        self.even = EvenLines(tools)
        self.stop = Banner(
            theme,
            BannerKind.NOTE,
            Icon.TRIANGLE_ALERT,
            strings.STOP_TITLE,
            strings.STOP_TEXT,
        )
        self._policy_head = TextLabel(theme, strings.POLICY, Type.BODY_STRONG, lines=0)
        self._not_told = TextLabel(theme, strings.NOT_TOLD, Type.LIST, tone=Role.MUTED, lines=0)
        self._not_calm = TextLabel(theme, strings.NOT_CALM, Type.LIST, tone=Role.MUTED, lines=0)
        self._build()
        self._connect()
        self.refresh()

    @property
    def first(self) -> QWidget:
        """The first answer."""
        return self.grave.buttons[0]

    def refresh(self) -> None:
        """Show the answers, and what follows from them."""
        read = self._vm.read
        if read is None:
            return
        it = read.desk.preparation
        self.grave.set_current(_place(it.is_grave))
        self.told.set_current(_place(it.told_before))
        self.calm.set_current(_place(it.is_calm))
        self.policy.set_current(_POLICIES.index(it.policy_check))
        self.glad.set_ticked(it.would_be_glad)
        self.same_for_all.set_ticked(it.same_for_all)
        self.even.refresh()
        self.stop.setVisible(must_stop(it.is_grave, it.policy_check))
        for widget in (self._policy_head, self.policy):
            widget.setVisible(bool(it.is_grave))
        self._not_told.setVisible(it.told_before is False)
        self._not_calm.setVisible(it.is_calm is False)
        self.glad.setVisible(read.desk.conversation.type is ConversationType.PIP)

    def _build(self) -> None:
        column = self._column
        column.addWidget(self.grave)
        column.addSpacing(12)
        column.addWidget(self.stop)
        column.addWidget(self._policy_head)
        column.addWidget(self.policy)
        for text, choices, after in (
            (texts.TOLD_BEFORE, self.told, self._not_told),
            (texts.CALM_DAY, self.calm, self._not_calm),
        ):
            column.addSpacing(20)
            column.addWidget(TextLabel(self._theme, text, Type.SECTION, lines=0))
            column.addSpacing(12)
            column.addWidget(choices)
            column.addSpacing(4)
            column.addWidget(after)
        column.addSpacing(12)
        column.addWidget(self.same_for_all)
        column.addWidget(self.even)
        column.addWidget(self.glad)

    def _connect(self) -> None:
        change = self._vm.changes.set
        self.grave.chosen.connect(_answer(partial(_set, change, "is_grave")))
        self.policy.chosen.connect(lambda at: change(policy_check=_POLICIES[at]))
        self.told.chosen.connect(_answer(partial(_set, change, "told_before")))
        self.calm.chosen.connect(_answer(partial(_set, change, "is_calm")))
        self.same_for_all.ticked.connect(lambda on: change(same_for_all=on))
        self.glad.ticked.connect(lambda on: change(would_be_glad=on))


class PolicyPart(Part):
    """Step 8: whether HR has to be asked first, and was."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        self.policy = Choices(self._theme, strings.POLICY, tuple(strings.POLICIES.values()))
        self._column.addWidget(self.policy)
        self.policy.chosen.connect(lambda at: self._vm.changes.set(policy_check=_POLICIES[at]))
        self.refresh()

    @property
    def first(self) -> QWidget:
        """The first answer."""
        return self.policy.buttons[0]

    def refresh(self) -> None:
        """Show the answer."""
        if self._vm.read is not None:
            check = self._vm.read.desk.preparation.policy_check
            self.policy.set_current(_POLICIES.index(check))


def _place(answer: bool | None) -> int:  # noqa: FBT001 - an answer
    return -1 if answer is None else int(not answer)


def _answer(tell: Callable[[bool], None]) -> Callable[[int], None]:
    return lambda at: tell(at == 0)


def _set(change: Callable[..., None], fact: str, answer: bool) -> None:  # noqa: FBT001 - an answer
    change(**{fact: answer})

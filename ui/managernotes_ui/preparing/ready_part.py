"""The end of the steps: prepared, or gone in with something open for a reason (INV-07, INV-15)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.conversation import ConversationState
from managernotes.domain.preparation import Path
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.preparing.tick_line import TickLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.text_label import TextLabel


class ReadyPart(Part):
    """Says how it stands; the one sentence is offered only while a must is open."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        theme = self._theme
        self.same_for_all = TickLine(theme, strings.SAME_FOR_ALL)
        self._state = TextLabel(theme, "", Type.BODY, lines=0)
        self.mark = make_button(theme, strings.MARK_PREPARED, size=ButtonSize.SMALL)
        self._head = TextLabel(theme, strings.OVERRIDE, Type.BODY_STRONG, lines=0)
        self._help = TextLabel(theme, strings.OVERRIDE_HELP, Type.LIST, tone=Role.MUTED, lines=0)
        self.sentence = AnswerArea(theme, strings.OVERRIDE, strings.OVERRIDE_HINT)
        self._field = ErrorField(theme, self.sentence)
        self.override = make_button(theme, strings.OVERRIDE_BUTTON, size=ButtonSize.SMALL)
        left = Qt.AlignmentFlag.AlignLeft
        column = self._column
        column.addWidget(self._state)
        column.addWidget(self.same_for_all)
        column.addSpacing(4)
        column.addWidget(self.mark, 0, left)
        column.addSpacing(16)
        column.addWidget(self._head)
        column.addWidget(self._help)
        column.addSpacing(8)
        column.addWidget(self._field)
        column.addSpacing(8)
        column.addWidget(self.override, 0, left)
        self._connect()
        self.show_words()
        self.refresh()

    @property
    def first(self) -> QWidget:
        """What can be done now."""
        return self.mark if self.mark.isVisibleTo(self) else self.sentence

    def refresh(self) -> None:
        """Say whether it is prepared, or how much is open in words."""
        read = self._vm.read
        if read is None:
            return
        it, musts = read.desk.preparation, self._vm.standing.musts_open
        self.same_for_all.set_ticked(it.same_for_all)
        self.same_for_all.setVisible(it.path is Path.SHORT)  # else the first step asks it
        prepared = read.desk.conversation.state is ConversationState.PREPARED
        if prepared:
            words = strings.OVERRIDDEN if musts else strings.IS_PREPARED_TEXT
        elif musts:
            words = strings.NOT_PREPARED.format(open=strings.open_count(musts))
        else:
            words = strings.NOTHING_OPEN
        self._state.setText(words)
        self.mark.setVisible(not prepared and not musts)
        for widget in (self._head, self._help, self._field, self.override):
            widget.setVisible(bool(musts) and not prepared)

    def show_words(self) -> None:
        """Show the sentence as it is written."""
        self.sentence.show_text(self._vm.words.override)

    def _connect(self) -> None:
        changes = self._vm.changes
        self.same_for_all.ticked.connect(lambda on: changes.set(same_for_all=on))
        self.mark.clicked.connect(changes.mark_prepared)
        self.sentence.typed.connect(self._on_typed)
        self.override.clicked.connect(self._on_override)
        self._vm.standing_changed.connect(self.refresh)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._field.clear_error()
        self._vm.write(replace(self._vm.words, override=text))

    @Slot()
    def _on_override(self) -> None:
        sentence = self.sentence.text().strip()
        if not sentence:
            self._field.show_error(strings.OVERRIDE_EMPTY)
            self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._vm.changes.override(sentence)

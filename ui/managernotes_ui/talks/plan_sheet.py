"""The sheet that plans a talk: any of the sixteen sorts, each with its line of why (S12)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.away import UsualTime
from managernotes.domain.conversation import (
    ONE_ON_ONES,
    PREPARED_TYPES,
    Conversation,
    ConversationType,
)
from managernotes.domain.identity import PersonId
from managernotes.domain.template import Template
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import plan_talk as strings
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.plan_vm import PlanChoice, PlanField, PlanViewModel
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

_MINUTES = {True: "45", False: "30"}
"""How long a one-to-one usually takes, and another talk."""
_LONGEST = 120


class PlanSheet(FormSheet):
    """`offer` opens it with somebody chosen; once planned, the talk is chosen in the list."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.PLAN_TITLE, strings.PLAN, parent)
        self._desk = desk
        self._dates = DateWords()
        self.vm = PlanViewModel(desk.session, self)
        theme = desk.theme
        self.who = Select(theme, strings.WHO)
        self.sort = Select(theme, strings.SORT)
        self.template = Select(theme, strings.TEMPLATE)
        self._why = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        hints = {
            PlanField.ABOUT: (strings.ABOUT, strings.ABOUT_HINT),
            PlanField.DAY: (strings.DAY, strings.DAY_HINT),
            PlanField.TIME: (strings.TIME, strings.TIME_HINT),
            PlanField.MINUTES: (strings.MINUTES, ""),
        }
        self.edits = {field: LineEdit(theme, *words) for field, words in hints.items()}
        self.fields = {
            field: LabelledField(theme, hints[field][0], edit) for field, edit in self.edits.items()
        }
        self._templates: Sequence[Template] = ()
        self._wanted = ""
        """The template that was asked for by name; it is offered whatever its sort."""
        self._lay_out()
        self._connect()

    def offer(
        self,
        person: PersonId | None = None,
        sort: ConversationType | None = None,
        template: str = "",
    ) -> None:
        """Open with empty fields, and with whom, which sort and by which template, if known."""
        self._wanted = template
        people = self._desk.directory.people
        self.who.clear()
        for one in people:
            self.who.addItem(one.display_name, one.id)
        ids = [one.id for one in people]
        self.who.setCurrentIndex(ids.index(person) if person in ids else min(0, len(ids) - 1))
        self.sort.setCurrentIndex(list(talk_strings.TYPES).index(sort) if sort else 0)
        for edit in self.edits.values():
            edit.clear()
        self._on_refused({})
        self._on_sort()
        self._on_person()
        self.vm.ask_templates()
        first = self.who if person is None else self.sort
        self.show_sheet(first)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        for sort, words in talk_strings.TYPES.items():
            self.sort.addItem(words[:1].upper() + words[1:], sort.value)
        self.add_row(
            LabelledField(theme, strings.WHO, self.who),
            LabelledField(theme, strings.SORT, self.sort),
        )
        self.add_row(self._why)
        self.add_row(
            *(self.fields[one] for one in (PlanField.DAY, PlanField.TIME, PlanField.MINUTES)),
            shares=(2, 1, 1),
        )
        self.add_row(self.fields[PlanField.ABOUT])
        self.add_row(LabelledField(theme, strings.TEMPLATE, self.template))
        self.edits[PlanField.ABOUT].setMaxLength(_LONGEST)

    def _connect(self) -> None:
        self.submitted.connect(self._on_submitted)
        self.sort.currentIndexChanged.connect(self._on_sort)
        self.who.currentIndexChanged.connect(self._on_person)
        self.template.currentIndexChanged.connect(self._on_template)
        self.vm.templates_known.connect(self._on_templates)
        self.vm.usual_known.connect(self._on_usual)
        self.vm.refused.connect(self._on_refused)
        self.vm.failed.connect(self.tell)
        self.vm.planned.connect(self._on_planned)
        for edit in self.edits.values():
            edit.textEdited.connect(lambda _words: self._on_refused({}))

    @property
    def chosen_sort(self) -> ConversationType:
        """The sort that is chosen."""
        return ConversationType(self.sort.currentData())

    @Slot()
    def _on_submitted(self) -> None:
        choice = PlanChoice(
            self.who.currentData(), self.chosen_sort, self.template.currentData() or None
        )
        self.vm.plan(choice, {field: edit.text() for field, edit in self.edits.items()})

    @Slot()
    def _on_sort(self) -> None:
        """Offer the templates of the sort, the usual one first."""
        sort = self.chosen_sort
        self.template.clear()
        for one in self._templates:
            if one.type is sort or one.name == self._wanted:
                self.template.addItem(one.words.title, one.name)
        self.template.addItem(strings.NO_TEMPLATE, "")
        wanted = self.template.findData(self._wanted) if self._wanted else 0
        self.template.setCurrentIndex(max(wanted, 0))
        minutes = self.edits[PlanField.MINUTES]
        if minutes.text() in {"", *_MINUTES.values()}:
            minutes.setText(_MINUTES[sort in ONE_ON_ONES])
        self._on_template()

    @Slot()
    def _on_template(self) -> None:
        name = self.template.currentData()
        why = next((one.words.why for one in self._templates if one.name == name), "")
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.refit()

    @Slot()
    def _on_person(self) -> None:
        person = self.who.currentData()
        if person is not None:
            self.vm.ask_usual(person)

    @Slot(list)
    def _on_templates(self, templates: list[Template]) -> None:
        self._templates = templates
        self._on_sort()

    @Slot(object)
    def _on_usual(self, usual: UsualTime) -> None:
        """Fill in when the two usually talk, where nothing was typed."""
        day, at = self.edits[PlanField.DAY], self.edits[PlanField.TIME]
        wanted = self.vm.next_usual(usual)
        if wanted is not None and not day.isModified():
            day.setText(self._dates.weekday_and_day(wanted, self.vm.today()))
        if usual.at is not None and not at.isModified():
            at.setText(f"{usual.at:%H:%M}")

    @Slot(dict)
    def _on_refused(self, errors: dict[PlanField, str]) -> None:
        self.tell("")
        for name, field in self.fields.items():
            field.show_error(errors.get(name, ""))
        first = next((self.edits[name] for name in self.fields if name in errors), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            first.selectAll()
        self.refit()

    @Slot(object)
    def _on_planned(self, talk: Conversation) -> None:
        self.close_sheet()
        page = PageName.PREPARE if talk.type in PREPARED_TYPES else PageName.CONVERSATIONS
        self._desk.navigator.go(Place(page, conversation=talk.id))

"""The sheet of where somebody wants to go, in their own words; everything in it saves itself."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from managernotes.domain.growth import GrowthPlan, PlanState, PlanWords
from managernotes.domain.identity import PersonId
from managernotes.domain.plan_rules import NEXT
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import growth as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.deed_sheet import DayField
from managernotes_ui.talks.saving_sheet import SavingSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_area import TextArea


@dataclass(frozen=True, slots=True)
class _Values:
    said_on: date | None
    state: PlanState


class DirectionSheet(SavingSheet):
    """`offer` opens it with what they have said so far."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.DIRECTION_TITLE, "", save_plan_word, parent)
        theme = desk.theme
        self.direction = TextArea(
            theme, strings.DIRECTION_FIELD, strings.DIRECTION_HINT, least_lines=3
        )
        self.strengths = LineEdit(theme, strings.STRENGTHS)
        self.horizon = LineEdit(theme, strings.HORIZON, strings.HORIZON_HINT)
        self.said = DayField(theme, strings.DIRECTION_ON, "today", self.today, is_past=True)
        self.state = Select(theme, strings.PLAN_STATE)
        self._lay_out()

    def offer(self, person: PersonId) -> None:
        """Open with what is stored."""
        self._desk.session.read(
            lambda workspace: workspace.growth.of_person(person).plan,
            done=lambda plan: self._begin(person, plan),
            channel="direction-to-write",
            as_stored=True,
        )

    def read_values(self) -> _Values:
        """Return the day they said it, and how far the plan is."""
        return _Values(self.said.read(), PlanState(self.state.currentData()))

    def store_values(self, workspace: Workspace, values: object) -> object:
        """Store the day, and move the plan on; a plan without words waits for them."""
        new, person = cast("_Values", values), cast("PersonId", self.record)
        plan = workspace.growth.of_person(person).plan
        if plan is None or new.said_on != plan.said_on:
            words = plan.words if plan is not None else PlanWords()
            plan = workspace.growth.save_plan(person, words, said_on=new.said_on)
        if new.state is not plan.state:
            plan = workspace.growth.step_plan(person, new.state)
        return plan

    def _begin(self, person: PersonId, plan: GrowthPlan | None) -> None:
        self.fill(person, plan and plan.words, strings.DIRECTION_TITLE)
        self.said.show_day(plan.said_on if plan is not None else None)
        state = plan.state if plan is not None else PlanState.EXPLORING
        self.state.clear()
        for one in (state, *NEXT[state]):
            self.state.addItem(strings.PLAN_STATES[one], one.value)
        self.take_values()
        self.show_sheet(self.direction)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.add_row(LabelledField(theme, strings.DIRECTION_FIELD, self.direction))
        self.add_row(LabelledField(theme, strings.STRENGTHS, self.strengths))
        self.add_row(LabelledField(theme, strings.HORIZON, self.horizon))
        self.add_row(self.said, LabelledField(theme, strings.PLAN_STATE, self.state))
        self.add_hint()
        self.hold_words("direction", self.direction)
        self.hold_words("strengths", self.strengths)
        self.hold_words("horizon", self.horizon)
        self.hold_value(self.said.edit)
        self.hold_value(self.state)
        self.direction.textChanged.connect(self.refit)


def save_plan_word(workspace: Workspace, key: Hashable, name: str, words: str) -> object:
    """Save one of a plan's words; the first one begins the plan, said today."""
    person = cast("PersonId", key)
    plan = workspace.growth.of_person(person).plan
    old = plan.words if plan is not None else PlanWords()
    said_on = plan.said_on if plan is not None else workspace.ledger.today()
    said_in = plan.said_in if plan is not None else None
    new = replace(old, **{name: words})
    return workspace.growth.save_plan(person, new, said_on=said_on, said_in=said_in)

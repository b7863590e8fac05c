"""State behind the sheet that plans a talk: who, which sort, when, from which template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes.domain.away import UsualTime
from managernotes.domain.conversation import (
    Conversation,
    ConversationType,
    ConversationWords,
    NewConversation,
)
from managernotes.domain.identity import PersonId
from managernotes.domain.template import Template
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DAYS_IN_WEEK
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import plan_talk as strings
from managernotes_ui.talks.typed_when import typed_day, typed_minutes, typed_time


class PlanField(StrEnum):
    """The fields that are typed."""

    ABOUT = "about"
    DAY = "day"
    TIME = "time"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """What is chosen, not typed."""

    person: PersonId | None
    sort: ConversationType
    template: str | None


class PlanViewModel(QObject):
    """Plans what the fields describe; `refused` brings a sentence for each field at fault."""

    refused = Signal(dict)
    failed = Signal(str)
    planned = Signal(object)
    templates_known = Signal(list)
    usual_known = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._is_planning = False

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    def ask_templates(self) -> None:
        """Read the templates; `templates_known` follows."""
        self._session.read(
            _templates, done=self.templates_known.emit, channel="plan-templates", as_stored=True
        )

    def ask_usual(self, person: PersonId) -> None:
        """Read when the two usually talk; `usual_known` follows."""
        self._session.read(
            lambda workspace: workspace.away.usual(person),
            done=self.usual_known.emit,
            channel="plan-usual",
        )

    def next_usual(self, usual: UsualTime) -> date | None:
        """Return the next usual day, today excluded."""
        if usual.weekday is None:
            return None
        now = self.today()
        ahead = (usual.weekday - now.weekday() - 1) % DAYS_IN_WEEK + 1
        return now + timedelta(days=ahead)

    def plan(self, choice: PlanChoice, typed: dict[PlanField, str]) -> None:
        """Plan the talk, or say what stands in the way; one at a time."""
        if self._is_planning:
            return
        if choice.person is None:
            self.failed.emit(strings.NOBODY)
            return
        new = self._read(choice.person, choice.sort, typed)
        if new is None:
            return
        self._is_planning = True
        self._session.write(
            lambda workspace: workspace.talks.plan(new, choice.template),
            changes=Changed.TALKS,
            done=self._on_planned,
            failed=self._on_failed,
        )

    def _read(
        self, person: PersonId, sort: ConversationType, typed: dict[PlanField, str]
    ) -> NewConversation | None:
        errors: dict[PlanField, str] = {}
        readers: dict[PlanField, Callable[[str], Any]] = {
            PlanField.DAY: lambda words: typed_day(words, self.today()),
            PlanField.TIME: typed_time,
            PlanField.MINUTES: typed_minutes,
        }
        values: dict[PlanField, Any] = {}
        for field, reader in readers.items():
            try:
                values[field] = reader(typed.get(field, ""))
            except InvalidInputError as error:
                errors[field] = str(error)
        if errors:
            self.refused.emit(errors)
            return None
        return NewConversation(
            type=sort,
            people=(person,),
            words=ConversationWords(title=typed.get(PlanField.ABOUT, "").strip()),
            planned_on=values[PlanField.DAY],
            planned_at=values[PlanField.TIME],
            minutes=values[PlanField.MINUTES],
        )

    def _on_planned(self, talk: Conversation) -> None:
        self._is_planning = False
        self.planned.emit(talk)

    def _on_failed(self, error: Exception) -> None:
        self._is_planning = False
        known = isinstance(error, ManagerNotesError)
        self.failed.emit(str(error) if known else strings.NOT_PLANNED)


def _templates(workspace: Workspace) -> list[Template]:
    return list(workspace.templates.list())

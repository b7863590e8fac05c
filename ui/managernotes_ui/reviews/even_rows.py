"""The lines of the tab "Even hand": an expectation, a moment under it, or that there is none."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind
from managernotes_ui.reviews.said_line import SaidSpan
from managernotes_ui.widgets.line_list import ListLine


@dataclass(frozen=True, slots=True, kw_only=True)
class EvenHead(ListLine):
    """An expectation or a value; it is no text of a note and stays open."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvenNothing(ListLine):
    """An expectation by which nothing was noted says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvenRow(ListLine):
    """One moment: who, when it was seen, what, and how long until it was said."""

    name: str
    day: str
    span: SaidSpan
    note: NoteId
    person: PersonId
    kind: Kind


Line = EvenHead | EvenNothing | EvenRow

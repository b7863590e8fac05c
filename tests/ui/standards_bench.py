"""Expectations over a real vault, for the tests of their screens."""

from __future__ import annotations

from datetime import date

from managernotes.domain.identity import NoteId, PersonId, YardstickId
from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.yardstick import Scope, Yardstick, YardstickKind, YardstickWords
from tests.ui.people_bench import PeopleBench
from tests.ui.talk_bench import TODAY, tell

HANDS_OVER, CALM = "Hands over so others can act", "Calm under pressure"


def expect(
    bench: PeopleBench, title: str, *people: PersonId, role: str | None = None
) -> YardstickId:
    """Store an expectation, of Dana unless somebody else or a role is named."""
    named = people or (() if role else (bench.bench.dana.id,))
    words = YardstickWords(title=title)
    scope = Scope(role=role)
    one = bench.bench.ask(
        lambda workspace: workspace.yardsticks.add(YardstickKind.EXPECTATION, words, named, scope)
    )
    tell(bench)
    return one.id


def seen(  # noqa: PLR0913 - a note's parts, by keyword
    bench: PeopleBench,
    fact: str,
    by: YardstickId | None,
    *,
    kind: Kind = Kind.WIN,
    on: date = TODAY,
    said: bool = False,
) -> NoteId:
    """Write a note about Dana that is measured by something, and say it aloud if it was."""
    note = bench.bench.note(NoteText(fact=fact), kind=kind, day=on)
    if by is not None:
        bench.bench.ask(lambda workspace: workspace.yardsticks.link_note(by, note))
    if said:
        bench.bench.ask(lambda workspace: workspace.sharing.said(note, on))
    bench.bench.session.notes_changed.emit()
    bench.settle()
    return note


def get(bench: PeopleBench, yardstick: YardstickId) -> Yardstick:
    """Return an expectation as it is in the vault."""
    return bench.bench.ask(lambda workspace: workspace.yardsticks.get(yardstick))


def measured_by(bench: PeopleBench, note: NoteId) -> list[str]:
    """Return what a note is measured by in the vault."""
    found = bench.bench.ask(lambda workspace: workspace.yardsticks.of_note(note))
    return [one.words.title for one in found]

"""What the tour adds to the story for the pictures of what is expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from managernotes.domain.identity import PersonId, YardstickId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.yardstick import CopyWords, YardstickKind, YardstickWords
from managernotes.services.workspace import Workspace
from managernotes_ui.tour.stage import Stage

HANDS_OVER = "Hands over so others can act"
THEIR_WORDS = "If I am ill tomorrow, nobody has to ring me."
_ASKS = "Asks before the second day is over"
_FIRST_WEEKS = (
    (date(2026, 11, 12), Kind.WIN, "Asked on the first day what nobody had asked in a year."),
    (date(2026, 11, 19), Kind.CONCERN, "Two days on the import alone, and said so only on Friday."),
)
_YEARS_AGO = (date(2023, 11, 20), date(2024, 9, 2), date(2025, 10, 1))


def yardstick_named(workspace: Workspace, title: str) -> YardstickId:
    """Return the expectation or value of a name."""
    return next(one.id for one in workspace.yardsticks.list() if one.words.title == title)


def write_their_words(workspace: Workspace, person: PersonId) -> None:
    """Write down how somebody says what is expected."""
    words = CopyWords(in_their_words=THEIR_WORDS)
    workspace.yardsticks.save_copy(yardstick_named(workspace, HANDS_OVER), person, words)


def tell_first_weeks(workspace: Workspace, person: PersonId) -> None:
    """Expect one thing of somebody new, with two notes of one month."""
    words = YardstickWords(title=_ASKS)
    one = workspace.yardsticks.add(YardstickKind.EXPECTATION, words, (person,))
    for day, kind, fact in _FIRST_WEEKS:
        new = NewObservation(text=NoteText(fact=fact), kind=kind, people=(person,), occurred_on=day)
        workspace.yardsticks.link_note(one.id, workspace.notes.add(new).id)


def lose_a_line(workspace: Workspace) -> None:
    """Take the first line out of the vision, so that what served it asks for another (S09)."""
    vision = workspace.vision.now()
    assert vision is not None
    workspace.vision.save(vision.words.text, vision.words.lines[1:])


def reword_over_years(stage: Stage) -> None:
    """Give an expectation a version in each of three years."""
    now = stage.clock.now()
    for number, day in enumerate(_YEARS_AGO, start=1):
        stage.clock.step_to(datetime.combine(day, time(9), now.tzinfo))
        stage.ask(partial(_reword, number=number))
    stage.clock.step_to(now)


def _reword(workspace: Workspace, *, number: int) -> None:
    identity = yardstick_named(workspace, HANDS_OVER)
    words = workspace.yardsticks.get(identity).words
    said = f"The night shift starts from the note alone, {number} nights of 3."
    workspace.yardsticks.reword(identity, replace(words, looks_like=said))

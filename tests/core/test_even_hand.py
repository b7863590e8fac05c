"""One standard for everybody: every concern by it, how long until it was said, nothing summed."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

from managernotes.domain.even_hand import EvenLine
from managernotes.domain.identity import NoteId, PersonId, YardstickId
from managernotes.domain.observation import KeptBack, Kind, NewObservation, NoteText
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from tests.core.office import Office
from tests.core.talks_office import TODAY, person


def standard(office: Office) -> YardstickId:
    """Return an expectation that holds for all."""
    words = YardstickWords(title="Answers within a day")
    return office.yardsticks.add(YardstickKind.EXPECTATION, words).id


def concern(office: Office, who: PersonId, by: YardstickId, days_ago: int) -> NoteId:
    """Note a concern that a standard measures."""
    note = office.notes.add(
        NewObservation(
            text=NoteText(fact="The reply came on the third day."),
            kind=Kind.CONCERN,
            people=(who,),
            occurred_on=TODAY - timedelta(days=days_ago),
        )
    )
    office.yardsticks.link_note(by, note.id)
    return note.id


def lines(office: Office, by: YardstickId, who: PersonId) -> list[tuple[str, int, bool]]:
    """Return what the page for preparing a talk with somebody shows of that standard."""
    newest = next(row for row in office.notes.timeline(who).rows if row.kind is Kind.CONCERN)
    prepared = office.preparations.from_note(newest.id)
    office.preparations.link_yardstick(prepared.id, by)
    return [
        (line.name, line.days, line.is_said) for line in office.preparations.desk(prepared.id).even
    ]


def test_s24_every_concern_by_one_standard_tells_its_days_a_to_z(office: Office) -> None:
    raj, ana = person(office, "Raj"), person(office, "Ana")
    by = standard(office)
    concern(office, raj, by, 41)
    said = concern(office, ana, by, 20)
    office.sharing.said(said, TODAY - timedelta(days=17))
    concern(office, ana, standard(office), 9)  # by another standard
    assert lines(office, by, raj) == [("Ana", 3, True), ("Raj", 41, False)]


def test_s24_what_is_kept_back_with_a_reason_stands_there_too(office: Office) -> None:
    raj = person(office, "Raj")
    by = standard(office)
    office.sharing.keep_back(concern(office, raj, by, 30), KeptBack.TOO_SMALL)
    concern(office, raj, by, 2)
    assert lines(office, by, raj) == [("Raj", 30, False), ("Raj", 2, False)]


def test_s24_a_line_holds_no_sum_and_no_word_of_the_note() -> None:
    assert {part.name for part in fields(EvenLine)} == {
        "note",
        "person",
        "name",
        "occurred_on",
        "state",
        "days",
    }

"""Handing people over to the next manager: what is offered, the file, that it was made (S38)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from managernotes.domain.day_words import year_day
from managernotes.domain.handover import (
    TICKED_SORTS,
    Handover,
    HandoverDocument,
    HandoverFormat,
    HandoverItem,
    HandoverKept,
    HandoverPerson,
    HandoverSection,
    HandoverSort,
)
from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes.errors import InvalidInputError
from managernotes.exchange.handover_markdown import handover_markdown
from managernotes.services.handover_lines import HandoverLine, HandoverLines, HandoverSources
from managernotes.services.ledger import Ledger
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.present_people import want_present
from managernotes.storage import handovers as storage_handovers
from managernotes.storage import people as storage_people
from managernotes.storage.papers import Sort
from managernotes.text.name_mask import NameMask
from managernotes.text.ordinary_words import is_ordinary

_HEADINGS: Final = {
    HandoverSort.GOAL: "Goals",
    HandoverSort.PROMISE: "What is open between us",
    HandoverSort.AGREEMENT: "What was agreed",
    HandoverSort.TALK: "What was agreed",
    HandoverSort.DIRECTION: "Growth",
    HandoverSort.GROWTH_STEP: "Growth",
    HandoverSort.MENTORING: "Growth",
    HandoverSort.AIMS: "Growth",
    HandoverSort.EXPECTATION: "Expectations we talked through",
    HandoverSort.THANKS: "Working together",
    HandoverSort.WORKS_BEST: "Working together",
    HandoverSort.WIN: "What went well",
    HandoverSort.READING: "My own reading",
}


class HandoversService:
    """What can be done with hand-overs; whatever is written comes from `handover_lines`."""

    def __init__(self, ledger: Ledger, papers: PaperWriting, sources: HandoverSources) -> None:
        self._ledger = ledger
        self._papers = papers
        self._lines = HandoverLines(sources, ledger.today)

    def offer(self, people: Iterable[PersonId]) -> tuple[HandoverItem, ...]:
        """Return what may be ticked, people A-Z; goals, agreements and growth are ticked at first.

        Never ticked at first: what is about somebody who is not among these people.
        PersonNotFoundError for somebody in the bin, or gone.
        """
        wanted = frozenset(people)
        want_present(self._ledger.db, wanted)
        mask = self._mask_of_others(wanted)
        return tuple(
            _item(who.id, line, wanted, mask)
            for who in self._people(wanted)
            for line in self._lines.of(who)
        )

    def make(self, items: Iterable[HandoverItem]) -> bytes:
        """Return the file: Markdown of the ticked items and of nothing else, in UTF-8.

        Their words are read anew from the vault; the window draws a PDF of the same text.
        InvalidInputError when nothing is ticked, or when something ticked may not be handed over
        or is no longer there.
        """
        wanted = {item.key for item in items if item.is_ticked}
        if not wanted:
            raise InvalidInputError(
                "Nothing is ticked, so there is nothing to hand over.", "Tick what is to go."
            )
        people = frozenset(person for _, _, person in wanted)
        want_present(self._ledger.db, people)
        told: list[HandoverPerson] = []
        for who in self._people(people):
            lines = [one for one in self._lines.of(who) if (one.sort, one.id, who.id) in wanted]
            wanted -= {(one.sort, one.id, who.id) for one in lines}
            told.append(_person(who, lines))
        if wanted:
            raise InvalidInputError(
                "Something that was ticked cannot be handed over, or is gone; nothing was written.",
                "Look through the list once more.",
            )
        document = HandoverDocument(made_on=self._ledger.today(), people=tuple(told))
        return handover_markdown(document).encode("utf-8")

    def keep(
        self,
        people: Sequence[PersonId],
        made_on: date,
        kind: HandoverFormat,
        items: Iterable[HandoverItem],
    ) -> None:
        """Note in the vault that a hand-over was made, and which lines were in it.

        InvalidInputError for a day to come, or without anybody; PersonNotFoundError for somebody
        unknown.
        """
        if not people:
            raise InvalidInputError("A hand-over is about somebody.", "Choose who it is about.")
        if made_on > self._ledger.today():
            raise InvalidInputError("That day has not come yet.", "Use today or a day before.")
        kept = [
            HandoverKept(sort=item.sort, id=item.id, person=item.person)
            for item in items
            if item.is_ticked
        ]
        db = self._ledger.db
        with db.transaction():
            _, key = self._papers.add(Sort.HANDOVER, storage_handovers.to_json(kept), "")
            storage_handovers.insert(db, key, people, made_on, kind)

    def made(self) -> tuple[Handover, ...]:
        """Return every hand-over that was made, the newest first."""
        return storage_handovers.handovers(self._ledger.db)

    def _people(self, wanted: frozenset[PersonId]) -> Iterator[Person]:
        """Yield these people, A-Z (INV-13)."""
        yield from (who for who in storage_people.people(self._ledger.db) if who.id in wanted)

    def _mask_of_others(self, wanted: frozenset[PersonId]) -> NameMask:
        everybody = storage_people.people(self._ledger.db)
        return NameMask((who.display_name, who.alias) for who in everybody if who.id not in wanted)


def _item(
    person: PersonId, line: HandoverLine, wanted: frozenset[PersonId], mask: NameMask
) -> HandoverItem:
    is_about_others = not wanted.issuperset(line.others)
    words = (
        line.entry.lead,
        line.entry.text,
        *line.entry.facts,
        line.entry.quote,
        *line.entry.points,
    )
    return HandoverItem(
        id=line.id,
        sort=line.sort,
        person=person,
        text=line.text,
        on=line.on,
        is_ticked=line.sort in TICKED_SORTS and not is_about_others,
        names_others=is_about_others or any(_names(mask, text) for text in words),
    )


def _names(mask: NameMask, text: str) -> bool:
    return any(not is_ordinary(text[spot.start : spot.end]) for spot in mask.stretches(text))


def _person(who: Person, lines: Sequence[HandoverLine]) -> HandoverPerson:
    return HandoverPerson(
        name=who.display_name,
        about=_about(who),
        sections=tuple(
            HandoverSection(heading=heading, entries=tuple(line.entry for line in group))
            for heading, group in groupby(lines, key=lambda line: _HEADINGS[line.sort])
        ),
        has_readings=any(line.sort is HandoverSort.READING for line in lines),
    )


def _about(who: Person) -> str:
    known = [who.role or "", f"level {who.level}" if who.level else "", who.team or ""]
    if who.started_on:
        known.append(f"here since {year_day(who.started_on)}")
    if who.manager_since:
        known.append(f"led by me since {year_day(who.manager_since)}")
    return " · ".join(filter(None, known))

"""The notes of the sample: about whom, when, and how far each has been said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate, groupby
from operator import attrgetter, itemgetter
from random import Random

from managernotes.domain.observation import (
    SHAREABLE_KINDS,
    Kind,
    NewObservation,
    Sensitivity,
    Source,
)
from managernotes.services.sample_calendar import Calendar, written_at
from managernotes.services.sample_grammar import Sentences
from managernotes.services.sample_material import Material, Scene, Team, Trade
from managernotes.services.sample_people import Member
from managernotes.services.sample_setting import NoteSetting
from managernotes.services.sample_sharing import said
from managernotes.services.sample_text import SampleText

_KINDS = {
    Kind.WIN: 24,
    Kind.CONCERN: 12,
    Kind.SUPPORT_GIVEN: 12,
    Kind.LESSON: 7,
    Kind.CONTEXT: 9,
    Kind.GROWTH: 7,
    Kind.PRAISE_GIVEN: 6,
    Kind.FEEDBACK_GIVEN: 6,
    Kind.THEIR_FEEDBACK_TO_ME: 4,
    Kind.FEEDBACK_FROM_OTHERS: 4,
    Kind.AGREEMENT_NOTE: 6,
    Kind.LOOSE: 3,
}
"""How many of a hundred notes are of each kind."""

_TAGGED = 0.55
_TAGGED_TWICE = 0.2
_COMES_BACK = 0.07
_FURTHEST_COME_BACK = 42
_COME_BACK_STAYS = timedelta(days=4)
"""A day to come back to that passed longer ago was looked at and taken away."""

_FROM_PAPER = 0.12
_RESTRICTED = 0.02


@dataclass(frozen=True, slots=True)
class SampleNote:
    """A note, whom it is about (places in the list of members), and when it was written."""

    note: NewObservation
    about: tuple[int, ...]
    written_at: datetime


class NoteMaker:
    """Tells the notes of a year, about members drawn by how much is written about each."""

    def __init__(
        self, material: Material, members: Sequence[Member], today: date, chance: Random
    ) -> None:
        self._members = members
        self._today = today
        self._chance = chance
        self._text = SampleText(material.leads, chance)
        self._calendars = {trade.name: Calendar(today, trade.weekend) for trade in material.trades}
        self._mates = [_mates_of(place, members) for place in range(len(members))]
        self._shares = list(accumulate(member.share for member in members))
        self._kinds = list(_KINDS)
        self._kind_shares = list(accumulate(_KINDS.values()))

    def notes(self, count: int) -> Iterator[SampleNote]:
        """Tell so many notes, day after day, and within a day in the order they were written."""
        moments = sorted(self._moment() for _ in range(count))
        for _day, of_the_day in groupby(moments, key=itemgetter(0)):
            notes = [self._note(place, day) for day, place in of_the_day]
            yield from sorted(notes, key=attrgetter("written_at"))

    def _moment(self) -> tuple[date, int]:
        """Draw a day and whom its note is about."""
        place = self._drawn(self._shares)
        member = self._members[place]
        calendar = self._calendars[member.trade.name]
        return calendar.day(self._chance, member.started_on), place

    def _note(self, place: int, day: date) -> SampleNote:
        chance = self._chance
        member, mates = self._members[place], self._mates[place]
        trade = member.trade
        scene = self._scene(member.team, alone=not mates)
        hours = (trade.first_hour, trade.last_hour)
        setting = NoteSetting(member.called, list(mates), day, hours, chance)
        sentences = Sentences((scene.words, trade.words), setting, chance)
        text = self._text.note_text(scene, member.team.scenes[scene.kind], sentences)
        share_state, shared_on = said(scene.kind, day, self._today, chance)
        note = NewObservation(
            text=text,
            kind=scene.kind,
            occurred_on=day,
            come_back_on=self._come_back(day),
            tags=self._tags(scene, trade),
            source=self._source(scene),
            sensitivity=self._sensitivity(scene.kind),
            share_state=share_state,
            shared_on=shared_on,
        )
        about = self._about(scene, place, mates, sentences)
        return SampleNote(note, about, written_at(day, self._today, hours, chance))

    def _scene(self, team: Team, *, alone: bool) -> Scene:
        scenes = team.scenes[self._kinds[self._drawn(self._kind_shares)]]
        while (scene := scenes[int(self._chance.random() * len(scenes))]).pair and alone:
            pass
        return scene

    def _about(
        self, scene: Scene, place: int, mates: dict[str, int], sentences: Sentences
    ) -> tuple[int, ...]:
        if scene.nobody:
            return ()
        return (place, mates[sentences.value("peer")]) if scene.pair else (place,)

    def _tags(self, scene: Scene, trade: Trade) -> tuple[str, ...]:
        drawn = self._chance.random()
        if drawn >= _TAGGED:
            return ()
        first = scene.tags[int(self._chance.random() * len(scene.tags))]
        if drawn >= _TAGGED_TWICE:
            return (first,)
        return tuple(dict.fromkeys((first, _one(trade.tags, self._chance))))

    def _come_back(self, day: date) -> date | None:
        if self._chance.random() >= _COMES_BACK:
            return None
        come_back = day + timedelta(days=1 + int(self._chance.random() * _FURTHEST_COME_BACK))
        return come_back if come_back >= self._today - _COME_BACK_STAYS else None

    def _source(self, scene: Scene) -> Source:
        seen = scene.kind in SHAREABLE_KINDS and scene.source is Source.FIRST_HAND
        if seen and self._chance.random() < _FROM_PAPER:
            return Source.DOCUMENT
        return scene.source

    def _sensitivity(self, kind: Kind) -> Sensitivity:
        closed = kind is Kind.CONCERN and self._chance.random() < _RESTRICTED
        return Sensitivity.RESTRICTED if closed else Sensitivity.NORMAL

    def _drawn(self, upto: Sequence[float]) -> int:
        return bisect_right(upto, self._chance.random() * upto[-1])


def _mates_of(place: int, members: Sequence[Member]) -> dict[str, int]:
    """Return the others of a person's team, by the name they are called."""
    group = members[place].group
    return {
        other.called: index
        for index, other in enumerate(members)
        if index != place and other.group == group
    }


def _one(choices: Sequence[str], chance: Random) -> str:
    return choices[int(chance.random() * len(choices))]

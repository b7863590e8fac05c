"""Talks, promises, threads and yardsticks of the sample: made up per person, stored in bulk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter
from random import Random
from typing import Any, Protocol
from uuid import UUID

from managernotes.domain.away import UsualTime
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Kind, NewObservation
from managernotes.resources import resource_folder
from managernotes.services.ledger import Ledger
from managernotes.services.sample_calendar import YEAR
from managernotes.services.sample_hard_talks import tell_hard_talks
from managernotes.services.sample_one_on_ones import tell_talks
from managernotes.services.sample_papers import SamplePapers, Subject, TalkedAbout
from managernotes.services.sample_people import Member
from managernotes.services.sample_speech import Speech, read_talk_material
from managernotes.services.sample_talk_days import talk_days
from managernotes.services.sample_threads import make_yardsticks, tell_thread
from managernotes.storage import (
    away,
    bulk_papers,
    bulk_preparations,
    bulk_talks,
    people,
    preparation_words,
    promises,
    threads,
    topics,
    yardsticks,
)
from managernotes.storage.bulk_papers import NewPaper
from managernotes.storage.conversation_words import findable as said
from managernotes.storage.conversation_words import to_json as talk_json
from managernotes.storage.papers import Sort


class TalkMaker:
    """Hears every note as it is stored, and tells the talks that go with them."""

    def __init__(self, members: Sequence[Member], today: date, chance: Random) -> None:
        self._members = members
        self._today = today
        self._chance = chance
        self._notes = [0] * len(members)
        self._concerns: defaultdict[int, list[TalkedAbout]] = defaultdict(list)

    def hear(self, identity: NoteId, note: NewObservation, about: Sequence[int]) -> None:
        """Remember what a talk may be about; `about` are places in the list of members."""
        for place in about:
            self._notes[place] += 1
        if note.kind is Kind.CONCERN and len(about) == 1:
            state, heard_on = note.share_state, note.shared_on
            told = TalkedAbout(identity, note.kind, note.occurred_on, state, heard_on)
            self._concerns[about[0]].append(told)

    def write(self, ledger: Ledger, identities: Sequence[PersonId]) -> None:
        """Store everything in one transaction."""
        team = self._subjects(identities)
        papers = self._told(team)
        db = ledger.db
        with db.transaction():
            numbers = bulk_papers.insert_papers(db, _papers(papers), ledger.device)
            known = people.person_keys(db, identities)
            bulk_talks.insert_talks(db, papers.talks, numbers, known)
            bulk_talks.insert_topics(db, papers.topics, numbers, known)
            bulk_talks.insert_promises(db, papers.promises, numbers, known)
            bulk_preparations.insert_yardsticks(db, papers.yardsticks, numbers, known)
            bulk_preparations.insert_preparations(db, papers.preparations, numbers)
            bulk_preparations.insert_threads(db, papers.threads, numbers, known)
            bulk_preparations.plan_notes(db, papers.plans, numbers)
            bulk_preparations.say_notes(db, papers.said, numbers)
            for one in team:
                away.set_usual(db, one.id, UsualTime(one.days.weekday, one.days.at))

    def _subjects(self, identities: Sequence[PersonId]) -> list[Subject]:
        material = read_talk_material(resource_folder("sample") / "talks.toml")
        return [
            Subject(
                id=identity,
                speech=Speech(material, member, self._mates(place), self._chance),
                days=talk_days(member, self._notes[place], self._today, self._chance),
                concerns=sorted(self._concerns[place], key=attrgetter("on")),
                today=self._today,
                chance=self._chance,
            )
            for place, (identity, member) in enumerate(zip(identities, self._members, strict=True))
        ]

    def _mates(self, place: int) -> list[str]:
        group = self._members[place].group
        return [
            other.called
            for index, other in enumerate(self._members)
            if index != place and other.group == group
        ]

    def _told(self, team: Sequence[Subject]) -> SamplePapers:
        papers = SamplePapers()
        since = self._today - timedelta(days=YEAR)
        papers.yardsticks = make_yardsticks(team, team[0].speech.material.yardsticks, since)
        known = [one.id for one in papers.yardsticks]
        for who in team:
            tell_talks(who, papers)
            tell_hard_talks(who, known, papers)
            tell_thread(who, papers)
        papers.said += _said(team, papers)
        return papers


def _said(team: Iterable[Subject], papers: SamplePapers) -> Iterator[tuple[NoteId, ConversationId]]:
    """Yield the concerns that somebody heard on the day of a talk, with that talk."""
    talks = {(talk.people[0], talk.held_on): talk.id for talk in papers.talks if talk.held_on}
    told = {note for note, _ in papers.said}
    for who in team:
        for concern in who.concerns:
            talk = talks.get((who.id, concern.heard_on)) if concern.heard_on else None
            if talk is not None and concern.id not in told:
                yield concern.id, talk


def _papers(told: SamplePapers) -> list[NewPaper]:
    """Return every paper in the order in which it was written."""
    found = [
        *(_paper(Sort.CONVERSATION, one, talk_json(one.words), said(one.words))
          for one in told.talks),
        *(_paper(Sort.TOPIC, one, topics.to_json(one.text), one.text) for one in told.topics),
        *(_paper(Sort.PROMISE, one, promises.to_json(one.words), promises.findable(one.words))
          for one in told.promises),
        *(_paper(Sort.PREPARATION, one, preparation_words.to_json(one.words),
                 preparation_words.plain(one.words)) for one in told.preparations),
        *(_paper(Sort.THREAD, one, threads.to_json(one.words), threads.plain_of(one.words))
          for one in told.threads),
        *(_paper(Sort.YARDSTICK, one, yardsticks.to_json(one.words), yardsticks.plain(one.words))
          for one in told.yardsticks),
    ]  # fmt: skip
    return sorted(found, key=attrgetter("at"))


class _Made(Protocol):
    """What every paper has before it is stored."""

    @property
    def id(self) -> UUID: ...

    @property
    def created_at(self) -> datetime: ...


def _paper(sort: Sort, made: _Made, words: Mapping[str, Any], plain: str) -> NewPaper:
    return NewPaper(sort, made.id, words, plain, made.created_at)

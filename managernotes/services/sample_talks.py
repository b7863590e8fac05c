"""Talks, promises, threads and yardsticks of the sample: made up per person, stored in bulk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from operator import attrgetter
from random import Random

from managernotes.domain.away import UsualTime
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Kind, NewObservation
from managernotes.resources import resource_folder
from managernotes.services.ledger import Ledger
from managernotes.services.sample_calendar import YEAR
from managernotes.services.sample_goals import tell_goals, tell_growth
from managernotes.services.sample_hard_talks import tell_hard_talks
from managernotes.services.sample_lessons import tell_lesson, tell_measures
from managernotes.services.sample_one_on_ones import tell_talks
from managernotes.services.sample_paper_rows import paper_rows
from managernotes.services.sample_papers import SamplePapers, Subject, TalkedAbout
from managernotes.services.sample_people import Member
from managernotes.services.sample_speech import Speech, read_talk_material
from managernotes.services.sample_talk_days import talk_days
from managernotes.services.sample_threads import make_yardsticks, tell_thread
from managernotes.storage import (
    away,
    bulk_goals,
    bulk_papers,
    bulk_preparations,
    bulk_talks,
    people,
)


class TalkMaker:
    """Hears every note as it is stored, and tells the talks that go with them."""

    def __init__(self, members: Sequence[Member], today: date, chance: Random) -> None:
        self._members = members
        self._today = today
        self._chance = chance
        self._notes = [0] * len(members)
        self._concerns: defaultdict[int, list[TalkedAbout]] = defaultdict(list)
        self._single: defaultdict[int, list[tuple[NoteId, Kind]]] = defaultdict(list)

    def hear(self, identity: NoteId, note: NewObservation, about: Sequence[int]) -> None:
        """Remember what a talk may be about; `about` are places in the list of members."""
        for place in about:
            self._notes[place] += 1
        if len(about) == 1:
            self._single[about[0]].append((identity, note.kind))
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
            numbers = bulk_papers.insert_papers(db, paper_rows(papers), ledger.device)
            known = people.person_keys(db, identities)
            bulk_talks.insert_talks(db, papers.talks, numbers, known)
            bulk_talks.insert_topics(db, papers.topics, numbers, known)
            bulk_talks.insert_promises(db, papers.promises, numbers, known)
            bulk_preparations.insert_yardsticks(db, papers.yardsticks, numbers, known)
            bulk_preparations.insert_preparations(db, papers.preparations, numbers)
            bulk_preparations.insert_threads(db, papers.threads, numbers, known)
            bulk_preparations.plan_notes(db, papers.plans, numbers)
            bulk_preparations.say_notes(db, papers.said, numbers)
            bulk_goals.insert_goals(db, papers.goals, numbers, known)
            plans, steps = papers.growth_plans, papers.growth_steps
            bulk_goals.insert_growth(db, plans, steps, numbers, known)
            bulk_goals.insert_mentoring(db, papers.mentoring, numbers, known)
            bulk_goals.insert_lessons(db, papers.lessons, numbers, known)
            bulk_goals.measure_notes(db, papers.measured, numbers)
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
                notes=self._single[place],
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
        for who in team:  # later than all talks, which stay what they were
            tell_goals(who, papers)
            tell_growth(who, papers)
            tell_lesson(who, papers)
            tell_measures(who, known, papers)
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

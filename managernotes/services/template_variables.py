"""What the app fills into a template by itself, for one person and one talk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from typing import Final

from managernotes.domain.day_words import day_and_time, full_day, short_day
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.person import Person
from managernotes.domain.template import VARIABLES, Variable
from managernotes.services.ledger import Ledger
from managernotes.storage import people as storage_people
from managernotes.storage import (
    promise_lists,
    promises,
    talks_with,
    template_facts,
    topics,
)
from managernotes.storage.template_facts import FillingTalk

_NOTHING_OPEN: Final = "none"
_SHORTENED: Final = 120
"""Characters of one promise or topic within a template."""


class TemplateVariables:
    """Reads the values; nothing is written."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of(self, person: PersonId, talk: ConversationId | None) -> tuple[Variable, ...]:
        """Return every variable, in the order in which they are offered.

        PersonNotFoundError or PaperNotFoundError when one was erased.
        """
        db = self._ledger.db
        who = storage_people.person(db, person)
        filling = template_facts.filling_talk(db, talk) if talk else None
        found = {variable.name: variable for variable in self._known(who, filling)}
        return tuple(found.get(name, Variable(name, "")) for name in VARIABLES)

    def _known(self, who: Person, talk: FillingTalk | None) -> Iterator[Variable]:
        db, today = self._ledger.db, self._ledger.today()
        key = storage_people.person_keys(db, [who.id])[who.id]
        day = (talk.on if talk else None) or self._coming(key, today)[0] or today
        yield Variable("person", who.display_name)
        yield Variable("date", full_day(day))
        yield Variable("day", short_day(today, today))
        yield Variable("cadence", who.cadence.value)
        yield Variable("role", who.role or "")
        yield Variable("level", who.level or "")
        yield Variable("started_on", full_day(who.started_on) if who.started_on else "")
        yield Variable("recognition_pref", who.recognition_pref)
        yield Variable("direction", who.aims)
        last = talks_with.last_one_on_one(db, key, day)
        yield Variable("last_date", short_day(last.facts.on, today) if last else "")
        after, at = self._coming(key, day + timedelta(days=1))
        yield Variable("next", day_and_time(after, at, today) if after else "")
        yield from self._open(who.id, today)
        yield from self._yardsticks(key, talk, today)
        if talk:
            yield from self._of_talk(talk, today)

    def _coming(self, person: int, start: date) -> tuple[date | None, time | None]:
        ahead = talks_with.talks_ahead(self._ledger.db, person, start, limit=1)
        return (ahead[0].facts.on, ahead[0].facts.at) if ahead else (None, None)

    def _open(self, person: PersonId, today: date) -> Iterator[Variable]:
        db = self._ledger.db
        mine = promises.promises(db, promise_lists.mine(db, person))
        theirs = promises.promises(db, promise_lists.theirs(db, person))
        carried = [topic for topic in topics.open_of(db, [person]) if topic.carried]
        oldest = min((topic.first_on for topic in carried), default=None)
        yield Variable("i_owe", _listed([one.words.text for one in mine]), len(mine))
        yield Variable("they_owe", _listed([one.words.text for one in theirs]), len(theirs))
        yield Variable(
            "carried",
            _listed([topic.text for topic in carried]),
            len(carried),
            (today - oldest).days if oldest else None,
        )

    def _yardsticks(self, person: int, talk: FillingTalk | None, today: date) -> Iterator[Variable]:
        db = self._ledger.db
        known = template_facts.yardsticks_of(db, person)
        here = template_facts.yardsticks_of(db, person, talk.key) if talk else []
        yield Variable("expectations", "; ".join(found.title for found in known), len(known))
        yield Variable("expectation", "; ".join(found.title for found in here), len(here))
        days = [found.discussed_on for found in here or known if found.discussed_on]
        yield Variable("discussed_on", short_day(max(days), today) if days else "")

    def _of_talk(self, talk: FillingTalk, today: date) -> Iterator[Variable]:
        yield Variable("title", talk.title)
        follow_up = talk.follow_up_on
        yield Variable("follow_up", short_day(follow_up, today) if follow_up else "")
        for name, day in zip(("d1", "d2"), talk.fact_days, strict=False):
            yield Variable(name, short_day(day, today))
        for name, identity in zip(("A", "B"), talk.people, strict=False):
            yield Variable(name, storage_people.person(self._ledger.db, identity).display_name)
        yield Variable("policy_check", (talk.policy_check or "").replace("_", " "))


def _listed(texts: Sequence[str]) -> str:
    return "; ".join(map(_one_line, texts)) or _NOTHING_OPEN


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORTENED else f"{line[: _SHORTENED - 1].rstrip()}…"

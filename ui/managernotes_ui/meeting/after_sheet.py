"""The log of one talk as it stands on the page: what is written and chosen, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from managernotes.clock import Clock, today
from managernotes.domain.conversation import (
    ONE_ON_ONES,
    PREPARED_TYPES,
    Conversation,
    ConversationState,
    Outcome,
)
from managernotes.domain.conversation_rules import AHEAD, FOLLOW_UP_WITHIN
from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.discreet import Discreet
from managernotes_ui.common.first_name import first_name
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_reading import AfterRead, from_notes
from managernotes_ui.meeting.becoming import Becoming, becoming
from managernotes_ui.meeting.looking_again_words import NEW_ASK
from managernotes_ui.meeting.recap import RecapOf, recap

FIELDS = ("their_words", "learned", "agreed", "help", "disputed", "conduct", "asked")
LATER_FIELDS = ("changed", "helped", "next")
PROMISING = {False: ("agreed", "help"), True: ("next",)}
"""Fields whose lines become promises: after the talk, and on looking again."""
TWO_WEEKS = timedelta(days=14)
_SATURDAY = 5
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Held:
    """When it took place, as far as it is known."""

    on: date
    began: time | None
    ended: time | None


class AfterSheet:
    """Knows no widget and writes nothing; the view-model changes it and stores what is stored."""

    def __init__(self, clock: Clock, discreet: Discreet) -> None:
        self._clock = clock
        self._discreet = discreet
        self._dates = DateWords()
        self.read: AfterRead | None = None
        """What the vault holds; None before the first reading."""
        self.words: dict[str, str] = {}
        """What is written, by field."""
        self.marked: Held | None = None
        self.follow_up_on: date | None = None
        """The day to look again."""
        self.outcome: Outcome | None = None
        """How it ended."""
        self.new_ask = ""
        """What is asked for now, on looking again."""
        self.went_ahead = ""
        """Why it was gone into unprepared."""
        self.keeps_unsaid = False
        """Whether the facts stay unsaid."""
        self._names: dict[PersonId, str] = {}
        self._named_for: bool | None = None
        self._rows: tuple[Becoming, ...] = ()
        self._rows_of: tuple[tuple[tuple[str, str], ...], date] | None = None

    def begin(self, read: AfterRead) -> Mapping[str, str]:
        """Take a talk as it is now; return what the lines of the room give its empty fields."""
        talk = read.talk
        self._take(read)
        self.words = {name: getattr(talk.words, name) for name in (*FIELDS, *LATER_FIELDS, "recap")}
        self.marked = _held_of(talk, self.today, self._clock.now())
        self.outcome = talk.outcome
        self.follow_up_on = talk.follow_up_on
        if self.follow_up_on is None and self.wants_follow_up:
            self.follow_up_on = default_follow_up(self.held.on)
        self.new_ask = self.went_ahead = ""
        self.keeps_unsaid = False
        written = any(self.words[name] for name in ("their_words", "agreed", "disputed"))
        if written or talk.logged_on is not None:
            return {}
        given = from_notes(talk.words)
        self.words.update(given)
        return given

    def forget(self) -> None:
        """Hold no talk."""
        self._take(None)
        self.words, self.marked = {}, None

    def _take(self, read: AfterRead | None) -> None:
        """Go on from what the vault holds now; what was worked out from before is not."""
        self.read = read
        self._named_for = self._rows_of = None

    def take_others(self, read: AfterRead, unsaved: Mapping[str, str]) -> bool:
        """Take what another window changed, but in fields with unsaved words; whether it did."""
        self._take(read)
        fresh = {
            name: getattr(read.talk.words, name)
            for name in self.words
            if name not in unsaved and getattr(read.talk.words, name) != self.words[name]
        }
        self.words.update(fresh)
        return bool(fresh)

    @property
    def today(self) -> date:
        """The day by the session's clock."""
        return today(self._clock)

    @property
    def is_later(self) -> bool:
        """Whether the talk was written down on an earlier day: this is looking at it again."""
        talk = self.read.talk if self.read else None
        return (
            talk is not None
            and talk.logged_on is not None
            and talk.logged_on < self.today
            and talk.follow_up_on is not None
            and talk.state is ConversationState.HELD
        )

    @property
    def wants_answer(self) -> bool:
        """Whether it is a one-to-one without what they asked (S13)."""
        talk = self.read.talk if self.read else None
        return talk is not None and talk.type in ONE_ON_ONES and not talk.asked_nothing

    @property
    def wants_reason(self) -> bool:
        """Whether it was gone into before it was prepared, and that was not explained yet."""
        talk = self.read.talk if self.read else None
        return talk is not None and talk.state is ConversationState.DRAFTING

    @property
    def wants_follow_up(self) -> bool:
        """Whether a day to look again is a must (S23)."""
        talk = self.read.talk if self.read else None
        return talk is not None and talk.type in PREPARED_TYPES and not self.is_later

    @property
    def held(self) -> Held:
        """When it took place: as it was marked, or as it was planned."""
        return self.marked or Held(self.today, None, None)

    @property
    def follow_up_range(self) -> tuple[date, date]:
        """The first and the last day on which that may be (INV-08)."""
        return self.held.on + timedelta(days=1), self.held.on + FOLLOW_UP_WITHIN

    @property
    def known(self) -> tuple[Person, ...]:
        """Everybody whose name may begin a line, once each: those who were there come first."""
        read = self.read
        people = (*read.people, *read.everybody) if read else ()
        return tuple({person.id: person for person in people}.values())

    @property
    def names(self) -> Mapping[PersonId, str]:
        """First names of everybody, as they may be shown now."""
        asked = self._discreet.is_on
        if asked != self._named_for:
            people = self._discreet.shown(self.known)
            self._names = {one.id: first_name(one.display_name) for one in people}
            self._named_for = asked
        return self._names

    @property
    def is_discreet(self) -> bool:
        """Whether names are initials now."""
        return self._discreet.is_on

    @property
    def name(self) -> str:
        """What those who were there are called here."""
        people = self.read.people if self.read else ()
        names = [self.names[person.id] for person in people]
        return " and ".join(filter(None, names)) or strings.THEY

    @property
    def rows(self) -> tuple[Becoming, ...]:
        """What the lines become; those of the help last among mine. Read once for each text."""
        fields = PROMISING[self.is_later]
        texts = tuple((field, self.words.get(field, "")) for field in fields)
        if self.is_later:
            texts = (*texts, (NEW_ASK, self.new_ask))
        day = self.today if self.is_later else self.held.on
        asked = (texts, day)
        if asked != self._rows_of:
            self._rows_of, self._rows = asked, self._read_rows(texts, day)
        return self._rows

    def _read_rows(self, texts: tuple[tuple[str, str], ...], day: date) -> tuple[Becoming, ...]:
        here = [person.id for person in self.read.people] if self.read else []
        return tuple(
            row
            for field, text in texts
            for row in becoming(
                field,
                text,
                here=here,
                everybody=self.known,
                today=day,
                all_mine=field == "help",
            )
        )

    @property
    def recap(self) -> str:
        """The recap with names: as it was changed by hand, else built from the rest."""
        return self.words.get("recap", "") or self.built_recap

    @property
    def built_recap(self) -> str:
        """The recap as it is built from title, agreed, help and the day."""
        of = RecapOf(
            held_on=self.held.on,
            today=self.today,
            title=self.read.talk.words.title if self.read else "",
            names={one.id: first_name(one.display_name) for one in self.known},
            rows=self.rows,
            follow_up_on=self.follow_up_on,
        )
        return recap(of, self._dates)

    @property
    def still_open(self) -> tuple[str, ...]:
        """What is not written yet, in words; nothing of it holds back what is written."""
        if self.is_later:
            return () if self.words.get("changed", "").strip() else (strings.OPEN_CHANGED,)
        found = []
        if not self.words.get("their_words", "").strip():
            found.append(strings.OPEN_WORDS)
        undated = sum(row.due_on is None for row in self.rows if row.field == "agreed")
        if not any(row.field == "agreed" for row in self.rows):
            found.append(strings.OPEN_AGREED)
        elif undated:
            found.append(strings.OPEN_DAYS.format(count=undated))
        if self.wants_follow_up and self.follow_up_on is None:
            found.append(strings.OPEN_FOLLOW_UP)
        if self.outcome is None:
            found.append(strings.OPEN_OUTCOME)
        return tuple(found)

    def shown_text(self, text: str) -> str:
        """Return a text as it may be shown now: initials for names in discreet mode."""
        return self._discreet.text(text)


def default_follow_up(held_on: date) -> date:
    """Return two weeks after a talk, on a working day (3.6: prefilled)."""
    on = held_on + TWO_WEEKS
    return on + timedelta(days=max(_WEEK - on.weekday(), 0)) if on.weekday() >= _SATURDAY else on


def _held_of(talk: Conversation, today: date, now: datetime) -> Held:
    if talk.held_on is not None:
        return Held(talk.held_on, talk.began_at, talk.ended_at)
    if talk.state in AHEAD and talk.planned_on is not None and talk.planned_on <= today:
        return Held(talk.planned_on, talk.began_at or talk.planned_at, None)
    ended = now.time().replace(second=0, microsecond=0) if talk.began_at else None
    return Held(today, talk.began_at, ended)

"""The brief in sections and rows, in the order of its three columns (SPEC §7.22)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from managernotes.domain.brief import (
    Brief,
    BriefNote,
    BriefPromise,
    BriefStep,
    BriefTopic,
    HardTopic,
)
from managernotes.domain.goal import Goal
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind
from managernotes.domain.person import Person
from managernotes.practice.course_words import number, unit_of
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import brief as strings
from managernotes_ui.common.strings import goals as goal_strings
from managernotes_ui.common.strings import talk_page as talk_strings
from managernotes_ui.common.strings import talks as list_strings
from managernotes_ui.common.strings import thanks_way as way_strings
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import KindLook, kind_look

_SEPARATOR = " · "
_GOALS_TAB = "goals"
"""The name of a person's tab of goals and growth."""


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One row: an icon, words, a line under them; Enter goes where it leads."""

    icon: Icon
    text: str
    meta: str
    strong: str = ""
    """What of the line under it still waits for the manager."""
    role: Role = Role.MUTED
    kind: Kind | None = None
    leads_to: Place | None = None


@dataclass(frozen=True, slots=True)
class BriefText:
    """A text by itself: their words, or how they like it."""

    text: str
    is_thanks_way: bool = False
    """How they like to be thanked: Enter changes it."""


@dataclass(frozen=True, slots=True)
class BriefDots:
    """The last eight weeks, oldest first."""

    weeks: tuple[bool, ...]
    text: str


Part = BriefRow | BriefText | BriefDots


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A head and what stands under it."""

    title: str
    note: str
    parts: tuple[Part, ...]
    is_hint: bool = False
    """Only a hint: without room for it nothing is missing."""


class BriefWords:
    """Puts a brief into the sections of its columns, as of today."""

    def __init__(self, dates: DateWords, today: Callable[[], date]) -> None:
        self._dates = dates
        self._today = today

    def agenda(self, brief: Brief) -> list[BriefSection]:
        """Return the left column but for what was asked: this alone is printed."""
        talk = Place(PageName.TALK, conversation=brief.conversation)
        theirs = [self._topic(one, Icon.MESSAGE_SQUARE, talk) for one in brief.theirs]
        if not theirs and not brief.carried:
            theirs = [BriefRow(Icon.MESSAGE_SQUARE, strings.NO_TOPIC, "", leads_to=talk)]
        carried = [self._carried(one, talk) for one in brief.carried]
        mine = [self._hard(one) for one in brief.hard]
        mine += [self._topic(one, Icon.PENCIL, talk) for one in brief.mine]
        return _sections(
            (strings.THEIRS, strings.THEIRS_NOTE, theirs),
            (strings.CARRIED, "", carried),
            (strings.MINE, strings.MINE_NOTE, mine),
        )

    def left(self, brief: Brief) -> list[BriefSection]:
        """Return the left column."""
        sections = self.agenda(brief)
        if brief.asked is not None:
            day = self._dates.day(brief.asked.on, self._today())
            words = brief.asked.text or strings.NOTHING_ASKED
            sections += _sections((strings.ASKED, day, [BriefText(words)]))
        return sections

    def middle(self, brief: Brief, person: Person) -> list[BriefSection]:
        """Return the middle column: to say, what is owed, how they like it."""
        likes = " ".join(filter(None, (brief.recognition_pref, person.works_best))).strip()
        sections = _sections(
            (strings.TO_SAY, "", [self._note(one) for one in brief.to_say]),
            (strings.CHANGED, "", [self._said(one) for one in brief.changes_to_ask]),
            (strings.YOU_OWE, "", [self._promise(one) for one in brief.you_owe]),
            (strings.THEY_OWE, "", [self._promise(one) for one in brief.they_owe]),
            (strings.LIKES, "", [BriefText(likes, is_thanks_way=True)] if likes else []),
        )
        if not likes and any(one.kind is Kind.WIN for one in brief.to_say):
            ask = (BriefText(way_strings.ASK, is_thanks_way=True),)
            sections.append(BriefSection(strings.LIKES, "", ask, is_hint=True))
        return sections

    def right(self, brief: Brief) -> list[BriefSection]:
        """Return the right column: since they last met, eight weeks, growth, direction."""
        days = brief.days_since
        since = strings.FIRST_TIME if days is None else count(days, "day")
        said: list[Part] = [
            BriefText(f"{one.text} {self._dates.day(one.on, self._today())}")
            for one in brief.their_words
        ]
        untouched = _SEPARATOR.join(self._untouched(brief))
        sections = _sections(
            (strings.SINCE, since, self._since(brief)),
            (strings.WEEKS, "", [self._weeks(brief.weeks), self._times(brief)]),
            (strings.GROWTH, "", self._growth(brief)),
            (strings.UNTOUCHED, "", [BriefText(untouched)] if untouched else []),
            (
                strings.DIRECTION,
                strings.IN_THEIR_WORDS,
                [BriefText(brief.direction)] if brief.direction else [],
            ),
            (strings.SAID, "", said),
        )
        if not said:
            hint = (BriefText(strings.ASK_THEM),)
            sections.append(BriefSection(strings.SAID, "", hint, is_hint=True))
        return sections

    def _topic(self, topic: BriefTopic, icon: Icon, place: Place) -> BriefRow:
        day = self._dates.weekday_and_day(topic.first_on, self._today())
        return BriefRow(icon, topic.text, strings.WRITTEN.format(day=day), leads_to=place)

    def _carried(self, topic: BriefTopic, place: Place) -> BriefRow:
        meta = strings.FIRST_ON.format(
            day=self._dates.day(topic.first_on, self._today()),
            days=count(topic.days, "day"),
            times=talk_strings.times(topic.carried),
        )
        strong = strings.TIME_TO_DECIDE if topic.must_decide else ""
        return BriefRow(Icon.REPEAT, topic.text, meta, strong, leads_to=place)

    def _hard(self, topic: HardTopic) -> BriefRow:
        meta = strings.PREPARED if topic.is_prepared else strings.NOT_PREPARED
        if topic.still_open:
            meta = list_strings.still_open(topic.still_open)
            if topic.is_prepared:
                meta = strings.STILL_OPEN.format(open=meta)
        place = Place(PageName.PREPARE, conversation=topic.conversation)
        return BriefRow(Icon.LIST_CHECKS, topic.title, meta, leads_to=place)

    def _note(self, note: BriefNote) -> BriefRow:
        look = kind_look(note.kind)
        icon = Icon.HEART if note.kind is Kind.WIN else look.icon
        parts = [f"{look.word}, {self._days(note)}"]
        if note.is_planned_here:
            parts.append(strings.PLANNED_HERE)
        else:
            parts.append(strings.UNSAID.format(age=count(note.days, "day")))
        if note.keep_apart:
            parts.append(strings.ANOTHER_DAY)
        return self._row(note, icon, look, parts)

    def _days(self, note: BriefNote) -> str:
        """Return "Tue 17 Nov", or "3 Nov, 10 Nov and 17 Nov" for a line that stands for more."""
        today = self._today()
        if not note.also:
            return self._dates.weekday_and_day(note.occurred_on, today)
        *others, last = [self._dates.day(day, today) for day in (*note.also, note.occurred_on)]
        return strings.AND.format(others=", ".join(others), last=last)

    def _seen(self, note: BriefNote, icon: Icon | None = None) -> BriefRow:
        look = kind_look(note.kind)
        day = self._near(note.occurred_on)
        look = look if icon is None else look._replace(icon=icon, role=Role.MUTED)
        return self._row(note, look.icon, look, [f"{look.word}, {day}"])

    def _since(self, brief: Brief) -> list[BriefRow]:
        """Return what was noted and how goals stood, the latest first."""
        dated = [(one.occurred_on, self._seen(one)) for one in brief.since]
        dated += [(one.check_ins[-1].on, self._checked(one)) for one in brief.checked]
        return [row for _, row in sorted(dated, key=itemgetter(0), reverse=True)]

    def _checked(self, goal: Goal) -> BriefRow:
        last = goal.check_ins[-1]
        value = "" if last.value is None else number(last.value, unit_of(goal))
        words = strings.CHECKED.format(title=goal.words.title)
        parts = [strings.GOAL_ON.format(day=self._near(last.on)), value]
        return BriefRow(
            Icon.TARGET,
            words,
            _SEPARATOR.join(filter(None, (*parts, goal_strings.CONFIDENCE[last.confidence]))),
            leads_to=Place(PageName.PERSON, person=goal.person, goal=goal.id, query=_GOALS_TAB),
        )

    def _growth(self, brief: Brief) -> list[BriefRow]:
        """Return the live steps; without any, what was noted about growth."""
        steps = [self._step(one, brief.person) for one in brief.steps]
        return steps or [self._seen(one, Icon.SPROUT) for one in brief.growth]

    def _step(self, step: BriefStep, person: PersonId) -> BriefRow:
        parts = [strings.STEP_STATES[step.state]]
        if step.start_on is not None and step.start_on > self._today():
            parts.append(strings.STARTS.format(day=self._near(step.start_on)))
        elif step.help:
            parts.append(step.help)
        elif step.due_on is not None:
            parts.append(strings.DUE.format(day=self._near(step.due_on)))
        place = Place(PageName.PERSON, person=person, query=_GOALS_TAB)
        return BriefRow(Icon.SPROUT, step.purpose, _SEPARATOR.join(parts), leads_to=place)

    def _row(self, note: BriefNote, icon: Icon, look: KindLook, parts: list[str]) -> BriefRow:
        return BriefRow(
            icon,
            without_marks(note.headline) or strings.RESTRICTED,
            _SEPARATOR.join(parts),
            role=look.role,
            kind=note.kind,
            leads_to=Place(PageName.NOTE, note=note.id),
        )

    def _promise(self, promise: BriefPromise) -> BriefRow:
        today = self._today()
        due = promise.due_on
        parts = [strings.NO_DUE if due is None else strings.DUE.format(day=self._near(due))]
        if promise.moved and promise.first_due_on is not None:
            day = self._dates.day(promise.first_due_on, today)
            parts.append(strings.MOVED.format(times=talk_strings.times(promise.moved), day=day))
        elif promise.help:
            parts.append(strings.HELP.format(help=promise.help))
        else:
            parts.append(strings.PROMISED.format(day=self._dates.day(promise.made_on, today)))
        waits = (strings.NOT_TOLD if promise.is_untold else "", _decide(promise.must_decide))
        return BriefRow(
            Icon.HANDSHAKE,
            promise.text,
            _SEPARATOR.join(parts),
            ", ".join(filter(None, waits)),
            leads_to=Place(PageName.CONVERSATIONS, promise=promise.id, query="promises"),
        )

    def _said(self, note: BriefNote) -> BriefRow:
        """Return a concern they have heard, to be asked about (S30)."""
        look = kind_look(note.kind)
        said = note.shared_on or note.occurred_on
        meta = strings.SAID_ON.format(day=self._dates.weekday_and_day(said, self._today()))
        return self._row(note, look.icon, look, [meta])

    def _times(self, brief: Brief) -> BriefText:
        """Return when they were last thanked, stretched and helped; never 0 (S10).

        And when they were last asked what keeps them here (S35).
        """
        last = brief.last_times
        times = (
            (strings.THANKED, last.thanked_on),
            (strings.STRETCHED, last.stretched_on),
            (strings.HELPED, last.helped_on),
        )
        stay = self._done(strings.STAY, brief.last_stay)
        words = _SEPARATOR.join((*(self._done(verb, day) for verb, day in times), stay))
        return BriefText(words[0].upper() + words[1:])

    def _done(self, verb: str, day: date | None) -> str:
        if day is None:
            return strings.NOT_YET_DONE.format(verb=verb)
        days = (self._today() - day).days
        said = strings.DONE_TODAY if days <= 0 else strings.DONE_AGO
        return said.format(verb=verb, days=count(days, "day"))

    def _weeks(self, weeks: tuple[bool, ...]) -> BriefDots:
        empty = weeks and not weeks[-1]
        words = (strings.WEEKS_TEXT, strings.WEEK_EMPTY if empty else "")
        return BriefDots(weeks, " ".join(filter(None, words)))

    def _untouched(self, brief: Brief) -> Iterator[str]:
        for one in brief.untouched:
            subject = strings.SUBJECTS[one.subject]
            if one.last_on is None:
                yield strings.NOT_YET.format(subject=subject)
            else:
                day = self._dates.day(one.last_on, self._today())
                yield strings.LAST_ON.format(subject=subject, day=day)

    def _near(self, day: date) -> str:
        today = self._today()
        if abs((day - today).days) <= 1:
            return self._dates.near(day, today)
        return self._dates.weekday_and_day(day, today)


def _decide(must: bool) -> str:  # noqa: FBT001 - a fact of a record
    return strings.TIME_TO_DECIDE if must else ""


def _sections(*wanted: tuple[str, str, Iterable[Part] | Sequence[Part]]) -> list[BriefSection]:
    """Return the sections that hold something."""
    made = (BriefSection(title, note, tuple(parts)) for title, note, parts in wanted)
    return [section for section in made if section.parts]

"""What of the vault's records a discreet window may show: initials for names, bars for roles.

This is the one place through which `Session.read` hands every answer. A record of the core that
holds words is listed here (a test compares the list with `domain/`); a record of a screen's own
that keeps words of the vault says so with `names_in`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from managernotes.domain.attention import AttentionRow
from managernotes.domain.brief import (
    Asked,
    Brief,
    BriefNote,
    BriefPromise,
    BriefStep,
    BriefTopic,
    HardTopic,
    TheirWords,
)
from managernotes.domain.conversation import ConversationRow, ConversationWords, Topic
from managernotes.domain.even_hand import EvenLine
from managernotes.domain.even_moments import EvenMoment
from managernotes.domain.found_paper import FoundPaper
from managernotes.domain.found_text import FoundText
from managernotes.domain.goal import CheckInWords, GoalWords
from managernotes.domain.goal_lists import GoalRow
from managernotes.domain.growth import MentoringWords, PlanWords, StepWords
from managernotes.domain.growth_alive import GrowthAlive, HardSpell
from managernotes.domain.handover import HandoverEntry, HandoverItem, HandoverPerson
from managernotes.domain.lesson import LessonWords
from managernotes.domain.links import Link
from managernotes.domain.look_back import LookBackRow, LookBackWords
from managernotes.domain.metric import Item
from managernotes.domain.month_material import OneThing
from managernotes.domain.observation import (
    NewObservation,
    NoteText,
    Observation,
    SearchHit,
    TimelineRow,
)
from managernotes.domain.person import NewPerson, Person, PersonOverview
from managernotes.domain.preparation import FactRow, IfThen, PreparationWords
from managernotes.domain.promise import PromiseWords
from managernotes.domain.role import Role, RolePurposeWords
from managernotes.domain.sharing import Answer
from managernotes.domain.template import LineChange, TemplateWords, Variable
from managernotes.domain.thread import ThreadItem, ThreadRow, ThreadWords
from managernotes.domain.today import TodayCard, TodayTalk
from managernotes.domain.vision import VisionLine, VisionWords
from managernotes.domain.yardstick import CopyWords, Scope, YardstickWords
from managernotes.services.backup_reading import BackupNote, BackupRow
from managernotes.services.unconfirmed import UnconfirmedNote
from managernotes.text.covered_words import covered
from managernotes.text.name_mask import NameMask

T = TypeVar("T")

_SEQUENCES = (tuple, list)
_WORDS: dict[type, tuple[str, ...]] = {
    NoteText: ("title", "fact", "effect", "my_reading", "source_detail"),
    NewObservation: ("tags",),
    Observation: ("tags",),
    TimelineRow: ("headline", "excerpt", "tags"),
    UnconfirmedNote: ("text", "problem"),
    ConversationRow: ("title", "inner_title", "said"),
    Topic: ("text",),
    IfThen: ("when", "then"),
    FactRow: ("text",),
    Answer: ("text",),
    Asked: ("text",),
    Brief: ("wish", "recognition_pref", "direction"),
    BriefNote: ("headline",),
    BriefPromise: ("text", "help"),
    BriefStep: ("purpose", "help"),
    BriefTopic: ("text",),
    GoalRow: ("title",),
    EvenMoment: ("text",),
    GrowthAlive: ("step", "direction"),
    HardSpell: ("title",),
    HandoverEntry: ("lead", "text", "facts", "quote", "points"),
    HandoverItem: ("text",),
    HandoverPerson: ("name", "about"),
    HardTopic: ("title",),
    Item: ("text", "detail"),
    LineChange: ("text",),
    Link: ("text",),
    LookBackRow: ("one_thing",),
    OneThing: ("text",),
    Role: ("title", "level", "purpose"),
    Scope: ("role", "level"),
    TheirWords: ("text",),
    ThreadItem: ("text", "detail", "answer"),
    ThreadRow: ("title",),
    TodayCard: ("text",),
    TodayTalk: ("title",),
    Variable: ("value",),
    VisionLine: ("text",),
    VisionWords: ("text",),
    **{
        words: tuple(part.name for part in fields(words))
        for words in (
            CheckInWords,
            ConversationWords,
            CopyWords,
            GoalWords,
            LessonWords,
            MentoringWords,
            PlanWords,
            LookBackWords,
            PreparationWords,
            PromiseWords,
            RolePurposeWords,
            StepWords,
            TemplateWords,
            ThreadWords,
            YardstickWords,
        )
    },
}
"""The fields of words in which names may stand: a text, or texts in a tuple or a mapping."""
_MARKED = {SearchHit: "snippet", FoundPaper: "snippet", FoundText: "text"}
"""Records with `marks` at letters of one of their texts."""
_NAMES = {
    AttentionRow: "name",
    BackupNote: "people",
    BackupRow: "people",
    EvenLine: "name",
    EvenMoment: "name",
    GoalRow: "name",
    GrowthAlive: "name",
}
"""Records that hold a name or names by themselves."""
_PEOPLE = (Person, NewPerson, PersonOverview)
_COVERED = ("role", "team", "level")
_ABOUT = ("recognition_pref", "works_best", "aims")


def names_in(*texts: str) -> Callable[[type[T]], type[T]]:
    """Say which fields of a dataclass hold words in which names may stand."""

    def note(record: type[T]) -> type[T]:
        _WORDS[record] = texts
        return record

    return note


def shown(value: T, mask: NameMask) -> T:
    """Return the value with every name hidden, however deep it lies in it.

    Sequences, mappings and dataclasses are looked through; a single word that stands in none
    of the records known here stays as it is.
    """
    result: Any = _shown(value, mask)
    return result  # type: ignore[no-any-return]


def _shown(value: Any, mask: NameMask) -> Any:
    if isinstance(value, _PEOPLE):
        return _person(value, mask)
    if isinstance(value, Mapping):
        return {key: _shown(part, mask) for key, part in value.items()}
    if type(value) in _SEQUENCES:
        return type(value)(_shown(part, mask) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value, mask)
    return value


def _record(value: Any, mask: NameMask) -> Any:
    """Look through a dataclass: its words, and the records in it."""
    words = _WORDS.get(type(value), ())
    changed: dict[str, Any] = {}
    if marked := _MARKED.get(type(value)):
        changed[marked], changed["marks"] = mask.words_and_marks(
            getattr(value, marked), value.marks
        )
        words = ("tags",) if hasattr(value, "tags") else ()
    if named := _NAMES.get(type(value)):
        names = getattr(value, named)
        is_one = isinstance(names, str)
        changed[named] = mask.initials(names) if is_one else tuple(map(mask.initials, names))
    for part in fields(value):
        if part.init and part.name not in changed:
            before = getattr(value, part.name)
            after = _hidden(before, mask) if part.name in words else _shown(before, mask)
            if after is not before and after != before:
                changed[part.name] = after
    return replace(value, **changed) if changed else value


def _person(value: Any, mask: NameMask) -> Any:
    hidden: dict[str, Any] = {"display_name": mask.initials(value.display_name), "alias": None}
    for part in fields(value):
        words = getattr(value, part.name)
        if part.name in _COVERED and words:
            hidden[part.name] = covered(words)
        elif part.name in _ABOUT:
            hidden[part.name] = mask.words(words)
    return replace(value, **hidden)


def _hidden(words: Any, mask: NameMask) -> Any:
    if isinstance(words, str):
        return mask.words(words)
    if isinstance(words, Mapping):
        return {key: _hidden(part, mask) for key, part in words.items()}
    if isinstance(words, tuple):
        return tuple(_hidden(part, mask) for part in words)
    return _shown(words, mask)

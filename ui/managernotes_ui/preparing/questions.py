"""Which questions each step asks, in which order (practice/3-preparation.md, 3.1 and 3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from managernotes.domain.identity import PersonId
from managernotes.domain.preparation import SHORT_PATH, About, Path, Step
from managernotes_ui.common.strings import prepare_questions as texts
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.answers import special


class Part(Enum):
    """What a question is answered with."""

    TEXT = auto()
    LINES = auto()
    PLANS = auto()
    GATE = auto()
    ABOUT = auto()
    FACTS = auto()
    YARDSTICKS = auto()
    MY_PART = auto()
    POLICY = auto()
    DAY = auto()
    FOLLOW_UP = auto()
    READY = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `key` says which words answer it, `person` whose sheet it stands on."""

    part: Part
    key: str
    text: str
    help: str = ""
    person: PersonId | None = None


PRIVATE_STEPS = frozenset({Step.BOTH_SIDES, Step.AT_STAKE})
"""Steps whose words never leave the page; they say so (SPEC §5.6)."""

_ABOUT = Question(Part.ABOUT, "", strings.ABOUT, strings.ABOUT_HELP)

_OFFERS = Question(Part.LINES, "offers", texts.OFFERS, texts.OFFERS_HELP)

_QUESTIONS: dict[Step, tuple[Question, ...]] = {
    Step.RIGHT_TALK: (Question(Part.GATE, "", texts.GATE, texts.GATE_HELP),),
    Step.PURPOSE: (Question(Part.TEXT, "purpose", texts.PURPOSE, texts.PURPOSE_HELP),),
    Step.FACTS: (Question(Part.FACTS, "", texts.FACTS, texts.FACTS_HELP),),
    Step.EFFECT: (Question(Part.TEXT, "effect", texts.EFFECT, texts.EFFECT_HELP),),
    Step.YARDSTICK: (
        Question(Part.YARDSTICKS, "", texts.YARDSTICK, texts.YARDSTICK_HELP),
        Question(Part.TEXT, "earlier_talks", texts.EARLIER, texts.EARLIER_HELP),
    ),
    Step.BOTH_SIDES: (
        Question(Part.MY_PART, "my_part", texts.MY_PART, texts.MY_PART_HELP),
        Question(Part.TEXT, "their_view", texts.THEIR_VIEW, texts.THEIR_VIEW_HELP),
    ),
    Step.AT_STAKE: (
        Question(Part.TEXT, "feelings", texts.FEELINGS, texts.FEELINGS_HELP),
        Question(Part.TEXT, "afraid", texts.AFRAID),
        Question(Part.TEXT, "their_fear", texts.THEIR_FEAR),
        Question(Part.TEXT, "dignity", texts.DIGNITY),
    ),
    Step.WORDS: (
        Question(Part.TEXT, "opening", texts.OPENING, texts.OPENING_HELP),
        Question(Part.TEXT, "care", texts.CARE, texts.CARE_HELP),
        Question(Part.TEXT, "main", texts.MAIN),
        Question(Part.LINES, "questions", texts.QUESTIONS, texts.QUESTIONS_HELP),
        Question(Part.TEXT, "ask", texts.ASK, texts.ASK_HELP),
    ),
    Step.HELP: (
        _OFFERS,
        Question(Part.TEXT, "gets_better", texts.GETS_BETTER),
        Question(Part.TEXT, "if_unchanged", texts.IF_UNCHANGED),
        Question(Part.TEXT, "limits", texts.LIMITS),
        Question(Part.PLANS, "if_then", texts.IF_THEN, texts.IF_THEN_HELP),
        Question(Part.POLICY, "", strings.POLICY),
    ),
    Step.WHEN: (
        Question(Part.TEXT, "time_place", texts.TIME_PLACE, texts.TIME_PLACE_HELP),
        Question(Part.DAY, "", strings.TALK_DAY),
        Question(Part.FOLLOW_UP, "", texts.FOLLOW_UP, texts.FOLLOW_UP_HELP),
        Question(Part.READY, "", strings.PREPARED),
    ),
}


def _own(step: Step, prompt: str, text: str, help_line: str = "") -> tuple[Step, Question]:
    return step, Question(Part.TEXT, special(prompt), text, help_line)


_TOLD = Question(Part.TEXT, "told", texts.TOLD_BY, texts.TOLD_BY_HELP)

_OF_SORT: dict[About, tuple[tuple[Step, Question], ...]] = {
    About.MISSED_TARGET: (
        _own(Step.YARDSTICK, "target_agreed", texts.TARGET_AGREED),
        _own(Step.FACTS, "target_gap", texts.TARGET_GAP),
        _own(Step.FACTS, "target_around", texts.TARGET_AROUND),
    ),
    About.COMMUNICATION: (
        _own(Step.FACTS, "message", texts.MESSAGE),
        _own(Step.FACTS, "receiver", texts.RECEIVER),
    ),
    About.CONFLICT: (
        _own(Step.FACTS, "saw_yourself", texts.SAW_YOURSELF),
        _own(Step.PURPOSE, "judge_or_help", texts.JUDGE_OR_HELP, texts.JUDGE_OR_HELP_HELP),
    ),
    About.CONDUCT: (
        _own(Step.YARDSTICK, "rule", texts.RULE),
        _own(Step.FACTS, "must_stop", texts.MUST_STOP),
        _own(Step.PURPOSE, "yours_or_hr", texts.YOURS_OR_HR),
    ),
    About.OTHER: (),
}


def steps_of(path: Path) -> tuple[Step, ...]:
    """Return the steps of a path in their order."""
    return tuple(Step) if path is Path.FULL else SHORT_PATH


def questions_of(
    step: Step, about: About, path: Path, people: Sequence[tuple[PersonId, str]] = ()
) -> tuple[Question, ...]:
    """Return what a step asks; `people` are those of the talk with what they are called.

    A conflict has one sheet a person: what one told is asked, and shown, under that name only.
    """
    name = people[0][1] if len(people) == 1 else ""
    own = [question for at, question in _OF_SORT[about] if at is step]
    if about is About.CONFLICT and step is Step.FACTS:
        own += [_told(person, called) for person, called in people]
    first = [_ABOUT] if step is steps_of(path)[0] else []
    usual = list(_QUESTIONS[step])
    if path is Path.SHORT and step is SHORT_PATH[-1]:
        usual.insert(-1, _OFFERS)  # the offer of help is wanted on either path (S39)
    return tuple(_called(question, name) for question in (*usual, *first, *own))


def _told(person: PersonId, name: str) -> Question:
    text = _TOLD.text.format(name=name)
    return replace(_TOLD, key=special(_TOLD.key, person), text=text, person=person)


def _called(question: Question, name: str) -> Question:
    return replace(question, text=question.text.replace("{name}", name or "they"))

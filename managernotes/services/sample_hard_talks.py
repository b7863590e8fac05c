"""The sample's hard talks: prepared on facts, held, looked at again; some still ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from managernotes.domain.conversation import (
    Conversation,
    ConversationState,
    ConversationType,
    ConversationWords,
    Outcome,
)
from managernotes.domain.identity import PreparationId, YardstickId
from managernotes.domain.observation import ShareState
from managernotes.domain.preparation import (
    About,
    IfThen,
    Path,
    PolicyCheck,
    Preparation,
    PreparationWords,
    Step,
)
from managernotes.services.sample_grammar import Sentences
from managernotes.services.sample_ids import sample_uuid7
from managernotes.services.sample_papers import (
    LEFT_FOR,
    SamplePapers,
    Subject,
    TalkedAbout,
    held_talk,
    planned_talk,
)
from managernotes.services.sample_promises import make_promises
from managernotes.services.sample_talk_days import moment, working_day

_ABOUT = (About.MISSED_TARGET, About.COMMUNICATION, About.CONFLICT, About.CONDUCT)
_EVERY = timedelta(days=110)
_AT_MOST = 3
_FACTS = 3
_LOOK_BACK = timedelta(days=45)
_FOLLOW_UP = timedelta(days=14)
_LOOK_AHEAD = 9
_IS_AHEAD = 0.7
_IS_PREPARED = 0.5
_FACTS_TO_BE_PREPARED = 2
_READY_FOR = timedelta(days=2)
_HELD_MINUTES = 45


def tell_hard_talks(who: Subject, yardsticks: Sequence[YardstickId], papers: SamplePapers) -> None:
    """Add the hard talks of a year with somebody, and perhaps one that is still ahead."""
    day = who.today - timedelta(days=5 + who.upto(_EVERY.days))
    for _ in range(_AT_MOST):
        heard = _facts(who, day)
        if heard:
            _held(who, working_day(day), heard, yardsticks, papers)
        day -= _EVERY
    unsaid = [
        concern
        for concern in who.concerns
        if concern.state is ShareState.UNSAID and concern.on > who.today - _LOOK_BACK
    ]
    if unsaid and who.falls(_IS_AHEAD):
        _ahead(who, unsaid[-_FACTS:], yardsticks, papers)


def _facts(who: Subject, day: date) -> Sequence[TalkedAbout]:
    """Return the latest concerns before a day that the person has heard by now."""
    found = [
        concern
        for concern in who.concerns
        if concern.heard_on and day - _LOOK_BACK <= concern.on < day
    ]
    return found[-_FACTS:]


def _held(
    who: Subject,
    day: date,
    facts: Sequence[TalkedAbout],
    yardsticks: Sequence[YardstickId],
    papers: SamplePapers,
) -> None:
    if day >= who.today:
        return
    about, speech = _ABOUT[who.upto(len(_ABOUT))], who.speech.on(day)
    say, follow_up_on = who.speech.say, working_day(day + _FOLLOW_UP)
    is_over = follow_up_on < who.today - LEFT_FOR
    words = ConversationWords(
        title=speech.pick(who.speech.material.about[about.value]["title"]),
        their_words=say("talk", "their_words", speech),
        help=say("hard", "offer", speech),
        conduct=say("talk", "conduct", speech),
        changed=say("talk", "changed", speech) if is_over else "",
        helped=say("talk", "helped", speech) if is_over else "",
        next=say("talk", "next", speech) if is_over else "",
    )
    talk = held_talk(
        who, ConversationType.TOUGH, day, words, minutes=_HELD_MINUTES, follow_up_on=follow_up_on
    )
    talk = replace(talk, outcome=Outcome.UNDERSTOOD_AGREED, asked_nothing=False)
    preparation = _preparation(who, talk, about, facts=facts, yardsticks=yardsticks, speech=speech)
    papers.talks.append(talk)
    papers.preparations.append(preparation)
    papers.promises += make_promises(who, talk, day, speech)
    papers.said += [(fact.id, talk.id) for fact in facts if fact.heard_on == day]


def _ahead(
    who: Subject,
    facts: Sequence[TalkedAbout],
    yardsticks: Sequence[YardstickId],
    papers: SamplePapers,
) -> None:
    day = working_day(who.today + timedelta(days=1 + who.upto(_LOOK_AHEAD)))
    about, speech = _ABOUT[who.upto(len(_ABOUT))], who.speech.on(day)
    words = ConversationWords(title=speech.pick(who.speech.material.about[about.value]["title"]))
    ready = len(facts) >= _FACTS_TO_BE_PREPARED and who.falls(_IS_PREPARED)
    state = ConversationState.PREPARED if ready else ConversationState.DRAFTING
    talk = planned_talk(who, ConversationType.TOUGH, day, words, state=state, at=who.days.at)
    talk = replace(talk, follow_up_on=working_day(day + _FOLLOW_UP))
    made = _preparation(who, talk, about, facts=facts, yardsticks=yardsticks, speech=speech)
    if not ready:
        said = PreparationWords(purpose=made.words.purpose, effect=made.words.effect)
        made = replace(made, words=said, step=Step.YARDSTICK, ready_at=None)
    papers.talks.append(talk)
    papers.preparations.append(made)
    papers.plans += [(fact.id, talk.id, day.isoformat()) for fact in facts]


def _preparation(  # noqa: PLR0913  the talk, what it is about and what it rests on
    who: Subject,
    talk: Conversation,
    about: About,
    *,
    facts: Sequence[TalkedAbout],
    yardsticks: Sequence[YardstickId],
    speech: Sentences,
) -> Preparation:
    day = talk.held_on or who.today
    made = moment(day - timedelta(days=3), who.days.at)
    return Preparation(
        id=PreparationId(sample_uuid7(made, who.chance)),
        conversation=talk.id,
        about=about,
        path=Path.FULL,
        step=Step.WHEN,
        is_grave=False,
        told_before=True,
        is_calm=True,
        policy_check=PolicyCheck.NOT_NEEDED,
        single_event=False,
        no_part=0,
        same_for_all=True,
        would_be_glad=False,
        ready_at=moment(day, who.days.at) - _READY_FOR,
        stale=None,
        words=_words(who, about, speech),
        facts=tuple(fact.id for fact in facts),
        yardsticks=(yardsticks[who.upto(len(yardsticks))],),
        rehearsals=(),
        created_at=made,
        updated_at=made,
        revision=1,
    )


def _words(who: Subject, about: About, speech: Sentences) -> PreparationWords:
    own, say = who.speech.material.about[about.value], who.speech.say
    whens = who.speech.some("hard", "when", 2, speech)
    thens = who.speech.some("hard", "then", 2, speech)
    return PreparationWords(
        purpose=say("hard", "purpose", speech),
        effect=speech.pick(own["effect"]),
        my_part=say("hard", "my_part", speech),
        their_view=say("hard", "their_view", speech),
        feelings=say("hard", "feelings", speech),
        afraid=say("hard", "afraid", speech),
        their_fear=say("hard", "their_fear", speech),
        dignity=say("hard", "dignity", speech),
        opening=say("hard", "opening", speech),
        care=say("hard", "care", speech),
        main=speech.pick(own["main"]),
        ask=speech.pick(own["ask"]),
        questions=tuple(who.speech.some("hard", "question", 2, speech)),
        offers=tuple(who.speech.some("hard", "offer", 2, speech)),
        gets_better=say("hard", "better", speech),
        if_unchanged=say("hard", "unchanged", speech),
        limits=say("hard", "limits", speech),
        if_then=tuple(IfThen(when, then) for when, then in zip(whens, thens, strict=True)),
        time_place=say("hard", "place", speech),
    )

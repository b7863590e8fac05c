"""The sample's one-to-ones and other plain talks: topics, what was said, what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from managernotes.domain.conversation import (
    Conversation,
    ConversationType,
    ConversationWords,
    Topic,
    TopicOwner,
    TopicState,
)
from managernotes.domain.identity import ConversationId, TopicId
from managernotes.services.sample_grammar import Sentences
from managernotes.services.sample_ids import sample_uuid7
from managernotes.services.sample_papers import SamplePapers, Subject, held_talk, planned_talk
from managernotes.services.sample_promises import make_promises
from managernotes.services.sample_talk_days import moment

_OTHER_SORTS = (
    ConversationType.PRAISE,
    ConversationType.CAREER,
    ConversationType.GOAL_SETTING,
    ConversationType.STAY,
    ConversationType.LESSON_REVIEW,
    ConversationType.MENTORING,
)
_OTHER_EVERY = 9
_ASKED = 0.8
_THEIR_WORDS = 0.55
_LEARNED = 0.25
_CONDUCT = 0.3
_WISH = 0.6
_LET_GO = 0.1
_CARRIED = 0.4
_LINES = (2, 3)


def tell_talks(who: Subject, papers: SamplePapers) -> None:
    """Add every plain talk that was held, and the next one with what is on its list."""
    for place, day in enumerate(who.days.held):
        sort = ConversationType.ONE_ON_ONE
        if place % _OTHER_EVERY == _OTHER_EVERY - 1:
            sort = _OTHER_SORTS[who.upto(len(_OTHER_SORTS))]
        speech = who.speech.on(day)
        talk = held_talk(who, sort, day, _words(who, sort, speech))
        papers.talks.append(talk)
        papers.topics += _topics(who, talk, day, speech, (1 + who.upto(2), who.upto(2)))
        papers.promises += make_promises(who, talk, day, speech)
    _next(who, papers)


def _next(who: Subject, papers: SamplePapers) -> None:
    speech = who.speech.on(who.days.coming)
    words = ConversationWords(
        wish=who.speech.say("talk", "wish", speech) if who.falls(_WISH) else ""
    )
    talk = planned_talk(who, ConversationType.ONE_ON_ONE, who.days.coming, words, at=who.days.at)
    papers.talks.append(talk)
    since = who.days.held[-1] if who.days.held else who.today
    topics = _topics(who, talk, since, speech, (1 + who.upto(2), 1), is_open=True)
    if who.falls(_CARRIED) and len(who.days.held) > 1:
        topics += _carried(who, talk.id, speech, len(topics))
    papers.topics += topics


def _words(who: Subject, sort: ConversationType, speech: Sentences) -> ConversationWords:
    say = who.speech.say
    lines = who.speech.some("talk", "line", _LINES[who.upto(len(_LINES))], speech)
    is_named = sort is not ConversationType.ONE_ON_ONE
    return ConversationWords(
        title=say("title", sort.value, speech) if is_named else "",
        notes="\n".join(f"- {line}" for line in lines),
        asked=say("talk", "asked", speech) if who.falls(_ASKED) else "",
        their_words=say("talk", "their_words", speech) if who.falls(_THEIR_WORDS) else "",
        learned=say("talk", "learned", speech) if who.falls(_LEARNED) else "",
        conduct=say("talk", "conduct", speech) if who.falls(_CONDUCT) else "",
    )


def _topics(  # noqa: PLR0913  whose, where, when and how many
    who: Subject,
    talk: Conversation,
    day: date,
    speech: Sentences,
    counts: Sequence[int],
    *,
    is_open: bool = False,
) -> list[Topic]:
    topics: list[Topic] = []
    for owner, count in zip((TopicOwner.THEIRS, TopicOwner.MINE), counts, strict=True):
        for text in who.speech.some("topic", owner.value, count, speech):
            state = TopicState.LET_GO if who.falls(_LET_GO) else TopicState.TALKED
            state = TopicState.OPEN if is_open else state
            topics.append(
                _topic(who, talk.id, owner, text, day=day, position=len(topics) + 1, state=state)
            )
    return topics


def _carried(who: Subject, talk: ConversationId, speech: Sentences, position: int) -> list[Topic]:
    times = min(1 + who.upto(3), len(who.days.held) - 1)
    text = who.speech.say("topic", "theirs", speech)
    first_on = who.days.held[-1 - times]
    made = _topic(
        who,
        talk,
        TopicOwner.THEIRS,
        text,
        day=first_on,
        position=position + 1,
        carried=times,
    )
    return [made]


def _topic(  # noqa: PLR0913  everything that a topic is
    who: Subject,
    talk: ConversationId,
    owner: TopicOwner,
    text: str,
    *,
    day: date,
    position: int,
    state: TopicState = TopicState.OPEN,
    carried: int = 0,
) -> Topic:
    made = moment(day, who.days.at)
    return Topic(
        id=TopicId(sample_uuid7(made, who.chance)),
        person=who.id,
        owner=owner,
        text=text,
        state=state,
        first_on=day,
        carried=carried,
        wait_until=None,
        conversation=talk,
        position=position,
        created_at=made,
        revision=1,
    )

"""What the pictures of rehearsing, the room and afterwards need beyond the story."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from managernotes.domain.conversation import (
    ConversationType,
    NewConversation,
    TopicOwner,
)
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.preparation import IfThen, PreparationWords
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.services.story import STORY_NOW
from managernotes.services.workspace import Workspace
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import DANA, note_named

THURSDAY = date(2026, 11, 26)
BEGINS, ENDS = time(9, 30), time(9, 54)
AFTER = datetime.combine(THURSDAY, time(10, 2), STORY_NOW.tzinfo)

WORDS = PreparationWords(
    purpose="Nights work for support, and the evenings stay Dana's.",
    effect="Support starts cold; the clinic waited 50 minutes.",
    my_part="I never said by what hour support needs it.",
    their_view="The tender call eats the last hour.",
    opening=(
        "I’d like to look with you at how the evening hand-over reaches support. I want nights"
        " to work for them, and your evenings to stay yours."
    ),
    care="I want this to be easy for you.",
    main="Three evenings this month the hand-over came after 18:20, without the link.",
    ask="ready by 17:30, link and open tickets, from Mon 30 Nov",
    questions=("How do you see it?",),
    offers=("I move the tender call to mornings", "I sit in on the first two evenings"),
    if_then=(
        IfThen(
            "they go silent",
            "I count to ten and say: take your time; what is going through your mind?",
        ),
        IfThen(
            "they say the others do it too",
            "I say that I hear it, that I will look at the others myself, and come back to what"
            " is ours: what support needs by 17:30.",
        ),
        IfThen("they get angry", "I lower my voice and ask: shall we stay, or take ten minutes?"),
    ),
    keep="Say “I will look at the others” only if I really do",
    chair_hears="That three evenings are counted, and the migration is not.",
    chair_needs="That the tender call is named first. And that it stays between us.",
)
LOG = {
    "their_words": (
        "“The tender call eats the last hour. I thought the ticket was enough, nobody told me"
        " Arjun starts cold.”"
    ),
    "learned": "Nights have no access to the ticket history. That is a gap in the tool.",
    "agreed": (
        "Dana hand-over posted by 17:30 with link and open tickets, from Mon 30 Nov\n"
        "I move the tender call to mornings by Fri\nI ask for ticket history on nights by 4 Dec"
    ),
    "help": "I sit in on the first two evenings, if wanted.",
    "disputed": "17:30 is tight on release days. We try it and look again.",
    "conduct": "Waited out the silence. Next time ask before I explain.",
}
TOPICS = ("Hand-over", "January planning", "Anything else")
EARLIER = (date(2026, 11, 3), date(2026, 11, 10))


@dataclass(frozen=True, slots=True)
class Meeting:
    """The one-to-one on Thursday, and the hard talk in it."""

    one_on_one: ConversationId
    hard: ConversationId


def prepare_meeting(stage: Stage) -> Meeting:
    """Plan Thursday's one-to-one and prepare the hard talk in it, to the last must."""
    note = note_named(stage, "Late hand-over to support")

    def prepare(workspace: Workspace) -> Meeting:
        dana = workspace.people.find(DANA).id
        outer = workspace.talks.plan(
            NewConversation(
                type=ConversationType.ONE_ON_ONE,
                people=(dana,),
                planned_on=THURSDAY,
                planned_at=BEGINS,
                minutes=30,
            )
        )
        for topic in TOPICS:
            workspace.talks.add_topic(dana, TopicOwner.THEIRS, topic, outer.id)
        preparation = workspace.preparations.from_note(note, within=outer.id)
        for fact in preparation.facts:
            if fact != note:
                workspace.preparations.remove_fact(preparation.id, fact)
        for day in EARLIER:
            earlier = workspace.notes.add(
                NewObservation(
                    text=NoteText(fact="The hand-over came after 18:20, without the link."),
                    kind=Kind.CONCERN,
                    people=(dana,),
                    occurred_on=day,
                )
            )
            workspace.preparations.add_fact(preparation.id, earlier.id)
        measure = workspace.yardsticks.add(
            YardstickKind.EXPECTATION, YardstickWords(title="Clean hand-overs"), (dana,)
        )
        workspace.preparations.link_yardstick(preparation.id, measure.id)
        workspace.preparations.save_words(preparation.id, WORDS)
        workspace.preparations.change(preparation.id, is_grave=False)
        hard = preparation.conversation
        workspace.talks.set_day(hard, THURSDAY, BEGINS, 20)
        workspace.talks.plan_follow_up(hard, THURSDAY + timedelta(days=14))
        workspace.preparations.mark_prepared(preparation.id)
        talk = workspace.talks.get(hard)
        workspace.talks.save_words(hard, replace(talk.words, title="Late hand-overs"))
        return Meeting(outer.id, hard)

    return stage.ask(prepare)


def hold_meeting(stage: Stage, meeting: Meeting) -> None:
    """Turn the clock to after the talk, say that it was held, and write its log."""
    stage.clock.step_to(AFTER)

    def hold(workspace: Workspace) -> None:
        workspace.talks.hold(meeting.hard, held_on=THURSDAY, began_at=BEGINS, ended_at=ENDS)
        talk = workspace.talks.get(meeting.hard)
        workspace.talks.save_words(meeting.hard, replace(talk.words, **LOG))

    stage.ask(hold)

"""Tests for hand-overs: only what was ticked, and nothing private whatever is ticked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from managernotes.domain.conversation import ConversationType, ConversationWords
from managernotes.domain.goal import CheckInWords, Confidence, GoalState, GoalWords, NewCheckIn
from managernotes.domain.growth import (
    GrowthKind,
    MentoringWords,
    NewGrowthStep,
    PlanWords,
    StepState,
    StepWords,
)
from managernotes.domain.handover import (
    TICKED_SORTS,
    HandoverFormat,
    HandoverItem,
    HandoverSort,
)
from managernotes.domain.identity import PersonId
from managernotes.domain.look_back import LookBackWords, Month
from managernotes.domain.observation import Kind, Observation, Sensitivity, ShareState
from managernotes.domain.person import Cadence, NewPerson
from managernotes.domain.promise import PromiseOwner
from managernotes.domain.yardstick import CopyWords
from managernotes.errors import InvalidInputError, PersonNotFoundError
from managernotes.storage.table_counts import table_counts
from tests.core import goals_office
from tests.core.office import Office
from tests.core.preparing_office import WORDS, expectation, filled, noted
from tests.core.talks_office import TODAY, held, person, planned, promised

PRIVATE = "quokkaflimsy"
WEEK = timedelta(days=7)


def dana(office: Office) -> PersonId:
    """Return Dana, with all that may be handed over about them."""
    who = office.people.add(
        NewPerson(
            display_name="Dana",
            role="Platform engineer",
            team="Platform",
            started_on=date(2024, 8, 12),
            recognition_pref="Quietly and soon.",
            works_best="Hard things early.",
            aims="To be the one others learn from.",
        )
    ).id
    goal = goals_office.agreed(office, to=who)
    office.goals.reword(goal.id, replace(goal.words, support_needed="Days without tickets."))
    office.goals.check_in(
        NewCheckIn(
            goal=goal.id,
            words=CheckInWords(fact="Runs in parallel.", help_offered="Two quiet days"),
            confidence=Confidence.WOBBLING,
            value=44,
        )
    )
    promised(office, due=TODAY + WEEK, to=who, text="Ask for the quiet room")
    promised(office, due=TODAY + WEEK, owner=PromiseOwner.THEM, to=who, text="A draft")
    noted(office, "Mentoring begins in January.", about=who, kind=Kind.AGREEMENT_NOTE)
    office.growth.save_plan(who, PlanWords(direction="Make people better."), said_on=TODAY)
    office.growth.add_step(
        NewGrowthStep(
            person=who, kind=GrowthKind.STRETCH_WORK, words=StepWords(purpose="Lead the review")
        )
    )
    office.growth.add_mentoring(who, MentoringWords(mentor="Ruth", aim="Calm"), Cadence.MONTHLY)
    held_talk(office, who, "I ask facilities by Friday.")
    yardstick = expectation(office)
    office.yardsticks.talked_through(yardstick.id, who, TODAY)
    office.yardsticks.save_copy(
        yardstick.id, who, CopyWords(in_their_words="Nobody has to call me.", local_note=PRIVATE)
    )
    heard(office, who, "Ran the rollback calmly.", reading="Ready for more.")
    return who


def held_talk(
    office: Office,
    who: PersonId,
    agreed: str,
    kind: ConversationType = ConversationType.ONE_ON_ONE,
) -> None:
    """Hold a talk today in which something was agreed, and private words were written."""
    words = ConversationWords(
        agreed=agreed, wish=PRIVATE, conduct=PRIVATE, notes=PRIVATE, their_words=PRIVATE
    )
    talk = planned(office, who, kind=kind, words=replace(words, asked=PRIVATE, disputed=PRIVATE))
    office.talks.hold(talk.id, held_on=TODAY)


def heard(office: Office, who: PersonId, text: str, reading: str = "") -> Observation:
    """Store a win that was said aloud."""
    return noted(
        office,
        text,
        about=who,
        kind=Kind.WIN,
        reading=reading,
        share_state=ShareState.SHARED,
        shared_on=TODAY,
    )


def all_ticked(office: Office, *people: PersonId) -> list[HandoverItem]:
    """Return everything that is offered, and tick it."""
    return [replace(item, is_ticked=True) for item in office.handovers.offer(people)]


def text_of(office: Office, items: list[HandoverItem]) -> str:
    """Return the file of the ticked lines as text."""
    return office.handovers.make(items).decode("utf-8")


def test_s38_goals_agreements_and_growth_are_ticked_and_nothing_else(office: Office) -> None:
    offered = office.handovers.offer([dana(office)])
    assert Counter(item.sort for item in offered) == {
        **dict.fromkeys(HandoverSort, 1),
        HandoverSort.PROMISE: 2,
    }
    assert {item.sort for item in offered if item.is_ticked} == TICKED_SORTS
    assert {item.sort for item in offered if not item.is_ticked} == {
        HandoverSort.TALK,
        HandoverSort.EXPECTATION,
        HandoverSort.THANKS,
        HandoverSort.WORKS_BEST,
        HandoverSort.WIN,
        HandoverSort.READING,
    }


def test_s38_a_hand_over_includes_only_the_ticked_items(office: Office) -> None:
    who = dana(office)
    offered = office.handovers.offer([who])
    for only in offered:
        told = text_of(office, [replace(item, is_ticked=item is only) for item in offered])
        entries = re.findall(r"^- \*\*", told, re.MULTILINE)
        assert len(entries) == 1, only.sort
    everything = text_of(office, all_ticked(office, who))
    assert len(re.findall(r"^- \*\*", everything, re.MULTILINE)) == len(offered)


def test_a_hand_over_reads_as_a_letter_with_every_goal_promise_and_wish(office: Office) -> None:
    who = dana(office)
    told = text_of(office, all_ticked(office, who))
    assert told.startswith("# Hand-over: Dana\n\nWritten on 12 March 2026.\n")
    for line in (
        "## Dana",
        "Platform engineer · Platform · here since 12 August 2024",
        "### Goals",
        "- **Restore**",
        "    Under way, due 11 May 2026, set together.",
        "    Measured by: Minutes from alarm to first order, from 92 min to 30 min.",
        "    Help it takes: Days without tickets.",
        "    - 12 March 2026: 44 min, wobbling. Runs in parallel. Help offered: Two quiet days.",
        "### What is open between us",
        "- **Promised to them:** Ask for the quiet room",
        "    Said on 12 March 2026, due 19 March 2026.",
        "- **Promised by them:** A draft",
        "### What was agreed",
        "- **3 March 2026:** Mentoring begins in January.",
        "    - I ask facilities by Friday.",
        "### Growth",
        "    > Make people better.",
        "- **Stretch work:** Lead the review",
        "- **Mentoring with Ruth**",
        "- **What they aim for:** To be the one others learn from.",
        "### Expectations we talked through",
        "- **Hands over so others can act**",
        "    > Nobody has to call me.",
        "### Working together",
        "- **How they like to be thanked:** Quietly and soon.",
        "- **What works best with them:** Hard things early.",
        "### What went well",
        "- **3 March 2026:** Ran the rollback calmly.",
        "### My own reading",
        "- **On 3 March 2026, “Ran the rollback calmly.”:** Ready for more.",
    ):
        assert line in told.splitlines(), line
    headings = [line for line in told.splitlines() if line.startswith("### ")]
    assert len(headings) == len(set(headings)) == 8


def test_inv_24_every_day_in_a_hand_over_carries_its_year(office: Office) -> None:
    told = text_of(office, all_ticked(office, dana(office)))
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    days = re.findall(rf"\b\d{{1,2}} (?:{months})(?: \d{{4}})?", told)
    assert len(days) > 10
    assert all(re.search(r"\d{4}$", day) for day in days)


def test_inv_11_and_inv_12_nothing_private_is_handed_over_even_when_everything_is_ticked(
    office: Office,
) -> None:
    who = dana(office)
    for kind in (Kind.CONCERN, Kind.THEIR_FEEDBACK_TO_ME, Kind.FEEDBACK_FROM_OTHERS, Kind.LOOSE):
        noted(office, PRIVATE, about=who, kind=kind, reading=PRIVATE, effect=PRIVATE)
    noted(office, PRIVATE, about=who, kind=Kind.WIN)
    noted(
        office,
        PRIVATE,
        about=who,
        reading=PRIVATE,
        share_state=ShareState.SHARED,
        shared_on=TODAY,
    )
    for talk in (ConversationType.STAY, ConversationType.CAREER, ConversationType.EXIT):
        held_talk(office, who, PRIVATE, talk)
    hard_talk = filled(office)
    assert office.talks.get(hard_talk.conversation).people == (who,)
    words = replace(WORDS, purpose=PRIVATE, my_part=PRIVATE, their_view=PRIVATE, main=PRIVATE)
    office.preparations.save_words(hard_talk.id, words)
    month = Month.of(TODAY)
    office.look_backs.save_words(
        month, LookBackWords(cared=PRIVATE, told=PRIVATE, one_thing=PRIVATE)
    )
    office.look_backs.finish(month, TODAY + WEEK)
    step = office.growth.add_step(
        NewGrowthStep(
            person=who,
            kind=GrowthKind.READING,
            words=StepWords(purpose="A book", reflection=PRIVATE, applied_where=PRIVATE),
        )
    )
    for state in (StepState.AGREED, StepState.DOING, StepState.DONE):
        office.growth.move_step(step.id, state)
    office.growth.add_mentoring(who, MentoringWords(mentor="Ruth", ground_rules=PRIVATE))
    told = text_of(office, all_ticked(office, who))
    assert "A book" in told
    assert PRIVATE not in told
    assert not re.search(r"\b\d+ of \d+\b|\d+ ?%|days since|unsaid|on average", told)


def test_a_restricted_note_is_not_offered(office: Office) -> None:
    who = person(office)
    note = noted(office, "Agreed in confidence", about=who, kind=Kind.AGREEMENT_NOTE)
    assert len(office.handovers.offer([who])) == 1
    office.db.execute(
        "UPDATE observation_record SET sensitivity = ?", (Sensitivity.RESTRICTED.value,)
    )
    assert office.handovers.offer([who]) == ()
    assert office.notes.get(note.id).sensitivity is Sensitivity.RESTRICTED


def test_inv_04_a_reading_is_handed_over_only_when_it_is_ticked_itself(office: Office) -> None:
    who = person(office)
    heard(office, who, "Ran the rollback", reading=PRIVATE)
    win, reading = office.handovers.offer([who])
    assert not win.is_ticked
    assert not reading.is_ticked
    ticked = replace(win, is_ticked=True)
    assert PRIVATE not in text_of(office, [ticked, reading])
    told = text_of(office, [ticked, replace(reading, is_ticked=True)])
    assert "one person's view of one day" in told
    assert PRIVATE in told


@pytest.mark.parametrize("sort", [HandoverSort.WIN, HandoverSort.READING, HandoverSort.AGREEMENT])
def test_what_was_not_offered_is_refused_whatever_is_said_it_is(
    office: Office, sort: HandoverSort
) -> None:
    who = person(office)
    concern = noted(office, PRIVATE, about=who, reading=PRIVATE)
    [promise] = [*office.handovers.offer([who]), *_promise(office, who)]
    forged = replace(promise, id=concern.id, sort=sort, is_ticked=True)
    with pytest.raises(InvalidInputError, match="nothing was written"):
        office.handovers.make([promise, forged])


def test_what_is_about_somebody_else_too_is_not_ticked_and_says_so(office: Office) -> None:
    who, raj = person(office), person(office, "Raj")
    both = noted(office, "Both hold the clock", about=(who, raj), kind=Kind.AGREEMENT_NOTE)
    named = noted(office, "Raj helps", about=who, kind=Kind.AGREEMENT_NOTE)
    noted(office, "Thursdays", about=who, kind=Kind.AGREEMENT_NOTE)
    alone = {item.id: item for item in office.handovers.offer([who])}
    assert (alone[both.id].is_ticked, alone[both.id].names_others) == (False, True)
    assert (alone[named.id].is_ticked, alone[named.id].names_others) == (True, True)
    assert sum(item.names_others for item in alone.values()) == 2
    together = office.handovers.offer([who, raj])
    assert len(together) == 4
    assert all(item.is_ticked and not item.names_others for item in together)


def test_people_are_handed_over_a_to_z_and_promises_that_ended_are_not(office: Office) -> None:
    zoe, amir = person(office, "Zoe"), person(office, "Amir")
    for who in (zoe, amir):
        promised(office, due=TODAY, to=who)
    kept = promised(office, due=TODAY, to=zoe)
    office.promises.keep(kept.id)
    assert [item.person for item in office.handovers.offer([zoe, amir])] == [amir, zoe]
    told = text_of(office, list(office.handovers.offer([zoe, amir])))
    assert told.startswith("# Hand-over: Amir and Zoe\n")


def test_a_goal_that_ended_long_ago_stays_behind(office: Office) -> None:
    met = goals_office.ended(office, GoalState.MET)
    [item] = office.handovers.offer([met.person])
    assert "    Met on 12 March 2026, due 11 May 2026, set together." in text_of(office, [item])
    office.clock.advance(days=400)
    assert office.handovers.offer([met.person]) == ()


def test_words_are_handed_over_as_they_were_typed_and_make_no_heading(office: Office) -> None:
    who = person(office)
    goal = goals_office.proposed(office, to=who)
    words = GoalWords(title="2 * 3 [x] <b>", why="# Loud\n---\n- one\n- two <script>")
    office.goals.reword(goal.id, words)
    told = text_of(office, list(office.handovers.offer([who])))
    assert r"- **2 \* 3 \[x\] &lt;b>**" in told
    assert "    Why: # Loud\n    \\---\n    - one\n    - two &lt;script>." in told
    assert [line for line in told.splitlines() if line.startswith("#")] == [
        "# Hand-over: Dana",
        "## Dana",
        "### Goals",
    ]


def test_nothing_ticked_and_nobody_are_refused(office: Office) -> None:
    who = person(office)
    [item] = _promise(office, who)
    with pytest.raises(InvalidInputError, match="Nothing is ticked"):
        office.handovers.make([replace(item, is_ticked=False)])
    with pytest.raises(InvalidInputError):
        office.handovers.keep([], TODAY, HandoverFormat.PDF, [item])
    with pytest.raises(InvalidInputError):
        office.handovers.keep([who], TODAY + WEEK, HandoverFormat.PDF, [item])
    with pytest.raises(PersonNotFoundError):
        office.handovers.offer([PersonId(uuid4())])
    office.people.bin(who)
    with pytest.raises(PersonNotFoundError):
        office.handovers.make([item])
    assert office.handovers.made() == ()


def test_that_a_hand_over_was_made_is_kept_with_its_lines_and_without_their_words(
    office: Office,
) -> None:
    who, raj = person(office), person(office, "Raj")
    [item] = _promise(office, who, PRIVATE)
    office.handovers.keep([who, raj], TODAY, HandoverFormat.PDF, [item])
    office.clock.advance(days=1)
    unticked = replace(item, is_ticked=False)
    office.handovers.keep([who], TODAY + timedelta(days=1), HandoverFormat.MARKDOWN, [unticked])
    later, first = office.handovers.made()
    assert (later.format, later.people, later.items) == (HandoverFormat.MARKDOWN, (who,), ())
    assert (first.made_on, first.people) == (TODAY, (who, raj))
    [kept] = first.items
    assert (kept.sort, kept.id, kept.person) == (HandoverSort.PROMISE, item.id, who)
    [stored] = office.db.execute("SELECT words FROM paper WHERE sort = 'handover' LIMIT 1")
    assert PRIVATE not in stored[0]


def test_what_was_kept_about_one_person_alone_goes_with_them(office: Office) -> None:
    who, raj = person(office), person(office, "Raj")
    [item] = _promise(office, who)
    office.handovers.keep([who], TODAY, HandoverFormat.PDF, [item])
    office.handovers.keep([who, raj], TODAY, HandoverFormat.PDF, [item])
    office.people.bin(who)
    assert len(office.handovers.made()) == 1
    office.clock.advance(days=31)
    office.notes.empty_bin()
    assert table_counts(office.db)["handover"] == 1
    [left] = office.handovers.made()
    assert left.people == (raj,)


def test_a_held_talk_with_several_is_offered_unticked_and_says_that_it_names_others(
    office: Office,
) -> None:
    who, raj = person(office), person(office, "Raj")
    talk = held(office, who, raj)
    office.talks.save_words(talk.id, ConversationWords(agreed="We try it for a month."))
    [item] = office.handovers.offer([who])
    assert (item.sort, item.is_ticked, item.names_others) == (HandoverSort.TALK, False, True)
    assert item.id == UUID(str(talk.id))


def _promise(office: Office, who: PersonId, text: str = "The quiet room") -> list[HandoverItem]:
    promised(office, due=TODAY, to=who, text=text)
    return list(office.handovers.offer([who]))

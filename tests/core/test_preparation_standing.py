"""When a hard talk may be called prepared, and when it is not any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from managernotes.domain.conversation import ConversationState, NoteRole
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NoteText, ShareState, Source
from managernotes.domain.preparation import (
    Path,
    PolicyCheck,
    Preparation,
    PreparationWords,
    RehearsalSort,
    Stale,
)
from managernotes.errors import InvalidInputError
from tests.core.office import Office
from tests.core.preparing_office import (
    AGAIN_ON,
    TALK_ON,
    TODAY,
    WORDS,
    begun,
    expectation,
    filled,
    noted,
    plan_for_improvement,
    prepared,
    with_words,
)
from tests.core.talks_office import person

DRAFTING, PREPARED = ConversationState.DRAFTING, ConversationState.PREPARED


def state(office: Office, it: Preparation) -> ConversationState:
    return office.talks.get(it.conversation).state


def test_with_every_must_done_a_talk_is_prepared(office: Office) -> None:
    it = prepared(office)
    assert (state(office, it), it.ready_at, it.stale) == (PREPARED, office.clock.moment, None)
    assert office.preparations.mark_prepared(it.id).ready_at == it.ready_at


MISSING: tuple[tuple[str, Callable[[Office, Preparation], object]], ...] = (
    ("you saw yourself", lambda o, it: o.preparations.remove_fact(it.id, it.facts[0])),
    ("cost, whom", lambda o, it: with_words(o, it, effect="")),
    (
        "Which agreement",
        lambda o, it: [
            o.preparations.unlink_yardstick(it.id, one)
            for one in o.preparations.get(it.id).yardsticks
        ],
    ),
    ("Your part", lambda o, it: with_words(o, it, my_part="")),
    ("by when", lambda o, it: with_words(o, it, ask="be better")),
    ("do to help", lambda o, it: with_words(o, it, offers=())),
    ("meet again", lambda o, it: o.talks.plan_follow_up(it.conversation, None)),
    ("do not know the answer", lambda o, it: with_words(o, it, questions=())),
    ("right talk", lambda o, it: o.preparations.change(it.id, is_grave=None)),
    ("still a label", lambda o, it: o.preparations.add_fact(it.id, noted(o, "was rude").id)),
)


@pytest.mark.parametrize(("sentence", "undo"), MISSING, ids=[line[0] for line in MISSING])
def test_inv_07_without_one_must_it_is_refused_and_nothing_is_lost(
    office: Office, sentence: str, undo: Callable[[Office, Preparation], object]
) -> None:
    it = filled(office)
    undo(office, it)
    before = office.preparations.get(it.id)
    with pytest.raises(InvalidInputError, match=sentence):
        office.preparations.mark_prepared(it.id)
    assert office.preparations.get(it.id) == before
    assert state(office, it) is DRAFTING


@pytest.mark.parametrize(("sentence", "undo"), MISSING, ids=[line[0] for line in MISSING])
def test_inv_07_a_must_that_opens_again_takes_the_label_away(
    office: Office, sentence: str, undo: Callable[[Office, Preparation], object]
) -> None:
    it = prepared(office)
    undo(office, it)
    assert state(office, it) is DRAFTING
    assert office.preparations.get(it.id).ready_at is None


def test_s39_without_an_offer_of_help_no_sentence_makes_it_prepared(office: Office) -> None:
    it = begun(office)
    with pytest.raises(InvalidInputError, match="What will you do to help"):
        office.preparations.override(it.id, "There is no time.")
    with_words(office, it, offers=("I move the call",))
    office.preparations.change(it.id, is_grave=False)
    over = office.preparations.override(it.id, "  There is no time. ")
    assert (over.words.override, state(office, it)) == ("There is no time.", PREPARED)
    with_words(office, it, offers=("  ",))
    assert state(office, it) is DRAFTING


def test_what_is_grave_goes_to_hr_first_whatever_sentence_is_given(office: Office) -> None:
    it = filled(office)
    office.preparations.change(it.id, is_grave=True)
    with pytest.raises(InvalidInputError, match="Check with HR first"):
        office.preparations.mark_prepared(it.id)
    with pytest.raises(InvalidInputError, match="Check with HR first"):
        office.preparations.override(it.id, "It is urgent.")
    office.preparations.change(it.id, policy_check=PolicyCheck.CHECKED_WITH_HR)
    office.preparations.mark_prepared(it.id)
    assert state(office, it) is PREPARED


@pytest.mark.parametrize("sentence", ["", "  \n"])
def test_inv_15_going_on_without_wants_one_sentence(office: Office, sentence: str) -> None:
    it = filled(office)
    with pytest.raises(InvalidInputError, match="why"):
        office.preparations.override(it.id, sentence)
    assert state(office, it) is DRAFTING


def test_inv_15_an_overridden_talk_stays_prepared_while_it_is_written_on(office: Office) -> None:
    it = filled(office)
    with_words(office, it, my_part="", ask="be better")
    office.preparations.override(it.id, "She asked to talk today.")
    with_words(office, it, effect="")
    assert state(office, it) is PREPARED


def test_once_every_must_is_done_the_sentence_is_not_needed_any_more(office: Office) -> None:
    it = filled(office)
    with_words(office, it, my_part="")
    office.preparations.override(it.id, "She asked to talk today.")
    with_words(office, it, my_part="I never said it.")
    assert office.preparations.mark_prepared(it.id).words.override == ""
    with_words(office, it, my_part="")
    assert state(office, it) is DRAFTING


def test_what_does_not_weaken_it_leaves_it_prepared(office: Office) -> None:
    it = prepared(office)
    with_words(office, it, opening="I asked to meet.", feelings="nervous")
    office.preparations.rehearsed(it.id, RehearsalSort.ALOUD, 30)
    office.preparations.change(it.id, same_for_all=True)
    office.talks.set_day(it.conversation, TALK_ON + timedelta(days=1))
    assert state(office, it) is PREPARED


CHANGES: tuple[tuple[str, Stale, Callable[[Office, Preparation], object]], ...] = (
    (
        "words",
        Stale.FACT_CHANGED,
        lambda o, it: o.notes.save_text(
            it.facts[0],
            NoteText(fact="Hand-over at 18:25, no runbook link."),
            o.notes.get(it.facts[0]).revision,
        ),
    ),
    (
        "effect",
        Stale.FACT_CHANGED,
        lambda o, it: o.notes.save_text(
            it.facts[0],
            replace(o.notes.get(it.facts[0]).text, effect="None"),
            o.notes.get(it.facts[0]).revision,
        ),
    ),
    (
        "day",
        Stale.FACT_CHANGED,
        lambda o, it: o.notes.change(it.facts[0], occurred_on=TODAY - timedelta(days=20)),
    ),
    (
        "source",
        Stale.FACT_CHANGED,
        lambda o, it: o.notes.change(it.facts[0], source=Source.TOLD_BY),
    ),
    ("kind", Stale.FACT_CHANGED, lambda o, it: o.notes.change(it.facts[0], kind=Kind.CONTEXT)),
    (
        "people",
        Stale.FACT_CHANGED,
        lambda o, it: o.notes.change(
            it.facts[0], people=(*o.notes.get(it.facts[0]).people, person(o, "Raj"))
        ),
    ),
    ("bin", Stale.FACT_GONE, lambda o, it: o.notes.bin(it.facts[0])),
    ("erased", Stale.FACT_GONE, lambda o, it: o.notes.erase(it.facts[0])),
)


@pytest.mark.parametrize(("what", "why", "change"), CHANGES, ids=[line[0] for line in CHANGES])
def test_inv_09_a_fact_that_changes_or_goes_takes_the_talk_back_and_says_so(
    office: Office, what: str, why: Stale, change: Callable[[Office, Preparation], object]
) -> None:
    it = prepared(office)
    change(office, it)
    after = office.preparations.get(it.id)
    assert (state(office, it), after.stale, after.ready_at) == (DRAFTING, why, None)
    assert after.words == it.words


def test_inv_09_a_version_that_is_brought_back_is_a_change_too(office: Office) -> None:
    it = filled(office)
    note = office.notes.get(it.facts[0])
    office.notes.save_text(note.id, NoteText(fact="Hand-over at 19:00, no link."), note.revision)
    office.preparations.mark_prepared(it.id)
    first = office.notes.revisions(note.id)[-1]
    office.notes.bring_back(note.id, first.revision)
    assert office.preparations.get(it.id).stale is Stale.FACT_CHANGED


UNTOUCHED: tuple[tuple[str, Callable[[Office, Preparation], object]], ...] = (
    (
        "title and reading",
        lambda o, it: o.notes.save_text(
            it.facts[0],
            replace(o.notes.get(it.facts[0]).text, title="Late", my_reading="Overloaded?"),
            o.notes.get(it.facts[0]).revision,
        ),
    ),
    ("tags", lambda o, it: o.notes.change(it.facts[0], tags=("other",))),
    ("come back", lambda o, it: o.notes.change(it.facts[0], come_back_on=TALK_ON)),
    ("another note", lambda o, _it: o.notes.bin(noted(o, "Something else.").id)),
)


@pytest.mark.parametrize(("what", "change"), UNTOUCHED, ids=[line[0] for line in UNTOUCHED])
def test_inv_09_what_is_no_part_of_the_fact_changes_nothing(
    office: Office, what: str, change: Callable[[Office, Preparation], object]
) -> None:
    it = prepared(office)
    change(office, it)
    assert (state(office, it), office.preparations.get(it.id).stale) == (PREPARED, None)


def test_inv_09_a_draft_and_a_talk_that_was_held_are_left_alone(office: Office) -> None:
    draft = filled(office)
    office.notes.bin(draft.facts[0])
    assert office.preparations.get(draft.id).stale is None
    office.notes.restore(draft.facts[0])
    office.preparations.mark_prepared(draft.id)
    office.talks.hold(draft.conversation, held_on=TODAY)
    office.notes.bin(draft.facts[0])
    assert state(office, draft) is ConversationState.HELD
    assert office.preparations.get(draft.id).stale is None


def test_inv_09_a_talk_put_off_does_not_come_back_prepared_on_a_changed_fact(
    office: Office,
) -> None:
    it = prepared(office)
    office.talks.postpone(it.conversation, TALK_ON + timedelta(days=3))
    office.notes.bin(it.facts[0])
    assert state(office, it) is ConversationState.POSTPONED
    assert office.preparations.get(it.id).stale is Stale.FACT_GONE
    office.talks.set_day(it.conversation, TALK_ON + timedelta(days=3))
    assert state(office, it) is DRAFTING


def test_a_talk_that_is_moved_stays_prepared_only_as_long_as_all_still_stands(
    office: Office,
) -> None:
    it = prepared(office)
    office.talks.move(it.conversation, TALK_ON + timedelta(days=3))
    assert state(office, it) is PREPARED
    office.notes.bin(it.facts[0])
    office.talks.move(it.conversation, TALK_ON + timedelta(days=4))
    assert state(office, it) is DRAFTING


def test_a_talk_put_off_comes_back_prepared_when_all_still_stands(office: Office) -> None:
    it = prepared(office)
    office.talks.postpone(it.conversation, TALK_ON + timedelta(days=3))
    office.talks.set_day(it.conversation, TALK_ON + timedelta(days=3))
    assert state(office, it) is PREPARED
    office.talks.postpone(it.conversation, TALK_ON + timedelta(days=4))
    with_words(office, it, my_part="")
    office.talks.set_day(it.conversation, TALK_ON + timedelta(days=4))
    assert state(office, it) is DRAFTING


def test_after_fourteen_days_what_was_prepared_is_a_draft_again(office: Office) -> None:
    it = prepared(office)
    office.clock.advance(days=14)
    assert office.preparations.refresh_stale() == 0
    office.clock.advance(milliseconds=1)
    assert office.preparations.refresh_stale() == 1
    assert (state(office, it), office.preparations.get(it.id).stale) == (DRAFTING, Stale.OLD)
    assert office.preparations.refresh_stale() == 0
    office.talks.set_day(it.conversation, office.clock.moment.date() + timedelta(days=1))
    assert office.preparations.mark_prepared(it.id).stale is None


def test_detaching_a_fact_in_another_way_counts_too(office: Office) -> None:
    it = prepared(office)
    office.talks.detach(it.conversation, it.facts[0], NoteRole.FACT)
    assert state(office, it) is DRAFTING


def test_smaller_feedback_is_prepared_with_less_but_not_without_help(office: Office) -> None:
    it = begun(office)
    office.preparations.change(it.id, path=Path.SHORT)
    office.preparations.link_yardstick(it.id, expectation(office).id)
    office.talks.plan_follow_up(it.conversation, AGAIN_ON)
    words = PreparationWords(ask=WORDS.ask, questions=WORDS.questions)
    office.preparations.save_words(it.id, words)
    with pytest.raises(InvalidInputError) as refused:
        office.preparations.mark_prepared(it.id)
    assert refused.value.advice == "What will you do to help?"
    with_words(office, it, offers=("I move the call",))
    office.preparations.mark_prepared(it.id)
    assert state(office, it) is PREPARED
    office.preparations.change(it.id, path=Path.FULL)
    assert state(office, it) is DRAFTING


def test_inv_21_a_plan_wants_a_concern_said_help_given_hr_and_goodwill(office: Office) -> None:
    it = plan_for_improvement(office)
    [yardstick] = it.yardsticks
    assert len(office.preparations.desk(it.id).plan_gate) == 3
    refused = "said and help was given"

    def wanted() -> str:
        with pytest.raises(InvalidInputError) as raised:
            office.preparations.mark_prepared(it.id)
        with pytest.raises(InvalidInputError) as overridden:
            office.preparations.override(it.id, "It cannot wait.")
        assert overridden.value.advice == raised.value.advice
        return raised.value.advice

    office.preparations.change(it.id, policy_check=PolicyCheck.CHECKED_WITH_HR, would_be_glad=True)
    assert refused in wanted()
    said = noted(office, share_state=ShareState.SHARED, shared_on=TODAY)
    office.yardsticks.link_note(yardstick, said.id)
    assert refused in wanted()
    helped = noted(office, "Sat in on two evenings.", kind=Kind.SUPPORT_GIVEN)
    office.yardsticks.link_note(expectation(office, "Another one").id, helped.id)
    assert refused in wanted()
    office.yardsticks.link_note(yardstick, helped.id)
    office.preparations.change(it.id, would_be_glad=False)
    assert "Would you be glad" in wanted()
    office.preparations.change(it.id, would_be_glad=True, policy_check=PolicyCheck.NOT_NEEDED)
    assert "HR" in wanted()
    office.preparations.change(it.id, policy_check=PolicyCheck.CHECKED_WITH_HR)
    assert office.preparations.desk(it.id).can_be_prepared
    office.preparations.mark_prepared(it.id)
    assert state(office, it) is PREPARED


def test_inv_21_what_was_said_to_or_done_for_somebody_else_does_not_count(office: Office) -> None:
    it = plan_for_improvement(office)
    [yardstick] = it.yardsticks
    raj = person(office, "Raj")
    for note in (
        noted(office, about=raj, share_state=ShareState.SHARED, shared_on=TODAY),
        noted(office, about=raj, kind=Kind.SUPPORT_GIVEN),
        noted(office, "An unsaid one."),
    ):
        office.yardsticks.link_note(yardstick, note.id)
    assert office.preparations.desk(it.id).plan_gate[0].startswith("A plan comes after")


@dataclass(frozen=True)
class Plan:
    """A plan that is prepared, and the two notes that its gate rests on."""

    office: Office
    it: Preparation
    said: NoteId
    helped: NoteId


PLAN_CHANGES: tuple[Callable[[Plan], object], ...] = (
    lambda plan: plan.office.preparations.change(plan.it.id, would_be_glad=False),
    lambda plan: plan.office.sharing.unsay(plan.said),
    lambda plan: plan.office.notes.change(plan.said, share_state=ShareState.UNSAID),
    lambda plan: plan.office.notes.bin(plan.said),
    lambda plan: plan.office.notes.erase(plan.helped),
    lambda plan: plan.office.notes.change(plan.helped, kind=Kind.CONTEXT),
    lambda plan: plan.office.notes.change(plan.said, people=[person(plan.office, "Raj")]),
    lambda plan: plan.office.yardsticks.unlink_note(plan.it.yardsticks[0], plan.helped),
)


@pytest.mark.parametrize("change", PLAN_CHANGES)
def test_inv_21_a_plan_falls_back_when_its_gate_closes_again(
    office: Office, change: Callable[[Plan], object]
) -> None:
    it = plan_for_improvement(office)
    [yardstick] = it.yardsticks
    said = noted(office, share_state=ShareState.SHARED, shared_on=TODAY)
    helped = noted(office, "Sat in.", kind=Kind.SUPPORT_GIVEN)
    for note in (said, helped):
        office.yardsticks.link_note(yardstick, note.id)
    office.preparations.change(it.id, policy_check=PolicyCheck.CHECKED_WITH_HR, would_be_glad=True)
    office.preparations.mark_prepared(it.id)
    assert state(office, it) is PREPARED
    change(Plan(office, it, said.id, helped.id))
    assert state(office, it) is DRAFTING

"""Preparing a hard talk over a real vault: beginning, writing, facts, yardsticks, rehearsals."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from uuid import UUID

import pytest

from managernotes.domain.conversation import (
    ConversationState,
    ConversationType,
    NewConversation,
    NoteRole,
)
from managernotes.domain.identity import PreparationId
from managernotes.domain.observation import KeptBack, Kind, NoteText, ShareState
from managernotes.domain.preparation import (
    PRIVATE_PREPARATION,
    About,
    IfThen,
    Path,
    PolicyCheck,
    PreparationWords,
    RehearsalSort,
    Step,
)
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.errors import EditConflictError, InvalidInputError, PaperNotFoundError
from managernotes.storage import preparation_words
from tests.core.office import Office
from tests.core.preparing_office import (
    AGAIN_ON,
    TALK_ON,
    TODAY,
    WORDS,
    begun,
    facts_of,
    filled,
    noted,
    with_words,
)
from tests.core.talks_office import person, planned


def test_s04_one_call_makes_the_talk_with_its_facts_filled_in(office: Office) -> None:
    first = noted(office, effect="Support waited 50 minutes")
    linked = noted(office, "No word about the open tickets.", tags=(), on=TODAY - timedelta(days=5))
    last = noted(
        office,
        "18:55, link to the old runbook.",
        effect="The clinic printed nothing",
        title="Late hand-overs",
        on=TODAY,
    )
    office.notes.link(last.id, linked.id)
    it = office.preparations.from_note(last.id, planned_on=TALK_ON)
    talk = office.talks.get(it.conversation)
    assert (talk.type, talk.state, talk.people, talk.planned_on) == (
        ConversationType.TOUGH,
        ConversationState.DRAFTING,
        last.people,
        TALK_ON,
    )
    assert talk.words.title == "Late hand-overs"
    assert it.facts == (first.id, linked.id, last.id)
    assert it.words.effect == "Support waited 50 minutes\nThe clinic printed nothing"
    for note in it.facts:
        stored = office.notes.get(note)
        assert (stored.share_state, stored.planned_in) == (ShareState.PLANNED, talk.id)
        assert stored.planned_for == TALK_ON


def test_s04_only_unsaid_concerns_of_the_same_person_come_along(office: Office) -> None:
    last = noted(office)
    noted(office, "Said already.", share_state=ShareState.SHARED, shared_on=TODAY)
    noted(office, "Somebody else was late.", about=person(office, "Raj"))
    noted(office, "A quick hand-over.", kind=Kind.WIN)
    noted(office, "Another thing altogether.", tags=("tone",))
    kept = noted(office, "Wrong after all.")
    office.sharing.keep_back(kept.id, KeptBack.WRONG_AFTER_ALL)
    office.notes.bin(noted(office, "Thrown away.").id)
    assert office.preparations.from_note(last.id).facts == (last.id,)


def test_s04_asked_twice_it_is_the_same_talk_with_what_was_typed(office: Office) -> None:
    it = begun(office)
    with_words(office, it, my_part="I never said by what hour.")
    for fact in it.facts:
        again = office.preparations.from_note(fact)
        assert (again.id, again.words.my_part) == (it.id, "I never said by what hour.")
    office.talks.drop(it.conversation, "It solved itself.")
    assert office.preparations.from_note(it.facts[0]).id != it.id


def test_a_hard_topic_is_held_within_the_next_one_to_one(office: Office) -> None:
    outer = office.talks.set_day(planned(office).id, TALK_ON)
    it = office.preparations.from_note(noted(office).id, within=outer.id)
    talk = office.talks.get(it.conversation)
    assert (talk.within, talk.planned_on, talk.planned_at) == (outer.id, TALK_ON, None)
    with pytest.raises(InvalidInputError, match="not with them"):
        office.preparations.from_note(
            noted(office, about=person(office, "Raj")).id, within=outer.id
        )


def test_of_several_people_each_is_met_alone(office: Office) -> None:
    both = (person(office), person(office, "Raj"))
    note = noted(office, about=both)
    dana = office.preparations.from_note(note.id)
    raj = office.preparations.from_note(note.id, person=both[1])
    assert dana.id != raj.id
    assert dana.about is raj.about is About.CONFLICT
    assert [office.talks.get(it.conversation).people for it in (dana, raj)] == [
        both[:1],
        both[1:],
    ]
    with pytest.raises(InvalidInputError, match="somebody else"):
        office.preparations.from_note(note.id, person=person(office, "Kim"))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CONCERN])
def test_only_a_concern_begins_a_hard_talk(office: Office, kind: Kind) -> None:
    note = noted(office, kind=kind)
    with pytest.raises(InvalidInputError, match="concern"):
        office.preparations.from_note(note.id)
    assert office.talks.lists().planned == ()


def test_a_concern_about_nobody_or_in_the_bin_begins_nothing(office: Office) -> None:
    with pytest.raises(InvalidInputError, match="nobody"):
        office.preparations.from_note(noted(office, about=()).id)
    gone = noted(office)
    office.notes.bin(gone.id)
    with pytest.raises(InvalidInputError, match="bin"):
        office.preparations.from_note(gone.id)
    assert office.talks.lists().planned == ()


def test_s20_a_talk_goes_by_what_its_concern_is_measured_by(office: Office) -> None:
    value = office.yardsticks.add(YardstickKind.VALUE, YardstickWords(title="We say it early"))
    note = noted(office)
    office.yardsticks.link_note(value.id, note.id)
    it = office.preparations.from_note(note.id)
    assert (it.yardsticks, it.about) == ((value.id,), About.CONDUCT)


@pytest.mark.parametrize("kind", YardstickKind)
def test_s20_readiness_fails_until_an_expectation_or_a_value_is_linked(
    office: Office, kind: YardstickKind
) -> None:
    it = begun(office)
    one = office.yardsticks.add(kind, YardstickWords(title="Hands over"), [person(office)])

    def is_open() -> bool:
        [found] = [c for c in office.preparations.desk(it.id).checks if c.id == "RC04"]
        return found.is_open

    assert is_open()
    assert office.preparations.link_yardstick(it.id, one.id).yardsticks == (one.id,)
    assert not is_open()
    assert office.preparations.unlink_yardstick(it.id, one.id).yardsticks == ()
    assert is_open()


def test_s22_changing_what_it_is_about_keeps_everything_that_was_typed(office: Office) -> None:
    it = begun(office)
    special = {f"prompt of {about}": f"answer to {about}" for about in About}
    typed = with_words(office, it, special=special, my_part="Mine").words
    for about in (*About, About.OTHER):
        changed = office.preparations.change(it.id, about=about)
        assert (changed.about, changed.words) == (about, typed)


def test_inv_15_words_are_saved_whatever_they_are(office: Office) -> None:
    it = begun(office)
    odd = PreparationWords(ask="be better", opening="You are always rude " * 60, offers=("", " "))
    assert office.preparations.save_words(it.id, odd).words == odd
    assert office.preparations.save_words(it.id, PreparationWords()).words == PreparationWords()


def test_every_word_is_stored_letter_for_letter(office: Office) -> None:
    it = begun(office)
    texts = {
        part.name: f"{part.name}: “ä” 你好 — {number}\n- two"
        for number, part in enumerate(fields(PreparationWords))
        if part.type == "str"
    }
    words = PreparationWords(
        **texts,
        questions=("How?", ""),
        offers=("One", "Two"),
        if_then=(IfThen("they go silent", "I count to ten"),),
        special={"gap": "In May"},
    )
    assert office.preparations.save_words(it.id, words).words == words
    assert office.preparations.get(it.id).words == words


def test_words_saved_against_an_older_revision_are_refused(office: Office) -> None:
    it = begun(office)
    office.preparations.save_words(it.id, replace(it.words, ask="one"), it.revision)
    with pytest.raises(EditConflictError):
        office.preparations.save_words(it.id, replace(it.words, ask="two"), it.revision)
    assert office.preparations.get(it.id).words.ask == "one"


def test_words_of_a_later_version_are_read_without_those_it_adds() -> None:
    stored = preparation_words.to_json(WORDS) | {"later": "unknown"}
    assert preparation_words.words_of(stored) == WORDS
    assert preparation_words.words_of({}) == PreparationWords()


def test_a_search_finds_no_private_word_of_a_preparation() -> None:
    texts = {part.name: part.name for part in fields(PreparationWords) if part.type == "str"}
    words = PreparationWords(**texts, special={"gap": "special"})  # type: ignore[arg-type]
    found = set(preparation_words.plain(words).split())
    assert not found & (PRIVATE_PREPARATION | {"special"})
    assert found == set(texts) - PRIVATE_PREPARATION


def test_a_fact_is_added_and_taken_away_and_its_plan_follows(office: Office) -> None:
    it = begun(office)
    more = noted(office, "17 March: no link.", tags=())
    office.preparations.add_fact(it.id, more.id)
    assert more.id in facts_of(office, it)
    assert office.notes.get(more.id).planned_in == it.conversation
    office.preparations.remove_fact(it.id, more.id)
    assert more.id not in facts_of(office, it)
    assert office.notes.get(more.id).share_state is ShareState.UNSAID
    assert more.id not in office.talks.notes_of(it.conversation).get(NoteRole.TO_SAY, ())


def test_a_fact_that_waits_for_nobody_is_not_planned(office: Office) -> None:
    it = begun(office)
    for kind in (Kind.CONTEXT, Kind.WIN, Kind.FEEDBACK_FROM_OTHERS):
        note = noted(office, kind=kind)
        office.preparations.add_fact(it.id, note.id)
        assert office.notes.get(note.id).planned_in is None


@pytest.mark.parametrize("kind", [Kind.THEIR_FEEDBACK_TO_ME, Kind.LESSON])
def test_inv_11_what_was_told_to_me_is_never_held_against_them(office: Office, kind: Kind) -> None:
    it = begun(office)
    note = noted(office, kind=kind)
    with pytest.raises(InvalidInputError, match="no fact against anyone"):
        office.preparations.add_fact(it.id, note.id)
    with pytest.raises(InvalidInputError, match="no fact against anyone"):
        office.talks.attach(it.conversation, note.id, NoteRole.FACT)
    assert facts_of(office, it) == list(it.facts)


def test_inv_16_a_note_about_somebody_else_is_no_fact(office: Office) -> None:
    it = begun(office)
    with pytest.raises(InvalidInputError, match="not about the person"):
        office.preparations.add_fact(it.id, noted(office, about=person(office, "Raj")).id)


def test_inv_04_a_fact_shows_what_was_done_and_never_the_reading(office: Office) -> None:
    note = noted(office, reading="She does not care.", title="Sloppy")
    it = office.preparations.from_note(note.id)
    [fact] = office.preparations.desk(it.id).facts
    assert fact.text == "Hand-over at 18:20, no runbook link."
    assert "does not care" not in repr(office.preparations.desk(it.id))


def test_the_gate_asks_for_hr_and_takes_that_back(office: Office) -> None:
    it = begun(office)
    grave = office.preparations.change(it.id, is_grave=True)
    assert grave.policy_check is PolicyCheck.NEEDED
    assert office.preparations.change(it.id, is_grave=False).policy_check is PolicyCheck.NOT_NEEDED
    office.preparations.change(it.id, is_grave=True, policy_check=PolicyCheck.CHECKED_WITH_HR)
    kept = office.preparations.change(it.id, is_grave=False)
    assert kept.policy_check is PolicyCheck.CHECKED_WITH_HR


def test_every_answer_is_kept(office: Office) -> None:
    it = begun(office)
    changed = office.preparations.change(
        it.id,
        step=Step.WORDS,
        is_grave=False,
        told_before=True,
        is_calm=True,
        single_event=True,
        no_part=2,
        same_for_all=True,
        would_be_glad=True,
    )
    assert (changed.step, changed.told_before, changed.is_calm) == (Step.WORDS, True, True)
    assert (changed.single_event, changed.no_part, changed.same_for_all) == (True, 2, True)
    assert changed.would_be_glad
    with pytest.raises(InvalidInputError):
        office.preparations.change(it.id, no_part=3)


def test_the_short_path_is_for_feedback_and_there_is_a_way_back(office: Office) -> None:
    it = begun(office)
    assert office.preparations.change(it.id, path=Path.SHORT).path is Path.SHORT
    assert office.talks.get(it.conversation).type is ConversationType.FEEDBACK
    office.preparations.change(it.id, path=Path.FULL)
    assert office.talks.get(it.conversation).type is ConversationType.TOUGH


def test_a_plan_for_improvement_has_no_short_path(office: Office) -> None:
    talk = office.talks.plan(NewConversation(type=ConversationType.PIP, people=(person(office),)))
    it = office.preparations.begin(talk.id)
    with pytest.raises(InvalidInputError, match="no short path"):
        office.preparations.change(it.id, path=Path.SHORT)
    office.preparations.change(it.id, path=Path.FULL, is_calm=True)
    assert office.talks.get(talk.id).type is ConversationType.PIP


def test_a_planned_talk_is_begun_once_and_only_where_there_are_steps(office: Office) -> None:
    dana = person(office)
    feedback = office.talks.plan(NewConversation(type=ConversationType.FEEDBACK, people=(dana,)))
    assert office.preparations.of(feedback.id) is None
    it = office.preparations.begin(feedback.id)
    assert (it.path, it.about) == (Path.SHORT, About.OTHER)
    assert office.preparations.begin(feedback.id).id == it.id
    found = office.preparations.of(feedback.id)
    assert found is not None
    assert found.id == it.id
    with pytest.raises(InvalidInputError, match="in steps"):
        office.preparations.begin(planned(office).id)
    with pytest.raises(PaperNotFoundError):
        office.preparations.get(PreparationId(UUID(int=0)))


def test_a_rehearsal_leaves_its_day_its_sort_and_its_length(office: Office) -> None:
    it = begun(office)
    office.preparations.rehearsed(it.id, RehearsalSort.ALOUD, 41)
    office.clock.advance(minutes=2)
    done = office.preparations.rehearsed(it.id, RehearsalSort.CHAIRS, 120)
    assert [(one.sort, one.seconds) for one in done.rehearsals] == [
        (RehearsalSort.ALOUD, 41),
        (RehearsalSort.CHAIRS, 120),
    ]
    assert done.rehearsals[0].at == office.clock.moment - timedelta(minutes=2)


def test_the_desk_shows_what_is_open_the_musts_first(office: Office) -> None:
    it = filled(office)
    desk = office.preparations.desk(it.id)
    assert [one.id for one in desk.still_open] == ["RC12", "RC16", "RC17", "RC18"]
    assert desk.can_be_prepared
    with_words(office, it, offers=())
    desk = office.preparations.desk(it.id)
    assert desk.still_open[0].message == "What will you do to help?"
    assert not desk.can_be_prepared
    assert {one.id for one in (*desk.still_open, *desk.in_place)} == {c.id for c in desk.checks}
    assert desk.conversation.follow_up_on == AGAIN_ON


def test_the_desk_says_when_they_were_last_thanked(office: Office) -> None:
    it = begun(office)
    assert office.preparations.desk(it.id).last_thanked_on is None
    win = noted(office, "Ran the rollback.", kind=Kind.WIN, on=TODAY - timedelta(days=5))
    assert office.preparations.desk(it.id).unsaid_thanks_on == win.occurred_on
    office.sharing.said(win.id, TODAY)
    noted(office, "Thanked her.", kind=Kind.PRAISE_GIVEN, on=TODAY - timedelta(days=1))
    desk = office.preparations.desk(it.id)
    assert (desk.last_thanked_on, desk.unsaid_thanks_on) == (TODAY, None)


def test_a_yardstick_known_before_the_first_fact_is_in_place(office: Office) -> None:
    it = filled(office)
    [one] = it.yardsticks
    office.yardsticks.talked_through(one, person(office), TODAY - timedelta(days=30))
    assert "RC12" in {check.id for check in office.preparations.desk(it.id).in_place}


def test_a_changed_fact_shows_in_the_talk(office: Office) -> None:
    it = begun(office)
    note = office.notes.get(it.facts[0])
    office.notes.save_text(note.id, NoteText(fact="Hand-over at 18:21."), note.revision)
    assert office.preparations.desk(it.id).facts[0].text == "Hand-over at 18:21."

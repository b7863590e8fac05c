"""The table of readiness: every check is flipped from open to done by a small input, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from managernotes.domain.identity import (
    ConversationId,
    NoteId,
    PersonId,
    PreparationId,
    YardstickId,
    new_uuid7,
)
from managernotes.domain.observation import Kind, ShareState, Source
from managernotes.domain.preparation import (
    SHORT_PATH,
    About,
    FactRow,
    Path,
    PolicyCheck,
    Preparation,
    PreparationWords,
    Rehearsal,
    RehearsalSort,
    Step,
)
from managernotes.domain.yardstick import TalkedThrough, Yardstick, YardstickKind, YardstickWords
from managernotes.practice.readiness import CHECKS, Check, CheckLevel, checks, open_musts
from managernotes.practice.readiness_view import InHand

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
TODAY = NOW.date()
DANA = PersonId(new_uuid7(NOW))
Change = Callable[[InHand], InHand]


def fact(
    text: str = "Hand-over at 18:20, no runbook link.",
    on: date = date(2026, 11, 3),
    source: Source = Source.FIRST_HAND,
) -> FactRow:
    return FactRow(
        id=NoteId(new_uuid7(NOW)),
        occurred_on=on,
        text=text,
        source=source,
        kind=Kind.CONCERN,
        share_state=ShareState.PLANNED,
        shared_on=None,
    )


def yardstick(
    kind: YardstickKind = YardstickKind.EXPECTATION,
    title: str = "Hands over so others can act",
    talked_on: date | None = date(2026, 9, 1),
) -> Yardstick:
    return Yardstick(
        id=YardstickId(new_uuid7(NOW)),
        kind=kind,
        words=YardstickWords(title=title),
        retired_on=None,
        people=(TalkedThrough(person=DANA, on=talked_on),),
        created_at=NOW,
        revision=1,
    )


def hand(**facts: Any) -> InHand:
    """Return a preparation in which nothing is done yet."""
    preparation = Preparation(
        id=PreparationId(new_uuid7(NOW)),
        conversation=ConversationId(new_uuid7(NOW)),
        about=About.OTHER,
        path=Path.FULL,
        step=Step.RIGHT_TALK,
        is_grave=None,
        told_before=None,
        is_calm=None,
        policy_check=PolicyCheck.NOT_NEEDED,
        single_event=False,
        no_part=0,
        same_for_all=False,
        would_be_glad=False,
        ready_at=None,
        stale=None,
        words=PreparationWords(),
        facts=(),
        yardsticks=(),
        rehearsals=(),
        created_at=NOW,
        updated_at=NOW,
        revision=1,
    )
    return InHand(preparation=preparation, today=TODAY, person=DANA, called="Dana", **facts)


def answered(**facts: Any) -> Change:
    return lambda it: replace(it, preparation=replace(it.preparation, **facts))


def written(**words: Any) -> Change:
    def change(it: InHand) -> InHand:
        kept = it.preparation
        return replace(it, preparation=replace(kept, words=replace(kept.words, **words)))

    return change


def given(**facts: Any) -> Change:
    return lambda it: replace(it, **facts)


@dataclass(frozen=True)
class Line:
    """One line of the table: before it the check is open, after it done."""

    id: str
    opened: Change
    message: str
    done: Change
    done_message: str


TALK_ON = date(2026, 11, 26)
TWO = (fact(), fact("18:55, link to the old runbook again.", date(2026, 11, 10)))
REHEARSED = Rehearsal(NOW, RehearsalSort.ALOUD, 40)

TABLE = (
    Line(
        "RC01",
        given(facts=(fact(), fact(source=Source.TOLD_BY))),
        "Add a second dated moment you saw yourself.",
        given(facts=TWO),
        "Two dated facts you saw yourself",
    ),
    Line(
        "RC02",
        given(facts=(fact(), fact("was rude"))),
        "One fact is still a label.",
        given(facts=TWO),
        "Each fact says what was done or said",
    ),
    Line(
        "RC03",
        written(effect=" \n"),
        "What did it cost, whom?",
        written(effect="Support waited 50 minutes"),
        "Effect: Support waited 50 minutes",
    ),
    Line(
        "RC04",
        given(yardsticks=()),
        "Which agreement is this about?",
        given(yardsticks=(yardstick(),)),
        "Agreement: hands over so others can act",
    ),
    Line(
        "RC05",
        written(my_part=""),
        "Your part, in one line.",
        written(my_part="I never said by what hour."),
        "Your part, in one line",
    ),
    Line(
        "RC06",
        written(ask="be better"),
        "What could you see, by when?",
        written(ask="hand-over posted by 17:30 with the link, from Mon 30 Nov"),
        "Ask: by 17:30, from Mon 30 Nov",
    ),
    Line(
        "RC07",
        written(offers=("  ",)),
        "What will you do to help?",
        written(offers=("I move the tender call",)),
        "One offer of help",
    ),
    Line(
        "RC08",
        given(planned_on=TALK_ON, follow_up_on=TALK_ON),
        "When do you meet again about this?",
        given(planned_on=TALK_ON, follow_up_on=date(2026, 12, 10)),
        "You meet again Thu 10 Dec",
    ),
    Line(
        "RC09",
        written(questions=("Don't you think that was late?",)),
        "Ask one question you do not know the answer to.",
        written(questions=("How do you see it?",)),
        "One open question",
    ),
    Line(
        "RC10",
        answered(is_grave=True, policy_check=PolicyCheck.NEEDED),
        "Check with HR first.",
        answered(is_grave=True, policy_check=PolicyCheck.CHECKED_WITH_HR),
        "Checked with HR",
    ),
    Line(
        "RC11",
        given(facts=(fact(on=TODAY - timedelta(days=31)),) * 2),
        "These facts are old. Why now?",
        given(facts=(fact(on=TODAY - timedelta(days=30)),) * 2),
        "Last seen Sun 25 Oct",
    ),
    Line(
        "RC12",
        given(facts=TWO, yardsticks=(yardstick(talked_on=date(2026, 11, 3)),)),
        "They may not have known. Start with clarity.",
        given(facts=TWO, yardsticks=(yardstick(talked_on=date(2026, 11, 2)),)),
        "Talked through Mon 2 Nov",
    ),
    Line(
        "RC13",
        written(opening="word " * 41),
        "Shorten the opening.",
        written(opening="I asked to meet because three hand-overs came late."),
        "Opening of 9 words",
    ),
    Line(
        "RC14",
        given(yardsticks=(yardstick(), yardstick())),
        "Two talks in one. Which first?",
        given(yardsticks=(yardstick(),)),
        "One topic",
    ),
    Line(
        "RC15",
        written(their_view=""),
        "How would they tell it?",
        written(their_view="I had four things due at six."),
        "Their view",
    ),
    Line(
        "RC16",
        answered(rehearsals=()),
        "Say the opening aloud once.",
        answered(rehearsals=(REHEARSED,)),
        "Rehearsed once",
    ),
    Line(
        "RC17",
        given(last_thanked_on=TODAY - timedelta(days=61)),
        "When did you last thank them? Do that on another day.",
        given(last_thanked_on=date(2026, 10, 22)),
        "You last thanked Dana Thu 22 Oct",
    ),
    Line(
        "RC18",
        answered(same_for_all=False),
        "Would you raise this with everyone?",
        answered(same_for_all=True),
        "You would raise this with everyone",
    ),
    Line(
        "RC19",
        written(main="You are slow because of your anxiety."),
        "A private matter is in your text.",
        written(main="The hand-over came at 18:20."),
        "Nothing private in your words",
    ),
)


def the(identity: str, it: InHand) -> Check:
    [found] = [one for one in checks(it) if one.id == identity]
    return found


def all_done() -> InHand:
    it = hand()
    for line in TABLE:
        it = line.done(it)
    return replace(it, facts=TWO, last_thanked_on=date(2026, 10, 22))


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line.id)
def test_each_check_goes_from_open_to_done_and_back(line: Line) -> None:
    opened = the(line.id, line.opened(hand()))
    assert (opened.is_open, opened.message) == (True, line.message)
    done = the(line.id, line.done(line.opened(hand())))
    assert (done.is_open, done.done_message) == (False, line.done_message)
    assert the(line.id, line.opened(line.done(hand()))) == opened


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line.id)
def test_s21_with_all_else_done_each_check_alone_is_open(line: Line) -> None:
    assert [one.id for one in checks(all_done()) if one.is_open] == []
    left = [one.id for one in checks(line.opened(all_done())) if one.is_open]
    assert line.id in left
    assert [one for one in left if one in _MUSTS] == [line.id] * (line.id in _MUSTS)


_MUSTS = tuple(f"RC{number:02d}" for number in range(1, 11))


def test_the_table_has_ten_musts_eight_shoulds_and_one_to_know() -> None:
    assert tuple(rule.id for rule in CHECKS) == tuple(line.id for line in TABLE)
    levels = [rule.level for rule in CHECKS]
    assert levels == [CheckLevel.MUST] * 10 + [CheckLevel.SHOULD] * 8 + [CheckLevel.INFO]
    assert tuple(one.id for one in open_musts(checks(hand()))) == _MUSTS


@pytest.mark.parametrize("path", Path)
def test_no_check_claims_that_something_is_in_place_when_nothing_is(path: Path) -> None:
    done = {one.id for one in checks(answered(path=path)(hand())) if not one.is_open}
    assert done == {"RC14", "RC19"} | ({"RC10"} if path is Path.SHORT else set())


def test_one_serious_event_is_enough_when_it_is_said_to_be_one() -> None:
    alone = given(facts=(fact(),))(hand())
    assert the("RC01", alone).is_open
    serious = answered(single_event=True)(alone)
    assert the("RC01", serious).done_message == "One serious event you saw yourself"
    told = given(facts=(fact(source=Source.TOLD_BY),))(serious)
    assert the("RC01", told).is_open
    paper = given(facts=(fact(source=Source.DOCUMENT),))(serious)
    assert the("RC01", paper).done_message == "One serious event on paper"


def test_facts_on_paper_count_and_are_named_as_such() -> None:
    paper = fact(source=Source.DOCUMENT)
    seen = the("RC01", given(facts=(fact(), paper))(hand()))
    assert seen.done_message == "Two dated facts, seen or on paper"
    only = the("RC01", given(facts=(paper, paper))(hand()))
    assert only.done_message == "Two dated facts, on paper"
    assert the("RC01", given(facts=(*TWO, paper))(hand())).done_message.startswith("Two dated")


@pytest.mark.parametrize(
    ("text", "is_label"),
    [
        ("was rude", True),
        ("Was rude to the client in the meeting.", True),
        ("Deliberately left Kim off the invite again.", True),
        ("I heard that he shouted at Jo.", True),
        ("He said “she is rude and lazy” twice.", False),
        ("Interrupted the client three times on 4 May.", False),
        ("Was late", True),
    ],
)
def test_a_fact_is_a_label_a_guess_or_hearsay_until_it_says_what_was_done(
    text: str, is_label: bool
) -> None:
    assert the("RC02", given(facts=(fact(text), fact()))(hand())).is_open is is_label


def test_several_labels_are_counted() -> None:
    it = given(facts=(fact("was rude"), fact("was lazy")))(hand())
    assert the("RC02", it).message == "Two facts are still labels."
    assert the("RC02", hand()).message == "Say in each fact what was done or said."


def test_none_of_my_part_counts_only_the_second_time() -> None:
    assert the("RC05", answered(no_part=1)(hand())).is_open
    twice = the("RC05", answered(no_part=2)(hand()))
    assert (twice.is_open, twice.done_message) == (
        False,
        "Your part: you looked twice and found none",
    )


@pytest.mark.parametrize(
    ("planned", "follow_up", "is_open"),
    [
        (TALK_ON, TALK_ON + timedelta(days=1), False),
        (TALK_ON, TALK_ON + timedelta(days=60), False),
        (TALK_ON, TALK_ON + timedelta(days=61), True),
        (TALK_ON, TALK_ON - timedelta(days=1), True),
        (None, TODAY + timedelta(days=14), False),
        (None, TODAY, True),
        (TALK_ON, None, True),
    ],
)
def test_inv_08_the_follow_up_is_one_to_sixty_days_after_the_talk(
    planned: date | None, follow_up: date | None, is_open: bool
) -> None:
    it = given(planned_on=planned, follow_up_on=follow_up)(hand())
    assert the("RC08", it).is_open is is_open


def test_the_gate_wants_an_answer_and_hr_when_it_is_grave() -> None:
    assert the("RC10", hand()).message == "Is this the right talk? Answer that first."
    calm = the("RC10", answered(is_grave=False)(hand()))
    assert (calm.is_open, calm.done_message) == (False, "Yours to handle")
    assert the("RC10", answered(is_grave=True)(hand())).message == "Check with HR first."
    needed = answered(is_grave=False, policy_check=PolicyCheck.NEEDED)(hand())
    assert the("RC10", needed).is_open


def test_a_softened_opening_is_open_however_short() -> None:
    soft = the("RC13", written(opening="It is maybe a bit of an issue.")(hand()))
    assert (soft.is_open, soft.message) == (True, "Say the opening more plainly.")


def test_a_value_needs_no_talk_before_and_says_that_it_is_one() -> None:
    value = yardstick(YardstickKind.VALUE, "We tell each other early", None)
    it = given(yardsticks=(value,), facts=TWO)(hand())
    assert not the("RC12", it).is_open
    assert the("RC04", it).done_message == "Value: we tell each other early"


def test_a_private_matter_is_found_in_every_line_that_is_spoken() -> None:
    private = "He is on medication again."
    for name in ("opening", "care", "main", "ask", "gets_better", "if_unchanged", "limits"):
        assert the("RC19", written(**{name: private})(hand())).is_open, name
    for name in ("questions", "offers"):
        assert the("RC19", written(**{name: ("fine", private)})(hand())).is_open, name
    for name in ("my_part", "feelings", "their_view", "afraid", "keep", "override"):
        assert not the("RC19", written(**{name: private})(hand())).is_open, name


def test_the_short_path_asks_for_less_but_never_for_no_help() -> None:
    it = answered(path=Path.SHORT)(hand())
    found = checks(it)
    musts = [one.id for one in found if one.level is CheckLevel.MUST]
    assert musts == ["RC01", "RC02", "RC04", "RC06", "RC07", "RC08", "RC09", "RC10"]
    assert all(one.step in SHORT_PATH for one in found if one.is_open and one.id in musts)
    assert the("RC10", answered(is_grave=True)(it)).is_open


def test_long_words_are_cut_where_a_word_ends() -> None:
    it = written(effect="Support waited and the clinic could not print a single label all night")
    assert the("RC03", it(hand())).done_message == "Effect: Support waited and the clinic could…"

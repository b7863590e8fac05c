"""Preparing a hard talk in the window: steps by keys, what is open while one types, S20 to S39."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationState, ConversationType, NewConversation
from managernotes.domain.preparation import SHORT_PATH, About, Stale, Step
from managernotes.domain.preparation import Path as Way
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes_ui.common.strings import prepare_questions as texts
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.about_part import AboutPart
from managernotes_ui.preparing.answers import special
from managernotes_ui.preparing.day_part import DayPart, FollowUpPart
from managernotes_ui.preparing.facts_part import FactsPart
from managernotes_ui.preparing.gate_part import GatePart
from managernotes_ui.preparing.lines_part import LinesPart
from managernotes_ui.preparing.my_part import MyPart
from managernotes_ui.preparing.person_sheets import PersonSheets
from managernotes_ui.preparing.plans_part import PlansPart
from managernotes_ui.preparing.ready_part import ReadyPart
from managernotes_ui.preparing.text_part import TextPart
from managernotes_ui.preparing.yardsticks_part import YardsticksPart
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.prepare_bench import PrepareBench, prepare_bench
from tests.ui.style_bench import dressed

ABOUTS = tuple(strings.ABOUTS)
AT_ONCE_S = 0.1
ASK = "Post the hand-over by 17:30 from Mon 30 Nov."
OPENING = "I want to look at the evening hand-over with you."


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PrepareBench]:
    with dressed(qapp) as theme, prepare_bench(qtbot, theme, tmp_path) as bench:
        yield bench


# --- the steps --------------------------------------------------------------------------------


def test_every_step_is_reached_down_and_up_by_keys(desk: PrepareBench) -> None:
    page = desk.begin()
    seen = [page.vm.step]
    for _ in range(len(Step)):
        desk.press("Ctrl+Down")
        seen.append(page.vm.step)
    assert seen == [*Step, Step.WHEN]
    for step in reversed(list(Step)[:-1]):
        desk.press("Ctrl+Up")
        assert page.vm.step is step
        assert page.sheet is not None
        assert page.sheet.step is step


def test_every_step_is_reached_by_its_number(desk: PrepareBench) -> None:
    desk.begin()
    for step in (*reversed(Step), *Step):
        desk.press(f"Alt+{int(step)}")
        assert desk.page.vm.step is step
        focus = QApplication.focusWidget()
        assert desk.page.sheet is not None
        assert focus is not None
        assert desk.page.sheet.isAncestorOf(focus)


def test_the_step_is_remembered(desk: PrepareBench) -> None:
    page = desk.begin()
    talk = page.vm.conversation
    desk.step(Step.HELP)
    desk.leave()
    assert talk is not None
    assert desk.show(talk).vm.step is Step.HELP


def test_the_short_path_shows_its_five_steps_and_asks_for_help_in_the_last(
    desk: PrepareBench,
) -> None:
    page = desk.begin()
    about = desk.of(AboutPart)
    about.path.buttons[1].click()
    desk.settle()
    assert page.vm.steps == SHORT_PATH
    assert desk.now() is Step.PURPOSE
    assert desk.of(AboutPart).isVisible()
    desk.step(Step.WHEN)
    assert isinstance(desk.part("offers"), LinesPart)
    desk.press("Alt+6")
    assert desk.now() is Step.WHEN
    assert desk.stored().path is Way.SHORT


def test_only_private_steps_say_that_only_you_see_them(desk: PrepareBench) -> None:
    desk.begin()
    private = set()
    for step in Step:
        desk.step(step)
        assert desk.page.sheet is not None
        labels = desk.page.sheet.findChildren(TextLabel)
        if any(label.text() == strings.ONLY_YOU for label in labels):
            private.add(step)
    assert private == {Step.BOTH_SIDES, Step.AT_STAKE}


# --- what is open, while one types ------------------------------------------------------------


def test_what_is_open_follows_the_keys_within_a_tenth_of_a_second(desk: PrepareBench) -> None:
    page = desk.begin()
    desk.step(Step.WORDS)
    area = desk.part("ask").first
    desk.write(ASK[:-1], area)
    assert "RC06" not in desk.still_open
    field = area
    slowest = 0.0
    for key in (Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_X):
        before = time.perf_counter()
        QTest.keyClick(field, key)
        slowest = max(slowest, time.perf_counter() - before)
    assert slowest < AT_ONCE_S
    desk.write("be better", area)
    assert "RC06" in desk.still_open
    shown = [row.words for row in page.facts.open_rows.rows if not row.isHidden()]
    assert "What could you see, by when?" in shown


def test_the_panel_counts_in_words_and_never_percent(desk: PrepareBench) -> None:
    page = desk.begin()
    said = [label.text() for label in page.facts.findChildren(TextLabel)]
    assert strings.open_count(len(page.vm.standing.still_open)) in said
    assert not any("%" in words for words in said)


def test_an_open_check_leads_to_its_step(desk: PrepareBench) -> None:
    page = desk.begin()
    row = next(row for row in page.facts.open_rows.rows if row.words == "What will you do to help?")
    row.click()
    desk.settle()
    assert page.vm.step is Step.HELP


def _two_facts(desk: PrepareBench) -> None:
    desk.step(Step.FACTS)
    facts = desk.of(FactsPart)
    for note in (desk.first, desk.latest):
        if note in facts.offers:
            facts.offers[note].box.click()
            desk.settle()


def _no_facts(desk: PrepareBench) -> None:
    desk.step(Step.FACTS)
    facts = desk.of(FactsPart)
    while facts.lines:
        next(iter(facts.lines.values())).box.click()
        desk.settle()


def _typed(step: Step, key: str, text: str) -> Callable[[PrepareBench], None]:
    def do(desk: PrepareBench) -> None:
        desk.step(step)
        field = desk.part(key).first
        desk.write(text, field)
        if not text:
            QTest.keyClick(field, Qt.Key.Key_Delete)

    return do


def _linked(desk: PrepareBench) -> None:
    desk.step(Step.YARDSTICK)
    part = desk.of(YardsticksPart)
    if not part.lines:
        desk.write("Hands over so that others can act", part.title)
        part.add.click()
        desk.settle()
    else:
        next(iter(part.lines.values())).box.click()
        desk.settle()


def _gate(at: int) -> Callable[[PrepareBench], None]:
    def do(desk: PrepareBench) -> None:
        desk.step(Step.RIGHT_TALK)
        part = desk.of(GatePart)
        assert isinstance(part, GatePart)
        part.grave.buttons[at].click()
        desk.settle()

    return do


def _follow_up(desk: PrepareBench) -> None:
    desk.step(Step.WHEN)
    part = desk.of(FollowUpPart)
    part.weeks.buttons[1].click()
    desk.settle()


def _nothing(_desk: PrepareBench) -> None:
    """Leave it: this check is open from the first."""


FLIPS = {
    "RC01": (_two_facts, _no_facts),
    "RC02": (_two_facts, _no_facts),
    "RC03": (
        _typed(Step.EFFECT, "effect", "The clinic waited."),
        _typed(Step.EFFECT, "effect", ""),
    ),
    "RC04": (_linked, _linked),
    "RC05": (
        _typed(Step.BOTH_SIDES, "my_part", "I never said by when."),
        _typed(Step.BOTH_SIDES, "my_part", ""),
    ),
    "RC06": (_typed(Step.WORDS, "ask", ASK), _typed(Step.WORDS, "ask", "be better")),
    "RC07": (
        _typed(Step.HELP, "offers", "I move the tender call."),
        _typed(Step.HELP, "offers", ""),
    ),
    "RC08": (_follow_up, _nothing),
    "RC09": (
        _typed(Step.WORDS, "questions", "How do you see it?"),
        _typed(Step.WORDS, "questions", ""),
    ),
    "RC10": (_gate(1), _gate(0)),
}
"""For each must: what puts it in place with the least, and what opens it again."""


@pytest.mark.parametrize("check", FLIPS)
def test_s21_each_must_flips_from_open_to_in_place_with_a_minimal_input_and_back(
    desk: PrepareBench, check: str
) -> None:
    desk.begin()
    done, undone = FLIPS[check]
    undone(desk) if check in {"RC01", "RC02", "RC03", "RC10"} else None
    assert check in desk.still_open
    done(desk)
    assert check not in desk.still_open
    assert check in [one.id for one in desk.page.vm.standing.in_place]
    if undone is not _nothing:
        undone(desk)
        assert check in desk.still_open


# --- the parts --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(YardstickKind))
def test_s20_it_is_not_ready_until_an_expectation_or_a_value_is_linked(
    desk: PrepareBench, kind: YardstickKind
) -> None:
    words = YardstickWords(title="Says it to each other")
    made = desk.bench.ask(lambda w: w.yardsticks.add(kind, words, (desk.bench.dana.id,)))
    desk.begin()
    desk.step(Step.YARDSTICK)
    part = desk.of(YardsticksPart)
    assert "RC04" in desk.still_open
    part.lines[made.id].box.click()
    desk.settle()
    assert "RC04" not in desk.still_open
    assert desk.stored().yardsticks == (made.id,)
    assert part.talked[made.id].text() == strings.NOT_YET


@pytest.mark.parametrize("number", [0, 1])
def test_s20_both_sorts_can_be_written_down_in_place(desk: PrepareBench, number: int) -> None:
    desk.begin()
    desk.step(Step.YARDSTICK)
    part = desk.of(YardsticksPart)
    part.kind.buttons[number].click()
    desk.write("Hands over so that others can act", part.title)
    QTest.keyClick(part.title, Qt.Key.Key_Return)
    desk.settle()
    [one] = desk.bench.ask(lambda w: w.yardsticks.list(desk.bench.dana.id))
    assert one.kind is tuple(YardstickKind)[number]
    assert desk.stored().yardsticks == (one.id,)
    assert part.title.text() == ""


OWN_PROMPTS = {
    About.MISSED_TARGET: {texts.TARGET_AGREED, texts.TARGET_GAP, texts.TARGET_AROUND},
    About.COMMUNICATION: {texts.MESSAGE, texts.RECEIVER},
    About.CONFLICT: {
        texts.SAW_YOURSELF,
        texts.JUDGE_OR_HELP,
        texts.TOLD_BY.format(name="Dana"),
    },
    About.CONDUCT: {texts.RULE, texts.YOURS_OR_HR, texts.MUST_STOP},
}


@pytest.mark.parametrize("about", OWN_PROMPTS)
def test_s22_each_kind_brings_its_own_prompts_and_no_other(
    desk: PrepareBench, about: About
) -> None:
    page = desk.begin()
    _choose(desk, about)
    asked = {question.text for step in Step for question in page.vm.questions(step)}
    every = set().union(*OWN_PROMPTS.values())
    assert asked & every == OWN_PROMPTS[about]


def test_s22_typed_text_is_kept_when_the_kind_changes(desk: PrepareBench) -> None:
    desk.begin()
    _choose(desk, About.COMMUNICATION)
    desk.step(Step.FACTS)
    desk.write("The hand-over of the night", desk.part(special("message")).first)
    desk.step(Step.PURPOSE)
    desk.write("Nights get what they need", desk.part("purpose").first)
    _choose(desk, About.CONDUCT)
    desk.step(Step.PURPOSE)
    purpose = desk.part("purpose")
    assert isinstance(purpose, TextPart)
    assert purpose.area.text() == "Nights get what they need"
    _choose(desk, About.COMMUNICATION)
    desk.step(Step.FACTS)
    message = desk.part(special("message"))
    assert isinstance(message, TextPart)
    assert message.area.text() == "The hand-over of the night"
    desk.save()
    assert desk.stored().words.special["message"] == "The hand-over of the night"


def test_a_conflict_has_one_sheet_a_person_and_never_two_on_show(desk: PrepareBench) -> None:
    people = (desk.bench.dana.id, desk.bench.arjun.id)
    new = NewConversation(type=ConversationType.TOUGH, people=people)
    talk = desk.bench.ask(lambda w: w.talks.plan(new)).id
    desk.show(talk)
    _choose(desk, About.CONFLICT)
    desk.step(Step.FACTS)
    assert desk.page.sheet is not None
    sheets = desk.page.sheet.findChild(PersonSheets)
    assert isinstance(sheets, PersonSheets)
    dana, arjun = sheets.parts
    desk.write("He never answers", dana.area)
    assert not arjun.area.isVisible()
    sheets.choice.buttons[1].click()
    desk.settle()
    assert arjun.area.isVisible()
    assert not dana.area.isVisible()
    assert arjun.area.text() == ""


def test_yes_at_the_gate_stops_it_until_hr_was_asked(desk: PrepareBench) -> None:
    desk.begin()
    part = desk.of(GatePart)
    part.grave.buttons[0].click()
    desk.settle()
    assert part.stop.isVisible()
    assert strings.STOP_TITLE in part.stop.words
    assert "RC10" in desk.still_open
    part.policy.buttons[2].click()
    desk.settle()
    assert not part.stop.isVisible()
    assert "RC10" not in desk.still_open


def test_no_part_of_mine_is_asked_once_more_before_it_counts(desk: PrepareBench) -> None:
    desk.begin()
    desk.step(Step.BOTH_SIDES)
    part = desk.of(MyPart)
    part.none.click()
    desk.settle()
    assert "RC05" in desk.still_open
    assert part.none.text() == strings.NO_PART_AGAIN
    part.none.click()
    desk.settle()
    assert "RC05" not in desk.still_open
    assert not part.none.isVisible()


def test_a_built_in_plan_is_picked_and_made_ones_own(desk: PrepareBench) -> None:
    desk.begin()
    desk.step(Step.HELP)
    part = desk.of(PlansPart)
    assert len(part.starters) == len(texts.STARTERS)
    part.starters["they cry"].click()
    [card] = part.plans
    assert not part.starters["they cry"].isVisible()
    desk.write("I wait.", card.then)
    part.own.click()
    desk.write("they laugh", part.plans[1].when)
    desk.save()
    first, second = desk.stored().words.if_then
    assert (first.when, first.then) == ("they cry", "I wait.")
    assert second.when == "they laugh"
    card.remove.click()
    desk.save()
    assert [plan.when for plan in desk.stored().words.if_then] == ["they laugh"]


def test_a_fact_is_written_down_in_place_and_is_a_note_of_its_own(desk: PrepareBench) -> None:
    desk.begin()
    desk.step(Step.FACTS)
    part = desk.of(FactsPart)
    before = set(desk.stored().facts)
    desk.write("At 18:20 the hand-over came without a link.", part.add.area)
    part.add.add.click()
    desk.settle()
    [new] = set(desk.stored().facts) - before
    note = desk.bench.ask(lambda w: w.notes.get(new))
    assert note.text.fact == "At 18:20 the hand-over came without a link."
    assert note.people == (desk.bench.dana.id,)
    assert part.add.area.text() == ""
    assert new in part.lines


def test_a_choice_that_is_refused_says_why_and_is_not_shown_as_made(desk: PrepareBench) -> None:
    page = desk.begin()
    _no_facts(desk)
    part = desk.of(FactsPart)
    desk.bench.ask(lambda w: w.notes.bin(desk.first))  # nobody tells the window
    part.offers[desk.first].box.click()
    desk.settle()
    assert page.notice.banner is not None
    assert "bin" in page.notice.banner.words
    assert desk.stored().facts == ()
    line = part.offers.get(desk.first)
    assert line is None or not line.is_ticked


def test_a_note_is_found_by_its_words(desk: PrepareBench) -> None:
    desk.begin()
    _no_facts(desk)
    part = desk.of(FactsPart)
    assert {desk.first, desk.latest} <= set(part.offers)
    desk.write("18:40", part.finder)
    desk.settle()
    assert set(part.offers) == {desk.first}


def test_the_day_the_hour_and_the_way_to_look_again_are_stored_at_once(desk: PrepareBench) -> None:
    desk.begin()
    desk.step(Step.WHEN)
    part, later = desk.of(DayPart), desk.of(FollowUpPart)
    day = date(2026, 11, 26)
    part._store(day)
    desk.settle()
    desk.write("09:30", part.time)
    desk.settle()
    later.weeks.buttons[1].click()
    desk.settle()
    talk = desk.bench.ask(lambda w: w.talks.get(desk.stored_talk))
    assert talk.planned_on == day
    assert f"{talk.planned_at:%H:%M}" == "09:30"
    assert talk.follow_up_on == day + timedelta(weeks=2)
    assert later.weeks.current() == 1


# --- prepared ---------------------------------------------------------------------------------


def _everything_but_help(desk: PrepareBench) -> None:
    for check, (done, _undone) in FLIPS.items():
        if check not in {"RC07", "RC03"}:
            done(desk)


def test_s39_it_is_never_ready_without_an_offer_of_help(desk: PrepareBench) -> None:
    page = desk.begin()
    _everything_but_help(desk)
    assert page.vm.standing.musts_open == 1
    desk.press("Ctrl+Return")
    part = desk.of(ReadyPart)
    assert page.vm.step is Step.WHEN
    desk.write("It cannot wait.", part.sentence)
    part.override.click()
    desk.settle()
    assert desk.state() is ConversationState.DRAFTING
    assert page.notice.banner is not None
    assert "kept" in page.notice.banner.words
    desk.step(Step.HELP)
    desk.write("I move the tender call.", desk.part("offers").first)
    desk.press("Ctrl+Return")
    assert desk.state() is ConversationState.PREPARED


def test_one_sentence_goes_in_with_something_open(desk: PrepareBench) -> None:
    desk.begin()
    _everything_but_help(desk)
    desk.step(Step.HELP)
    desk.write("I move the tender call.", desk.part("offers").first)
    desk.step(Step.WORDS)
    desk.write("be better", desk.part("ask").first)
    desk.step(Step.WHEN)
    part = desk.of(ReadyPart)
    part.override.click()
    assert part._field.error == strings.OVERRIDE_EMPTY
    desk.write("It cannot wait.", part.sentence)
    part.override.click()
    desk.settle()
    assert desk.state() is ConversationState.PREPARED
    assert desk.stored().words.override == "It cannot wait."


def test_a_fact_that_changes_says_above_the_question_that_it_has_to_be_looked_at(
    desk: PrepareBench,
) -> None:
    page = desk.begin()
    _everything_but_help(desk)
    desk.step(Step.HELP)
    desk.write("I move the tender call.", desk.part("offers").first)
    desk.press("Ctrl+Return")
    assert desk.state() is ConversationState.PREPARED
    note = desk.bench.ask(lambda w: w.notes.get(desk.latest))
    words = replace(note.text, fact=f"{note.text.fact} Twice.")
    desk.bench.ask(lambda w: w.notes.save_text(note.id, words, note.revision))
    desk.bench.session.notes_changed.emit()
    desk.settle()
    assert desk.state() is ConversationState.DRAFTING
    assert page.notice.banner is not None
    assert strings.STALE_TEXTS[Stale.FACT_CHANGED] in page.notice.banner.words


def test_a_plan_names_what_it_needs_before_it(desk: PrepareBench) -> None:
    new = NewConversation(type=ConversationType.PIP, people=(desk.bench.dana.id,))
    page = desk.show(desk.bench.ask(lambda w: w.talks.plan(new)).id)
    assert page.notice.banner is not None
    assert strings.PIP_TITLE in page.notice.banner.words
    part = desk.of(GatePart)
    assert part.glad.isVisible()
    part.glad.box.click()
    desk.settle()
    assert desk.stored().would_be_glad


def test_words_of_another_window_meet_these_as_a_conflict_and_neither_is_lost(
    desk: PrepareBench,
) -> None:
    page = desk.begin()
    desk.step(Step.PURPOSE)
    stored = desk.stored()
    desk.write("mine", desk.part("purpose").first)
    theirs = replace(stored.words, purpose="theirs")
    desk.bench.ask(lambda w: w.preparations.save_words(stored.id, theirs))
    desk.page.keep()
    desk.settle()
    assert page.notice.banner is not None
    assert strings.CONFLICT_TITLE in page.notice.banner.words
    page.vm.keep_mine()
    desk.settle()
    assert desk.stored().words.purpose == "mine"
    assert not page.notice.isVisible()


def _choose(desk: PrepareBench, about: About) -> None:
    desk.step(Step.RIGHT_TALK)
    part = desk.of(AboutPart)
    part.about.buttons[ABOUTS.index(about)].click()
    desk.settle()

"""S04: one action from a concern to its preparation, and whatever was typed is there again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.preparation import About, Step
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.notes.note_page import NotePage
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.prepare_sheet import PrepareSheet
from managernotes_ui.shell import commands
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.today.today_page import TodayPage
from managernotes_ui.today.today_rows import Column
from tests.ui.prepare_bench import LATE, LATE_AGAIN, PrepareBench, prepare_bench
from tests.ui.style_bench import dressed


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PrepareBench]:
    with dressed(qapp) as theme, prepare_bench(qtbot, theme, tmp_path) as bench:
        yield bench


def _has_its_facts(desk: PrepareBench) -> None:
    """Both concerns of the same tag are facts, and their effects are filled in."""
    assert desk.place.page is PageName.PREPARE
    stored = desk.stored()
    assert set(stored.facts) == {desk.first, desk.latest}
    assert LATE.effect in stored.words.effect
    assert LATE_AGAIN.effect in stored.words.effect
    shown = desk.page.vm.read
    assert shown is not None
    assert {fact.id for fact in shown.desk.facts} == set(stored.facts)


def test_s04_one_key_from_a_concern_in_the_timeline_opens_it_with_its_facts(
    desk: PrepareBench,
) -> None:
    desk.vault.go(Place(PageName.PERSON, person=desk.bench.dana.id, note=desk.latest))
    desk.settle()
    page = desk.view.page
    assert isinstance(page, PersonPage)
    assert page.timeline.list.note == desk.latest
    desk.activate()
    page.timeline.list.setFocus()
    desk.press("Ctrl+P")
    _has_its_facts(desk)


def test_s04_one_press_on_the_concerns_own_page_opens_it_with_its_facts(
    desk: PrepareBench,
) -> None:
    desk.vault.go(Place(PageName.NOTE, person=desk.bench.dana.id, note=desk.latest))
    desk.settle()
    page = desk.view.page
    assert isinstance(page, NotePage)
    assert page._header.prepare.isVisible()
    page._header.prepare.click()
    desk.settle()
    _has_its_facts(desk)


def test_s04_one_key_from_a_concern_on_today_opens_it_with_its_facts(desk: PrepareBench) -> None:
    desk.vault.go(Place(PageName.TODAY))
    desk.settle()
    page = desk.view.page
    assert isinstance(page, TodayPage)
    page.lists.columns[Column.RAISE].list.setFocus()
    page.lists.columns[Column.RAISE].list.setCurrentIndex(
        page.lists.columns[Column.RAISE].list.model().index(0, 0)
    )
    desk.prepare()
    _has_its_facts(desk)


def test_s04_one_press_beside_the_timeline_opens_it_with_its_facts(desk: PrepareBench) -> None:
    desk.vault.go(Place(PageName.PERSON, person=desk.bench.dana.id, note=desk.latest))
    desk.settle()
    page = desk.view.page
    assert isinstance(page, PersonPage)
    page.toggle_panel()
    desk.bench.session.notes_changed.emit()
    desk._qtbot.waitUntil(page._peek.prepare_button.isVisible)
    page._peek.prepare_button.click()
    desk.settle()
    _has_its_facts(desk)


def test_asked_twice_it_is_the_same_preparation(desk: PrepareBench) -> None:
    desk.begin()
    talk = desk.stored_talk
    desk.begin()
    assert desk.stored_talk == talk


def test_a_win_offers_no_preparation(desk: PrepareBench) -> None:
    win = desk.bench.note(NoteText(fact="Led the rollback."), kind=Kind.WIN)
    desk.vault.go(Place(PageName.NOTE, person=desk.bench.dana.id, note=win))
    desk.settle()
    page = desk.view.page
    assert isinstance(page, NotePage)
    assert not page._header.prepare.isVisible()
    assert page.to_prepare == Place(PageName.PREPARE, person=desk.bench.dana.id)


# --- otherwise a sheet asks -------------------------------------------------------------------


def _sheet(desk: PrepareBench) -> PrepareSheet:
    desk.prepare()
    sheet = desk.vault._preparing.sheet
    assert sheet.isVisible()
    return sheet


def test_where_nothing_is_chosen_a_sheet_asks_who_and_which_concern(desk: PrepareBench) -> None:
    desk.vault.go(Place(PageName.PEOPLE))
    desk.settle()
    sheet = _sheet(desk)
    sheet.who.setCurrentText("Dana Whitfield")
    desk.settle()
    offered = [sheet.what.itemText(at) for at in range(sheet.what.count())]
    assert offered[0].startswith("Concern of 17 Nov")
    assert len(offered) == 2 + len(About)
    desk.press("Return")
    assert not sheet.isVisible()
    _has_its_facts(desk)


def test_a_kind_begins_a_talk_without_a_concern(desk: PrepareBench) -> None:
    desk.vault.go(Place(PageName.PERSON, person=desk.bench.arjun.id))
    desk.settle()
    sheet = _sheet(desk)
    assert sheet.who.currentData() == desk.bench.arjun.id
    sheet.what.setCurrentIndex(tuple(strings.ABOUTS).index(About.CONDUCT))
    sheet.yes.click()
    desk.settle()
    stored = desk.stored()
    talk = desk.bench.ask(lambda w: w.talks.get(desk.stored_talk))
    assert stored.about is About.CONDUCT
    assert stored.facts == ()
    assert (talk.type, talk.people) == (ConversationType.TOUGH, (desk.bench.arjun.id,))


def test_a_talk_under_way_is_gone_on_with(desk: PrepareBench) -> None:
    desk.begin()
    talk = desk.stored_talk
    desk.leave()
    sheet = _sheet(desk)
    sheet.who.setCurrentText("Dana Whitfield")
    desk.settle()
    offered = [sheet.what.itemText(at) for at in range(sheet.what.count())]
    going_on = strings.SHEET_UNDER_WAY.partition("{")[0]
    at = next(at for at, words in enumerate(offered) if words.startswith(going_on))
    sheet.what.setCurrentIndex(at)
    sheet.yes.click()
    desk.settle()
    assert desk.stored_talk == talk


def test_the_key_does_not_begin_anything_while_the_sheet_is_open(desk: PrepareBench) -> None:
    desk.vault.go(Place(PageName.PEOPLE))
    desk.settle()
    sheet = _sheet(desk)
    sheet.close_sheet()
    assert not sheet.isVisible()
    assert desk.place.page is PageName.PEOPLE
    assert desk.bench.ask(lambda w: w.talks.of_person(desk.bench.dana.id)) == ()


# --- and nothing is lost ----------------------------------------------------------------------


def test_s04_words_of_every_step_are_there_after_leaving_at_once(desk: PrepareBench) -> None:
    page = desk.begin()
    talk = desk.stored_talk
    typed: dict[Step, str] = {}
    for step in list(Step)[1:]:
        desk.step(step)
        area = next(iter(page.sheet.findChildren(AnswerArea)))  # type: ignore[union-attr]
        typed[step] = f"typed in step {int(step)}"
        desk.write(typed[step], area)
        desk.leave()
        desk.show(talk)
        assert page.vm.step is step
        assert desk.page.sheet is not None
        assert desk.page.sheet.findChildren(AnswerArea)[0].text() == typed[step]
    stored = desk.stored().words
    kept = {*stored.special.values(), *stored.questions, *stored.offers}
    kept |= {value for name in stored.__slots__ if isinstance(value := getattr(stored, name), str)}
    assert set(typed.values()) <= kept


def test_a_talk_that_was_only_planned_is_begun_when_it_is_opened(desk: PrepareBench) -> None:
    new = NewConversation(type=ConversationType.TOUGH, people=(desk.bench.dana.id,))
    desk.show(desk.bench.ask(lambda w: w.talks.plan(new)).id)
    assert desk.page.sheet is not None
    assert desk.stored().words.purpose == ""


def test_practising_and_the_discreet_view_are_one_press_away(desk: PrepareBench) -> None:
    page = desk.begin()
    page.steps.rehearse.click()
    desk.settle()
    assert desk.place == Place(PageName.REHEARSE, conversation=page.vm.conversation)
    desk.vault.run(commands.BACK)
    desk.settle()
    assert desk.page is page

"""The month look-back: five answers that save themselves, one promise at most, no penalty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.look_back import LookBack, LookBackState, LookBackWords, Month
from managernotes.domain.observation import Kind
from managernotes.domain.promise import Promise
from managernotes.domain.search_query import parse_query
from managernotes_ui.reviews.look_back_words import ItemHead, ItemLine
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.cover import Cover
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.review_bench import Reviews, seen
from tests.ui.talk_bench import TODAY, focused

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NOVEMBER, OCTOBER = Month(2026, 11), Month(2026, 10)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def stored(bench: PeopleBench, month: Month = NOVEMBER) -> LookBack:
    found = bench.bench.ask(lambda w: w.look_backs.get(month))
    assert found is not None
    return found


def save(bench: PeopleBench, month: Month, words: LookBackWords) -> None:
    bench.bench.ask(lambda w: w.look_backs.save_words(month, words))


def mine(bench: PeopleBench) -> tuple[Promise, ...]:
    return tuple(bench.bench.ask(lambda w: w.promises.lists(None, ended_since=date.min).mine))


def type_into(screen: Reviews, name: str, text: str) -> None:
    screen.look_back.questions.take_focus(name)
    QTest.keyClicks(screen.look_back.questions.fields[name].field, text)


def test_s45_five_questions_stand_there_and_the_first_open_one_has_the_keyboard(
    bench: PeopleBench,
) -> None:
    save(bench, NOVEMBER, LookBackWords(cared="Thanked Dana late", promise="None"))
    screen = Reviews(bench, "look-back")
    questions = screen.look_back.questions
    assert list(questions.fields) == ["cared", "promise", "avoided", "told", "one_thing"]
    assert questions.fields["one_thing"].field.accessibleName() == "One thing to try in December"
    assert focused() is questions.fields["avoided"].field
    assert questions.fields["cared"].field.toPlainText() == "Thanked Dana late"


def test_what_is_typed_is_on_disk_after_leaving_as_before_a_lock(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    type_into(screen, "told", "You answer fast")
    screen.page.leave()
    screen.bench.settle()
    assert stored(bench).words.told == "You answer fast"
    assert not screen.page.has_unsaved


def test_an_answer_saves_itself_a_second_after_the_last_key(
    bench: PeopleBench, qtbot: QtBot
) -> None:
    screen = Reviews(bench, "look-back")
    type_into(screen, "cared", "Forgot Arjun")

    def is_stored() -> bool:
        found = bench.bench.ask(lambda w: w.look_backs.get(NOVEMBER))
        return found is not None and found.words.cared == "Forgot Arjun"

    qtbot.waitUntil(is_stored, timeout=5_000)


def test_an_answer_of_another_window_stays_when_this_one_saves_another(
    bench: PeopleBench,
) -> None:
    screen = Reviews(bench, "look-back")
    type_into(screen, "cared", "Forgot Arjun")
    bench.bench.elsewhere(
        lambda w: w.look_backs.save_words(NOVEMBER, LookBackWords(told="Decides slowly"))
    )
    screen.page.keep()
    screen.bench.settle()
    words = stored(bench).words
    assert (words.cared, words.told) == ("Forgot Arjun", "Decides slowly")


def test_what_is_typed_in_one_month_is_not_lost_when_another_is_shown(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    type_into(screen, "cared", "In November")
    screen.press(KEY.Key_Down, ALT)
    assert screen.look_back.vm.month == OCTOBER
    assert screen.look_back.questions.fields["cared"].field.toPlainText() == ""
    type_into(screen, "cared", "In October")
    screen.press(KEY.Key_Up, ALT)
    assert screen.look_back.vm.month == NOVEMBER
    assert screen.look_back.questions.fields["cared"].field.toPlainText() == "In November"
    screen.page.leave()
    screen.bench.settle()
    assert stored(bench, OCTOBER).words.cared == "In October"


def test_s45_done_makes_one_promise_to_myself_with_its_day(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    type_into(screen, "one_thing", "Ask, then explain.")
    screen.press(KEY.Key_Return, CTRL)
    sheet = screen.look_back.done_sheet
    assert sheet.isVisible()
    QTest.keyClicks(sheet.day, "tomorrow")
    screen.press(KEY.Key_Return)
    assert sheet.isHidden()
    [promise] = mine(bench)
    assert promise.is_to_myself
    assert promise.words.text == "Ask, then explain."
    assert promise.due_on == TODAY + timedelta(days=1)
    assert stored(bench).state is LookBackState.DONE
    assert screen.look_back.done_button.isHidden()
    assert not screen.look_back.reopen_button.isHidden()


def test_s45_done_without_a_day_promises_nothing(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    type_into(screen, "one_thing", "Thank sooner")
    screen.press(KEY.Key_Return, CTRL)
    screen.press(KEY.Key_Return)
    assert stored(bench).state is LookBackState.DONE
    assert not mine(bench)


def test_s45_with_no_one_thing_no_day_is_asked(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    screen.look_back.done_button.click()
    screen.bench.settle()
    assert screen.look_back.done_sheet.day_field.isHidden()
    screen.press(KEY.Key_Return)
    assert stored(bench).state is LookBackState.DONE


def test_a_day_that_cannot_be_read_is_told_at_its_field(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    type_into(screen, "one_thing", "Thank sooner")
    screen.press(KEY.Key_Return, CTRL)
    QTest.keyClicks(screen.look_back.done_sheet.day, "soonish")
    screen.press(KEY.Key_Return)
    assert screen.look_back.done_sheet.isVisible()
    assert stored(bench).state is LookBackState.OPEN


def test_s45_skipping_says_nothing_more_and_can_be_taken_back(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    screen.look_back.skip_button.click()
    screen.bench.settle()
    assert stored(bench).state is LookBackState.SKIPPED
    november = screen.look_back.months.list.lines[0]
    assert (november.text, november.after) == ("", "skipped")
    screen.look_back.reopen_button.click()
    screen.bench.settle()
    assert stored(bench).state is LookBackState.OPEN


def test_the_list_of_months_tells_the_one_thing_of_each(bench: PeopleBench) -> None:
    save(bench, OCTOBER, LookBackWords(one_thing="Ask, then explain."))
    bench.bench.ask(lambda w: w.look_backs.finish(OCTOBER))
    screen = Reviews(bench, "look-back")
    november, october = screen.look_back.months.list.lines
    assert november.after == "open, due Mon 30 Nov"
    assert october.text == "one thing: ask, then explain"
    assert october.before == "October 2026"


def test_the_panel_jogs_the_memory_oldest_first_and_enter_opens_an_item(
    bench: PeopleBench,
) -> None:
    dana = bench.bench.dana
    late = seen(bench, "Led the rollback", 2, dana, kind=Kind.WIN)
    seen(bench, "Cut the form", 9, dana, kind=Kind.WIN)
    screen = Reviews(bench, "look-back")
    side = screen.look_back.side
    lines = side.list.lines
    heads = [line.text for line in lines if isinstance(line, ItemHead)]
    assert heads == ["Good work, still unsaid"]
    rows = [line.text for line in lines if isinstance(line, ItemLine)]
    assert rows == ["Dana, Cut the form", "Dana, Led the rollback"]
    side.list.setFocus()
    screen.press(KEY.Key_Down)
    screen.press(KEY.Key_Down)
    screen.press(KEY.Key_Return)
    assert bench.places[-1] == Place(PageName.NOTE, person=dana.id, note=late)


def test_a_month_without_anything_describes_the_notes(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    assert screen.look_back.side.list.isHidden()
    assert screen.look_back.side._nothing.isVisible()


def test_discreet_mode_covers_the_answers_but_the_one_that_is_typed(bench: PeopleBench) -> None:
    save(bench, NOVEMBER, LookBackWords(cared="Thanked Dana late"))
    screen = Reviews(bench, "look-back")
    bench.bench.session.discreet.switch(on=True, leaves_texts_open=False)
    bench.theme.set_cover(Cover(kinds=True, texts=True))
    screen.bench.settle()
    fields = screen.look_back.questions.fields
    assert fields["cared"].field.is_covered
    fields["cared"].field.setFocus()
    assert not fields["cared"].field.is_covered
    assert fields["cared"].field.toPlainText() == "Thanked Dana late"
    screen.page.leave()
    screen.bench.settle()
    assert stored(bench).words.cared == "Thanked Dana late"


def test_inv_11_no_search_finds_an_answer(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back")
    type_into(screen, "cared", "zanzibar")
    screen.page.leave()
    screen.bench.settle()
    wanted = parse_query("zanzibar", TODAY)
    assert not bench.bench.ask(lambda w: w.search.search(wanted))
    assert not bench.bench.ask(lambda w: w.search.papers(wanted))


def test_with_little_room_the_months_are_a_select_over_the_questions(bench: PeopleBench) -> None:
    screen = Reviews(bench, "look-back", 800)
    bench.theme.set_text_scale(2.0)
    screen.bench.settle()
    QApplication.processEvents()
    months = screen.look_back.months
    assert months.isHidden()
    assert months.select.isVisible()
    assert screen.look_back.questions._title.isHidden()  # the select says the month
    months.select.setCurrentIndex(1)
    months.select.activated.emit(1)
    screen.bench.settle()
    assert screen.look_back.vm.month == OCTOBER
    bench.theme.set_text_scale(1.0)

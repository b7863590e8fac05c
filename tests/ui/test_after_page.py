"""After the talk: lines become promises with a day, the follow-up is set, facts count as said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationState, Outcome
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.preparation import About
from managernotes.domain.promise import Promise
from managernotes_ui.common.private_copy import OURS
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_page import AfterPage
from managernotes_ui.meeting.after_sheet import Held, default_follow_up
from managernotes_ui.meeting.held_popup import read_time
from managernotes_ui.shell.page import PageName
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.meeting_bench import TODAY, Meeting, meeting_bench
from tests.ui.style_bench import dressed

AGREED = "Dana hand-over ready by 17:30, from Mon 30 Nov\nI move the tender call by Fri"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def meeting(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Meeting]:
    with meeting_bench(qtbot, theme, tmp_path) as made:
        yield made


@pytest.fixture
def page(meeting: Meeting) -> AfterPage:
    meeting.hold()
    return after(meeting)


def after(meeting: Meeting) -> AfterPage:
    page = meeting.go(PageName.AFTER_TALK)
    assert isinstance(page, AfterPage)
    return page


def write(page: AfterPage, field: str, text: str) -> None:
    page.questions.questions[field].field.setPlainText(text)


def promises(meeting: Meeting) -> tuple[list[Promise], list[Promise]]:
    """Return mine and theirs, as they are on disk."""
    lists = meeting.bench.ask(lambda w: w.promises.lists(meeting.bench.dana.id))
    return list(lists.mine), list(lists.theirs)


def finish(page: AfterPage, meeting: Meeting) -> None:
    page.header.done.click()
    meeting.settle()


def test_s23_both_sides_agreements_become_promises_with_their_days(
    page: AfterPage, meeting: Meeting
) -> None:
    write(page, "agreed", AGREED)
    finish(page, meeting)
    [mine], [theirs] = promises(meeting)
    assert (mine.words.text, mine.due_on) == ("Move the tender call", date(2026, 11, 20))
    assert (theirs.words.text, theirs.due_on) == (
        "Hand-over ready by 17:30",
        date(2026, 11, 30),
    )
    assert mine.made_in == theirs.made_in == meeting.talk


def test_s23_a_hard_talk_is_not_written_down_without_a_day_to_look_again(
    page: AfterPage, meeting: Meeting
) -> None:
    page.vm.set_follow_up(None)
    meeting.settle()
    assert "follow-up date" in str(page.footer_items[0])
    finish(page, meeting)
    assert meeting.stored().logged_on is None
    assert page._refusal.isVisible()
    assert "looked again" in page._refusal.words


def test_s23_it_cannot_be_followed_up_without_what_changed(
    page: AfterPage, meeting: Meeting
) -> None:
    finish(page, meeting)
    meeting.days_pass(14)
    again = after(meeting)
    assert again.vm.sheet.is_later
    finish(again, meeting)
    assert meeting.stored().state is ConversationState.HELD
    again.questions.again.questions["changed"].field.setPlainText("Ready by 17:20 all week")
    finish(again, meeting)
    assert meeting.stored().state is ConversationState.FOLLOWED_UP


def test_s36_what_i_would_do_differently_comes_back_in_the_next_preparation_of_its_sort(
    page: AfterPage, meeting: Meeting
) -> None:
    write(page, "conduct", "Ask before I explain")
    finish(page, meeting)
    about = meeting.prepared().about
    note = meeting.bench.note(meeting.bench.text_of(meeting.facts[0]), day=TODAY)
    desk = meeting.bench.ask(
        lambda w: w.preparations.desk(
            w.preparations.change(w.preparations.from_note(note).id, about=about).id
        )
    )
    assert isinstance(about, About)
    assert desk.own_reminder is not None
    assert "Ask before I explain" in str(desk.own_reminder)


def test_inv08_the_follow_up_is_prefilled_and_stays_in_its_range(page: AfterPage) -> None:
    assert page.vm.sheet.follow_up_on == TODAY + timedelta(days=14)
    assert page.vm.sheet.follow_up_range == (
        TODAY + timedelta(days=1),
        TODAY + timedelta(days=60),
    )
    assert page.becomes.then.day.text() == "Thu 3 Dec"


@pytest.mark.parametrize(
    ("held", "on"),
    [(date(2026, 11, 19), date(2026, 12, 3)), (date(2026, 11, 21), date(2026, 12, 7))],
)
def test_a_follow_up_is_offered_on_a_working_day_two_weeks_on(held: date, on: date) -> None:
    assert default_follow_up(held) == on


def test_the_right_side_follows_each_letter(page: AfterPage) -> None:
    QTest.keyClicks(page.questions.questions["agreed"].field, "I call HR by 4 Dec")
    [row] = page.becomes.promises.rows
    assert row.text.text() == "Call HR"
    assert row.who.text() == "to Dana"
    assert row.day.text() == "Fri 4 Dec"


def test_a_day_that_is_chosen_is_written_into_the_line(page: AfterPage, meeting: Meeting) -> None:
    write(page, "agreed", AGREED)
    mine = next(row for row in page.vm.sheet.rows if row.text.startswith("Move"))
    page.vm.set_day(mine, date(2026, 12, 2))
    field = page.questions.questions["agreed"].field
    assert field.toPlainText().endswith("I move the tender call by Wed 2 Dec")
    finish(page, meeting)
    [stored], _theirs = promises(meeting)
    assert stored.due_on == date(2026, 12, 2)


def test_help_is_owed_by_me_whoever_begins_the_line(page: AfterPage, meeting: Meeting) -> None:
    write(page, "help", "sit in on the first two evenings")
    finish(page, meeting)
    [mine], theirs = promises(meeting)
    assert mine.words.text == "Sit in on the first two evenings"
    assert theirs == []


def test_done_twice_makes_no_promise_twice(page: AfterPage, meeting: Meeting) -> None:
    write(page, "agreed", AGREED)
    finish(page, meeting)
    again = after(meeting)
    finish(again, meeting)
    mine, theirs = promises(meeting)
    assert (len(mine), len(theirs)) == (1, 1)


def test_the_facts_count_as_said(page: AfterPage, meeting: Meeting) -> None:
    assert page.becomes.then.facts.text.text() == "2 facts move to shared"
    assert page.becomes.then.facts.who.text() == "10 and 17 Nov"
    finish(page, meeting)
    for fact in meeting.facts:
        note = meeting.bench.ask(lambda w, fact=fact: w.notes.get(fact))  # type: ignore[misc]
        assert note.share_state is ShareState.SHARED
        assert note.shared_on == TODAY


def test_they_can_be_kept_unsaid(page: AfterPage, meeting: Meeting) -> None:
    page.becomes.then.keep.click()
    assert page.becomes.then.facts.text.text() == "2 facts stay unsaid"
    finish(page, meeting)
    note = meeting.bench.ask(lambda w: w.notes.get(meeting.facts[0]))
    assert note.share_state is not ShareState.SHARED


def test_that_they_were_said_can_be_taken_back(page: AfterPage, meeting: Meeting) -> None:
    finish(page, meeting)
    again = after(meeting)
    assert again.becomes.then.facts.text.text() == "2 facts count as said"
    again.becomes.then.keep.click()
    meeting.settle()
    note = meeting.bench.ask(lambda w: w.notes.get(meeting.facts[0]))
    assert note.share_state is not ShareState.SHARED


def test_how_it_ended_is_stored(page: AfterPage, meeting: Meeting) -> None:
    page.vm.set_outcome(Outcome.UNDERSTOOD_DISAGREED)
    assert page.questions.outcome.select.currentText() == "Understood, not agreed"
    finish(page, meeting)
    assert meeting.stored().outcome is Outcome.UNDERSTOOD_DISAGREED


def test_the_recap_holds_purpose_agreed_help_and_day_and_nothing_private(
    page: AfterPage,
) -> None:
    write(page, "agreed", AGREED)
    write(page, "help", "I sit in on two evenings")
    write(page, "conduct", "I explained too much")
    write(page, "disputed", "Seems unfair")
    text = page.becomes.recap.field.toPlainText()
    assert "Late hand-overs" in text
    assert "Dana: hand-over ready by 17:30, by Mon 30 Nov" in text
    assert "I: move the tender call, by Fri 20 Nov" in text
    assert "I: sit in on two evenings" in text
    assert "Thu 3 Dec" in text
    for private in ("explained too much", "carelessness", "annoyed", "Seems unfair"):
        assert private not in text


def test_a_recap_changed_by_hand_stays_so_until_it_is_built_again(
    page: AfterPage, meeting: Meeting
) -> None:
    recap = page.becomes.recap
    recap.field.setFocus()
    recap.field.setPlainText("In my own words.")
    write(page, "agreed", AGREED)
    assert recap.field.toPlainText() == "In my own words."
    page.keep()
    meeting.settle()
    assert meeting.stored().words.recap == "In my own words."
    page.questions.take_focus()
    recap.again.click()
    recap.field.clearFocus()
    recap.refresh()
    assert "We agreed:" in recap.field.toPlainText()


def test_the_copy_asks_clipboard_histories_to_forget_it(page: AfterPage) -> None:
    page.becomes.recap.copy()
    content = QGuiApplication.clipboard().mimeData()
    assert content.hasFormat(OURS)
    assert content.text() == page.becomes.recap.field.toPlainText()


def test_that_the_recap_was_sent_is_noted_with_its_day(page: AfterPage, meeting: Meeting) -> None:
    page.becomes.recap.sent.click()
    meeting.settle()
    assert meeting.stored().recap_sent_on == TODAY
    assert page.becomes.recap.sent.text() == "Sent on Thu 19 Nov"
    page.becomes.recap.sent.click()
    meeting.settle()
    assert meeting.stored().recap_sent_on is None


def test_ask_me_tomorrow_keeps_what_is_written(page: AfterPage, meeting: Meeting) -> None:
    write(page, "their_words", "The call eats the last hour")
    page.header.tomorrow.click()
    meeting.settle()
    talk = meeting.stored()
    assert talk.words.their_words == "The call eats the last hour"
    assert talk.log_again_on == TODAY + timedelta(days=1)
    assert talk.logged_on is None


def test_text_survives_a_lock_at_any_field(page: AfterPage, meeting: Meeting) -> None:
    texts = {name: f"text of {name}" for name in ("their_words", "learned", "disputed")}
    for name, text in texts.items():
        write(page, name, text)
    meeting.vault.hand_over(lambda: None)
    meeting.settle()
    words = meeting.stored().words
    assert {name: getattr(words, name) for name in texts} == texts


def test_a_second_after_the_last_key_another_program_reads_it_so_a_kill_loses_nothing(
    qtbot: QtBot, page: AfterPage, meeting: Meeting
) -> None:
    QTest.keyClicks(page.questions.questions["learned"].field, "No access at night")
    qtbot.waitUntil(lambda: meeting.stored().words.learned == "No access at night", timeout=4_000)
    seen: list[str] = []
    meeting.bench.elsewhere(lambda w: seen.append(w.talks.get(meeting.talk).words.learned))
    assert seen == ["No access at night"]


def test_another_windows_words_in_other_fields_stay(page: AfterPage, meeting: Meeting) -> None:
    write(page, "learned", "mine")
    talk = meeting.stored()
    meeting.bench.ask(
        lambda w: w.talks.save_words(meeting.talk, replace(talk.words, disputed="theirs"))
    )
    page.keep()
    meeting.settle()
    words = meeting.stored().words
    assert (words.learned, words.disputed) == ("mine", "theirs")


def test_a_full_disk_holds_back_the_lock_until_there_is_room(
    page: AfterPage, meeting: Meeting
) -> None:
    meeting.bench.fill_disk()
    write(page, "their_words", "long " * 20_000)
    page.keep()
    meeting.settle()
    assert page.has_unsaved
    meeting.bench.free_disk()
    page.keep()
    meeting.settle()
    assert not page.has_unsaved


def test_written_late_is_said_and_stays(meeting: Meeting) -> None:
    meeting.hold()
    meeting.days_pass(3)
    page = after(meeting)
    assert "3 days later" in page.header._written.text()
    finish(page, meeting)
    meeting.days_pass(5)
    assert "3 days later" in after(meeting).header._written.text()


def test_the_day_and_the_hours_can_be_corrected(page: AfterPage, meeting: Meeting) -> None:
    earlier = TODAY - timedelta(days=1)
    page.vm.set_held(Held(earlier, time(14), time(14, 20)))
    meeting.settle()
    talk = meeting.stored()
    assert (talk.held_on, talk.began_at, talk.ended_at) == (earlier, time(14), time(14, 20))
    assert page.header.held.text() == "held Wed 18 Nov, 14:00 to 14:20"


@pytest.mark.parametrize(
    ("text", "read"), [("9:30", time(9, 30)), ("0930", time(9, 30)), ("9", time(9)), ("", None)]
)
def test_a_time_is_read_as_people_write_it(text: str, read: time | None) -> None:
    assert read_time(text) == read


def test_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid"):
        read_time("soon")


def test_a_talk_that_was_not_marked_as_held_is_held_by_its_log(meeting: Meeting) -> None:
    page = after(meeting)
    assert page.header.held.text().startswith("not marked as held yet")
    write(page, "agreed", AGREED)
    finish(page, meeting)
    talk = meeting.stored()
    assert talk.state is ConversationState.HELD
    assert talk.logged_on == TODAY


def test_one_gone_into_unprepared_wants_a_sentence(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    with meeting_bench(qtbot, theme, tmp_path / "other", is_prepared=False) as meeting:
        page = after(meeting)
        question = page.questions.questions["went_ahead"]
        assert question.isVisible()
        finish(page, meeting)
        assert meeting.stored().state is ConversationState.DRAFTING
        assert page._refusal.isVisible()
        question.field.setPlainText("They came to me about it in the corridor")
        finish(page, meeting)
        assert meeting.stored().state is ConversationState.HELD
        assert meeting.prepared().words.override.startswith("They came to me")


def test_the_lines_of_the_room_stand_in_their_fields(meeting: Meeting) -> None:
    talk = meeting.stored()
    notes = "> the call eats it\n+ Dana ready by 17:30\n! move the call by Fri\n? release days"
    meeting.bench.ask(lambda w: w.talks.save_words(meeting.talk, replace(talk.words, notes=notes)))
    meeting.hold()
    page = after(meeting)
    shown = {name: one.field.toPlainText() for name, one in page.questions.questions.items()}
    assert shown["their_words"] == "the call eats it"
    assert shown["agreed"] == "Dana ready by 17:30\nI move the call by Fri"
    assert shown["disputed"] == "release days"


def test_looking_again_opens_with_the_last_agreement(page: AfterPage, meeting: Meeting) -> None:
    write(page, "agreed", AGREED)
    finish(page, meeting)
    meeting.days_pass(14)
    again = after(meeting)
    assert again.questions.again.isVisible()
    assert again.questions.again._agreed.text() == AGREED
    asked = [strings.CHANGED, strings.HELPED, strings.NEXT]
    assert [one.field.accessibleName() for one in again.questions.again.questions.values()] == asked


def test_looking_again_says_what_became_of_the_promises(page: AfterPage, meeting: Meeting) -> None:
    write(page, "agreed", AGREED)
    finish(page, meeting)
    [mine], _theirs = promises(meeting)
    meeting.bench.ask(lambda w: w.promises.keep(mine.id))
    meeting.days_pass(14)
    rows = [row for row in after(meeting).becomes.made.rows if row.isVisible()]
    assert [row.who.text() for row in rows] == ["mine, kept", "Dana, open, by Mon 30 Nov"]


def test_better_ends_in_a_thanks_for_something_seen(page: AfterPage, meeting: Meeting) -> None:
    finish(page, meeting)
    meeting.days_pass(14)
    sheet = after(meeting).questions.again
    sheet.questions["changed"].field.setPlainText("All on time")
    sheet.how.set_current(0)
    sheet.more["thanks"].field.setPlainText("Five evenings before 17:30")
    after_page = meeting.vault.view.page
    assert isinstance(after_page, AfterPage)
    finish(after_page, meeting)
    rows = meeting.bench.ask(lambda w: w.notes.timeline(meeting.bench.dana.id, limit=5)).rows
    thanks = [row for row in rows if row.kind is Kind.PRAISE_GIVEN]
    assert len(thanks) == 1


def test_partly_ends_in_a_new_ask_with_a_day(page: AfterPage, meeting: Meeting) -> None:
    finish(page, meeting)
    meeting.days_pass(14)
    again = after(meeting)
    again.questions.again.questions["changed"].field.setPlainText("Mostly")
    again.questions.again.how.set_current(1)
    again.questions.again.more["ask"].field.setPlainText("Dana adds the link by Fri 11 Dec")
    assert [row.text.text() for row in again.becomes.promises.rows] == ["Adds the link"]
    finish(again, meeting)
    _mine, [theirs] = promises(meeting)
    assert theirs.due_on == date(2026, 12, 11)


def test_not_yet_asks_the_three_questions(page: AfterPage, meeting: Meeting) -> None:
    finish(page, meeting)
    meeting.days_pass(14)
    again = after(meeting)
    sheet = again.questions.again
    sheet.how.set_current(2)
    asked = [one for one in sheet.more.values() if one.isVisible()]
    assert [one.field.accessibleName() for one in asked] == [
        strings.IN_THE_WAY,
        strings.MORE_HELP,
        strings.TIME_FOR_HR,
    ]
    sheet.questions["changed"].field.setPlainText("Nothing yet")
    sheet.more["way"].field.setPlainText("The call")
    finish(again, meeting)
    assert meeting.stored().words.next == "In the way: The call"


def test_control_enter_is_done_and_control_shift_c_copies(
    qtbot: QtBot, page: AfterPage, meeting: Meeting
) -> None:
    view = meeting.vault.view
    view.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is view)
    page.take_focus()
    field = page.questions.questions["their_words"].field
    shifted = CONTROL | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, Qt.Key.Key_C, shifted)
    assert QGuiApplication.clipboard().text() == page.becomes.recap.field.toPlainText()
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    meeting.settle()
    assert meeting.stored().logged_on == TODAY


def test_in_discreet_mode_the_right_side_names_nobody(page: AfterPage, meeting: Meeting) -> None:
    write(page, "agreed", AGREED)
    meeting.vault._desk.actions.get("discreet").trigger()
    meeting.settle()
    labels = [one.text() for one in page.becomes.findChildren(QLabel) if one.isVisible()]
    recap = page.becomes.recap.field.toPlainText()
    assert not [text for text in (*labels, recap) if "Dana" in text]
    assert page.becomes.recap.field.isReadOnly()
    page.becomes.recap.copy()
    assert "Dana: hand-over" in QGuiApplication.clipboard().text()
    assert "Dana" not in page.header._title.text()
    meeting.vault._desk.actions.get("discreet").trigger()
    meeting.settle()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_word_is_cut_in_the_least_window(
    page: AfterPage, meeting: Meeting, theme: Theme, scale: float
) -> None:
    write(page, "agreed", AGREED)
    theme.set_text_scale(scale)
    meeting.vault.view.resize(800, 560)
    meeting.settle()
    labels = [one for one in page.findChildren(TextLabel) if one.isVisible()]
    assert [one.text() for one in labels if one.is_cut] == []
    theme.set_text_scale(1.0)

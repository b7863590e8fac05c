"""Lessons in the window: four questions, one change, did it hold (SPEC §7.28; S31, S32)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import LessonId
from managernotes.domain.lesson import Held, Lesson, LessonState, LessonWords, NewLesson
from managernotes.domain.observation import Kind, NoteText
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.conversations.tabs import TabName, tabs_of
from managernotes_ui.lessons.lesson_sheets import NewLessonSheet
from managernotes_ui.lessons.lessons_tab import LessonsTab
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused, tell

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
TITLE = "Migration rehearsal"
CONDITION = "the date was set before the test was planned"


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page with its lessons, on show."""

    def __init__(self, bench: PeopleBench, width: int = 1056) -> None:
        self.bench = bench
        self.page = ConversationsPage(bench.desk, tabs_of({TabName.LESSONS: LessonsTab}))
        bench.show(self.page, width)
        self.page.show_place(Place(PageName.CONVERSATIONS, query="lessons"))
        bench.settle()
        self.page.take_focus()
        bench.settle()

    @property
    def tab(self) -> LessonsTab:
        body = self.page.body
        assert isinstance(body, LessonsTab)
        return body

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(focused(), key, modifier)
        self.bench.settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(focused(), words)
        self.bench.settle()

    def save(self) -> None:
        self.tab.keep()
        self.bench.settle()

    @property
    def listed(self) -> list[tuple[str, str]]:
        return [(line.text, line.after) for line in self.tab.list.lines]

    @property
    def trouble(self) -> str:
        label = self.tab.pane.trouble
        return "" if label.isHidden() else label.text()


def begin(bench: PeopleBench, words: LessonWords | None = None) -> LessonId:
    new = NewLesson(words=words or LessonWords(title=TITLE, likely=(CONDITION,)))
    lesson = bench.bench.ask(lambda workspace: workspace.lessons.add(new))
    tell(bench)
    return lesson.id


def agreed(bench: PeopleBench, due: date = TODAY) -> LessonId:
    lesson = begin(bench, LessonWords(title=TITLE, likely=(CONDITION,), change="A timed restore"))
    bench.bench.ask(lambda workspace: workspace.lessons.agree_change(lesson, due))
    tell(bench)
    return lesson


def get(bench: PeopleBench, lesson: LessonId) -> Lesson:
    return bench.bench.ask(lambda workspace: workspace.lessons.get(lesson))


# --- beginning and writing -----------------------------------------------------------------------


def test_without_a_lesson_the_page_teaches_and_its_button_begins_one(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.press(KEY.Key_Space)
    assert isinstance(screen.tab.deeds.new_sheet, NewLessonSheet)
    assert screen.tab.deeds.new_sheet.isVisible()

    screen.type(TITLE)
    screen.press(KEY.Key_Return)

    assert [title for title, _ in screen.listed] == [TITLE]
    assert focused() is screen.tab.pane.questions.fields["expected"]


def test_the_four_questions_are_written_by_keyboard_and_save_themselves(
    bench: PeopleBench,
) -> None:
    lesson = begin(bench, LessonWords(title=TITLE))
    screen = Screen(bench)
    answers = ("An hour", "Two hours", "Reading aloud", "step four is done by hand")
    for key, answer in zip((KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4), answers, strict=True):
        screen.press(key, ALT)
        screen.type(answer)
    screen.press(KEY.Key_Return)
    screen.type("nobody had the list")
    screen.save()

    words = get(bench, lesson).words
    assert (words.expected, words.actual, words.kept) == answers[:3]
    assert words.likely == ("step four is done by hand", "nobody had the list")


def test_s31_the_lesson_has_four_questions_and_no_field_for_a_culprit(bench: PeopleBench) -> None:
    begin(bench)
    screen = Screen(bench)
    screen.tab.deeds.new_lesson()
    screen.tab.deeds.new_sheet.close_sheet()
    screen.tab.deeds.edit()
    screen.tab.deeds.edit_sheet.close_sheet()

    fields = [
        edit.accessibleName()
        for part in (screen.tab.pane, screen.tab.deeds.new_sheet, screen.tab.deeds.edit_sheet)
        for edit in (*part.findChildren(QLineEdit), *part.findChildren(QTextEdit))
    ]
    assert set(strings.QUESTIONS.values()) <= set(fields)
    asked = " ".join(fields).casefold()
    assert not any(word in asked for word in ("culprit", "caused", "fault", "blame", "whose"))


def test_what_another_window_wrote_in_another_answer_stays(bench: PeopleBench) -> None:
    lesson = begin(bench, LessonWords(title=TITLE))
    screen = Screen(bench)
    screen.press(KEY.Key_1, ALT)
    screen.type("An hour")
    other = LessonWords(title=TITLE, actual="Written elsewhere")
    bench.bench.ask(lambda workspace: workspace.lessons.save_words(lesson, other))
    screen.save()

    words = get(bench, lesson).words
    assert (words.expected, words.actual) == ("An hour", "Written elsewhere")


def test_a_new_lesson_names_those_who_looked_at_it_and_refuses_a_stranger(
    bench: PeopleBench,
) -> None:
    screen = Screen(bench)
    screen.tab.deeds.new_lesson()
    sheet = screen.tab.deeds.new_sheet
    sheet.words.setText(TITLE)
    sheet.people.setText("Dana, Nobody")
    screen.press(KEY.Key_Return)
    assert sheet.isVisible()

    sheet.people.setText("dana, Arjun")
    screen.press(KEY.Key_Return)

    [lesson] = bench.bench.ask(lambda workspace: workspace.lessons.list())
    assert lesson.people == (bench.bench.dana.id, bench.bench.arjun.id)
    assert "Dana, Arjun and you" in screen.tab.pane.meta.text()


# --- states and guards ---------------------------------------------------------------------------


def test_s32_without_a_condition_that_is_no_person_it_is_not_understood_and_says_so(
    bench: PeopleBench,
) -> None:
    lesson = begin(bench, LessonWords(title=TITLE, likely=("Dana", "human error")))
    screen = Screen(bench)

    screen.press(KEY.Key_Return, CTRL)

    assert get(bench, lesson).state is LessonState.OPENED
    assert "not a person" in screen.trouble
    assert focused() is screen.tab.pane.questions.fields["likely"]
    screen.type("x")
    assert not screen.trouble


def test_ctrl_enter_leads_from_open_to_closed(bench: PeopleBench) -> None:
    lesson = begin(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_Return, CTRL)
    assert get(bench, lesson).state is LessonState.UNDERSTOOD

    screen.press(KEY.Key_Return, CTRL)
    screen.type("A timed restore")
    screen.press(KEY.Key_Return)
    assert screen.tab.deeds.change_sheet.isVisible()  # a change wants a day
    screen.press(KEY.Key_Tab)
    screen.press(KEY.Key_Tab)
    screen.type("+7")
    screen.press(KEY.Key_Return)
    assert get(bench, lesson).state is LessonState.CHANGE_AGREED
    assert get(bench, lesson).change_due_on == TODAY + timedelta(days=7)

    screen.tab.list.setFocus()
    screen.press(KEY.Key_Return, CTRL)
    assert focused() is screen.tab.pane.card.held.choices[Held.YES]
    screen.press(KEY.Key_Space)
    assert get(bench, lesson).state is LessonState.CHANGE_CHECKED

    screen.press(KEY.Key_Return, CTRL)
    assert get(bench, lesson).state is LessonState.CLOSED


def test_s32_what_held_only_partly_gets_another_day_and_stays_open(bench: PeopleBench) -> None:
    lesson = agreed(bench)
    screen = Screen(bench)

    screen.tab.pane.card.held.choices[Held.PARTLY].click()
    bench.settle()

    stored = get(bench, lesson)
    assert (stored.held, stored.checked_on) == (Held.PARTLY, TODAY)
    assert stored.again_on is not None
    assert stored.again_on > TODAY
    assert stored.state is LessonState.CHANGE_AGREED
    assert screen.tab.pane.card.held.close_it.isHidden()


def test_what_was_seen_is_kept_in_one_sentence(bench: PeopleBench) -> None:
    lesson = agreed(bench)
    screen = Screen(bench)
    screen.tab.pane.card.held.seen.setFocus()
    screen.type("46 minutes")
    screen.save()
    assert get(bench, lesson).words.checked == "46 minutes"


def test_a_closed_lesson_opens_again(bench: PeopleBench) -> None:
    lesson = agreed(bench)
    bench.bench.ask(lambda workspace: workspace.lessons.look_again(lesson, Held.YES, TODAY))
    bench.bench.ask(lambda workspace: workspace.lessons.step(lesson, LessonState.CLOSED))
    tell(bench)
    screen = Screen(bench)
    assert not screen.tab.pane.card.held.choices[Held.NO].isEnabled()

    screen.tab.deeds.reopen()
    bench.settle()

    assert get(bench, lesson).state is LessonState.CHANGE_AGREED


def test_the_bin_can_be_undone(bench: PeopleBench) -> None:
    lesson = begin(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_Delete)
    assert get(bench, lesson).binned_at is not None
    assert screen.listed == []

    screen.tab._undo.undo()
    bench.settle()
    assert [title for title, _ in screen.listed] == [TITLE]


# --- thanks, team, goal --------------------------------------------------------------------------


def test_s31_thanking_who_brought_it_up_keeps_a_win_that_waits_to_be_said(
    bench: PeopleBench,
) -> None:
    begin(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_T)
    sheet = screen.tab.deeds.thank_sheet
    assert sheet.isVisible()
    sheet.who.setCurrentIndex(sheet.who.findText("Dana Whitfield"))
    bench.settle()
    sheet.way.field.setPlainText("In private")
    sheet.submitted.emit()
    bench.settle()

    dana = bench.bench.dana.id
    [row] = bench.bench.ask(lambda w: w.notes.timeline(dana, limit=9)).rows
    assert row.kind is Kind.WIN
    assert TITLE in row.headline
    assert bench.get(dana).recognition_pref == "In private"
    screen.tab._undo.undo()
    bench.settle()
    assert not bench.bench.ask(lambda w: w.notes.timeline(dana, limit=9)).rows


def test_s33_the_team_is_told_roles_instead_of_names(bench: PeopleBench) -> None:
    lesson = begin(
        bench, LessonWords(title=TITLE, actual="Dana called at six", likely=(CONDITION,))
    )
    screen = Screen(bench)
    screen.press(KEY.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    sheet = screen.tab.deeds.team_sheet
    assert sheet.isVisible()
    assert "Dana" not in sheet.words.toPlainText()
    sheet.submitted.emit()
    bench.settle()

    clipboard = QApplication.clipboard()
    assert "called at six" in clipboard.text()
    assert "Dana" not in clipboard.text()
    assert get(bench, lesson).shared_on == TODAY
    clipboard.clear()
    screen.tab.deeds.copy_for_team()
    bench.settle()
    assert "called at six" in clipboard.text()
    screen.tab._undo.undo()
    bench.settle()
    assert get(bench, lesson).shared_on is None


# --- how it is shown -----------------------------------------------------------------------------


def test_a_row_says_the_title_and_how_far_it_has_got(bench: PeopleBench) -> None:
    agreed(bench, TODAY + timedelta(days=3))
    [(title, how_far)] = Screen(bench).listed
    assert title == TITLE
    assert how_far.startswith("change due ")


def test_m15_the_list_says_how_many_changes_were_looked_at_again(bench: PeopleBench) -> None:
    agreed(bench)
    assert Screen(bench).tab.counts.text() == "Changes looked at again, in twelve months: not yet"


def test_in_discreet_mode_no_name_stands_in_an_answer(bench: PeopleBench) -> None:
    begin(bench, LessonWords(title=TITLE, actual="Dana Whitfield called", likely=(CONDITION,)))
    bench.desk.session.discreet.switch(on=True, leaves_texts_open=True)
    screen = Screen(bench)

    field = screen.tab.pane.questions.fields["actual"]
    assert "Whitfield" not in field.toPlainText()
    assert "called" in field.toPlainText()
    assert field.isReadOnly()


def test_s26_a_lesson_says_which_note_it_came_from_and_opens_it(bench: PeopleBench) -> None:
    lesson = begin(bench)
    note = bench.bench.note(NoteText(fact="The printer ran out"), kind=Kind.LESSON, day=TODAY)
    bench.bench.ask(lambda workspace: workspace.lessons.link_note(lesson, note))
    screen = Screen(bench)
    foot = screen.tab.pane.foot
    assert "The printer ran out" in foot.came_from.text()

    foot.open_note.click()

    assert bench.places[-1] == Place(PageName.NOTE, note=note)


def test_a_lesson_that_loses_its_last_condition_says_that_it_waits_again(
    bench: PeopleBench,
) -> None:
    lesson = agreed(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_4, ALT)
    screen.press(KEY.Key_A, CTRL)
    screen.press(KEY.Key_Delete)
    screen.save()
    screen.bench.settle()
    assert get(bench, lesson).state is LessonState.OPENED
    assert screen.trouble == strings.FELL_BACK

    screen.type(CONDITION)
    screen.save()
    assert screen.trouble == strings.FELL_BACK
    assert get(bench, lesson).state is LessonState.OPENED
    screen.press(KEY.Key_Return, CTRL)
    assert get(bench, lesson).state is not LessonState.OPENED
    assert screen.trouble == ""

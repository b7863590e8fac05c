"""What a person's page asks by itself: about an empty month, about growth in a hard spell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType, ConversationWords, NewConversation
from managernotes.domain.growth import GrowthKind, NewGrowthStep, StepWords
from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.thread import ThreadKind
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import person as strings
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.widgets.strip import MonthColumn
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import focused

TODAY = date(2026, 11, 19)
AUGUST, NOVEMBER = -4, -1


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        bench.bench.note(NoteText(fact="Led the rollback"), kind=Kind.WIN, day=date(2026, 11, 10))
        yield bench


def dana_page(bench: PeopleBench) -> PersonPage:
    page = PersonPage(bench.desk)
    bench.show(page)
    page.show_place(Place(PageName.PERSON, person=bench.bench.dana.id))
    bench.settle()
    return page


def column(page: PersonPage, number: int) -> MonthColumn:
    return page.timeline.strip.findChildren(MonthColumn)[number]


def test_a_month_with_a_note_filters_and_asks_nothing(bench: PeopleBench) -> None:
    page = dana_page(bench)
    column(page, NOVEMBER).click()
    bench.settle()
    assert page.vm.filter.month == date(2026, 11, 1)
    assert "prompts" not in page.questions.__dict__


def test_an_empty_month_says_so_and_asks_what_might_have_been_there(bench: PeopleBench) -> None:
    page = dana_page(bench)
    gap = column(page, AUGUST)
    assert gap.accessibleName() == f"August 2026: {strings.EMPTY_MONTH}"
    gap.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(gap, Qt.Key.Key_Space)
    bench.settle()
    sheet = page.questions.prompts
    assert sheet.isVisible()
    assert page.vm.filter.month is None
    assert focused() is sheet.list
    assert sheet.list.accessibleName() == "Prompts for August 2026"
    assert len(sheet.list.lines) == 5
    assert sheet.list.height() == sheet.list.content_height, "no prompt is cut"


def test_a_prompt_begins_a_note_of_that_month(bench: PeopleBench) -> None:
    page = dana_page(bench)
    page.compose()
    QTest.keyClicks(page.composer.field, "fixed the label fault")
    column(page, AUGUST).click()
    bench.settle()
    QTest.keyClick(page.questions.prompts.list, Qt.Key.Key_Return)
    bench.settle()
    assert page.questions.prompts.isHidden()
    assert page.composer.vm.reading.occurred_on == date(2026, 8, 15)
    assert "fixed the label fault" in page.composer.vm.line
    assert focused() is page.composer.field


def test_the_talks_of_an_empty_month_come_to_mind_and_give_the_day(bench: PeopleBench) -> None:
    dana = bench.bench.dana.id

    def met(workspace: Workspace) -> None:
        for day in (date(2026, 8, 6), date(2026, 8, 20)):
            new = NewConversation(
                type=ConversationType.ONE_ON_ONE,
                people=(dana,),
                planned_on=day,
                words=ConversationWords(asked="A second reviewer"),
            )
            talk = workspace.talks.plan(new).id
            workspace.talks.hold(talk, held_on=day)

    bench.bench.ask(met)
    page = dana_page(bench)
    column(page, AUGUST).click()
    bench.settle()
    sheet = page.questions.prompts
    assert sheet.list.lines[0].text.startswith("You met on 6 Aug and 20 Aug.")
    sheet.write.click()
    bench.settle()
    assert page.composer.vm.reading.occurred_on == date(2026, 8, 20)


def test_escape_puts_the_prompts_away_and_changes_nothing(bench: PeopleBench) -> None:
    page = dana_page(bench)
    column(page, AUGUST).click()
    bench.settle()
    QTest.keyClick(page.questions.prompts.list, Qt.Key.Key_Escape)
    bench.settle()
    assert page.questions.prompts.isHidden()
    assert page.composer.vm.line == ""


def test_m02_the_dots_say_in_words_in_which_weeks_something_was_said(bench: PeopleBench) -> None:
    note = bench.bench.note(kind=Kind.CONCERN, day=date(2026, 11, 10))
    bench.bench.ask(lambda w: w.sharing.said(note, date(2026, 11, 12), None))
    page = dana_page(bench)
    says = page.header.weeks.accessibleName()
    assert says == "Of the last eight weeks, you said something to them last week"
    assert page.header.weeks.isVisible()


def test_m02_without_anything_said_the_dots_are_empty_and_say_so() -> None:
    assert strings.weeks([False] * 8) == strings.WEEKS_NONE
    words = strings.weeks([True, *[False] * 6, True])
    assert words.endswith("this week, 7 weeks ago")


@pytest.fixture
def hard_spell(bench: PeopleBench) -> PeopleBench:
    """Return a bench on which growth rested for 31 days when a setback came."""
    dana = bench.bench.dana.id
    words = StepWords(purpose="Lead the incident review")
    step = NewGrowthStep(person=dana, kind=GrowthKind.STRETCH_WORK, words=words)
    bench.bench.ask(lambda w: w.growth.add_step(step))
    bench.bench.clock.moment += timedelta(days=31)
    day = TODAY + timedelta(days=31)
    bench.bench.ask(lambda w: w.threads.open(dana, ThreadKind.SETBACK, "The tender", day))
    return bench


def test_s14_an_open_setback_with_growth_untouched_asks_and_can_be_put_away(
    hard_spell: PeopleBench,
) -> None:
    page = dana_page(hard_spell)
    assert page.questions.banner.isVisible()
    assert "Hard spell since 20 Dec — growth plan still on?" in page.questions.banner.words
    assert "tender" not in page.questions.banner.words
    page.questions.banner.away.click()
    hard_spell.settle()
    assert page.questions.banner.isHidden()
    again = dana_page(hard_spell)
    assert again.questions.banner.isHidden()


def test_s14_the_question_comes_once_in_14_days(hard_spell: PeopleBench) -> None:
    dana_page(hard_spell)
    shown = []
    for _day in range(14):
        hard_spell.bench.clock.moment += timedelta(days=1)
        shown.append(dana_page(hard_spell).questions.banner.isVisible())
    assert shown == [False] * 13 + [True]


def test_s14_nothing_is_asked_where_no_setback_is_open(bench: PeopleBench) -> None:
    assert dana_page(bench).questions.banner.isHidden()

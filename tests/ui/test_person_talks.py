"""The Conversations tab of a person's page, and what its head says of the talks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationWords
from managernotes.domain.identity import PersonId
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes_ui.conversations.person_talks import PersonTalks
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.tab_body import Tab
from managernotes_ui.talks.talk_words import TalkLine
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, plan, promised, tell


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """Dana's page with its Conversations tab on show."""

    def __init__(self, bench: PeopleBench, query: str = "talks") -> None:
        self.bench = bench
        self.page = PersonPage(bench.desk, (Tab("talks", "Conversations", PersonTalks),))
        bench.show(self.page)
        self.show(bench.bench.dana.id, query)

    def show(self, person: PersonId, query: str = "talks") -> None:
        self.page.show_place(Place(PageName.PERSON, person=person, query=query))
        self.bench.settle()

    @property
    def tab(self) -> PersonTalks:
        shown = self.page._stack.currentWidget()
        assert isinstance(shown, PersonTalks)
        return shown

    @property
    def talks(self) -> list[TalkLine]:
        model = self.tab.list._talks
        lines = (model.talk_at(row) for row in range(model.rowCount()))
        return [line for line in lines if line is not None]


def rhythm(screen: Screen) -> str:
    return screen.page.header._rhythm.text()


def test_the_tab_lists_the_talks_with_this_person_only_the_planned_ones_first(
    bench: PeopleBench,
) -> None:
    held = plan(bench, on=date(2026, 11, 12), words=ConversationWords(asked="A day"))
    bench.bench.ask(lambda workspace: workspace.talks.hold(held, held_on=date(2026, 11, 12)))
    bench.bench.ask(lambda workspace: workspace.talks.log(held))
    bench.bench.ask(lambda workspace: workspace.talks.close(held))
    ahead = plan(bench, on=date(2026, 11, 26))
    plan(bench, person=bench.bench.arjun.id)
    assert [line.row.id for line in Screen(bench).talks] == [ahead, held]


def test_another_person_brings_their_own_talks(bench: PeopleBench) -> None:
    plan(bench)
    theirs = plan(bench, person=bench.bench.arjun.id)
    screen = Screen(bench)
    screen.show(bench.bench.arjun.id)
    assert [line.row.id for line in screen.talks] == [theirs]


def test_a_talk_that_was_cancelled_is_not_listed(bench: PeopleBench) -> None:
    talk = plan(bench)
    bench.bench.ask(lambda workspace: workspace.talks.cancel(talk, "no need"))
    tell(bench)
    assert not Screen(bench).talks


def test_enter_opens_the_chosen_talk(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench)
    screen.page.take_focus()
    QTest.keyClick(screen.tab.list, Qt.Key.Key_Return)
    assert bench.places[-1] == Place(PageName.BRIEF, conversation=talk)


def test_the_page_of_a_person_begins_with_the_timeline(bench: PeopleBench) -> None:
    screen = Screen(bench, query="")
    assert screen.page.tabs.currentIndex() == 0
    assert [screen.page.tabs.tabText(n) for n in range(3)] == [
        "Timeline",
        "Conversations",
        "About",
    ]


def test_the_head_says_when_you_last_met_and_meet_next(bench: PeopleBench) -> None:
    held = plan(bench, on=date(2026, 11, 13), words=ConversationWords(asked="A day"))
    bench.bench.ask(lambda workspace: workspace.talks.hold(held, held_on=date(2026, 11, 13)))
    plan(bench, on=date(2026, 11, 26))
    screen = Screen(bench)
    assert rhythm(screen) == ("Last one-to-one Fri, 6 days ago · next Thu 26 Nov · nothing unsaid")


def test_the_head_follows_a_talk_that_was_just_planned(bench: PeopleBench) -> None:
    screen = Screen(bench)
    assert rhythm(screen) == "No note yet"
    plan(bench, on=TODAY)
    assert rhythm(screen) == "next today · nothing unsaid"


def test_the_head_says_which_promise_of_mine_is_due_within_a_week(bench: PeopleBench) -> None:
    plan(bench, on=date(2026, 11, 26))
    for text, due in (("Ask finance", date(2026, 11, 20)), ("Later", date(2026, 12, 24))):
        new = NewPromise(
            owner=PromiseOwner.ME,
            people=(bench.bench.dana.id,),
            words=PromiseWords(text=text),
            due_on=due,
        )
        promised(bench, new)
    tell(bench)
    words = rhythm(Screen(bench))
    assert words == "next Thu 26 Nov · 1 promise of yours is due tomorrow"


def test_s03_the_next_talk_and_what_i_owe_stand_above_the_record_at_1280_by_720(
    bench: PeopleBench,
) -> None:
    plan(bench, on=date(2026, 11, 26))
    new = NewPromise(
        owner=PromiseOwner.ME,
        people=(bench.bench.dana.id,),
        words=PromiseWords(text="Ask finance"),
        due_on=date(2026, 11, 20),
    )
    promised(bench, new)
    tell(bench)
    screen = Screen(bench, "")
    bench.show(screen.page, 1280 - 224, 720 - 36)
    head = screen.page.header._rhythm
    assert head.text().startswith("next Thu 26 Nov · 1 promise of yours is due")
    below = head.mapTo(screen.page, head.rect().bottomLeft()).y()
    record = screen.page.timeline.list
    assert below < screen.page.tabs.y() < record.mapTo(screen.page, record.rect().topLeft()).y()
    assert below < 720 - 36

"""A talk while it is held: agenda beside notes, and what must be answered before it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import (
    ConversationState,
    ConversationType,
    ConversationWords,
    NoteRole,
    TopicOwner,
    TopicState,
)
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import ShareState
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseState, PromiseWords
from managernotes.services.workspace import Workspace
from managernotes_ui.conversations.agenda_rows import AgendaHead, AgendaRow
from managernotes_ui.conversations.talk_page import TalkPage
from managernotes_ui.conversations.talk_saver import SAVE_AFTER_MS
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused, get, plan, tell, topic

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page of one talk, on show."""

    def __init__(
        self, bench: PeopleBench, talk: ConversationId, *, begun: bool = True, width: int = 1224
    ) -> None:
        self.bench = bench
        self.talk = talk
        if begun:
            bench.bench.ask(lambda workspace: workspace.talks.begin(talk))
        self.page = TalkPage(bench.desk)
        bench.show(self.page, width)
        self.page.show_place(Place(PageName.TALK, conversation=talk))
        bench.settle()
        self.page.take_focus()

    def type(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(focused(), KEY.Key_Return)
            QTest.keyClicks(focused(), line)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(focused(), key, modifiers)
        self.bench.settle()

    @property
    def heads(self) -> list[str]:
        lines = self.page.agenda.list._agenda.lines
        return [line.title for line in lines if isinstance(line, AgendaHead)]

    @property
    def rows(self) -> list[AgendaRow]:
        lines = self.page.agenda.list._agenda.lines
        return [line for line in lines if isinstance(line, AgendaRow)]

    def row(self, text: str) -> AgendaRow:
        return next(row for row in self.rows if row.text == text)


def promise(bench: PeopleBench, owner: PromiseOwner, text: str) -> None:
    new = NewPromise(owner=owner, people=(bench.bench.dana.id,), words=PromiseWords(text=text))
    bench.bench.ask(lambda workspace: workspace.promises.add(new))
    tell(bench)


def carried_topic(bench: PeopleBench, text: str, times: int) -> None:
    """Bring a topic up, and hold talks without getting to it."""
    first = plan(bench, on=date(2026, 10, 1))
    topic(bench, text, first)
    for number in range(times):
        day = date(2026, 10, 1 + number)
        talk = first if number == 0 else plan(bench, on=day)
        bench.bench.ask(partial(close, talk, day))
    tell(bench)


def close(talk: ConversationId, day: date, workspace: Workspace) -> None:
    """Hold a talk in which nobody got to anything, and close it."""
    workspace.talks.asked_nothing(talk, nothing=True)
    workspace.talks.hold(talk, held_on=day)
    workspace.talks.close(talk)


# --- S13 -----------------------------------------------------------------------------------------


def test_s13_done_talking_waits_until_what_they_asked_is_answered(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    done = screen.page.bar.done
    assert (done.isVisible(), done.isEnabled()) == (True, False)
    screen.press(KEY.Key_Return, CTRL)
    assert screen.page.writing.asked.line.hasFocus()
    assert get(bench, talk).state is ConversationState.PLANNED
    screen.page.writing.asked.line.setFocus()
    screen.type("Back me in front of sales, once")
    assert done.isEnabled()
    screen.press(KEY.Key_Return, CTRL)
    held = get(bench, talk)
    assert held.state is ConversationState.CLOSED
    assert (held.held_on, held.words.asked) == (TODAY, "Back me in front of sales, once")


def test_s13_nothing_asked_is_an_answer_too(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.page.writing.asked.nothing.click()
    bench.settle()
    assert screen.page.bar.done.isEnabled()
    screen.page.bar.done.click()
    bench.settle()
    assert get(bench, talk).state is ConversationState.CLOSED


def test_s13_writing_an_answer_takes_nothing_asked_back(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.page.writing.asked.nothing.click()
    bench.settle()
    screen.page.writing.asked.line.setFocus()
    screen.type("A day")
    bench.settle()
    assert not get(bench, talk).asked_nothing
    assert not screen.page.writing.asked.nothing.isChecked()


def test_another_sort_of_talk_ends_without_that_answer(bench: PeopleBench) -> None:
    talk = plan(bench, sort=ConversationType.CAREER)
    screen = Screen(bench, talk)
    screen.press(KEY.Key_Return, CTRL)
    assert get(bench, talk).state is ConversationState.CLOSED


@pytest.mark.parametrize("sort", list(ConversationType))
def test_the_page_serves_all_sixteen_sorts_with_their_template_filled_in(
    bench: PeopleBench, sort: ConversationType
) -> None:
    [template, *_] = bench.bench.ask(lambda workspace: workspace.templates.for_type(sort))
    talk = plan(bench, sort=sort, template=template.name)
    screen = Screen(bench, talk, begun=False)
    text = screen.page.writing.notes.text()
    assert text.startswith("# ")
    assert "{{" not in text
    assert screen.page.bar.begin.isVisible()


# --- what comes of the lines ---------------------------------------------------------------------


def test_agreed_and_owed_lines_become_promises_when_the_talk_ends(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.type("+ Dana posts the link, by Fri\n! I tell support, by Thu\n? who is on call\n> soon")
    assert screen.page.footer_items[-1] == "1 agreement and 1 promise found in your lines"
    screen.page.writing.asked.nothing.click()
    bench.settle()
    screen.press(KEY.Key_Return, CTRL)
    lists = bench.bench.ask(lambda workspace: workspace.promises.lists())
    [mine], [theirs] = lists.mine, lists.theirs
    assert (mine.words.text, mine.due_on) == ("Tell support", date(2026, 11, 26))
    assert (theirs.words.text, theirs.due_on) == ("Posts the link", date(2026, 11, 20))
    assert {mine.made_in, theirs.made_in} == {talk}


def test_what_nobody_got_to_is_carried_over_when_the_talk_ends(bench: PeopleBench) -> None:
    talk, following = plan(bench), plan(bench, on=date(2026, 11, 26))
    topic(bench, "The quiet room", talk)
    topic(bench, "January", talk)
    screen = Screen(bench, talk)
    screen.page.deeds.tick(screen.row("January"))
    screen.page.writing.asked.nothing.click()
    bench.settle()
    screen.press(KEY.Key_Return, CTRL)
    agenda = bench.bench.ask(lambda workspace: workspace.talks.agenda(following))
    assert [(one.text, one.carried) for one in agenda.carried] == [("The quiet room", 1)]


def test_the_list_follows_with_the_talk_chosen(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.page.writing.asked.nothing.click()
    bench.settle()
    screen.press(KEY.Key_Return, CTRL)
    assert bench.places[-1] == Place(PageName.CONVERSATIONS, conversation=talk)


def test_enter_after_a_line_with_a_mark_begins_an_empty_line(bench: PeopleBench) -> None:
    screen = Screen(bench, plan(bench))
    screen.type("+ Dana posts the link\n- a list\ngoes on")
    text = screen.page.writing.notes.text()
    assert text == "+ Dana posts the link\n- a list\n- goes on"


# --- the agenda ----------------------------------------------------------------------------------


def test_theirs_come_first_then_what_was_carried_over_then_mine_then_promises(
    bench: PeopleBench,
) -> None:
    carried_topic(bench, "The second rig", 1)
    promise(bench, PromiseOwner.ME, "Ask finance")
    promise(bench, PromiseOwner.THEM, "A first draft")
    talk = plan(bench)
    topic(bench, "The quiet room", talk)
    topic(bench, "Hand-over time", talk, TopicOwner.MINE)
    screen = Screen(bench, talk)
    assert screen.heads == ["Their topics", "Carried over", "Yours", "Promises, both ways"]
    assert [row.text for row in screen.rows] == [
        "The quiet room",
        "The second rig",
        "Hand-over time",
        "Ask finance",
        "A first draft",
    ]
    assert [row.meta.partition(" · ")[0] for row in screen.rows[-2:]] == [
        "you to Dana",
        "Dana to you",
    ]


def test_space_ticks_a_topic_and_takes_it_back(bench: PeopleBench) -> None:
    talk = plan(bench)
    topic(bench, "The quiet room", talk)
    screen = Screen(bench, talk)
    screen.page.agenda.take_focus()
    screen.press(KEY.Key_Space)
    assert screen.row("The quiet room").is_done
    screen.press(KEY.Key_Space)
    assert not screen.row("The quiet room").is_done


def test_space_keeps_a_promise_today_and_opens_it_again(bench: PeopleBench) -> None:
    promise(bench, PromiseOwner.ME, "Ask finance")
    screen = Screen(bench, plan(bench))
    screen.page.agenda.take_focus()
    screen.press(KEY.Key_Space)
    row = screen.row("Ask finance")
    assert (row.is_done, row.meta) == (True, "you to Dana · kept today")
    screen.press(KEY.Key_Space)
    lists = bench.bench.ask(lambda workspace: workspace.promises.lists())
    assert [one.state for one in lists.mine] == [PromiseState.OPEN]


def test_from_the_third_time_on_a_topic_must_be_decided_put_off_or_let_go(
    bench: PeopleBench,
) -> None:
    carried_topic(bench, "The second rig", 3)
    screen = Screen(bench, plan(bench))
    row = screen.row("The second rig")
    assert (row.must_decide, row.meta) == (
        True,
        "first on 19 Nov, 0 days, carried 3 times",
    )
    assert all(button.isVisible() for button in screen.page.agenda.list.buttons)


def test_a_topic_carried_twice_has_no_buttons(bench: PeopleBench) -> None:
    carried_topic(bench, "The second rig", 2)
    screen = Screen(bench, plan(bench))
    assert not screen.row("The second rig").must_decide
    assert not any(button.isVisible() for button in screen.page.agenda.list.buttons)


def test_decide_now_gives_the_decision_its_line_in_the_notes(bench: PeopleBench) -> None:
    carried_topic(bench, "The second rig", 3)
    screen = Screen(bench, plan(bench))
    screen.page.agenda.list.buttons[0].click()
    bench.settle()
    assert screen.page.writing.notes.text() == "## The second rig\n+ "
    assert focused() is screen.page.writing.notes
    assert screen.row("The second rig").meta == "decided"


def test_give_it_a_day_takes_a_topic_off_the_agenda_until_then(bench: PeopleBench) -> None:
    carried_topic(bench, "The second rig", 3)
    screen = Screen(bench, plan(bench))
    screen.page.agenda.list.buttons[1].click()
    screen.type("4 jan")
    screen.press(KEY.Key_Return)
    row = screen.row("The second rig")
    assert (row.waits, row.meta) == (True, "waits until Mon 4 Jan 2027")
    screen.page.writing.asked.nothing.click()
    bench.settle()
    screen.press(KEY.Key_Return, CTRL)
    sooner = plan(bench, on=date(2026, 12, 3))
    agenda = bench.bench.ask(lambda workspace: workspace.talks.agenda(sooner))
    assert not agenda.carried
    later = plan(bench, on=date(2027, 1, 5))
    agenda = bench.bench.ask(lambda workspace: workspace.talks.agenda(later))
    assert [one.text for one in agenda.carried] == ["The second rig"]


def test_let_it_go_settles_a_topic(bench: PeopleBench) -> None:
    carried_topic(bench, "The second rig", 3)
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.page.agenda.list.buttons[2].click()
    bench.settle()
    agenda = bench.bench.ask(lambda workspace: workspace.talks.agenda(talk))
    assert [one.state for one in agenda.carried] in ([TopicState.LET_GO], [])


@pytest.mark.parametrize(
    ("typed", "head"),
    [
        ("The quiet room on Thursdays", "Their topics"),
        ("I send the list by Fri", "Promises, both ways"),
        ("! send the list by Fri", "Promises, both ways"),
    ],
)
def test_ctrl_t_adds_a_topic_or_a_promise_of_mine(
    bench: PeopleBench, typed: str, head: str
) -> None:
    screen = Screen(bench, plan(bench))
    screen.press(KEY.Key_T, CTRL)
    screen.type(typed)
    screen.press(KEY.Key_Return)
    assert screen.heads == [head]


def test_a_topic_of_mine_is_added_as_mine(bench: PeopleBench) -> None:
    screen = Screen(bench, plan(bench))
    screen.press(KEY.Key_T, CTRL)
    screen.type("One goal")
    screen.page.agenda.add.owner.set_current(1)
    screen.press(KEY.Key_Return)
    assert screen.heads == ["Yours"]


def test_a_note_planned_for_the_talk_is_said_with_its_check(bench: PeopleBench) -> None:
    talk, note = plan(bench), bench.bench.note()
    bench.bench.ask(lambda workspace: workspace.sharing.plan(note, talk))
    tell(bench)
    screen = Screen(bench, talk)
    assert screen.heads == ["To say"]
    screen.page.agenda.take_focus()
    screen.press(KEY.Key_Space)
    said = bench.bench.ask(lambda workspace: workspace.notes.get(note))
    assert (said.share_state, said.said_in) == (ShareState.SHARED, talk)


# --- S26 -----------------------------------------------------------------------------------------


def test_s26_a_held_talk_leads_to_what_came_of_it_and_back(bench: PeopleBench) -> None:
    words = ConversationWords(asked="A day")
    talk, note = plan(bench, words=words), bench.bench.note()
    bench.bench.ask(lambda workspace: workspace.talks.hold(talk, held_on=TODAY))
    bench.bench.ask(lambda workspace: workspace.talks.attach(talk, note, NoteRole.CAME_OF))
    tell(bench)
    screen = Screen(bench, talk, begun=False)
    assert screen.heads == ["Came from, led to"]
    [row] = screen.rows
    assert row.meta.startswith("led to · note")
    screen.page.agenda.take_focus()
    screen.press(KEY.Key_Return)
    assert bench.places[-1] == Place(PageName.NOTE, person=bench.bench.dana.id, note=note)
    back = bench.bench.ask(lambda workspace: workspace.links.of_note(note))
    assert [link.id for link in back.came_from] == [talk]


# --- saving --------------------------------------------------------------------------------------


def test_words_are_saved_a_second_after_typing_without_a_button(
    qtbot: QtBot, bench: PeopleBench
) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.type("Both weeks were booked")
    qtbot.waitUntil(
        lambda: get(bench, talk).words.notes == "Both weeks were booked",
        timeout=SAVE_AFTER_MS + 2_000,
    )


def test_a_lock_while_typing_keeps_the_notes(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.type("Both weeks were")
    screen.page.leave()
    bench.settle()
    assert get(bench, talk).words.notes == "Both weeks were"


def test_another_talk_never_loses_the_words_of_the_one_before(bench: PeopleBench) -> None:
    first, second = plan(bench), plan(bench, on=date(2026, 11, 26))
    screen = Screen(bench, first)
    screen.type("Of the first")
    screen.page.show_place(Place(PageName.TALK, conversation=second))
    bench.settle()
    screen.type("Of the second")
    screen.page.keep()
    bench.settle()
    assert get(bench, first).words.notes == "Of the first"
    assert get(bench, second).words.notes == "Of the second"


def test_a_full_disk_keeps_the_words_on_the_screen_and_says_so(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.type("Kept " * 400)
    bench.bench.fill_disk()
    screen.page.keep()
    bench.settle()
    assert screen.page.has_unsaved
    bench.bench.free_disk()
    screen.page.keep()
    bench.settle()
    assert not screen.page.has_unsaved
    assert get(bench, talk).words.notes == "Kept " * 400


def test_lines_that_the_small_window_added_come_into_the_notes(bench: PeopleBench) -> None:
    talk = plan(bench, words=ConversationWords(notes="One"))
    screen = Screen(bench, talk)

    def add(text: str) -> None:
        words = get(bench, talk).words
        new = ConversationWords(notes=f"{words.notes}\n{text}")
        bench.bench.ask(lambda workspace: workspace.talks.save_words(talk, new))

    add("+ two")
    tell(bench)
    assert screen.page.writing.notes.text() == "One\n+ two"
    screen.page.writing.notes.moveCursor(screen.page.writing.notes.textCursor().MoveOperation.Start)
    screen.type("Here. ")
    add("! three")
    screen.page.keep()
    bench.settle()
    assert get(bench, talk).words.notes == "Here. One\n+ two\n! three"
    assert screen.page.writing.notes.text() == "Here. One\n+ two\n! three"


# --- the bar -------------------------------------------------------------------------------------


def test_the_clock_says_how_long_it_has_been(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    moment = bench.bench.clock.moment
    bench.bench.clock.moment = datetime.combine(
        moment.date(), time(moment.hour, moment.minute + 14), moment.tzinfo
    )
    screen.page._on_minute()
    assert screen.page.bar._clock.accessibleName() == "Since it began: 14 min"


def test_before_it_begins_the_primary_begins_it(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk, begun=False)
    assert not screen.page.bar.done.isVisible()
    screen.page.bar.begin.click()
    bench.settle()
    assert get(bench, talk).began_at == time(10, 42)
    assert screen.page.bar.done.isVisible()


def test_the_bar_leads_to_the_last_talk(bench: PeopleBench) -> None:
    last = plan(bench, on=date(2026, 11, 12), words=ConversationWords(asked="A day"))
    bench.bench.ask(lambda workspace: workspace.talks.hold(last, held_on=date(2026, 11, 12)))
    screen = Screen(bench, plan(bench))
    assert screen.page.bar.last.text() == "Last time, 12 Nov"
    screen.page.bar.last.click()
    assert bench.places[-1] == Place(PageName.TALK, conversation=last)


def test_a_hard_talk_goes_on_to_be_written_down(bench: PeopleBench) -> None:
    talk = plan(bench, sort=ConversationType.TOUGH)
    screen = Screen(bench, talk)
    screen.press(KEY.Key_Return, CTRL)
    assert bench.places[-1] == Place(PageName.AFTER_TALK, conversation=talk)
    assert get(bench, talk).state is ConversationState.DRAFTING


@pytest.mark.parametrize("width", [744, 1224])
def test_nothing_of_the_page_leaves_the_window(bench: PeopleBench, width: int) -> None:
    carried_topic(bench, "The second rig: whose budget, and who tells the clinic", 3)
    screen = Screen(bench, plan(bench), width=width)
    page = screen.page
    for part in (page.bar.done, page.writing.asked.nothing, page.agenda.add):
        corner = part.mapTo(page, part.rect().bottomRight())
        assert page.rect().contains(corner)

"""The brief before a talk: three columns without scrolling, one private line, a printed agenda."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType, ConversationWords, TopicOwner
from managernotes.domain.growth import GrowthKind, NewGrowthStep, StepWords
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.domain.search_query import parse_query
from managernotes.services.workspace import Workspace
from managernotes_ui.conversations.agenda_print import AgendaSheet, draw_on
from managernotes_ui.conversations.brief_column import BriefColumn
from managernotes_ui.conversations.brief_fitting import BriefHead, BriefMore
from managernotes_ui.conversations.brief_lines import BriefRow, BriefText
from managernotes_ui.conversations.brief_page import BriefPage
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused, get, plan, promised, tell, topic

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The brief of one talk, on show."""

    def __init__(
        self, bench: PeopleBench, talk: ConversationId, width: int = 1224, height: int = 764
    ) -> None:
        self.bench = bench
        self.page = BriefPage(bench.desk)
        bench.show(self.page, width, height)
        self.page.show_place(Place(PageName.BRIEF, conversation=talk))
        bench.settle()
        QApplication.processEvents()
        self.page.take_focus()

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(focused(), key, modifiers)
        self.bench.settle()


def heads(column: BriefColumn) -> list[str]:
    return [line.title for line in column.lines if isinstance(line, BriefHead)]


def texts(column: BriefColumn) -> list[str]:
    return [line.text for line in column.lines if isinstance(line, BriefRow | BriefText)]


def full(bench: PeopleBench) -> ConversationId:
    """Plan a talk with something in every part of its brief."""
    last = plan(bench, on=date(2026, 11, 12), words=ConversationWords(asked="Tell me the day"))
    bench.bench.ask(lambda workspace: workspace.talks.hold(last, held_on=date(2026, 11, 12)))
    talk = plan(bench)
    topic(bench, "The quiet room", talk)
    topic(bench, "Hand-over time", talk, TopicOwner.MINE)
    win = NoteText(title="Led the rollback", fact="Calm")
    bench.bench.note(win, kind=Kind.WIN, day=date(2026, 11, 18))
    dana = bench.bench.dana.id
    for owner, text in ((PromiseOwner.ME, "Ask finance"), (PromiseOwner.THEM, "A first draft")):
        new = NewPromise(owner=owner, people=(dana,), words=PromiseWords(text=text))
        promised(bench, new)
    tell(bench)
    return talk


def test_the_left_column_is_the_agenda_and_what_they_asked(bench: PeopleBench) -> None:
    screen = Screen(bench, full(bench))
    assert heads(screen.page.left) == ["Their topics", "Yours", "What they asked of you last time"]
    assert texts(screen.page.left) == ["The quiet room", "Hand-over time", "Tell me the day"]


def test_the_middle_column_is_what_is_to_be_said_and_what_is_owed(bench: PeopleBench) -> None:
    screen = Screen(bench, full(bench))
    assert heads(screen.page.middle) == ["To say", "You owe", "They owe", "How they like it"]
    assert texts(screen.page.middle)[:3] == ["Led the rollback", "Ask finance", "A first draft"]


def test_the_right_column_begins_with_what_was_noted_since(bench: PeopleBench) -> None:
    screen = Screen(bench, full(bench))
    assert heads(screen.page.right)[:2] == ["Since you last met", "Last eight weeks"]


def test_s10_it_says_when_they_were_last_thanked_stretched_and_helped(bench: PeopleBench) -> None:
    bench.bench.note(NoteText(fact="Took a call"), kind=Kind.SUPPORT_GIVEN, day=date(2026, 11, 12))
    screen = Screen(bench, plan(bench))
    said = (
        "Not thanked yet · not stretched yet · helped 7 days ago"
        " · not asked what keeps them here yet"
    )
    assert said in texts(screen.page.right)


def test_s35_the_last_stay_talk_is_a_day_and_nothing_else(bench: PeopleBench) -> None:
    on = date(2026, 10, 20)
    stay = plan(bench, on=on, sort=ConversationType.STAY)
    bench.bench.ask(lambda workspace: workspace.talks.hold(stay, held_on=on))
    screen = Screen(bench, plan(bench))
    [times] = [line for line in texts(screen.page.right) if line.startswith("Not thanked yet")]
    assert times.endswith(" · asked what keeps them here 30 days ago")


def test_growth_shows_the_live_steps_with_my_help_and_when_they_begin(bench: PeopleBench) -> None:
    def grow(workspace: Workspace) -> None:
        for purpose, help_, start in (
            ("Lead the review", "you chair, they lead", None),
            ("Mentor Arjun", "two hours a month", date(2027, 1, 7)),
        ):
            workspace.growth.add_step(
                NewGrowthStep(
                    person=bench.bench.dana.id,
                    kind=GrowthKind.STRETCH_WORK,
                    words=StepWords(purpose=purpose, manager_help=help_),
                    start_on=start,
                )
            )

    bench.bench.ask(grow)
    screen = Screen(bench, plan(bench))
    rows = [line for line in screen.page.right.lines if isinstance(line, BriefRow)]
    assert [(row.text, row.meta) for row in rows] == [
        ("Lead the review", "an idea · you chair, they lead"),
        ("Mentor Arjun", "an idea · starts Thu 7 Jan 2027"),
    ]
    assert rows[0].leads_to == Place(PageName.PERSON, person=bench.bench.dana.id, query="goals")


def test_s30_a_concern_they_have_heard_is_asked_about_later(bench: PeopleBench) -> None:
    concern = bench.bench.note(
        NoteText(fact="Late hand-over"), kind=Kind.CONCERN, day=date(2026, 10, 20)
    )
    bench.bench.ask(lambda workspace: workspace.sharing.said(concern, date(2026, 10, 21)))
    screen = Screen(bench, plan(bench))
    assert heads(screen.page.middle) == ["What changed since?"]
    [line] = [one for one in screen.page.middle.lines if isinstance(one, BriefRow)]
    assert (line.text, line.meta) == ("Late hand-over", "said Wed 21 Oct")


def test_it_never_scrolls_at_the_size_of_the_picture_and_counts_what_has_no_room(
    bench: PeopleBench,
) -> None:
    talk = plan(bench)
    for number in range(30):
        topic(bench, f"Topic {number}", talk)
    screen = Screen(bench, talk)
    assert not screen.page._scroll.verticalScrollBar().maximum()
    [more] = [line for line in screen.page.left.lines if isinstance(line, BriefMore)]
    shown = sum(isinstance(line, BriefRow) for line in screen.page.left.lines)
    assert shown + more.number == 30


def test_a_small_window_shows_every_row_and_scrolls(bench: PeopleBench) -> None:
    talk = plan(bench)
    for number in range(12):
        topic(bench, f"Topic {number}", talk)
    screen = Screen(bench, talk, 744, 524)
    assert screen.page._scroll.verticalScrollBar().maximum() > 0
    assert not any(isinstance(line, BriefMore) for line in screen.page.left.lines)


def test_opening_the_brief_counts_as_reading_it(bench: PeopleBench) -> None:
    talk = plan(bench)
    Screen(bench, talk)
    assert get(bench, talk).brief_read_on == TODAY


def test_the_wish_is_saved_by_itself_as_private_words(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    assert focused() is screen.page.wish.line
    QTest.keyClicks(focused(), "They know the day")
    screen.page.leave()
    bench.settle()
    assert get(bench, talk).words.wish == "They know the day"
    query = parse_query("know", TODAY)
    assert not bench.bench.ask(lambda workspace: workspace.search.papers(query))


def test_ctrl_enter_starts_the_talk(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench, talk)
    screen.press(KEY.Key_Return, CTRL)
    assert bench.places[-1] == Place(PageName.TALK, conversation=talk)
    assert get(bench, talk).began_at is not None


def test_arrows_go_through_the_columns_and_enter_opens_a_row(bench: PeopleBench) -> None:
    screen = Screen(bench, full(bench))
    screen.page.left.setFocus(Qt.FocusReason.TabFocusReason)
    screen.press(KEY.Key_Right)
    assert focused() is screen.page.middle
    screen.press(KEY.Key_Return)
    assert bench.places[-1].page is PageName.NOTE


def test_the_printed_agenda_holds_the_topics_and_nothing_else(
    bench: PeopleBench, tmp_path: Path
) -> None:
    screen = Screen(bench, full(bench))
    read = screen.page.vm.read
    assert read is not None
    sheet = AgendaSheet.of("Agenda", screen.page._words.agenda(read.brief))
    assert sheet.sections == (
        ("Their topics", ("The quiet room",)),
        ("Yours", ("Hand-over time",)),
    )
    file = tmp_path / "agenda.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    draw_on(printer, sheet)
    assert file.stat().st_size > 0


def test_an_empty_brief_teaches(bench: PeopleBench) -> None:
    screen = Screen(bench, plan(bench))
    assert texts(screen.page.left) == ["Nothing yet. Ask what is on their mind."]


@pytest.mark.parametrize("size", [(744, 524), (1224, 764)])
def test_nothing_of_the_page_leaves_the_window(bench: PeopleBench, size: tuple[int, int]) -> None:
    screen = Screen(bench, full(bench), *size)
    for part in (screen.page.header.start, screen.page.header.print):
        assert screen.page.rect().contains(part.mapTo(screen.page, part.rect().bottomRight()))

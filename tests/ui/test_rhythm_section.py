"""Settings, Rhythm and reminders: nothing nags, and what leaves the vault says nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from managernotes.clock import today
from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.services.workspace import Workspace
from managernotes_ui.common.notifier import NoNotifier, notifier_of_this_system
from managernotes_ui.common.strings import rhythm as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.settings.rhythm import RhythmSection
from managernotes_ui.shell.daily_word import DailyWord
from managernotes_ui.shell.sidebar import Sidebar
from tests.ui.people_bench import PeopleBench, people_bench


class Told:
    """Notes what the system would say."""

    def __init__(self) -> None:
        self.words: list[str] = []

    @property
    def is_possible(self) -> bool:
        return True

    def tell(self, words: str) -> None:
        self.words.append(words)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def section(bench: PeopleBench, notifier: Told | NoNotifier) -> RhythmSection:
    desk = bench.desk
    shown = RhythmSection(desk.theme, desk.session, desk.settings, notifier)
    bench.show(shown)
    return shown


def plan_for_today(bench: PeopleBench) -> None:
    day = today(bench.bench.clock)
    new = NewConversation(
        type=ConversationType.ONE_ON_ONE, people=(bench.bench.dana.id,), planned_on=day
    )
    bench.bench.ask(lambda w: w.talks.plan(new))
    bench.desk.today.reload()
    bench.settle()


def count_of(bench: PeopleBench) -> str:
    sidebar = Sidebar(bench.desk)
    sidebar._on_today()
    names = [b.accessibleName() for b in sidebar.findChildren(QAbstractButton)]
    sidebar.deleteLater()
    return next(name for name in names if name.startswith("Today"))


def test_the_count_beside_today_can_be_switched_off(bench: PeopleBench) -> None:
    plan_for_today(bench)
    shown = section(bench, Told())
    assert shown.count.isChecked()
    assert count_of(bench) != "Today"
    shown.count.click()
    assert count_of(bench) == "Today"


def word(bench: PeopleBench, told: Told, *, in_front: bool = False) -> DailyWord:
    desk = bench.desk
    return DailyWord(desk.today, desk.settings, told, lambda: in_front)


def test_a_notification_is_off_until_it_is_asked_for(bench: PeopleBench) -> None:
    told = Told()
    plan_for_today(bench)
    word(bench, told).look()
    assert told.words == []


def test_it_says_one_sentence_a_day_without_a_name_or_a_number(bench: PeopleBench) -> None:
    told = Told()
    section(bench, told).notify.click()
    plan_for_today(bench)
    speaker = word(bench, told)
    speaker.look()
    speaker.look()
    assert told.words == [strings.SOMETHING]
    assert not any(sign.isdigit() for sign in strings.SOMETHING)
    bench.bench.clock.moment += timedelta(days=1)
    bench.desk.today.reload()
    bench.settle()
    speaker.look()
    assert told.words == [strings.SOMETHING] * 2


def test_who_looks_at_the_window_is_told_nothing(bench: PeopleBench) -> None:
    told = Told()
    section(bench, told).notify.click()
    plan_for_today(bench)
    word(bench, told, in_front=True).look()
    assert told.words == []


def test_a_day_on_which_nothing_is_due_is_not_announced(bench: PeopleBench) -> None:
    told = Told()
    section(bench, told).notify.click()
    bench.desk.today.reload()
    bench.settle()
    found = bench.desk.today.today
    assert found is not None
    assert found.counts.quiet == 0
    word(bench, told).look()
    assert told.words == []


def test_where_the_system_has_no_known_way_the_switch_says_so(bench: PeopleBench) -> None:
    shown = section(bench, NoNotifier())
    assert not shown.notify.isEnabled()
    assert not shown.notify.isChecked()
    assert shown.notify.accessibleDescription() == strings.NOTIFY_IMPOSSIBLE


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's way")
def test_linux_has_a_way() -> None:
    assert notifier_of_this_system().is_possible


def test_saving_the_calendar_warns_first(bench: PeopleBench) -> None:
    shown = section(bench, Told())
    shown.save.click()
    [dialog] = shown.findChildren(AskDialog)
    assert dialog.accessibleName() == strings.LEAVES
    dialog.reject()


def test_the_calendar_file_holds_days_and_no_name(bench: PeopleBench, tmp_path: Path) -> None:
    day = today(bench.bench.clock) + timedelta(days=10)
    follow_up(bench, day)
    shown = section(bench, Told())
    file = tmp_path / "days.ics"
    shown.write(file)
    bench.settle()
    content = file.read_text()
    assert day.strftime("%Y%m%d") in content
    assert "Dana" not in content
    assert "Whitfield" not in content
    assert file.name in shown.outcome.text()


def test_a_file_that_is_there_is_never_replaced(bench: PeopleBench, tmp_path: Path) -> None:
    file = tmp_path / "days.ics"
    file.write_text("mine")
    shown = section(bench, Told())
    shown.write(file)
    bench.settle()
    assert file.read_text() == "mine"
    assert shown.outcome.text()


def follow_up(bench: PeopleBench, day: date) -> None:
    held = today(bench.bench.clock)

    def work(workspace: Workspace) -> None:
        new = NewConversation(
            type=ConversationType.CAREER, people=(bench.bench.dana.id,), planned_on=held
        )
        talk = workspace.talks.plan(new)
        workspace.talks.hold(talk.id, held_on=held)
        workspace.talks.plan_follow_up(talk.id, day)

    bench.bench.ask(work)

"""The one worker thread: order, outcomes, overtaking, and the end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from managernotes_ui.common.tasks import TaskRunner


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    """Lend a runner that ends with the test."""
    runner = TaskRunner()
    yield runner
    runner.close()


def _fail(error: Exception) -> None:
    raise error


def test_work_runs_elsewhere_and_its_outcome_comes_back_here(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    there: list[int] = []
    here: list[int] = []

    def done(thread: int) -> None:
        there.append(thread)
        here.append(threading.get_ident())

    tasks.run(threading.get_ident, done=done, failed=_fail)
    qtbot.waitUntil(lambda: bool(here))
    assert there != here
    assert here == [threading.get_ident()]


def test_work_is_done_in_the_order_it_was_given(qtbot: QtBot, tasks: TaskRunner) -> None:
    seen: list[int] = []
    for number in range(20):
        tasks.run(partial(int, number), done=seen.append, failed=_fail)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_a_failure_comes_as_a_failure(qtbot: QtBot, tasks: TaskRunner) -> None:
    errors: list[Exception] = []
    tasks.run(lambda: 1 // 0, done=lambda _: errors.clear(), failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_a_newer_task_of_a_channel_overtakes_the_one_that_waits_and_interrupts_the_one_that_runs(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    interrupted = threading.Event()
    running = threading.Event()
    seen: list[str] = []

    def slow() -> str:
        running.set()
        assert interrupted.wait(5)
        return "slow"

    tasks.set_interrupt(interrupted.set)
    tasks.run(slow, done=seen.append, failed=_fail, channel="search")
    assert running.wait(5)
    tasks.run(lambda: "waited", done=seen.append, failed=_fail, channel="search")
    tasks.run(lambda: "newest", done=seen.append, failed=_fail, channel="search")
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.wait(20)
    assert seen == ["newest"]


def test_a_write_is_never_interrupted(qtbot: QtBot, tasks: TaskRunner) -> None:
    interrupted = threading.Event()
    running, go_on = threading.Event(), threading.Event()
    seen: list[str] = []

    def write() -> str:
        running.set()
        assert go_on.wait(5)
        return "written"

    tasks.set_interrupt(interrupted.set)
    tasks.run(write, done=seen.append, failed=_fail)
    assert running.wait(5)
    tasks.run(lambda: "found", done=seen.append, failed=_fail, channel="search")
    tasks.run(lambda: "found again", done=seen.append, failed=_fail, channel="search")
    go_on.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["written", "found again"]
    assert not interrupted.is_set()


def test_closing_finishes_the_writes_drops_the_queries_and_delivers_nothing(qtbot: QtBot) -> None:
    tasks = TaskRunner()
    done_on_disk: list[str] = []
    delivered: list[object] = []
    hold = threading.Event()
    tasks.run(lambda: hold.wait(5), done=delivered.append, failed=_fail)
    tasks.run(
        lambda: done_on_disk.append("query"), done=delivered.append, failed=_fail, channel="q"
    )
    tasks.run(lambda: done_on_disk.append("write"), done=delivered.append, failed=_fail)
    hold.set()
    tasks.close(last=lambda: done_on_disk.append("closed"))
    qtbot.wait(20)
    assert done_on_disk == ["write", "closed"]
    assert delivered == []


def test_nothing_runs_after_the_end(qtbot: QtBot) -> None:
    tasks = TaskRunner()
    tasks.close()
    ran: list[int] = []
    tasks.run(lambda: ran.append(1), done=lambda _: None, failed=_fail)
    qtbot.wait(20)
    assert ran == []


def test_settling_drops_reads_and_tells_once_every_write_has_had_its_outcome(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    told: list[str] = []
    busy = threading.Event()
    tasks.run(busy.wait, done=lambda _: told.append("first"), failed=_fail)
    tasks.run(lambda: "read", done=told.append, failed=_fail, channel="search")
    tasks.run(lambda: "write", done=told.append, failed=_fail)
    tasks.run(lambda: 1 // 0, done=lambda _: None, failed=lambda _: told.append("refused"))
    tasks.settle(lambda: told.append("settled"))
    busy.set()
    qtbot.waitUntil(lambda: "settled" in told)
    assert told == ["first", "write", "refused", "settled"]


def test_settling_interrupts_the_read_that_runs_and_its_answer_is_dropped(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    told: list[str] = []
    running, stopped = threading.Event(), threading.Event()

    def search() -> None:
        running.set()
        assert stopped.wait(10)

    tasks.set_interrupt(stopped.set)
    tasks.run(search, done=lambda _: told.append("found"), failed=_fail, channel="search")
    assert running.wait(10)
    tasks.settle(lambda: told.append("settled"))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["settled"]


def test_settling_here_brings_every_outcome_before_it_returns(tasks: TaskRunner) -> None:
    told: list[int] = []
    for number in range(5):
        tasks.run(partial(int, number), done=told.append, failed=_fail)
    tasks.settle_here()
    assert told == [0, 1, 2, 3, 4]

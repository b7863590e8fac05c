"""The list of people says who there is, A to Z, and what each has not heard yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from managernotes.domain.observation import Kind
from managernotes.domain.person import NewPerson, PersonStatus
from managernotes_ui.common.dates import DateWords
from managernotes_ui.people.people_list_model import PeopleListModel
from managernotes_ui.people.people_list_vm import PeopleListViewModel, PersonRow
from tests.ui.people_bench import PeopleBench, people_bench


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def vm(bench: PeopleBench) -> Iterator[PeopleListViewModel]:
    dates = DateWords(QLocale("en_GB"))
    vm = PeopleListViewModel(bench.bench.session, bench.desk.directory, dates, bench.desk.actions)
    yield vm
    delete(vm)


def read(bench: PeopleBench, vm: PeopleListViewModel) -> list[PersonRow]:
    vm.reload()
    bench.settle()
    return vm.rows


def names(vm: PeopleListViewModel) -> list[str]:
    return [row.name for row in vm.rows]


def test_nothing_is_known_before_the_vault_was_read(
    bench: PeopleBench, vm: PeopleListViewModel
) -> None:
    assert not vm.is_read
    assert vm.rows == []
    read(bench, vm)
    assert vm.is_read
    assert names(vm) == ["Arjun Rao", "Dana Whitfield"]


def test_a_row_says_role_and_team_and_what_is_unsaid(
    bench: PeopleBench, vm: PeopleListViewModel
) -> None:
    bench.add(NewPerson(display_name="Émile", role="Welder", team="Hall 2"))
    bench.add(NewPerson(display_name="Zoë", role="Welder", status=PersonStatus.AWAY))
    bench.bench.note(day=date(2026, 11, 17))
    bench.bench.note(day=date(2026, 11, 18), kind=Kind.WIN)
    rows = {row.name: row for row in read(bench, vm)}
    assert list(rows) == ["Arjun Rao", "Dana Whitfield", "Émile", "Zoë"]
    assert rows["Émile"].about == "Welder · Hall 2"
    assert rows["Zoë"].about == "Welder · away"
    assert rows["Dana Whitfield"].unsaid_words == "2 unsaid"
    assert rows["Arjun Rao"].unsaid_words == ""
    assert rows["Dana Whitfield"].aloud == "Dana Whitfield, 2 unsaid, Wed, 1 day ago"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 19), "today"),
        (date(2026, 11, 14), "Sat, 5 days ago"),
        (date(2026, 11, 12), "Thu 12 Nov"),
        (date(2025, 3, 4), "Tue 4 Mar 2025"),
    ],
)
def test_the_last_note_is_said_as_people_say_days(
    bench: PeopleBench, vm: PeopleListViewModel, day: date, words: str
) -> None:
    bench.bench.note(day=day)
    rows = {row.name: row.last_note for row in read(bench, vm)}
    assert rows == {"Dana Whitfield": words, "Arjun Rao": "no note yet"}


def test_who_has_gone_stands_in_a_group_of_their_own(
    bench: PeopleBench, vm: PeopleListViewModel
) -> None:
    read(bench, vm)
    assert not vm.has_gone
    left = bench.add(NewPerson(display_name="Bo", status=PersonStatus.LEFT))
    bench.add(NewPerson(display_name="Cy", status=PersonStatus.TRANSFERRED))
    assert vm.has_gone
    assert names(vm) == ["Arjun Rao", "Dana Whitfield"]
    vm.show_gone(True)
    assert [(row.name, row.about) for row in vm.rows] == [("Bo", "left"), ("Cy", "moved on")]
    for person in (left.id, vm.rows[1].id):
        bench.bench.ask(lambda workspace, who=person: workspace.people.bin(who))
    bench.tell()
    assert not vm.shows_gone
    assert names(vm) == ["Arjun Rao", "Dana Whitfield"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dan", ["Dana Whitfield"]),
        ("  WHIT dana ", ["Dana Whitfield"]),
        ("emi", ["Émile Ray"]),
        ("hall wel", ["Émile Ray"]),
        ("boss", ["Émile Ray"]),
        ("ana", []),
        ("", ["Arjun Rao", "Dana Whitfield", "Émile Ray"]),
    ],
)
def test_the_filter_takes_beginnings_of_names_roles_and_teams(
    bench: PeopleBench, vm: PeopleListViewModel, typed: str, found: list[str]
) -> None:
    bench.add(NewPerson(display_name="Émile Ray", alias="boss", role="Welder", team="Hall 2"))
    read(bench, vm)
    vm.set_filter(typed)
    assert names(vm) == found


def test_somebody_in_the_bin_can_be_put_back(bench: PeopleBench, vm: PeopleListViewModel) -> None:
    read(bench, vm)
    dana = bench.bench.dana.id
    removed: list[object] = []
    vm.removed.connect(removed.append)
    vm.ask_after(dana)
    bench.settle()
    assert removed == []
    bench.bench.ask(lambda workspace: workspace.people.bin(dana))
    bench.tell()
    assert names(vm) == ["Arjun Rao"]
    vm.ask_after(dana)
    bench.settle()
    assert len(removed) == 1
    vm.put_back(dana)
    bench.settle()
    assert names(vm) == ["Arjun Rao", "Dana Whitfield"]


def test_the_model_keeps_qts_rules(bench: PeopleBench, vm: PeopleListViewModel) -> None:
    model = PeopleListModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.show_rows(read(bench, vm))
    assert model.rowCount() == 2
    assert model.row_of(bench.bench.dana.id) == 1
    model.show_rows([])
    assert model.row_of(bench.bench.dana.id) == -1
    assert tester.model() is model

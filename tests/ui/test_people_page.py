"""The people page lists, filters, opens, teaches, and offers back who was removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind
from managernotes.domain.person import NewPerson, Person, PersonStatus
from managernotes.services.workspace import Workspace
from managernotes_ui.common.actions import ActionSpec
from managernotes_ui.people.people_page import PeoplePage
from managernotes_ui.shell import commands
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Scheme
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.style_bench import LOOKS, has, picture

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def page(bench: PeopleBench) -> PeoplePage:
    return open_page(bench)


def open_page(bench: PeopleBench, width: int = 1056, height: int = 764) -> PeoplePage:
    page = PeoplePage(bench.desk)
    bench.show(page, width, height)
    page.show_place(Place(PageName.PEOPLE))
    page.take_focus()
    bench.settle()
    return page


def listed(page: PeoplePage) -> list[str]:
    model = page.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def move_to_bin(workspace: Workspace, person: PersonId) -> None:
    workspace.people.bin(person)


def remove(bench: PeopleBench, *people: Person) -> None:
    for person in people:
        bench.bench.ask(partial(move_to_bin, person=person.id))
    bench.tell()


def count_presses(bench: PeopleBench, page: QWidget, *specs: ActionSpec) -> list[str]:
    pressed: list[str] = []

    def press(name: str) -> Callable[[], None]:
        return lambda: pressed.append(name)

    for spec in specs:
        bench.desk.actions.add(spec, page, press(spec.name))
    return pressed


def test_enter_opens_the_chosen_person(bench: PeopleBench, page: PeoplePage) -> None:
    assert listed(page) == ["Arjun Rao", "Dana Whitfield"]
    QTest.keyClick(page.list, KEY.Key_Down)
    QTest.keyClick(page.list, KEY.Key_Return)
    assert bench.places == [Place(PageName.PERSON, person=bench.bench.dana.id)]


def test_a_click_opens_somebody(bench: PeopleBench, page: PeoplePage) -> None:
    at = page.list.visualRect(page.list.model().index(1, 0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert bench.places == [Place(PageName.PERSON, person=bench.bench.dana.id)]


def test_a_slash_goes_to_the_filter_and_is_a_letter_there(page: PeoplePage) -> None:
    assert page.list.hasFocus()
    QTest.keyClick(page.list, KEY.Key_Slash)
    assert page.filter.hasFocus()
    QTest.keyClick(page.filter, KEY.Key_Slash)
    assert page.filter.text() == "/"


def test_enter_in_the_filter_opens_the_first_who_is_found(
    bench: PeopleBench, page: PeoplePage
) -> None:
    page.filter.setFocus()
    QTest.keyClicks(page.filter, "dan")
    assert listed(page) == ["Dana Whitfield"]
    QTest.keyClick(page.filter, KEY.Key_Return)
    assert bench.places == [Place(PageName.PERSON, person=bench.bench.dana.id)]


def test_down_leads_from_the_filter_into_the_list_and_esc_takes_it_away(page: PeoplePage) -> None:
    page.filter.setFocus()
    QTest.keyClicks(page.filter, "dan")
    QTest.keyClick(page.filter, KEY.Key_Down)
    assert page.list.hasFocus()
    page.filter.setFocus()
    QTest.keyClick(page.filter, KEY.Key_Escape)
    assert page.filter.text() == ""
    assert page.list.hasFocus()
    assert len(listed(page)) == 2


def test_a_filter_that_finds_nobody_says_so_and_can_be_taken_away(page: PeoplePage) -> None:
    page.filter.setText("zzz")
    assert not page.list.isVisible()
    [button] = [button for button in page.findChildren(QPushButton) if button.text() == "Show all"]
    assert button.isVisible()
    button.click()
    assert page.list.isVisible()


def test_show_all_leads_to_who_has_gone_when_nobody_is_here(
    bench: PeopleBench, page: PeoplePage
) -> None:
    bench.add(NewPerson(display_name="Bo", status=PersonStatus.LEFT))
    remove(bench, bench.bench.dana, bench.bench.arjun)
    assert not page.list.isVisible()
    [button] = [button for button in page.findChildren(QPushButton) if button.text() == "Show all"]
    button.click()
    assert listed(page) == ["Bo"]
    assert page.groups.current() == 1


def test_the_groups_show_only_when_somebody_has_gone(bench: PeopleBench, page: PeoplePage) -> None:
    assert not page.groups.isVisible()
    bench.add(NewPerson(display_name="Bo", status=PersonStatus.LEFT))
    assert page.groups.isVisible()
    page.groups.set_current(1)
    assert listed(page) == ["Bo"]


def test_the_chosen_person_stays_chosen_when_the_list_is_read_again(
    bench: PeopleBench, page: PeoplePage
) -> None:
    page.list.choose(bench.bench.dana.id)
    bench.add(NewPerson(display_name="Abe"))
    assert listed(page) == ["Abe", "Arjun Rao", "Dana Whitfield"]
    assert page.list.person == bench.bench.dana.id


def test_the_buttons_ask_for_a_note_and_for_a_person(bench: PeopleBench, page: PeoplePage) -> None:
    pressed = count_presses(bench, page, commands.QUICK_NOTE, commands.ADD_PERSON)
    page.header.note.click()
    page.header.add.click()
    assert pressed == ["quick-note", "add-person"]


def test_with_nobody_yet_the_page_teaches_and_has_one_primary(
    bench: PeopleBench, page: PeoplePage
) -> None:
    remove(bench, bench.bench.dana, bench.bench.arjun)
    pressed = count_presses(bench, page, commands.ADD_PERSON)
    shown = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    primary = [button for button in shown if button.property("role") == "primary"]
    assert [button.text() for button in primary] == ["Add a person"]
    assert not page.filter.isVisible()
    assert primary[0].hasFocus()
    primary[0].click()
    assert pressed == ["add-person"]


def test_who_was_just_removed_is_offered_back(bench: PeopleBench, page: PeoplePage) -> None:
    dana = bench.bench.dana.id
    remove(bench, bench.bench.dana)
    page.show_place(Place(PageName.PEOPLE, person=dana))
    bench.settle()
    assert listed(page) == ["Arjun Rao"]
    QTest.keyClick(page.list, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert listed(page) == ["Arjun Rao", "Dana Whitfield"]
    assert page.list.person == dana


def test_the_footer_counts_the_people(bench: PeopleBench, page: PeoplePage) -> None:
    items: list[list[str]] = []
    page.footer_items_changed.connect(items.append)
    assert list(page.footer_items) == ["2 people"]
    bench.add(NewPerson(display_name="Abe"))
    assert items[-1] == ["3 people"]


def test_a_row_is_read_out_with_all_it_says(bench: PeopleBench, page: PeoplePage) -> None:
    bench.bench.note(kind=Kind.WIN)
    bench.tell()
    index = page.list.model().index(1, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Dana Whitfield, 1 unsaid, Tue, 2 days ago"


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
def test_nothing_is_cut_in_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, scheme: Scheme, scale: float
) -> None:
    with people_bench(qtbot, qapp, tmp_path, scheme, scale) as bench:
        bench.add(NewPerson(display_name="Bo", status=PersonStatus.LEFT))
        bench.bench.note()
        page = open_page(bench, 744, 524)
        assert page.list.sizeHintForRow(0) == round(16 + 36 * scale)
        labels = [label for label in page.findChildren(TextLabel) if label.isVisible()]
        assert [label.text() for label in labels if label.is_cut] == []
        assert page.filter.width() >= page.filter.minimumSizeHint().width()
        right = page.groups.mapTo(page, QPoint(page.groups.width(), 0)).x()
        assert right <= page.width() - 24
        image = picture(page.list)
        assert has(image, bench.theme.tokens.accent)
        assert has(image, bench.theme.tokens.selected)


def test_a_long_list_is_shown_without_looking_at_all_of_it(
    bench: PeopleBench, page: PeoplePage
) -> None:
    people = [NewPerson(display_name=f"Person {number:04}") for number in range(2_000)]
    bench.bench.ask(lambda workspace: workspace.people.add_many(people))
    bench.tell()
    assert len(listed(page)) == 2_002
    assert page.list.uniformItemSizes()
    page.list.scrollToBottom()
    assert page.list.indexAt(QPoint(20, page.list.viewport().height() - 10)).data() == "Person 1999"

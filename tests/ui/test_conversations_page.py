"""The conversations page: its tabs, and the buttons and the footer of the tab on show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.conversations.tabs import TabName, tabs_of
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.tab_body import TabBody
from tests.ui.people_bench import PeopleBench, people_bench


class Body(TabBody):
    """A tab with one button that remembers what it was shown."""

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        self.button = QPushButton("Do")
        self.places: list[Place] = []
        self.was_left = 0

    def show_place(self, place: Place) -> None:
        self.places.append(place)

    def leave(self) -> None:
        self.was_left += 1

    @property
    def header_buttons(self) -> Sequence[QWidget]:
        return (self.button,)

    @property
    def footer_items(self) -> Sequence[str]:
        return ("of this tab",)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def page_over(bench: PeopleBench, *names: TabName) -> ConversationsPage:
    page = ConversationsPage(bench.desk, tabs_of(dict.fromkeys(names, Body)))
    bench.show(page)
    return page


def body_of(page: ConversationsPage) -> Body:
    body = page.body
    assert isinstance(body, Body)
    return body


def test_only_tabs_that_somebody_supplies_are_shown_and_in_the_order_of_the_page(
    desk: PeopleBench,
) -> None:
    page = page_over(desk, TabName.THREADS, TabName.TALKS)
    assert [page.tabs.tabText(n) for n in range(page.tabs.count())] == ["Conversations", "Threads"]


def test_the_query_of_a_place_names_the_tab(desk: PeopleBench) -> None:
    page = page_over(desk, TabName.TALKS, TabName.PROMISES)
    first = body_of(page)
    place = Place(PageName.CONVERSATIONS, query="promises")
    page.show_place(place)
    assert page.tabs.currentIndex() == 1
    assert body_of(page).places == [place]
    page.show_place(Place(PageName.CONVERSATIONS))
    assert body_of(page) is first


def test_a_tab_chosen_by_hand_is_shown_without_what_the_place_named(desk: PeopleBench) -> None:
    page = page_over(desk, TabName.TALKS, TabName.PROMISES)
    page.show_place(Place(PageName.CONVERSATIONS))
    page.tabs.setCurrentIndex(1)
    assert body_of(page).places == [Place(PageName.CONVERSATIONS, query="promises")]


def test_the_head_shows_the_buttons_of_the_tab_on_show_only(desk: PeopleBench) -> None:
    page = page_over(desk, TabName.TALKS, TabName.PROMISES)
    page.show_place(Place(PageName.CONVERSATIONS))
    first = body_of(page)
    page.show_place(Place(PageName.CONVERSATIONS, query="promises"))
    second = body_of(page)
    assert not first.button.isVisible()
    assert second.button.isVisible()
    page.show_place(Place(PageName.CONVERSATIONS))
    assert first.button.isVisible()
    assert not second.button.isVisible()


def test_a_lock_leaves_every_tab_that_was_looked_at(desk: PeopleBench) -> None:
    page = page_over(desk, TabName.TALKS, TabName.PROMISES)
    page.show_place(Place(PageName.CONVERSATIONS))
    first = body_of(page)
    page.show_place(Place(PageName.CONVERSATIONS, query="promises"))
    page.leave()
    assert (first.was_left, body_of(page).was_left) == (2, 1)  # and when its tab went


def test_the_footer_follows_the_tab_on_show(qtbot: QtBot, desk: PeopleBench) -> None:
    page = page_over(desk, TabName.TALKS, TabName.PROMISES)
    page.show_place(Place(PageName.CONVERSATIONS))
    first = body_of(page)
    page.show_place(Place(PageName.CONVERSATIONS, query="promises"))
    with qtbot.assertNotEmitted(page.footer_items_changed):
        first.footer_items_changed.emit(["hidden"])
    with qtbot.waitSignal(page.footer_items_changed) as told:
        body_of(page).footer_items_changed.emit(["shown"])
    assert told.args == [["shown"]]

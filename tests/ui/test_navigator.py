"""Where the window is, and the way back."""

from __future__ import annotations

from managernotes_ui.shell.navigator import LONGEST_HISTORY, Navigator
from managernotes_ui.shell.page import PageName, Place


def test_goes_and_comes_back() -> None:
    navigator = Navigator()
    seen: list[Place] = []
    navigator.moved.connect(seen.append)
    people, search = Place(PageName.PEOPLE), Place(PageName.SEARCH, query="x")
    for place in (people, search):
        navigator.go(place)
    navigator.back()
    navigator.back()
    assert seen == [people, search, people]
    assert navigator.place == people


def test_going_where_one_is_shows_it_afresh_and_adds_no_step() -> None:
    navigator = Navigator()
    seen: list[Place] = []
    navigator.go(Place(PageName.PEOPLE))
    navigator.moved.connect(seen.append)
    navigator.go(Place(PageName.SEARCH))
    navigator.go(Place(PageName.SEARCH))
    navigator.back()
    assert [place.page for place in seen] == [PageName.SEARCH, PageName.SEARCH, PageName.PEOPLE]


def test_the_history_has_an_end() -> None:
    navigator = Navigator()
    for number in range(LONGEST_HISTORY + 10):
        navigator.go(Place(PageName.SEARCH, query=str(number)))
    for _ in range(LONGEST_HISTORY + 10):
        navigator.back()
    assert navigator.place == Place(PageName.SEARCH, query="10")

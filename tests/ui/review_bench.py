"""The page Reviews on show over a real vault, for its tests."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from managernotes.domain.identity import NoteId, YardstickId
from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.person import Person
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes_ui.reviews.even_tab import EvenTab
from managernotes_ui.reviews.look_back_tab import LookBackTab
from managernotes_ui.reviews.reviews_page import ReviewsPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.page_frame import PageFrame
from tests.ui.people_bench import PeopleBench
from tests.ui.talk_bench import TODAY, focused

WIDE, NARROW = 1280, 900


class Reviews:
    """The page in its frame, with one of its tabs."""

    def __init__(self, bench: PeopleBench, tab: str, width: int = WIDE) -> None:
        self.bench = bench
        self.page = ReviewsPage(bench.desk)
        self.frame = PageFrame(self.page, bench.desk)
        bench.show(self.frame, width)
        self.go(Place(PageName.REVIEWS, query=tab))
        self.page.take_focus()
        bench.settle()

    def go(self, place: Place) -> None:
        self.page.show_place(place)
        self.bench.settle()

    @property
    def even(self) -> EvenTab:
        assert isinstance(self.page.body, EvenTab)
        return self.page.body

    @property
    def look_back(self) -> LookBackTab:
        assert isinstance(self.page.body, LookBackTab)
        return self.page.body

    def press(
        self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(focused(), key, keys)
        self.bench.settle()


def expectation(bench: PeopleBench, title: str) -> YardstickId:
    """Store an expectation that holds for all."""
    words = YardstickWords(title=title)
    return bench.bench.ask(lambda w: w.yardsticks.add(YardstickKind.EXPECTATION, words)).id


def seen(  # noqa: PLR0913 - a moment's parts
    bench: PeopleBench,
    fact: str,
    days_ago: int,
    who: Person,
    by: YardstickId | None = None,
    *,
    kind: Kind = Kind.CONCERN,
    said_after: int | None = None,
) -> NoteId:
    """Note something about somebody, measured by something, said after some days."""
    day: date = TODAY - timedelta(days=days_ago)
    note = bench.bench.note(NoteText(fact=fact), kind=kind, day=day, people=(who,))
    if by is not None:
        bench.bench.ask(lambda w: w.yardsticks.link_note(by, note))
    if said_after is not None:
        on = day + timedelta(days=said_after)
        bench.bench.ask(lambda w: w.sharing.said(note, on, None))
    return note

"""What I promise to myself says so, on the page of promises and on Today (S45)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from managernotes.domain.identity import PersonId, PromiseId
from managernotes.domain.promise import Promise, PromiseOwner, PromiseState, PromiseWords
from managernotes.domain.today import CardType, Today, TodayCard, TodayColumn
from managernotes_ui.common.dates import DateWords
from managernotes_ui.promises.promise_words import PromiseLines
from managernotes_ui.today.due_words import DueWords
from managernotes_ui.today.today_rows import PromiseRow

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
DANA = PersonId(UUID(int=1))


def promise(*people: PersonId) -> Promise:
    """Return one of mine."""
    return Promise(
        id=PromiseId(UUID(int=7)),
        owner=PromiseOwner.ME,
        people=people,
        words=PromiseWords(text="Ask, then explain"),
        state=PromiseState.OPEN,
        made_on=TODAY,
        due_on=TODAY,
        original_due_on=TODAY,
        ended_on=None,
        told_on=None,
        made_in=None,
        made_in_type=None,
        made_in_on=None,
        moves=(),
        created_at=NOW,
        updated_at=NOW,
        revision=1,
    )


def card(*people: PersonId) -> TodayCard:
    """Return the same on Today."""
    return TodayCard(
        id=UUID(int=7),
        type=CardType.PROMISE,
        people=people,
        kind="i_owe",
        text="Ask, then explain",
        occurred_on=TODAY,
        age_days=0,
        state="open",
        due_on=TODAY,
    )


def name_of(_person: PersonId) -> str:
    """Return Dana's name."""
    return "Dana Whitfield"


def test_the_page_of_promises_says_to_myself() -> None:
    lines = PromiseLines(DateWords(), lambda: TODAY, name_of, lambda: False)
    assert lines.line(promise()).who == "to myself"
    assert lines.line(promise(DANA)).who == "Dana"


def test_today_says_to_myself() -> None:
    today = Today(day=TODAY, i_owe=TodayColumn(cards=(card(), card(DANA))))
    words = DueWords(DateWords(), name_of)
    rows = [row for row in words.promises(today) if isinstance(row, PromiseRow)]
    assert [row.who for row in rows] == ["to myself", "Dana"]

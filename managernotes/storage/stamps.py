"""Moments and days as they are stored: UTC milliseconds plus the offset in minutes (DESIGN §3)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_MINUTE = timedelta(minutes=1)


def to_millisecond(moment: datetime) -> datetime:
    """Return a moment as it will be read back: what is finer than a millisecond is not kept."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def milliseconds(moment: datetime) -> int:
    """Return an aware moment as whole milliseconds since 1970 UTC."""
    return (moment - _EPOCH) // _MILLISECOND


def offset_minutes(moment: datetime) -> int:
    """Return how far the moment's own clock was ahead of UTC, in minutes."""
    offset = moment.utcoffset()
    assert offset is not None
    return offset // _MINUTE


def stamp(moment: datetime) -> tuple[int, int]:
    """Return a moment as the two numbers that are stored."""
    return milliseconds(moment), offset_minutes(moment)


def moment_of(stored: int, minutes: int) -> datetime:
    """Return the moment that was stored, on the clock it was written by."""
    zone = timezone(timedelta(minutes=minutes))
    return (_EPOCH + stored * _MILLISECOND).astimezone(zone)


def day_text(day: date | None) -> str | None:
    """Return a day as its ISO text."""
    return day.isoformat() if day else None


def day_of(stored: str | None) -> date | None:
    """Return the day that was stored."""
    return date.fromisoformat(stored) if stored else None

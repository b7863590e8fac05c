"""What the protection page says of this vault: pure, from its ways in to rows and sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from managernotes.services.keys import SlotKind
from managernotes.services.protection import ListedWay, VaultProtection
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.common.strings import settings as settings_strings
from managernotes_ui.style.icons import Icon

_ALONE = (SlotKind.KEYRING, SlotKind.PASSPHRASE)


class Deed(Enum):
    """What the button at the end of a row does."""

    REMOVE_KEYRING = auto()
    ADD_KEYRING = auto()
    SET_PASSPHRASE = auto()
    CHANGE_BOTH = auto()
    NEW_CODE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayRow:
    """One way in as its row of 61 shows it; a `deed` that is not `allowed` says why in `tip`."""

    kind: SlotKind
    icon: Icon
    title: str
    text: str
    state: str
    deed: Deed
    button: str
    allowed: bool = True
    tip: str = ""


def way_rows(protection: VaultProtection, now: datetime) -> list[WayRow]:
    """Return a row for each way in, and for one that could be added."""
    ways = {way.kind: way for way in protection.listed}
    both = ways.get(SlotKind.KEYRING_AND_PASSPHRASE)
    rows = [] if both is None else [_both_row(both, now)]
    if both is None or SlotKind.KEYRING in ways:
        rows.append(_keyring_row(ways.get(SlotKind.KEYRING), now, alone=len(ways) < 3))  # noqa: PLR2004  with the code
    if both is None or SlotKind.PASSPHRASE in ways:
        rows.append(_passphrase_row(ways, now))
    if SlotKind.RECOVERY in ways:
        rows.append(_code_row(ways[SlotKind.RECOVERY], now))
    return rows


def needs_both(protection: VaultProtection) -> bool:
    """Tell whether nothing but both together opens the vault day to day."""
    kinds = protection.ways
    return SlotKind.KEYRING_AND_PASSPHRASE in kinds and not set(_ALONE) & set(kinds)


def protects_against(protection: VaultProtection) -> tuple[str, ...]:
    """Return what these ways in protect against."""
    kinds = protection.ways
    stolen = strings.STOLEN_KEYRING if SlotKind.KEYRING in kinds else strings.STOLEN
    more = (strings.KEYRING_ASKED_IN_VAIN,) if needs_both(protection) else ()
    return (stolen, strings.COPIED, *more, strings.ALTERED)


def does_not_protect_against(protection: VaultProtection) -> tuple[str, ...]:
    """Return what they do not protect against: a keyring adds whoever may ask it."""
    if SlotKind.KEYRING in protection.ways:
        return (strings.AT_COMPUTER, strings.MAY_ASK_KEYRING, strings.SOFTWARE, strings.LAW)
    return (strings.AT_OPEN_VAULT, strings.SOFTWARE, strings.LAW)


def day_of(moment: datetime, now: datetime) -> str:
    """Return "today", "yesterday", or "2 Sep"."""
    return DateWords().near(moment.astimezone(now.tzinfo).date(), now.date())


def when(moment: datetime, now: datetime) -> str:
    """Return "today 08:51", "yesterday", or "2 Sep"."""
    here, day = moment.astimezone(now.tzinfo), day_of(moment, now)
    return f"{day} {DateWords().time(here)}" if here.date() == now.date() else day


def _both_row(way: ListedWay, now: datetime) -> WayRow:
    return WayRow(
        kind=way.kind,
        icon=Icon.KEY_ROUND,
        title=strings.BOTH,
        text=strings.BOTH_TEXT.format(backend=settings_strings.keyring_words(way.backend)),
        state=_said(strings.CHANGED, way.changed, now),
        deed=Deed.CHANGE_BOTH,
        button=strings.CHANGE,
    )


def _keyring_row(way: ListedWay | None, now: datetime, *, alone: bool) -> WayRow:
    make: Callable[..., WayRow] = _row(SlotKind.KEYRING, Icon.KEY_ROUND, strings.KEYRING)
    if way is None:
        return make(text=strings.KEYRING_UNUSED, deed=Deed.ADD_KEYRING, button=strings.ADD)
    used = _said(strings.USED, way.used, now) or _said(strings.CHANGED, way.changed, now)
    return make(
        text=strings.KEYRING_TEXT.format(backend=settings_strings.keyring_words(way.backend)),
        state=used,
        deed=Deed.REMOVE_KEYRING,
        button=strings.REMOVE,
        allowed=not alone,
        tip=strings.LAST_ONE if alone else "",
    )


def _passphrase_row(ways: dict[SlotKind, ListedWay], now: datetime) -> WayRow:
    make = _row(SlotKind.PASSPHRASE, Icon.LOCK, strings.PASSPHRASE)
    way = ways.get(SlotKind.PASSPHRASE)
    deed = Deed.SET_PASSPHRASE
    if way is None:
        return make(text=strings.PASSPHRASE_UNUSED, deed=deed, button=strings.ADD_PASSPHRASE)
    beside = SlotKind.KEYRING in ways
    return make(
        text=strings.PASSPHRASE_BESIDE if beside else strings.PASSPHRASE_ALONE,
        state=_said(strings.CHANGED, way.changed, now),
        deed=deed,
        button=strings.CHANGE,
    )


def _code_row(way: ListedWay, now: datetime) -> WayRow:
    known = ((strings.CODE_CONFIRMED, way.confirmed), (strings.CODE_TRIED, way.tried))
    proofs = [words.format(day=day_of(at, now)) for words, at in known if at is not None]
    text = strings.ON_PAPER.format(", ".join(proofs)) if proofs else strings.CODE_TEXT
    unused = strings.NEVER_NEEDED if way.changed is not None else ""
    return _row(SlotKind.RECOVERY, Icon.SCROLL_TEXT, strings.CODE)(
        text=text,
        state=_said(strings.USED, way.used, now) or unused,
        deed=Deed.NEW_CODE,
        button=strings.NEW_CODE,
    )


def _row(kind: SlotKind, icon: Icon, title: str) -> Callable[..., WayRow]:
    def make(**rest: object) -> WayRow:
        return WayRow(kind=kind, icon=icon, title=title, **({"state": ""} | rest))  # type: ignore[arg-type]

    return make


def _said(sentence: str, moment: datetime | None, now: datetime) -> str:
    return "" if moment is None else sentence.format(when=when(moment, now))

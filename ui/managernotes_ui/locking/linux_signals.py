"""What a D-Bus signal says about locking and sleeping; anything odd says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

LOGIND = "org.freedesktop.login1"
MANAGER, SESSION = f"{LOGIND}.Manager", f"{LOGIND}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
LOGIND_PATH = "/org/freedesktop/login1"
SESSIONS = f"{LOGIND_PATH}/session/"

SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class Meaning(Enum):
    """What a signal says."""

    LOCKED = auto()
    SLEEPING = auto()
    AWAKE = auto()


def meaning_on_system_bus(
    interface: str, member: str, path: str, body: Sequence[object], session: str | None
) -> Meaning | None:
    """Read a signal of logind; without a `session` of our own every session's lock is ours."""
    if (interface, member) == (MANAGER, "PrepareForSleep"):
        flag = _flag(body)
        return None if flag is None else Meaning.SLEEPING if flag else Meaning.AWAKE
    ours = path == session if session else path.startswith(SESSIONS)
    if not ours:
        return None
    if (interface, member) == (SESSION, "Lock"):
        return Meaning.LOCKED
    if (interface, member) == (PROPERTIES, "PropertiesChanged") and _hints_at_lock(body):
        return Meaning.LOCKED
    return None


def meaning_on_session_bus(interface: str, member: str, body: Sequence[object]) -> Meaning | None:
    """Read a signal of a screen saver; every desktop has its own name for the same one."""
    is_one = interface in SCREEN_SAVERS and member == "ActiveChanged"
    return Meaning.LOCKED if is_one and _flag(body) else None


def _flag(body: Sequence[object]) -> bool | None:
    return body[0] if len(body) == 1 and isinstance(body[0], bool) else None


def _hints_at_lock(body: Sequence[object]) -> bool:
    if len(body) < 2 or body[0] != SESSION or not isinstance(body[1], dict):  # noqa: PLR2004
        return False
    return body[1].get("LockedHint") == ("b", True)

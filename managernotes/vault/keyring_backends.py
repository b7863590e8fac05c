"""Which keyrings may hold a key: an allow-list of exact classes (SECURITY-DESIGN §3).

``keyring.get_keyring()`` is never called: it may silently choose a backend that writes plain
text, and settings or variables can force one. Runs inside the helper process only.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Final

from keyring.backend import KeyringBackend

_WINDOWS: Final = "keyring.backends.Windows.WinVaultKeyring"
_FREEDESKTOP: Final = "keyring.backends.SecretService.Keyring"
_ALLOWED: Final[Mapping[str, tuple[str, ...]]] = {
    "darwin": ("keyring.backends.macOS.Keyring",),
    "win32": (_WINDOWS,),
}
_ALLOWED_ELSEWHERE: Final = (
    _FREEDESKTOP,
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.libsecret.Keyring",
)
_OF_THE_LIBRARY: Final = "keyring.backends."  # loaded by name, and only if allowed
_PLUGINS: Final = "keyring.backends"
_FORCING_VARIABLE: Final = "PYTHON_KEYRING_BACKEND"
_STEERING_PREFIXES: Final = ("KEYRING_PROPERTY_", "KEYCHAIN_PATH")


def forget_steering_variables() -> None:
    """Drop the variables that would point an allowed keyring at another store."""
    for name in [name for name in os.environ if name.startswith(_STEERING_PREFIXES)]:
        del os.environ[name]


def best_backend() -> KeyringBackend | None:
    """Return the allowed keyring that suits this computer best, or None when none works."""
    found: list[KeyringBackend] = []
    for name in _allowed():
        with contextlib.suppress(Exception):  # a backend that cannot even load is not usable
            chosen = _class_of(name)
            if chosen.viable:
                found.append(chosen())
    best = max(found, key=lambda backend: backend.priority, default=None)
    if best is not None and name_of(best) == _WINDOWS:
        best.persist = "local machine"  # type: ignore[attr-defined]  # else it roams
    return best


def refused_backends() -> tuple[str, ...]:
    """Return the class names of the other keyrings that offer themselves, or that are forced."""
    for plugin in entry_points(group=_PLUGINS):
        if not plugin.value.startswith(_OF_THE_LIBRARY):
            with contextlib.suppress(Exception):  # a plugin that cannot load offers nothing
                loaded = plugin.load()
                if callable(loaded):
                    loaded()
    names = {_full_name(found) for found in KeyringBackend.get_viable_backends()}
    offered = {name for name in names if not name.startswith(_OF_THE_LIBRARY)}
    if forced := os.environ.get(_FORCING_VARIABLE):
        offered.add(forced)
    return tuple(sorted(offered.difference(_allowed())))


def is_locked(backend: KeyringBackend) -> bool:
    """Tell, without opening any prompt, whether the Secret Service's collection is locked."""
    if name_of(backend) != _FREEDESKTOP:
        return False
    secretstorage = importlib.import_module("secretstorage")  # there on Linux only
    with contextlib.closing(secretstorage.dbus_init()) as connection:
        try:
            return bool(secretstorage.Collection(connection).is_locked())
        except secretstorage.exceptions.ItemNotFoundException:
            return False  # no collection yet: the first write makes one


def name_of(backend: KeyringBackend) -> str:
    """Return the full name of a backend's class."""
    return _full_name(type(backend))


def _allowed() -> tuple[str, ...]:
    return _ALLOWED.get(sys.platform, _ALLOWED_ELSEWHERE)


def _class_of(name: str) -> type[KeyringBackend]:
    module, _, attribute = name.rpartition(".")
    found: type[KeyringBackend] = getattr(importlib.import_module(module), attribute)
    if _full_name(found) != name:
        raise TypeError("another class goes by an allowed name")
    return found


def _full_name(backend_class: type[KeyringBackend]) -> str:
    return f"{backend_class.__module__}.{backend_class.__qualname__}"

"""A manager's month in the window, by keys; what came of it is read from the vault itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from time import sleep
from typing import Any, TypeVar

from managernotes.clock import FixedClock
from managernotes.services.workspace import PassphraseWay, Workspace, open_workspace
from tests.core.vault_fakes import MemoryKeyring
from tests.journeys.beginning import APP, PASSPHRASE, make_the_vault
from tests.journeys.desktop import Desktop, until

T = TypeVar("T")
NIGHT = time(23, 59)


class Month:
    """The app on one calendar day after the other."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop

    def begin(self, day: date, people: Sequence[str]) -> None:
        """Make the vault on a day and name the team in the third step."""
        self.desktop.on_date(day)
        make_the_vault(self.desktop)
        sleep(0.5)
        for line in people:
            self.type(line)
            self.keys("Return", wait=0.1)
        self.keys("ctrl+Return", wait=1)
        until(lambda: len(self.asked("person", "list")) == len(people), "the team was not named")

    def go_on(self, day: date) -> None:
        """Quit, and open the vault again on another day."""
        self.end()
        self.desktop.on_date(day)
        self.desktop.start()
        self.desktop.wait_for(APP)
        self.type(PASSPHRASE)
        self.keys("Return", wait=4)

    def end(self) -> None:
        """Quit by the key."""
        self.desktop.keys("ctrl+q")
        until(lambda: self.desktop.windows(APP) == [], "the window stayed")

    def keys(self, *names: str, wait: float = 0.3) -> None:
        """Press keys one after the other, and let each be answered."""
        for name in names:
            self.desktop.keys(name)
            sleep(wait)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self.desktop.type(text)

    def person(self, name: str) -> None:
        """Go to somebody's page by the palette."""
        self.keys("ctrl+k", wait=0.5)
        self.type(name)
        sleep(0.6)
        self.keys("Return", wait=1)

    def asked(self, *arguments: str) -> Any:
        """Return what a command says as JSON, beside the window; None when it refuses."""
        said = self.desktop.command(
            "--passphrase-stdin", *arguments, "--json", text=f"{PASSPHRASE}\n"
        )
        return json.loads(said.stdout) if said.returncode == 0 else None

    def in_vault(self, read: Callable[[Workspace], T], day: date) -> T:
        """Return what a service says on a day, in a vault that no window has open."""
        way, clock = PassphraseWay(PASSPHRASE), FixedClock(datetime.combine(day, NIGHT, UTC))
        workspace = open_workspace(self.desktop.vault, way, clock=clock, keyring=MemoryKeyring())
        try:
            return read(workspace)
        finally:
            workspace.close()

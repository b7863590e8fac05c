"""The first steps of somebody who has never run the app, by keys; journeys begin with them."""

from __future__ import annotations

import time

from tests.journeys.desktop import Desktop, until

APP = "Manager Notes"
PASSPHRASE = "four words drawn blindly"


def make_the_vault(desktop: Desktop) -> None:
    """Go through the first two steps with a passphrase; the code is put off by its button."""
    desktop.start()
    desktop.wait_for(APP)
    desktop.keys("Return")  # where it lives
    time.sleep(1)
    desktop.type(PASSPHRASE)  # no keyring here: the passphrase is the way that is left
    desktop.keys("Tab", "Tab")
    desktop.type(PASSPHRASE)
    desktop.keys("Return")
    until(desktop.vault.exists, "no vault was made")
    time.sleep(1.5)
    desktop.keys("Tab", "Tab", "Return")  # both groups, then Later


def name_the_people(desktop: Desktop) -> None:
    """Type two people into the third step, and go on to the first note."""
    time.sleep(0.5)
    desktop.type("Dana Whitfield; Staff engineer; 2024-08-12")
    desktop.keys("Return")
    desktop.type("Mehta, Arjun")
    desktop.keys("ctrl+Return")
    time.sleep(1)

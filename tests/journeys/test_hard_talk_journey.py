"""From a concern to the day on which it is looked at again: keys only, on a real X server.

Capture, prepare, rehearse, discreet view, hold, after-log; then the app is started on the day of
the follow-up, and Today has it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.beginning import APP, PASSPHRASE, make_the_vault, name_the_people
from tests.journeys.desktop import Desktop, until

pytestmark = [pytest.mark.xvfb, pytest.mark.faketime]

DISCREET = "Notes"
ANSWERS = {
    1: ("Nights get what they need",),
    3: ("Support started two nights without it and called at 21:10",),
    5: ("I never said by what hour support needs it", "I had four things due at six"),
    7: (
        "I would like to look at how the hand-over reaches support.",
        "You make nights better for everybody.",
        "Twice the link was missing and support called.",
        "How do you see it?",
    ),
    8: ("I move the tender call to mornings",),
    9: ("The small room",),
}
"""What is typed at each step, a field each."""
ASK = "Post the hand-over by 17:30 from Monday"
YARDSTICK = "Hands over so that others can act"


@pytest.fixture
def desktop(home: Path) -> Iterator[Desktop]:
    """Start an X server for somebody who has never run the app."""
    desktop = Desktop(home)
    yield desktop
    desktop.close()


def asked(desktop: Desktop, *arguments: str) -> Any:
    """Return what a command says as JSON, beside the window."""
    said = desktop.command("--passphrase-stdin", *arguments, "--json", text=PASSPHRASE + "\n")
    return json.loads(said.stdout) if said.returncode == 0 else None


def talk(desktop: Desktop) -> Any:
    """Return the one talk that is in the vault."""
    [found] = asked(desktop, "conversation", "list") or [{}]
    return found


def test_s04_s21_s23_a_concern_is_prepared_held_and_looked_at_again_on_its_day(
    desktop: Desktop,
) -> None:
    make_the_vault(desktop)
    name_the_people(desktop)
    capture_two_concerns(desktop)
    prepare(desktop)
    rehearse(desktop)
    hold_with_the_discreet_view(desktop)
    write_it_down(desktop)
    desktop.keys("ctrl+q")
    until(lambda: desktop.windows(APP) == [], "the window stayed")
    look_again_on_its_day(desktop)


def capture_two_concerns(desktop: Desktop) -> None:
    """Write two dated facts about the person on show."""
    desktop.type("+con handed over at 18:20 without the runbook link #handover ^-4")
    desktop.keys("Return")
    time.sleep(0.6)
    desktop.type("+con handed over at 18:40, the runbook link was missing again #handover ^-1")
    desktop.keys("Return")
    until(lambda: len(asked(desktop, "today")["raise"]) == 2, "the concerns were not saved")


def prepare(desktop: Desktop) -> None:
    """Prepare from the concern: its facts are there, every must is answered, it is ready."""
    desktop.keys("ctrl+p")
    time.sleep(0.8)
    desktop.keys("Return")
    until(lambda: talk(desktop).get("state") == "drafting", "nothing was begun to prepare")
    time.sleep(0.8)
    desktop.keys("alt+0", "Right", "space")  # nobody is unsafe
    time.sleep(0.3)
    desktop.keys("alt+4")
    time.sleep(0.5)
    desktop.type(YARDSTICK)
    desktop.keys("Return")
    for step, answers in ANSWERS.items():
        desktop.keys(f"alt+{step}")
        time.sleep(0.5)
        for number, answer in enumerate(answers):
            if number:
                desktop.keys("Tab")
            desktop.type(answer)
        if step == 7:
            desktop.keys("Tab", "Tab")  # over "Add another"
            desktop.type(ASK)
    desktop.keys("Tab", "space", "Return")  # today
    time.sleep(0.5)
    desktop.keys("Tab", "Tab", "Tab", "space")  # looked at again in a week
    time.sleep(0.5)
    desktop.keys("ctrl+Return")
    until(lambda: talk(desktop)["state"] == "prepared", "it was not prepared")


def rehearse(desktop: Desktop) -> None:
    """Say the opening aloud once, with the clock."""
    desktop.keys("F5")
    time.sleep(1)
    desktop.keys("space")
    time.sleep(1.5)
    desktop.keys("space", "Escape")
    time.sleep(0.8)


def hold_with_the_discreet_view(desktop: Desktop) -> None:
    """Open the small window, write two lines in it, read to the last card, and end the talk."""
    desktop.keys("F7")
    window = desktop.wait_for(DISCREET)
    assert desktop.title(window) == DISCREET
    desktop.type(">the tender call eats the last hour")
    desktop.keys("Return")
    time.sleep(0.6)
    desktop.type("+Arjun hand-over posted by 17:30 from Monday")
    desktop.keys("Return")
    time.sleep(0.6)
    desktop.hold("space", "Right", "Right", "Right", "Right", "Return")
    until(lambda: talk(desktop)["state"] == "held", "the talk was not held")
    until(lambda: desktop.windows(DISCREET) == [], "the small window stayed")


def write_it_down(desktop: Desktop) -> None:
    """Write the rest beside what was noted in the room, and be done."""
    desktop.wait_for(APP)
    time.sleep(1)
    desktop.keys("Tab")
    desktop.type("Nights have no access to the ticket history")
    desktop.keys("Tab", "Tab")
    desktop.type("I ask for the ticket history by tomorrow")
    time.sleep(0.5)
    desktop.keys("ctrl+Return")
    until(lambda: promised(desktop) == 2, "the lines did not become promises")
    facts = asked(desktop, "timeline", "arjun")
    assert {note["share_state"] for note in facts if note["kind"] == "concern"} == {"shared"}
    assert asked(desktop, "today")["raise"] == []


def promised(desktop: Desktop) -> int:
    """Return how many promises are open, both ways."""
    return len(asked(desktop, "promise", "list") or ())


def look_again_on_its_day(desktop: Desktop) -> None:
    """Start the app a week later: Today has the follow-up, and one key leads to it."""
    held, day = (talk(desktop)[name] for name in ("held_on", "follow_up_on"))
    assert date.fromisoformat(day) - date.fromisoformat(held) == timedelta(days=7)
    assert follow_ups(desktop) == []
    desktop.on_day(7)
    assert follow_ups(desktop) == [day]
    desktop.start()
    desktop.wait_for(APP)
    desktop.type(PASSPHRASE)
    desktop.keys("Return")
    time.sleep(5)
    desktop.keys("F6", "Down", "Down", "Return")  # past the two one-to-ones that are due
    time.sleep(2)
    desktop.type("Five evenings with the link, one without")
    desktop.keys("ctrl+Return")
    until(lambda: talk(desktop)["state"] != "held", "the talk was not followed up")
    assert follow_ups(desktop) == []


def follow_ups(desktop: Desktop) -> list[str]:
    """Return the days of the talks that Today asks to look at again."""
    due = asked(desktop, "today")["due"]
    return [item["due_on"] for item in due if item["type"] == "conversation"]

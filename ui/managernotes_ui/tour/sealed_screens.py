"""Notes while locked: the sealed line on a desk, the banner after the unlock, and the page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from managernotes.clock import FixedClock
from managernotes.services.keys import KeyringOutcome, Protection
from managernotes.services.sealed_capture import SealedCapture
from managernotes.services.story import STORY_NOW
from managernotes_ui.capture.sealed_vm import SealedViewModel
from managernotes_ui.capture.sealed_window import SealedWindow
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.desk_top import desk_picture
from managernotes_ui.tour.gate_screens import GNOME, gate, make_vault, place
from managernotes_ui.tour.no_keyring import NoKeyring
from managernotes_ui.tour.patience import SIZE, picture_of, spin
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import person_named, staged

TYPED = "@dana +con left the review before the open points #review !fri"
SEALED = (
    "@dana +win took the on-call shift so that Tomasz could travel #teamwork",
    "@arjun asked twice how the escalation path works ^yesterday #handover",
    "@me +con was not told about the new release date",
)


def sealed_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield sealed-note, the quick line over the lock screen."""
    with place() as vault:
        make_vault(vault, Protection.KEYRING_OR_PASSPHRASE)
        with gate(theme, vault, NoKeyring(KeyringOutcome.LOCKED, GNOME)):
            spin(300)
            window = SealedWindow(SealedViewModel(vault, FixedClock(STORY_NOW)), theme)
            window.summon()
            spin(100)
            QTest.keyClicks(window.field, TYPED)
            spin(100)
            windows = [(QPointF(320, 232), window.windowTitle(), picture_of(window))]
            yield "sealed-note", desk_picture(theme, windows, SIZE)
            window.vm.type("")
            window.close()
            window.deleteLater()


def unconfirmed_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield unconfirmed-banner over the people page, and unconfirmed, the page itself."""
    with staged(theme) as stage:
        _seal(stage)
        stage.view.tell_of_inbox()
        stage.settle()
        stage.go(Place(PageName.PEOPLE))
        yield "unconfirmed-banner", picture_of(stage.view)
        stage.go(Place(PageName.UNCONFIRMED))
        stage.press(Qt.Key.Key_Down)
        yield "unconfirmed", picture_of(stage.view)
        stage.go(Place(PageName.PERSON, person=person_named(stage, "Dana Whitfield")))
        yield "unconfirmed-timeline", picture_of(stage.view)


ALBUMS = (sealed_screens, unconfirmed_screens)


def _seal(stage: Stage) -> None:
    """Seal three lines for the stage's vault and file them, as an unlock does."""
    stage.ask(lambda workspace: workspace.inbox.receive())
    inbox = SealedCapture(stage.ask(lambda workspace: workspace.files.database), stage.clock)
    for line in SEALED:
        inbox.take(line)
    stage.ask(lambda workspace: workspace.inbox.file_waiting())
    stage.session.notes_changed.emit()
    stage.settle()

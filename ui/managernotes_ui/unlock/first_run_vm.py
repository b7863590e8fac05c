"""The first run: where the vault lives, what opens it, the code on paper, whom you lead (36, 15).

Three steps and no settings (S01): the first note is one screen further.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes.errors import ManagerNotesError
from managernotes.services.keys import KeyringReport, Protection
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.recovery.typed_back import GroupChoice, two_by_chance
from managernotes_ui.unlock.gatekeeper import Gatekeeper, NewVault
from managernotes_ui.unlock.keyring_notice import Notice
from managernotes_ui.unlock.people_step_vm import PeopleStepViewModel
from managernotes_ui.unlock.protection_choice import KeyringWords, is_chosen, keyring_words
from managernotes_ui.unlock.recovery_vm import RecoveryViewModel
from managernotes_ui.unlock.vault_place import VaultPlace, place_of


class Step(Enum):
    """The pages in their order; the code on paper is the second half of the second step."""

    PLACE = auto()
    PROTECTION = auto()
    CODE = auto()
    PEOPLE = auto()


class FirstRunViewModel(QObject):
    """Leads from an empty place to an open vault with people in it; `finished` brings both."""

    step_changed = Signal(object)
    keyring_changed = Signal(object)
    making_changed = Signal(bool)
    refused = Signal(object)
    finished = Signal(object, object)

    def __init__(
        self,
        gatekeeper: Gatekeeper,
        *,
        choose_groups: GroupChoice = two_by_chance,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._gatekeeper = gatekeeper
        self._choose_groups = choose_groups
        self._report: KeyringReport | None = None
        self._session: Session | None = None
        self.step = Step.PLACE
        self.is_making = False
        self.code: RecoveryViewModel | None = None
        self.people: PeopleStepViewModel | None = None
        gatekeeper.keyring_probed.connect(self._on_probed)
        gatekeeper.made.connect(self._on_made)
        gatekeeper.refused.connect(self._on_refused)
        gatekeeper.probe_keyring()

    @property
    def place(self) -> VaultPlace:
        """Where the vault will be."""
        return place_of(self._gatekeeper.vault)

    @property
    def keyring(self) -> KeyringWords:
        """What is known of this computer's keyring."""
        return keyring_words(self._report)

    def choose_protection(self) -> None:
        """Go on to what opens the notes; the keyring is looked at afresh."""
        self._gatekeeper.probe_keyring()
        self._go(Step.PROTECTION)

    def back(self) -> None:
        """Return to the place, as long as nothing has been made."""
        if self.step is Step.PROTECTION and not self.is_making:
            self._go(Step.PLACE)

    def make(self, protection: Protection, passphrase: str, again: str) -> None:
        """Make the vault and go on to its recovery code; `refused` brings a Notice if not."""
        if self.is_making or not is_chosen(protection, passphrase, again):
            return
        self._set_making(making=True)
        wanted = None if protection is Protection.KEYRING else passphrase
        self._gatekeeper.make(protection, wanted)

    def leave(self) -> None:
        """Close a vault that was made and not handed on; its reminder stands in it already."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _go(self, step: Step) -> None:
        self.step = step
        self.step_changed.emit(step)

    def _set_making(self, *, making: bool) -> None:
        self.is_making = making
        self.making_changed.emit(making)

    @Slot(object)
    def _on_probed(self, report: KeyringReport) -> None:
        self._report = report
        self.keyring_changed.emit(self.keyring)

    @Slot(object)
    def _on_made(self, new: NewVault) -> None:
        self._session = new.session
        asked = self._choose_groups(len(new.code.groups))
        self.code = RecoveryViewModel(new.session, new.code.groups, asked, self)
        self.code.done.connect(self._on_code_done)
        self._set_making(making=False)
        self._go(Step.CODE)

    @Slot()
    def _on_code_done(self) -> None:
        assert self._session is not None
        self.people = PeopleStepViewModel(self._session, self)
        self.people.done.connect(self._on_people_done)
        self._go(Step.PEOPLE)
        self._forget_code()

    def _forget_code(self) -> None:
        if self.code is not None:
            self.code.deleteLater()
            self.code = None

    @Slot(list)
    def _on_people_done(self, added: list[Person]) -> None:
        session, self._session = self._session, None
        first: PersonId | None = added[0].id if added else None
        self.finished.emit(session, first)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        if not self.is_making:
            return
        self._set_making(making=False)
        notice = Notice(strings.NOT_MADE, strings.NOT_MADE_TEXT)
        if isinstance(error, ManagerNotesError):
            notice = Notice(error.title, error.advice)
        self.refused.emit(notice)

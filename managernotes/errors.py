"""Every failure the core reports, worded for the person who will read it.

Each error has a title that says what happened and an advice that says what to do;
neither ever holds a note or a key, and a name only where the manager has just typed it.
"""

from __future__ import annotations


class ManagerNotesError(Exception):
    """Base of all expected failures: a short title and what to do next."""

    def __init__(self, title: str, advice: str = "") -> None:
        super().__init__(f"{title} {advice}".strip())
        self.title = title
        self.advice = advice


class InvalidInputError(ManagerNotesError):
    """What was typed cannot be taken as it stands (command line: exit 2)."""


class KeyProblemError(ManagerNotesError):
    """No key opened the vault (command line: exit 3)."""


class WrongPassphraseError(KeyProblemError):
    """The passphrase opens no slot of this vault."""

    def __init__(self) -> None:
        super().__init__(
            "That passphrase does not open this vault.",
            "Check Caps Lock and the keyboard layout, or use the recovery code.",
        )


class WrongRecoveryCodeError(KeyProblemError):
    """The recovery code opens no slot of this vault."""

    def __init__(self) -> None:
        super().__init__(
            "That recovery code does not open this vault.",
            "Check that the sheet belongs to this vault; nothing was changed.",
        )


class MistypedRecoveryCodeError(KeyProblemError):
    """The code's check characters do not fit: a slip of the keys, not another vault's code."""

    def __init__(self) -> None:
        super().__init__(
            "The recovery code has a typing mistake.", "Compare it with the sheet, group by group."
        )


class PassphraseWantedError(KeyProblemError):
    """The vault is opened by a passphrase, and none was given."""

    def __init__(self) -> None:
        super().__init__(
            "This vault is opened by a passphrase.",
            "Give it as the first line of stdin, with --passphrase-stdin.",
        )


class NoSuchSlotError(KeyProblemError):
    """The vault has no key slot of the wanted kind."""

    def __init__(self, way: str) -> None:
        super().__init__(f"This vault is not opened by a {way}.", "Use another way in.")


class UnfinishedKeyChangeError(KeyProblemError):
    """The secret belongs to the one of two data keys that the vault is not encrypted with."""

    def __init__(self) -> None:
        super().__init__(
            "A change of the data key was interrupted, and this is not the way in that counts now.",
            "Use the passphrase, the keyring or the other recovery code; the vault is whole.",
        )


class BothNeededError(KeyProblemError):
    """The vault needs keyring and passphrase together, and one of them was to be set up alone."""

    def __init__(self) -> None:
        super().__init__(
            "This vault needs the keyring and a passphrase together; nothing was changed.",
            "Run `recover` with --passphrase: from then on that passphrase opens it.",
        )


class KeyringError(KeyProblemError):
    """The keyring did not give the key; the subclasses say which of the outcomes it was."""


class KeyringAbsentError(KeyringError):
    """The keyring answered, and holds no key for this vault."""

    def __init__(self, kept_in: str = "") -> None:
        hint = f"The key was put into {kept_in}. " if kept_in else ""
        super().__init__(
            "The keyring holds no key for this vault.",
            f"{hint}Use the passphrase or the recovery code; the vault itself is whole.",
        )


class KeyringMismatchError(KeyringError):
    """The keyring's key is there, and opens no slot of this vault."""

    def __init__(self) -> None:
        super().__init__(
            "The key in the keyring does not open this vault.",
            "Use the passphrase or the recovery code; the vault itself is whole.",
        )


class KeyringLockedError(KeyringError):
    """The keyring is locked, or its prompt was dismissed."""

    def __init__(self) -> None:
        super().__init__(
            "The keyring is locked.", "Unlock it and try again, or use the passphrase."
        )


class KeyringTimeoutError(KeyringError):
    """The keyring did not answer in time."""

    def __init__(self) -> None:
        super().__init__(
            "The keyring did not answer within 6 seconds.",
            "Try once more, or use the passphrase; the vault itself is whole.",
        )


class KeyringUnavailableError(KeyringError):
    """No keyring that keeps secrets is running here."""

    def __init__(self, refused: tuple[str, ...] = ()) -> None:
        advice = "Use the passphrase or the recovery code."
        if refused:
            advice = f"Refused as unsafe: {', '.join(refused)}. {advice}"
        super().__init__("No keyring that can keep a key safely is running here.", advice)
        self.refused = refused


class KeyringNotSetUpError(KeyringError):
    """A keyring was to be set up as a way in, and could not be."""

    def __init__(self, cause: KeyringError) -> None:
        super().__init__(
            cause.title,
            "Nothing was changed. Unlock or start a keyring and try again, or set up a passphrase.",
        )


class LastWayInError(ManagerNotesError):
    """Without this way in, only the recovery code would be left."""

    def __init__(self) -> None:
        super().__init__(
            "This is the last way in besides the recovery code; it was not removed.",
            "Add another one first.",
        )


class RecoveryStaysError(ManagerNotesError):
    """The recovery code can be replaced, not removed."""

    def __init__(self) -> None:
        super().__init__(
            "A vault always keeps a recovery code; it was not removed.",
            "Replace it with `managernotes protect add recovery`.",
        )


class FreeSpaceError(ManagerNotesError):
    """There is too little room on the disk to begin; it takes the size of the vault twice."""

    def __init__(self, wanted_bytes: int) -> None:
        megabytes = -(-wanted_bytes // 1_000_000)
        super().__init__(
            "There is too little room on the disk; nothing was changed.",
            f"Free about {megabytes} MB and try again.",
        )


class KeyChangeFailedError(ManagerNotesError):
    """The data key could not be changed, or the vault under the new key is not as it was."""

    def __init__(self) -> None:
        super().__init__(
            "The data key was not changed for good.",
            "Open the vault again, by the passphrase, the keyring or either recovery code.",
        )


class VaultDamagedError(ManagerNotesError):
    """The vault or its key file is not what it was (command line: exit 4)."""


class EmptyVaultFileError(VaultDamagedError):
    """The vault file has no content at all."""

    def __init__(self) -> None:
        super().__init__("The vault file is empty.", "Restore a backup; nothing was changed.")


class TruncatedVaultError(VaultDamagedError):
    """The vault file is shorter than it must be."""

    def __init__(self) -> None:
        super().__init__("The vault file is cut short.", "Restore a backup; nothing was changed.")


class PlaintextVaultError(VaultDamagedError):
    """The file is an ordinary, unencrypted database."""

    def __init__(self) -> None:
        super().__init__(
            "This file is an unencrypted database, not a vault.",
            "Nothing was opened or changed; choose the right file or restore a backup.",
        )


class DamagedPagesError(VaultDamagedError):
    """The right key is there, and a part of the vault file fails its check."""

    def __init__(self) -> None:
        super().__init__(
            "The key is right, but the vault file is damaged.",
            "Restore a backup; the damaged file was left as it is.",
        )


class DamagedEnvelopeError(VaultDamagedError):
    """The key file cannot be read, or was altered."""

    def __init__(self) -> None:
        super().__init__(
            "The vault's key file is damaged or was altered.",
            "Put back its .bak copy or restore a backup; nothing was changed.",
        )


class MissingEnvelopeError(KeyProblemError):
    """The vault is there, its key file is not."""

    def __init__(self, *, in_backup: bool = False) -> None:
        advice = "Put FILE.keys.json back beside the vault, or restore a backup."
        if in_backup:
            advice = "Rename FILE.keys.bak.json beside it to FILE.keys.json; it opens the vault."
        super().__init__("The vault's key file is missing.", advice)


class NotABackupError(VaultDamagedError):
    """The file is no backup of this app's."""

    def __init__(self) -> None:
        super().__init__(
            "This file is not a backup of Manager Notes.", "Choose another; nothing was changed."
        )


class DamagedBackupError(VaultDamagedError):
    """A backup is cut short, or was altered."""

    def __init__(self) -> None:
        super().__init__(
            "This backup is damaged.", "Choose an older one; the vault itself was not touched."
        )


class UnprovenBackupError(ManagerNotesError):
    """A copy just made does not hold what the vault holds, and was thrown away."""

    def __init__(self) -> None:
        super().__init__(
            "The copy did not pass its proof and was thrown away.",
            "The vault is as it was; check the disk, then back up again.",
        )


class BackupPlaceMissingError(ManagerNotesError):
    """The folder chosen for backups is not there; nothing is put elsewhere in its stead."""

    def __init__(self) -> None:
        super().__init__(
            "The place for backups is not there.",
            "Connect the disk, or choose another place; nothing was put elsewhere.",
        )


class ForeignBackupError(KeyProblemError):
    """The backup was made under another data key than the open vault's (command line: exit 3)."""

    def __init__(self) -> None:
        super().__init__(
            "This vault's key does not open that backup.",
            "Give the backup's own passphrase or recovery code.",
        )


class UnopenableBackupError(ManagerNotesError):
    """The vault has neither passphrase nor recovery code, so nothing would open a backup."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing would open a backup of this vault.",
            "Add a passphrase or a recovery code first; the keyring is not part of a backup.",
        )


class StoppedError(ManagerNotesError):
    """The manager stopped a long work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Stopped.", "Nothing was changed.")


class ForeignFileError(VaultDamagedError):
    """The file opens with the key, and is not a Manager Notes vault."""

    def __init__(self) -> None:
        super().__init__("This file is not a Manager Notes vault.", "Choose another file.")


class MissingVaultError(ManagerNotesError):
    """There is no vault at the place named (command line: exit 6)."""

    def __init__(self) -> None:
        super().__init__("There is no vault here.", "Create one with `managernotes init`.")


class OrphanEnvelopeError(ManagerNotesError):
    """The key file is there, the vault is not."""

    def __init__(self) -> None:
        super().__init__(
            "The key file is here, but the vault is missing.",
            "Put the vault back beside it, or restore a backup.",
        )


class VaultExistsError(ManagerNotesError):
    """A vault or a key file is already at the place where a new one was wanted."""

    def __init__(self) -> None:
        super().__init__(
            "A vault is already here.", "Open it, or choose another place for a new one."
        )


class NameTakenError(VaultExistsError):
    """A file of the name wanted for a backup is already there."""

    def __init__(self) -> None:
        ManagerNotesError.__init__(
            self, "A file of this name is already here.", "Choose another name; it was left alone."
        )


class NewerVaultError(ManagerNotesError):
    """The file was written by a later version of the app."""

    def __init__(self) -> None:
        super().__init__("This vault was saved by a newer version.", "Update the app to open it.")


class NewerBackupError(ManagerNotesError):
    """The backup was made by a later version of the app."""

    def __init__(self) -> None:
        super().__init__("This backup was made by a newer version.", "Update the app to open it.")


class UnsafePathError(ManagerNotesError):
    """The vault's path is a link, or belongs to somebody else."""

    def __init__(self) -> None:
        super().__init__(
            "The vault's path is a link, no ordinary file, or belongs to another user.",
            "Name the real file, in a folder of your own.",
        )


class UnwritablePlaceError(ManagerNotesError):
    """The folder or file cannot be written."""

    def __init__(self) -> None:
        super().__init__(
            "This place cannot be written.", "Choose a folder of your own, or free the write lock."
        )


class ReadOnlyVaultError(UnwritablePlaceError):
    """The open vault may be read, but not written any more."""

    def __init__(self) -> None:
        ManagerNotesError.__init__(
            self,
            "The vault can be read, but not written.",
            "Allow its folder to be written again; what was saved earlier is safe.",
        )


class VaultPlaceLostError(ManagerNotesError):
    """The open vault's file is not at its place any more; nothing is written."""


class VaultRemovedError(VaultPlaceLostError):
    """The vault's file, its folder or its drive is gone while it was open."""

    def __init__(self) -> None:
        super().__init__(
            "The vault file is no longer at its place.",
            "Nothing is written meanwhile. Put the file or the drive back, or save a copy"
            " elsewhere: what was saved earlier can still be read.",
        )


class VaultReplacedError(VaultPlaceLostError):
    """Another file, or an older copy, has come to the vault's place while it was open."""

    def __init__(self) -> None:
        super().__init__(
            "The vault file was replaced by another one.",
            "Nothing is written over it. Put the right file back, or save a copy elsewhere;"
            " locking and unlocking opens the new file.",
        )


class DiskFullError(ManagerNotesError):
    """There was no room to save."""

    def __init__(self) -> None:
        super().__init__(
            "The disk is full.", "Free about 20 MB and save again; everything earlier is safe."
        )


class NotEnoughMemoryError(ManagerNotesError):
    """The system could not spare the memory that stretching a passphrase takes."""

    def __init__(self) -> None:
        super().__init__(
            "There is not enough memory to check the passphrase.",
            "Close other programs (256 MB are needed) and try again.",
        )


class OutputFailedError(ManagerNotesError):
    """What a command had to print could not be written."""

    def __init__(self) -> None:
        super().__init__(
            "The output could not be written.", "Free some space there; what was saved is safe."
        )


class StorageFailedError(ManagerNotesError):
    """The system refused to read or write the vault."""

    def __init__(self) -> None:
        super().__init__(
            "The vault could not be read or written.",
            "Check the drive and its permissions; what was saved earlier is safe.",
        )


class VaultBusyError(ManagerNotesError):
    """Another program holds the vault's write lock (command line: exit 5)."""

    def __init__(self) -> None:
        super().__init__("The vault is busy.", "Another window or command is writing; try again.")


class SilentWindowError(ManagerNotesError):
    """Another process has this vault's window, and does not answer."""

    def __init__(self) -> None:
        super().__init__(
            "The window that is open on this vault does not answer.",
            "Everything saved is safe; end it, then start again.",
        )


class VaultShutError(ManagerNotesError):
    """A proof failed, and nothing may be written until the manager has looked at it."""

    def __init__(self) -> None:
        super().__init__(
            "The vault is shut for writing, because a proof failed.",
            "See Settings, Trust; it can be read, and what you typed stays where it is.",
        )


class NoBackupForDrillError(ManagerNotesError):
    """There is no backup that a drill could restore."""

    def __init__(self) -> None:
        super().__init__("There is no backup to restore yet.", "Make one in Settings, Backup.")


class OpenElsewhereError(VaultBusyError):
    """Nobody else may have the vault open for this, and somebody has."""

    def __init__(self) -> None:
        ManagerNotesError.__init__(
            self,
            "Another window or command has this vault, or one beside it, open.",
            "Close it there and try again; nothing was changed.",
        )


class VaultClosedError(ManagerNotesError):
    """The vault was locked before the work began."""

    def __init__(self) -> None:
        super().__init__("The vault is locked.", "Open it and try again.")


class InboxFullError(ManagerNotesError):
    """There is no room for another note in the inbox of a locked vault."""

    def __init__(self) -> None:
        super().__init__(
            "The inbox for notes while locked is full.",
            "Open the vault, so that what waits there is filed; this note was not taken.",
        )


class InboxTooLargeError(ManagerNotesError):
    """The inbox is longer than this app can have made it."""

    def __init__(self) -> None:
        super().__init__(
            "The inbox file is larger than this app ever writes it.",
            "It was left as it is; move FILE.inbox elsewhere to take notes while locked again.",
        )


class NoInboxKeyError(KeyProblemError):
    """There is no public key beside the vault to seal a note with."""

    def __init__(self) -> None:
        super().__init__(
            "Nor can it be sealed for later: FILE.inbox.json is not there.",
            "It is written when the vault is next opened; this note was not taken.",
        )


class DamagedInboxKeyError(KeyProblemError):
    """The public key beside the vault is unreadable, or another vault's."""

    def __init__(self) -> None:
        super().__init__(
            "Nor can it be sealed for later: FILE.inbox.json is damaged or another vault's.",
            "It is put right when the vault is next opened; this note was not taken.",
        )


class NotSealedError(KeyProblemError):
    """The vault could not be opened without asking, and the note not be sealed either."""

    def __init__(self, locked: KeyProblemError, inbox: KeyProblemError) -> None:
        super().__init__(f"{locked.title} {inbox.title}", inbox.advice)


class InterruptedQueryError(ManagerNotesError):
    """The query was overtaken by a newer one."""

    def __init__(self) -> None:
        super().__init__("This search was overtaken by a newer one.")


class WrongDriverError(ManagerNotesError):
    """The database driver does not encrypt."""

    def __init__(self) -> None:
        super().__init__(
            "The database driver cannot encrypt.", "Install the app again; no file was written."
        )


class NotFoundError(ManagerNotesError):
    """Nothing answers to what was named (command line: exit 6)."""


class MissingBackupError(NotFoundError):
    """There is no file where a backup was named."""

    def __init__(self) -> None:
        super().__init__("There is no backup here.", "Check the name; nothing was changed.")


class NoWayToRemoveError(NotFoundError):
    """The vault has no key slot of the kind that was to be removed."""

    def __init__(self) -> None:
        super().__init__(
            "This vault has no such way in.",
            "See `managernotes protect list`; nothing was changed.",
        )


class UnknownPersonError(NotFoundError):
    """No person answers to a name."""

    def __init__(self, wanted: str, candidates: tuple[str, ...] = ()) -> None:
        advice = "See `managernotes person list`, or add them first."
        if candidates:
            advice = f"Did you mean {' or '.join(candidates)}?"
        super().__init__(f"Nobody is called “{wanted}”.", advice)
        self.wanted = wanted
        self.candidates = candidates


class AmbiguousPersonError(NotFoundError):
    """Several people answer to a name."""

    def __init__(self, wanted: str, candidates: tuple[str, ...]) -> None:
        super().__init__(
            f"“{wanted}” could be {', '.join(candidates)}.", "Type more of the name, or the alias."
        )
        self.wanted = wanted
        self.candidates = candidates


class NoteNotFoundError(NotFoundError):
    """The note was erased, perhaps in another window."""

    def __init__(self) -> None:
        super().__init__("This note no longer exists.", "Refresh the list and try again.")


class PaperNotFoundError(NotFoundError):
    """A talk, promise, thread or template is no longer there."""

    def __init__(self) -> None:
        super().__init__("This is no longer in the vault.", "It may have been erased.")


class PersonNotFoundError(NotFoundError):
    """The person was erased, perhaps in another window."""

    def __init__(self) -> None:
        super().__init__("This person is no longer here.", "Refresh the list and try again.")


class RevisionNotFoundError(NotFoundError):
    """The earlier version is no longer kept."""

    def __init__(self) -> None:
        super().__init__("This version is no longer kept.", "Choose another one.")


class PersonExistsError(ManagerNotesError):
    """A person of that name or alias is already in the vault."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is already here.", "Use another name or alias to keep the two apart."
        )
        self.name = name


class EditConflictError(ManagerNotesError):
    """The record was changed elsewhere since it was read."""

    def __init__(self) -> None:
        super().__init__(
            "This was changed in another window.", "Your text is kept; look at both, then save."
        )

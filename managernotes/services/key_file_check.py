"""Checking the key file and its second copy under the vault's own key (SECURITY-DESIGN §4)."""

from __future__ import annotations

from managernotes.errors import DamagedEnvelopeError, NewerVaultError
from managernotes.services.verify_words import COPY_ALTERED, KEY_FILE_ALTERED, KEY_FILE_GONE
from managernotes.vault import private_files
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import MOST_BYTES, from_bytes, verify_envelope
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.location import VaultFiles


def key_file_problems(files: VaultFiles, key: DataKey) -> list[str]:
    """Return what is wrong with the two; that there is no second copy is not wrong.

    Raises what the system refuses.
    """
    problems = []
    if not files.envelope.exists():
        problems.append(KEY_FILE_GONE)
    else:
        try:
            verify_envelope(read_envelope(files), key)
        except (DamagedEnvelopeError, NewerVaultError):
            problems.append(KEY_FILE_ALTERED)
    if files.envelope_backup.exists() and not _copy_is_sound(files, key):
        problems.append(COPY_ALTERED)
    return problems


def _copy_is_sound(files: VaultFiles, key: DataKey) -> bool:
    with private_files.system_errors_named():
        content = private_files.read_small_file(files.envelope_backup, MOST_BYTES + 1)
    try:
        verify_envelope(from_bytes(content), key)
    except (DamagedEnvelopeError, NewerVaultError):
        return False
    return True

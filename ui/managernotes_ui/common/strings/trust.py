"""What the Trust page says; the proofs' own titles and figures are those of `doctor`."""

from __future__ import annotations

from managernotes.services.trust_proof import ProofName

FOOTER = "A check that could not run says so here, and why; it is never shown as passed"

JUST_NOW = "What was proven just now"
EARLIER = "What was proven last"
NOTHING_YET = "Nothing was proven yet"
PROVING = "Proving…"
WHEN = "{when}, on this computer, with this vault, in {seconds} seconds."
FIRST_TIME = "The app can prove what it promises, on this computer, with this vault."
SO_FAR = "{done} of {total} done; notes can be written meanwhile."
PROVE = "Prove it now"
PROVE_AGAIN = "Prove it again"
PROVE_KEY = "F5"
STOP = "Stop"
PROVE_TIP = "Prove everything again"
ALSO = "Read back besides"
NOT_YET = "not yet"
WAITING = "waiting"
IN_SECONDS = "in {seconds}"

HOW = {
    ProofName.PAGES: "each page’s seal checked with your key",
    ProofName.WORDS: "words from your own notes looked for in vault and backups",
    ProofName.BACKUP: "{when}, restored aside, compared, deleted",
    ProofName.FILES: "owner and rights of vault, key files and backups",
    ProofName.CONNECTIONS: "since {when}; it has no code for one",
    ProofName.RECORD: "each version’s seal compared with the chain of all before",
    ProofName.CIPHER: "page size, algorithms, journal, memory for what is temporary",
    ProofName.KEYRING: "the keyring’s class, by an exact list",
}
HOW_WITHOUT = {
    ProofName.BACKUP: "restored aside, compared, deleted",
    ProofName.CONNECTIONS: "it has no code for one",
}
"""How, where no moment is known."""
PAGES_BELOW = "{size} in {seconds}"
FILES_BELOW = "read again on every start"
CONNECTIONS_BELOW = "asked of the system"
CIPHER_BELOW = "{count} settings"
KEYRING_BELOW = "{count} refused"
NONE_REFUSED = "no other one offers itself"

DRILL = "Recovery drill"
DRILL_DONE = "{when}, next {next}"
DRILL_DUE = "{when}, next was due {next}"
DRILL_NEVER = "not done yet"
DRILL_STEPS = (
    "Code typed from your paper",
    "Opened a copy with nothing else",
    "Read and counted every entry",
    "Copy deleted, code not kept",
)
GROUPS = "8 groups"
DO_DRILL = "Do the drill now…"
DRILL_TAKES = "three minutes, with the paper"

NOT_PROVABLE = "What cannot be proven"

COPY = "Copy as text"
COPY_HELP = "Figures only, no names, to show to whoever asks"
COPIED = "Copied"

DIALOG_TITLE = "Recovery drill"
DIALOG_TEXT = (
    "Take the sheet with your recovery code and type the eight groups. The newest backup is "
    "opened with them and nothing else, every note is read and counted, and the copy is deleted. "
    "Nothing of your vault changes, and the code is not kept."
)
DIALOG_BEGIN = "Begin the drill"
DIALOG_CLOSE = "Close"
DIALOG_CANCEL = "Cancel"
DIALOG_BUSY = "Opening the newest backup with your code…"
DIALOG_DONE = "{restored} in {seconds}"
DIALOG_DONE_TEXT = (
    "Your paper opens your backup. The copy is deleted. Put the sheet back where it was."
)
DIALOG_UNCHANGED = "Nothing was changed."

PROVE_ACTION = "Prove that the vault is whole"
PROVE_SHEET = "prove it again"
DRILL_ACTION = "Do the recovery drill"
COPY_ACTION = "Copy the proofs as text"

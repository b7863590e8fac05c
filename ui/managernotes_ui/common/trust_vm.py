"""The app's proofs about itself: run step by step on the vault's thread, told as each one ends."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.clock import today
from managernotes.errors import ManagerNotesError
from managernotes_ui.common.session import SaveKind, SaveState, Session

if TYPE_CHECKING:  # loaded when first proved: the window's first rows do not wait for it
    from managernotes.services.trust_memory import Drilled, TrustReport
    from managernotes.services.trust_proof import Proof, ProofName
    from managernotes.services.workspace import Workspace

    Steps = Iterator[Proof | None]

_CHANNEL = "trust"
FIRST_LOOK_MS = 60_000
"""After the unlock; a run that is due begins then, and not while something is being saved."""
QUIET_MS = 20_000
"""Without anything saved, before the quiet run begins."""
BETWEEN_QUIET_STEPS_MS = 15


class TrustViewModel(QObject):
    """`changed` follows each proof that ends, each report, and what is remembered of them.

    Lives as long as the vault is open; at the lock the steps that are left are never taken.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ended: dict[ProofName, Proof] = {}
        self._steps: Steps | None = None
        self._quietly = False
        self.report: TrustReport | None = None
        """The last run that came to its end."""
        self.drilled: Drilled | None = None
        self.is_shut = False
        """Whether the vault may not be written, because a proof failed."""
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._on_quiet)
        self._between = QTimer(self, singleShot=True, interval=BETWEEN_QUIET_STEPS_MS)
        self._between.timeout.connect(self._take_step)
        session.save_state_changed.connect(self._on_save_state)

    @property
    def now(self) -> datetime:
        """The moment, in this place's time."""
        return self._session.clock.now()

    @property
    def today(self) -> date:
        """The local calendar day."""
        return today(self._session.clock)

    @property
    def is_proving(self) -> bool:
        """Whether a run is under way."""
        return self._steps is not None

    @property
    def shown(self) -> Mapping[ProofName, Proof]:
        """The proofs on show: those of this run as far as it is, else those of the last."""
        if self.is_proving or self.report is None:
            return self._ended
        return {proof.name: proof for proof in self.report.proofs}

    def begin(self) -> None:
        """Say so if the vault is shut, and prove quietly in a while if a month has passed."""
        self._session.read(lambda workspace: workspace.is_shut, done=self._on_begun)
        self._wait.start(FIRST_LOOK_MS)

    @Slot()
    def look_again(self) -> None:
        """Read what the vault remembers."""
        self._session.read(_remembered, done=self._on_remembered, channel="trust-memory")

    @Slot()
    def prove(self) -> None:
        """Prove everything now; a run under way begins anew."""
        self._start(quietly=False)

    @Slot()
    def stop(self) -> None:
        """Leave the run; the last one's report stands."""
        self._end()
        self.changed.emit()

    def looked_at(self) -> None:
        """Take note of what failed; the vault is opened for writing if it is whole."""
        self._session.read(_look_at, done=self._on_kept)

    def remember_drill(self, drilled: Drilled) -> None:
        """Keep when a drill was done, and with what figures."""
        self.drilled = drilled
        self.changed.emit()
        self._session.read(partial(_keep_drill, drilled), done=lambda _none: None)

    def _on_begun(self, shut: bool) -> None:  # noqa: FBT001 - the answer of a query
        if shut:
            self.look_again()

    def _start(self, *, quietly: bool) -> None:
        self._wait.stop()
        self._quietly = quietly
        self._ended = {}
        self._session.read(
            _steps_of, done=self._on_started, failed=self._on_failed, channel=_CHANNEL
        )

    def _on_started(self, steps: Steps) -> None:
        self._steps = steps
        self.changed.emit()
        self._take_step()

    @Slot()
    def _take_step(self) -> None:
        steps = self._steps
        if steps is not None:
            self._session.read(
                lambda _workspace: list(_first_of(steps)),
                done=partial(self._on_step, steps),
                failed=self._on_failed,
                channel=_CHANNEL,
            )

    def _on_step(self, steps: Steps, taken: list[Proof | None]) -> None:
        if steps is not self._steps:
            return
        if not taken:
            self._finish()
            return
        proof = taken[0]
        if proof is not None:
            self._ended[proof.name] = proof
            self.changed.emit()
        if self._quietly:
            self._between.start()
        else:
            self._take_step()

    def _finish(self) -> None:
        self._end()
        conclude = partial(_concluded, self._session.clock.now(), tuple(self._ended.values()))
        self._session.read(conclude, done=self._on_kept)

    def _end(self) -> None:
        self._steps = None
        self._between.stop()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.changed.emit()
        self._session.failed.emit(error)

    def _on_remembered(self, remembered: tuple[TrustReport | None, Drilled | None, bool]) -> None:
        self.report, self.drilled, self.is_shut = remembered
        self.changed.emit()

    def _on_kept(self, report: TrustReport | None) -> None:
        if report is not None:
            self.report, self.is_shut = report, report.shuts_writing
            self.changed.emit()

    @Slot()
    def _on_quiet(self) -> None:
        self._session.read(_is_due, done=self._on_asked, channel="trust-memory")

    def _on_asked(self, due: bool) -> None:  # noqa: FBT001 - the answer of a query
        if due and not self.is_proving:
            self._start(quietly=True)

    @Slot(object)
    def _on_save_state(self, state: SaveState) -> None:
        """Put the quiet run off while notes are written."""
        if self._wait.isActive() and state.kind is not SaveKind.SAVED:
            self._wait.start(max(self._wait.remainingTime(), QUIET_MS))


def _steps_of(workspace: Workspace) -> Steps:
    from managernotes.services.trust import prove, usual_surroundings
    from managernotes.services.trust_subject import subject_of

    subject = subject_of(workspace)
    return prove(subject, usual_surroundings(subject, workspace.keyring))


def _first_of(steps: Steps) -> Iterator[Proof | None]:
    """Yield the next step, or nothing at the end."""
    for proof in steps:
        yield proof
        return


def _remembered(workspace: Workspace) -> tuple[TrustReport | None, Drilled | None, bool]:
    from managernotes.services import trust_memory

    return (
        trust_memory.last_report(workspace),
        trust_memory.last_drill(workspace),
        workspace.is_shut,
    )


def _is_due(workspace: Workspace) -> bool:
    from managernotes.services import trust_memory

    return trust_memory.is_due(trust_memory.last_report(workspace), workspace.ledger.clock.now())


def _concluded(at: datetime, proofs: tuple[Proof, ...], workspace: Workspace) -> TrustReport:
    """Return the report, remembered where the vault can be written; it holds all the same."""
    from managernotes.services.trust_memory import TrustReport, keep_report

    report = TrustReport(at=at, proofs=proofs)
    with contextlib.suppress(ManagerNotesError):
        keep_report(workspace, report)
    return report


def _keep_drill(drilled: Drilled, workspace: Workspace) -> None:
    from managernotes.services.trust_memory import keep_drill

    keep_drill(workspace, drilled)


def _look_at(workspace: Workspace) -> TrustReport | None:
    from managernotes.services.trust_memory import look_at_report

    return look_at_report(workspace)

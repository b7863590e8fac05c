"""What Settings, Backup shows of the backups, in words; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.backup_generations import Generations, Rhythm
from managernotes.errors import ManagerNotesError
from managernotes.services.backup_plan import MISSED_AFTER_DAYS, ProofMark
from managernotes.services.backup_work import KnownBackup
from managernotes.services.backups import Differences, Step
from managernotes_ui.common.backup_keeper import BackupKeeper
from managernotes_ui.common.dates import DAYS_IN_WEEK, DateWords
from managernotes_ui.common.strings import backup as strings

ROWS_AT_FIRST = 7
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup as the list shows it."""

    backup: KnownBackup
    day: str
    time: str
    size: str
    entries: str
    proof: str
    is_newest: bool

    @property
    def aloud(self) -> str:
        """The row as one sentence."""
        newest = f", {strings.NEWEST}" if self.is_newest else ""
        return f"{self.day} {self.time}, {self.size}, {self.entries} entries, {self.proof}{newest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreCard:
    """The three differences of the chosen backup; `found` is None while they are looked for."""

    title: str
    newer: str
    changed: str
    only_there: str
    found: Differences | None
    is_ours: bool


class BackupViewModel(QObject):
    """`changed` follows every look; `card_changed` every choice and its comparison."""

    changed = Signal()
    card_changed = Signal()
    progress = Signal(str, str, int, int)
    ended = Signal()
    failed = Signal(Exception)

    def __init__(self, keeper: BackupKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keeper = keeper
        self._dates = DateWords()
        self._found: Differences | None = None
        self.chosen: KnownBackup | None = None
        self.shows_all = False
        keeper.changed.connect(self._on_changed)
        keeper.progress.connect(self._on_progress)
        keeper.failed.connect(self.failed)

    @property
    def rows(self) -> list[BackupRow]:
        """The backups on show, the newest first."""
        known = self.keeper.known
        shown = known if self.shows_all else known[:ROWS_AT_FIRST]
        return [self._row(backup, is_newest=at == 0) for at, backup in enumerate(shown)]

    @property
    def older(self) -> str:
        """What is folded away, in words; empty when nothing is."""
        number = len(self.keeper.known) - ROWS_AT_FIRST
        hidden = number > 0 and not self.shows_all
        return strings.older_words(number, self.keeper.plan.keep) if hidden else ""

    @property
    def where(self) -> str:
        """The place, and when it was last there if it is another disk."""
        plan = self.keeper.plan
        place = strings.place_words(plan.place)
        if plan.place is None or plan.place_seen is None:
            return place
        seen = self._dates.moment(plan.place_seen, self.keeper.now.date())
        return f"{place}, last seen {seen[0].lower() if seen[0] in 'TY' else seen[0]}{seen[1:]}"

    @property
    def missed(self) -> tuple[str, str]:
        """What is to be said of backups that were missed for three days, and what to do."""
        plan, now = self.keeper.plan, self.keeper.now
        patience = timedelta(days=MISSED_AFTER_DAYS)
        if plan.place is not None and not self.keeper.place_is_there:
            seen = plan.place_seen
            if seen is not None and now - seen >= patience:
                day = self._dates.day(seen.date(), now.date())
                return strings.MISSED_PLACE.format(day=day), strings.MISSED_PLACE_ADVICE
            return "", ""
        return self._missed_here(patience)

    @property
    def card(self) -> RestoreCard | None:
        """The card of the chosen backup."""
        if self.chosen is None:
            return None
        found, ours = self._found, self.chosen.notes is not None
        waiting = strings.COMPARING if ours else strings.UNKNOWN
        return RestoreCard(
            title=strings.RESTORE_TITLE.format(when=self.long_moment(self.chosen)),
            newer=_newer(found) if found else waiting,
            changed=_changed(found) if found else waiting,
            only_there=self._only_there(found) if found else waiting,
            found=found,
            is_ours=ours,
        )

    def long_moment(self, backup: KnownBackup) -> str:
        """Return "Fri 20 November, 08:47"."""
        day = backup.made_at.date()
        month = self._dates.month_and_year(day).split()[0]
        year = "" if day.year == self.keeper.now.year else f" {day.year}"
        time = self._dates.time(backup.made_at)
        return f"{self._dates.weekday(day)} {day.day} {month}{year}, {time}"

    def short_day(self, backup: KnownBackup) -> str:
        """Return "20 Nov"."""
        return self._dates.day(backup.made_at.date(), self.keeper.now.date())

    def question(self) -> tuple[str, str]:
        """Return what is asked before the chosen backup is restored: title and text."""
        assert self.chosen is not None
        found = self._found
        lacks = ""
        if found is not None:
            newer, changed = _newer(found), _changed(found)
            same = found.nothing
            lacks = (
                strings.ASK_SAME if same else strings.ASK_LOSES.format(newer=newer, changed=changed)
            )
        title = strings.ASK_RESTORE.format(when=self.long_moment(self.chosen))
        return title, f"{lacks}{strings.ASK_RESTORE_TEXT}"

    def choose(self, backup: KnownBackup | None) -> None:
        """Choose a backup and compare it with the vault."""
        if backup == self.chosen:
            return
        self.chosen, self._found = backup, None
        self.card_changed.emit()
        if backup is not None and backup.notes is not None:
            self.keeper.compare(backup, lambda found: self._on_compared(backup, found))

    def show_all(self) -> None:
        """Fold the older ones out."""
        self.shows_all = True
        self.changed.emit()

    def set_rhythm(self, rhythm: Rhythm) -> None:
        """Change how often."""
        self.keeper.choose(replace(self.keeper.plan, rhythm=rhythm))

    def set_keep(self, keep: Generations) -> None:
        """Change how many."""
        self.keeper.choose(replace(self.keeper.plan, keep=keep))

    def set_place(self, folder: Path | None) -> None:
        """Change where: a folder of our own in the chosen one.

        A disk that is not there is told by it from an empty folder in its place.
        """
        self.keeper.choose_place(folder / strings.PLACE_FOLDER if folder else None)

    def _missed_here(self, patience: timedelta) -> tuple[str, str]:
        plan, now, known = self.keeper.plan, self.keeper.now, self.keeper.known
        if plan.rhythm is Rhythm.NEVER:
            return "", ""
        wanted = timedelta(days=7 if plan.rhythm is Rhythm.WEEKLY else 1) + patience
        latest = next((one.made_at for one in known if one.made_at <= now), None)
        failure = self.keeper.failure
        advice = str(failure) if isinstance(failure, ManagerNotesError) else strings.MISSED_ADVICE
        if latest is None:
            return (strings.MISSED_NEVER, advice) if failure is not None else ("", "")
        if now - latest < wanted:
            return "", ""
        day = self._dates.day(latest.date(), now.date())
        return strings.MISSED.format(day=day), advice

    def _row(self, backup: KnownBackup, *, is_newest: bool) -> BackupRow:
        today = self.keeper.now.date()
        entries, proof = strings.UNKNOWN, strings.OTHER_KEY
        if backup.notes is not None:
            entries = f"{backup.notes:,}"
            proof = self._proof(self.keeper.marks.get(backup.digest, ProofMark()))
        return BackupRow(
            backup=backup,
            day=self._dates.weekday_and_day(backup.made_at.date(), today),
            time=self._dates.time(backup.made_at),
            size=_megabytes(backup.size),
            entries=entries,
            proof=proof,
            is_newest=is_newest,
        )

    def _proof(self, mark: ProofMark) -> str:
        today = self.keeper.now.date()
        words = strings.COUNTED
        if mark.compared is not None:
            when = self._dates.near(mark.compared.date(), today)
            time = self._dates.time(mark.compared)
            words = strings.COMPARED.format(when=f"{when} {time}")
        if mark.opened is not None:
            day = self._dates.day(mark.opened.date(), today)
            words = f"{words}, {strings.OPENED.format(day=day)}"
        return words

    def _only_there(self, found: Differences) -> str:
        since, today = found.binned_first, self.keeper.now.date()
        words = ""
        if since is not None:
            in_the_week = (today - since.date()).days < DAYS_IN_WEEK
            day = since.date()
            words = self._dates.weekday(day) if in_the_week else self._dates.day(day, today)
        erased, binned = len(found.only_in_backup), len(found.binned_since)
        return strings.only_there(erased, binned, words, found.papers.only_in_backup)

    def _on_compared(self, backup: KnownBackup, found: Differences) -> None:
        if backup == self.chosen:
            self._found = found
            self.card_changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        wanted = self.chosen.path if self.chosen is not None else None
        present = next((one for one in self.keeper.known if one.path == wanted), None)
        self.choose(present)  # another one, if it has been unlocked meanwhile
        self.changed.emit()

    @Slot(object)
    def _on_progress(self, step: Step | None) -> None:
        if step is None:
            self.ended.emit()
            return
        text = strings.BUSY.format(stage=strings.STAGES[step.stage])
        done, total = step.done / _MILLION, step.total / _MILLION
        count = strings.MEGABYTES.format(done=f"{done:.1f}", total=f"{total:.1f}")
        self.progress.emit(text, count if step.done else "", step.done // 1024, step.total // 1024)


def _newer(found: Differences) -> str:
    papers = found.papers
    return strings.entries(
        len(found.newer),
        found.newer_people,
        papers.newer_talks,
        papers.newer_promises,
        papers.newer_others,
    )


def _changed(found: Differences) -> str:
    return strings.texts(len(found.changed) + found.papers.changed)


def _megabytes(size: int) -> str:
    return f"{size / _MILLION:.1f} MB" if size >= _MILLION / 10 else f"{max(size // 1000, 1)} kB"

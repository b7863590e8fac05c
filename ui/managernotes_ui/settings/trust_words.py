"""What a row of the Trust page says of a proof: waiting, proved, failed, or could not run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from managernotes.services.trust_memory import Drilled, TrustReport
from managernotes.services.trust_proof import Proof, ProofName, Verdict
from managernotes.services.trust_sentences import TITLES, figure, megabytes, seconds
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import trust as strings

_FRESH_SECONDS = 600


@dataclass(frozen=True, slots=True)
class RowWords:
    """The words of one row; `verdict` is None while there is none."""

    title: str
    how: str
    figure: str
    below: str = ""
    verdict: Verdict | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says: title, verdict, figure, how."""
        verdict = self.verdict.value if self.verdict else strings.NOT_YET
        figure = "" if self.verdict is None else self.figure
        return ", ".join(part for part in (self.title, verdict, figure, self.how) if part)


class TrustWords:
    """Words for rows and headings, in the locale's dates."""

    def __init__(self) -> None:
        self._dates = DateWords()

    def row(self, name: ProofName, proof: Proof | None, today: date, *, waits: bool) -> RowWords:
        """Return what a row says; `waits` while its turn in a run has not come."""
        if proof is None:
            how = strings.HOW_WITHOUT.get(name, strings.HOW[name])
            return RowWords(TITLES[name], how, strings.WAITING if waits else strings.NOT_YET)
        verdict = proof.verdict
        how = proof.finding.reason if verdict is Verdict.FAILED else self._how(proof, today)
        below = "" if verdict is Verdict.COULD_NOT else _below(proof)
        return RowWords(TITLES[name], how, figure(proof), below, verdict)

    def heading(self, report: TrustReport | None, now: datetime) -> tuple[str, str]:
        """Return the heading of the page and the sentence under it."""
        if report is None:
            return strings.NOTHING_YET, strings.FIRST_TIME
        fresh = abs((now - report.at).total_seconds()) < _FRESH_SECONDS
        local = report.at.astimezone(now.tzinfo)
        when = self._dates.moment(local, now.date())
        text = strings.WHEN.format(when=when, seconds=f"{max(report.seconds, 0.1):.1f}")
        return (strings.JUST_NOW if fresh else strings.EARLIER), text

    def drill(self, drilled: Drilled | None, now: datetime) -> str:
        """Return when the last drill was, and when the next is due."""
        if drilled is None:
            return strings.DRILL_NEVER
        began = drilled.began.astimezone(now.tzinfo)
        form = strings.DRILL_DUE if drilled.next_on < now.date() else strings.DRILL_DONE
        following = self._dates.day(drilled.next_on, drilled.next_on)  # its year is plain
        return form.format(when=self._near(began, now.date()), next=following)

    def drill_figures(self, drilled: Drilled | None, now: datetime) -> tuple[str, str, str, str]:
        """Return the figure of each of the drill's steps, empty before there is one."""
        if drilled is None:
            return ("", "", "", "")
        finding = drilled.finding
        ended = self._dates.time(drilled.at.astimezone(now.tzinfo))
        return strings.GROUPS, seconds(finding.opened_in), f"{finding.entries:,}", ended

    def _how(self, proof: Proof, today: date) -> str:
        name, figures = proof.name, proof.finding.figures
        stamp = figures.get("made_at") or figures.get("since")
        without = strings.HOW_WITHOUT.get(name)
        if without is None:
            return strings.HOW[name]
        if not isinstance(stamp, str):
            return without
        moment = datetime.fromisoformat(stamp).astimezone()
        when = self._near(moment, today)
        if name is ProofName.CONNECTIONS and moment.date() == today:
            when = self._dates.time(moment)
        return strings.HOW[name].format(when=when)

    def _near(self, moment: datetime, today: date) -> str:
        said = self._dates.moment(moment, today)
        return said[:1].lower() + said[1:] if said.startswith(("Today", "Yesterday")) else said


def _below(proof: Proof) -> str:
    made = _BELOW.get(proof.name)
    if made is None or not proof.finding.figures:
        return strings.IN_SECONDS.format(seconds=seconds(proof.seconds))
    return made(proof)


def _pages(proof: Proof) -> str:
    size = megabytes(int(proof.finding.figures["bytes"]))
    return strings.PAGES_BELOW.format(size=size, seconds=seconds(proof.seconds))


def _keyring(proof: Proof) -> str:
    refused = proof.finding.figures["refused"]
    return strings.KEYRING_BELOW.format(count=refused) if refused else strings.NONE_REFUSED


_BELOW: Mapping[ProofName, Callable[[Proof], str]] = {
    ProofName.PAGES: _pages,
    ProofName.FILES: lambda _proof: strings.FILES_BELOW,
    ProofName.CONNECTIONS: lambda _proof: strings.CONNECTIONS_BELOW,
    ProofName.CIPHER: lambda proof: strings.CIPHER_BELOW.format(
        count=proof.finding.figures["settings"]
    ),
    ProofName.KEYRING: _keyring,
}

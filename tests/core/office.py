"""A real vault for tests of storage and services, and a look under its encryption."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from managernotes.domain.identity import DeviceId, new_uuid7
from managernotes.services.attention import AttentionService
from managernotes.services.away import AwayService
from managernotes.services.briefs import BriefsService
from managernotes.services.coverage import CoverageService
from managernotes.services.even_hand import EvenHandService
from managernotes.services.goals import GoalsService
from managernotes.services.growth import GrowthService
from managernotes.services.handover_lines import HandoverSources
from managernotes.services.handovers import HandoversService
from managernotes.services.ledger import Ledger
from managernotes.services.lessons import LessonsService
from managernotes.services.links import LinksService
from managernotes.services.look_backs import LookBacksService
from managernotes.services.metrics import MetricsService
from managernotes.services.notes import NotesService
from managernotes.services.nudges import NudgesService
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.people import PeopleService
from managernotes.services.preparations import PreparationsService
from managernotes.services.promises import PromisesService
from managernotes.services.rhythm import RhythmService
from managernotes.services.roles import RolesService
from managernotes.services.search import SearchService
from managernotes.services.sharing import SharingService
from managernotes.services.talks import TalksService
from managernotes.services.team import TeamService
from managernotes.services.templates import TemplatesService
from managernotes.services.threads import ThreadsService
from managernotes.services.today import TodayService
from managernotes.services.vision import VisionService
from managernotes.services.yardsticks import YardsticksService
from managernotes.storage.migrations import runner
from managernotes.vault.connection import Connection, create_connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles

NOON: Final = datetime(2026, 3, 12, 12, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Thursday, an hour ahead of UTC; where every test's clock begins."""

_KEY: Final = bytes(range(32))
_PAGE, _RESERVED, _IV, _SALT = 4096, 80, 16, 16


@dataclass
class MovingClock:
    """A clock that a test moves by hand."""

    moment: datetime = NOON

    def now(self) -> datetime:
        """Return where the clock was put."""
        return self.moment

    def advance(self, **by: float) -> None:
        """Move the clock, in the words of timedelta."""
        self.moment += timedelta(**by)


class Office:
    """The services over one new vault, and the clock they go by."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovingClock()
        self.files = VaultFiles(folder / "vault.db")
        self.key = DataKey(_KEY)
        db = create_connection(self.files, self.key)
        runner.migrate(db, lambda _: None)
        self._device = DeviceId(new_uuid7(NOON))
        self._connections: list[Connection] = []
        self.ledger = self._ledger(db)
        self.db = db
        self.notes = NotesService(self.ledger)
        self.people = PeopleService(self.ledger)
        self.papers = PaperWriting(self.ledger)
        self.sharing = SharingService(self.ledger, self.papers)
        self.templates = TemplatesService(self.ledger, self.papers)
        self.talks = TalksService(self.ledger, self.papers, self.templates)
        self.promises = PromisesService(self.ledger, self.papers)
        self.briefs = BriefsService(self.ledger, self.talks, self.promises)
        self.links = LinksService(self.ledger)
        self.lessons = LessonsService(self.ledger, self.papers)
        self.search = SearchService(self.ledger)
        self.away = AwayService(self.ledger)
        self.rhythm = RhythmService(self.ledger)
        self.today = TodayService(self.ledger)
        self.vision = VisionService(self.ledger, self.papers)
        self.roles = RolesService(self.ledger, self.papers)
        self.yardsticks = YardsticksService(self.ledger, self.papers)
        self.coverage = CoverageService(self.ledger, self.yardsticks)
        self.preparations = PreparationsService(self.ledger, self.papers)
        self.threads = ThreadsService(self.ledger, self.papers)
        self.goals = GoalsService(self.ledger, self.papers, self.talks)
        self.look_backs = LookBacksService(self.ledger, self.papers, self.promises)
        self.even_hand = EvenHandService(self.ledger)
        self.attention = AttentionService(self.ledger)
        self.team = TeamService(self.ledger)
        self.growth = GrowthService(self.ledger, self.papers)
        self.nudges = NudgesService(self.ledger)
        self.metrics = MetricsService(
            self.ledger, self.yardsticks, self.growth, self.lessons, self.nudges
        )
        self.handovers = HandoversService(
            self.ledger,
            self.papers,
            HandoverSources(
                goals=self.goals,
                promises=self.promises,
                growth=self.growth,
                yardsticks=self.yardsticks,
                vision=self.vision,
                talks=self.talks,
                notes=self.notes,
            ),
        )

    def second_ledger(self) -> Ledger:
        """Return what another program works with that has opened the same vault."""
        return self._ledger(open_connection(self.files, DataKey(_KEY), patience_seconds=0.1))

    def check_index(self) -> None:
        """Raise unless the search indexes hold exactly the words of notes and papers."""
        for check in (
            (
                "INSERT INTO observation_search (observation_search, rank)"
                " VALUES ('integrity-check', 1)"
            ),
            "INSERT INTO paper_search (paper_search, rank) VALUES ('integrity-check', 1)",
        ):
            self.db.execute(check)

    def rebuild_index(self) -> None:
        """Make the search index fit again, after a change that passed it by."""
        self.db.execute("INSERT INTO observation_search (observation_search) VALUES ('rebuild')")

    def close(self) -> None:
        """Close every connection."""
        for connection in self._connections:
            connection.close()

    def decrypted(self) -> bytes:
        """Return every page of the vault file without its encryption, free ones too."""
        content = self.files.database.read_bytes()
        pages = range(0, len(content), _PAGE)
        return b"".join(_plain(content[start : start + _PAGE], first=start == 0) for start in pages)

    def _ledger(self, db: Connection) -> Ledger:
        self._connections.append(db)
        return Ledger(db, self.clock, self._device)


def _plain(page: bytes, *, first: bool) -> bytes:
    """Decrypt one page of SQLCipher 4: AES-256-CBC, the IV at the end before its seal."""
    body = page[_SALT if first else 0 : _PAGE - _RESERVED]
    iv = page[_PAGE - _RESERVED : _PAGE - _RESERVED + _IV]
    decryptor = Cipher(algorithms.AES(_KEY), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()

"""What the tests of storage and services begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Open a new vault's services; at the end the search index must hold what the notes do."""
    office = Office(tmp_path)
    yield office
    office.check_index()
    office.close()

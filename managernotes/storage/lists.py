"""Lists as one bound value, so that a statement keeps its text whatever their length."""

from __future__ import annotations

import json
from collections.abc import Iterable
from uuid import UUID


def id_list(identities: Iterable[UUID]) -> str:
    """Return ids for `IN (SELECT unhex(value) FROM json_each(…))`."""
    return json.dumps([identity.hex for identity in identities])


def value_list(values: Iterable[int | str]) -> str:
    """Return numbers or words for `IN (SELECT value FROM json_each(…))`."""
    return json.dumps(list(values))

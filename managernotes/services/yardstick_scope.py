"""Whose an expectation may be, and what it may serve; refused with a sentence."""

from __future__ import annotations

from managernotes.domain.yardstick import Scope, YardstickKind
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.person_rules import checked_line
from managernotes.services.vision_lines import want_line
from managernotes.storage import yardstick_scopes
from managernotes.storage.roles import role_key


def set_scope(
    ledger: Ledger, number: int, kind: YardstickKind, scope: Scope, before: Scope
) -> None:
    """Store a scope within a transaction; its role is made when it is new.

    InvalidInputError for a value with a role, which is everybody's; for a level without a role;
    and for a line that is not in the present vision, unless it stood there `before`.
    """
    title, level = checked_line(scope.role, "A role"), checked_line(scope.level, "A level")
    if kind is YardstickKind.VALUE and title:
        raise InvalidInputError("A value is everybody's.", "Leave the role out.")
    if level and not title:
        raise InvalidInputError("A level is one of a role.", "Name the role too.")
    want_line(ledger, scope.vision_line, before.vision_line)
    role = role_key(ledger.db, title, ledger.device, ledger.now()) if title else None
    stored = Scope(role=title, level=level, area=scope.area, vision_line=scope.vision_line)
    yardstick_scopes.set_scope(ledger.db, number, stored, role)

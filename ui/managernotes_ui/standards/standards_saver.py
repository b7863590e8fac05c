"""Saves what is typed about vision, roles, expectations: each field for itself, by its name."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject

from managernotes.domain.identity import VisionLineId, YardstickId
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session
from managernotes_ui.common.text_saver import TextSaver


class YardstickField(NamedTuple):
    """A text of an expectation or value, by its name in YardstickWords."""

    yardstick: YardstickId
    name: str


class VisionField(NamedTuple):
    """The vision's text, or one of its lines."""

    line: VisionLineId | None


class PurposeField(NamedTuple):
    """What a role is there for."""

    role: str


class StandardsSaver(TextSaver):
    """Takes what is in the vault at that moment and changes only the one text."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, _save, parent)


def _save(workspace: Workspace, field: Hashable, text: str) -> object:
    if isinstance(field, YardstickField):
        words = workspace.yardsticks.get(field.yardstick).words
        changed = replace(words, **{field.name: text})
        return changed == words or workspace.yardsticks.reword(field.yardstick, changed)
    if isinstance(field, PurposeField):
        workspace.roles.set_purpose(field.role, text)
        return None
    assert isinstance(field, VisionField)
    return _save_vision(workspace, field, text)


def _save_vision(workspace: Workspace, field: VisionField, text: str) -> object:
    vision = workspace.vision.now()
    if vision is None:
        return workspace.vision.save(text, ()) if text.strip() else None
    if field.line is None:
        return workspace.vision.save(text, vision.words.lines)
    lines = [
        replace(line, text=text) if line.id == field.line else line for line in vision.words.lines
    ]
    return workspace.vision.save(vision.words.text, lines)

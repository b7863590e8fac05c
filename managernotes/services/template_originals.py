"""The templates that come with the app, read from resources/templates.

Each file is a few lines `name: value`, an empty line, and the body in Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from managernotes.domain.conversation import ConversationType
from managernotes.domain.template import TemplateGroup, TemplateWords
from managernotes.resources import resource_folder


@dataclass(frozen=True, slots=True)
class Original:
    """One template as it came."""

    name: str
    """The file's name without its number; what a talk remembers it by."""
    group: TemplateGroup
    type: ConversationType | None
    version: int
    words: TemplateWords


def read_originals(folder: Path | None = None) -> dict[str, Original]:
    """Return the app's templates by name, in their order.

    FileNotFoundError, KeyError or ValueError: a broken installation.
    """
    paths = sorted((folder or resource_folder("templates")).glob("*.md"))
    found = [_original(path) for path in paths]
    return {original.name: original for original in found}


def _original(path: Path) -> Original:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    front = dict(line.split(":", 1) for line in head.splitlines())
    facts = {name: value.strip() for name, value in front.items()}
    return Original(
        name=path.stem.partition("-")[2],
        group=TemplateGroup(facts["group"]),
        type=ConversationType(facts["type"]) if facts["type"] else None,
        version=int(facts["version"]),
        words=TemplateWords(title=facts["title"], why=facts["why"], body=body.rstrip()),
    )

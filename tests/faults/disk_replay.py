"""What a disk may hold after a power cut: every synced write, and any part of the later ones.

A recording of the system calls (strace) gives the writes in their order. A state of the disk is
made by cutting the recording anywhere: what was synced before the cut is there; of what was not,
each write may be there, be missing, or be there in some of its 512-byte sectors only. A change of
a file's size that was not synced may be missing too, and so may a new file whose folder was not.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SECTOR: Final = 512
CALLS: Final = (
    "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,stat,newfstatat,statx"
)
STRACE: Final = ("strace", "-f", "-xx", "-s", "200000", "--seccomp-bpf", "-e", f"trace={CALLS}")

_CALL: Final = re.compile(r"(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_CREATES: Final = "O_CREAT"
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes for a place in a file."""

    name: str
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    """A file's new length."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Create:
    """A file that was not there before."""

    name: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A file that goes."""

    name: str


@dataclass(frozen=True, slots=True)
class Sync:
    """Everything done to a file, or to the folder's own entries, is on the disk now."""

    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A path that was only asked for; how the recorded program says something."""

    path: str


Step = Write | Resize | Create | Remove | Sync | Mark
Files = dict[str, bytearray]


def steps_of(recording: Iterable[str], folder: Path) -> Iterator[Step]:
    """Yield what a strace recording did to the files of one folder; the folder is named ``.``."""
    names: dict[int, str] = {}
    for line in recording:
        found = _CALL.match(line)
        if found is None:
            continue
        call, arguments, result = found[1], found[2], int(found[3])
        if call == "openat" and result >= 0:
            yield from _opened(names, result, _name(arguments, folder), arguments)
        elif call in _ON_DESCRIPTOR and result >= 0:
            first, _, rest = arguments.partition(", ")
            if (name := names.get(int(first))) is not None:
                yield from _ON_DESCRIPTOR[call](name, rest)
        else:
            yield from _named(call, arguments, result, folder)


def _opened(
    names: dict[int, str], descriptor: int, name: str | None, arguments: str
) -> Iterator[Step]:
    names.pop(descriptor, None)
    if name is not None:
        names[descriptor] = name
        if _CREATES in arguments:
            yield Create(name)


def _named(call: str, arguments: str, result: int, folder: Path) -> Iterator[Step]:
    name, text = _name(arguments, folder), _TEXT.search(arguments)
    if call in {"unlink", "unlinkat"} and result == 0 and name is not None:
        yield Remove(name)
    elif result < 0 and text is not None:
        yield Mark(_decoded(text[1]).decode(errors="replace"))


def _written_at(name: str, rest: str) -> Iterator[Step]:
    text = _TEXT.search(rest)
    assert text is not None, "a write without its bytes: the recording is cut"
    offset = int(rest.rsplit(", ", 1)[1])
    yield Write(name, offset, _decoded(text[1]))


def _unexpected(name: str, rest: str) -> Iterator[Step]:
    raise AssertionError(f"{name} is written without a place: the replay does not know where")


_ON_DESCRIPTOR: Final[dict[str, Callable[[str, str], Iterable[Step]]]] = {
    "pwrite64": _written_at,
    "write": _unexpected,
    "fsync": lambda name, _rest: [Sync(name)],
    "fdatasync": lambda name, _rest: [Sync(name)],
    "ftruncate": lambda name, rest: [Resize(name, int(rest))],
}


@dataclass
class Disk:
    """The files as they are once everything is written, cut short by `state_after`."""

    base: Files
    steps: list[Step] = field(default_factory=list)

    def state_after(self, cut: int, chance: random.Random) -> Files:
        """Return what may be on the disk when the power goes after so many steps."""
        files = {name: bytearray(content) for name, content in self.base.items()}
        done = self.steps[:cut]
        synced = {step.name: number for number, step in enumerate(done) if isinstance(step, Sync)}
        unborn: set[str] = set()
        for number, step in enumerate(done):
            if isinstance(step, Sync | Mark):
                continue
            entry = isinstance(step, Create | Remove)
            kept = number <= synced.get("." if entry else step.name, -1)
            if step.name in unborn:
                continue
            if not _apply(files, step, kept=kept, chance=chance) and isinstance(step, Create):
                unborn.add(step.name)
        return files


def _apply(files: Files, step: Step, *, kept: bool, chance: random.Random) -> bool:
    """Do one step, or a part of it; return whether it was done at all."""
    done = kept or chance.random() < _HALF
    match step:
        case Write():
            _write(files, step, _sectors(step, chance) if not done else None)
        case Resize() if done:
            content = files.setdefault(step.name, bytearray())
            del content[step.size :]
            content.extend(bytes(step.size - len(content)))
        case Create():
            done = done or step.name in files
            if done:
                files.setdefault(step.name, bytearray())
        case Remove() if done:
            files.pop(step.name, None)
    return done


def _sectors(step: Write, chance: random.Random) -> set[int]:
    """Return which sectors of a torn write reached the disk; often none."""
    if chance.random() < _HALF:
        return set()
    count = -(-len(step.content) // SECTOR)
    return set(chance.sample(range(count), chance.randrange(count + 1)))


def _write(files: Files, step: Write, sectors: set[int] | None) -> None:
    content = files.setdefault(step.name, bytearray())
    for start in range(0, len(step.content), SECTOR):
        if sectors is not None and start // SECTOR not in sectors:
            continue
        piece = step.content[start : start + SECTOR]
        place = step.offset + start
        content.extend(bytes(max(0, place + len(piece) - len(content))))
        content[place : place + len(piece)] = piece


def _name(arguments: str, folder: Path) -> str | None:
    """Return the name in the folder that a call is about, None when it is about another place."""
    text = _TEXT.search(arguments)
    path = Path(_decoded(text[1]).decode(errors="replace")) if text else Path()
    if path == folder:
        return "."
    return path.name if path.parent == folder else None


def _decoded(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))

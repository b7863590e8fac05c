"""The search for readable words finds what is planted, and nothing in what is encrypted."""

from __future__ import annotations

import base64
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from managernotes.services.trust_forms import Form, Pattern, forms_of_key, forms_of_word
from managernotes.services.trust_leaks import (
    finds_everything_planted,
    nothing_readable,
    scanner_for,
)
from managernotes.services.trust_places import Part, Place
from managernotes.services.trust_proof import Finding, Verdict
from managernotes.services.trust_scan import SLICE_BYTES, Scanner
from managernotes.vault.data_key import DataKey
from managernotes.vault.raw_bytes import OwnFile
from tests.core.trust_bench import MARKERS, markers, outcome, stopped_early

KEY: Final = DataKey(bytes(range(100, 132)))
ROOM: Final = 60_000

Writer = Callable[[bytes], bytes]
ENCODINGS: Final[dict[str, Callable[[str], bytes]]] = {
    "text": str.encode,
    "lower case": lambda word: word.lower().encode(),
    "wide, little end first": lambda word: word.encode("utf-16-le"),
    "wide, big end first": lambda word: word.encode("utf-16-be"),
    "hex": lambda word: word.encode().hex().encode(),
    "capital hex": lambda word: word.encode().hex().upper().encode(),
    "base64": lambda word: base64.b64encode(word.encode()),
    "base64 after one byte": lambda word: base64.b64encode(b"x" + word.encode() + b"y"),
    "base64 after two bytes": lambda word: base64.b64encode(b"xy" + word.encode() + b"z"),
    "base64 for addresses": lambda word: base64.urlsafe_b64encode(b">?" + word.encode()),
}


def searched(words: list[str], path: Path, part: Part = Part.VAULT) -> Finding:
    """Search one file for these words."""
    return outcome(nothing_readable(words, KEY, [Place(part, path)]))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_of_fifty_markers_is_found_in_each_encoding(tmp_path: Path, encoding: str) -> None:
    words = markers()
    assert len({word.casefold() for word in words}) == MARKERS
    scanner = scanner_for(words, KEY)
    missed = []
    for number, word in enumerate(words):
        left, right = os.urandom(1_000 + number), os.urandom(1_000)
        found = scanner.search(left + ENCODINGS[encoding](word) + right)
        if number not in {pattern.secret for pattern in found}:
            missed.append(number)
    assert missed == []
    leaky = tmp_path / "leaky"
    leaky.write_bytes(b"\0".join(ENCODINGS[encoding](word) for word in words))
    finding = searched(words, leaky)
    assert (finding.verdict, finding.figures["found"]) == (Verdict.FAILED, MARKERS)


@pytest.mark.parametrize("written", [bytes, bytes.hex, base64.b64encode])
def test_the_key_is_found_as_bytes_as_digits_and_as_base64(
    tmp_path: Path, written: Callable[[bytes], bytes | str]
) -> None:
    form = written(KEY.material)
    content = form.encode() if isinstance(form, str) else form
    for kept in (content, content.decode("latin-1").encode("utf-16-le")):
        file = tmp_path / "file"
        file.write_bytes(os.urandom(999) + kept + os.urandom(999))
        finding = searched(markers(), file)
        if kept is content or written is not bytes:
            assert finding.verdict is Verdict.FAILED
            assert finding.reason == "The vault’s key lies readable in: the vault."


def test_half_the_key_is_found_too(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(os.urandom(99) + KEY.material[16:].hex().encode())
    assert searched(markers(), file).verdict is Verdict.FAILED


def test_random_bytes_hold_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(os.urandom(2_000_000))
    finding = searched(markers(), file)
    assert finding.verdict is Verdict.PROVED
    assert finding.figures == {"words": 50, "found": 0, "files": 1, "bytes": 2_000_000}


def test_a_word_across_the_border_of_two_slices_is_found(tmp_path: Path) -> None:
    word = markers()[0]
    for before in range(1, len(word)):
        file = tmp_path / "file"
        file.write_bytes(bytes(SLICE_BYTES - before) + word.encode() + bytes(ROOM))
        finding = searched([word], file)
        assert finding.figures["found"] == 1
        assert finding.figures["bytes"] == file.stat().st_size


def test_the_reason_names_the_kind_of_file_and_no_word(tmp_path: Path) -> None:
    word = markers()[3]
    file = tmp_path / f"{word}.json"
    file.write_text(f"about {word}")
    finding = searched([word], file, Part.SETTINGS)
    assert finding.reason == "Something you wrote lies readable in: the settings."


def test_a_file_that_cannot_be_read_is_told_and_one_that_has_gone_is_not(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path)
    assert searched(markers(), link).verdict is Verdict.COULD_NOT
    assert searched(markers(), tmp_path / "gone").verdict is Verdict.PROVED


def test_without_a_word_nothing_is_proved(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(os.urandom(100))
    assert searched([], tmp_path / "file").verdict is Verdict.COULD_NOT


def test_a_scanner_that_cannot_find_proves_nothing(tmp_path: Path) -> None:
    class Blind(Scanner):
        def search(self, content: bytes) -> set[Pattern]:
            return set()

    words = [form for number, word in enumerate(markers()) for form in forms_of_word(number, word)]
    assert finds_everything_planted(Scanner(words))
    assert not finds_everything_planted(Blind(words))


def test_names_with_spaces_and_other_scripts_have_every_form_found() -> None:
    names = [
        "Dana Whitfield",
        "Jean-Luc Ångström",
        "Łukasz Żółć",
        "山田太郎花子",
        "Ελένη Παπαδοπούλου",
    ]
    scanner = Scanner(form for n, name in enumerate(names) for form in forms_of_word(n, name))
    assert finds_everything_planted(scanner)


def test_the_forms_of_the_key_tell_its_every_byte() -> None:
    forms = list(forms_of_key(0, KEY))
    raw = b"".join(form.content for form in forms if form.form is Form.RAW)
    assert raw == KEY.material


def test_it_can_be_dropped_halfway(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(bytes(3 * SLICE_BYTES))
    stopped_early(nothing_readable(markers(), KEY, [Place(Part.VAULT, file)]), 2)


def test_five_hundred_words_in_seventeen_megabytes_take_about_a_second(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(chance.choices(letters, k=chance.randint(6, 12))) for _ in range(500)]
    file = tmp_path / "file"
    file.write_bytes(os.urandom(17_000_000))
    began = time.process_time()
    scanner = scanner_for(words, KEY)
    with file.open("rb") as content:
        start, longest_slice = 0, 0.0
        while True:
            slice_began = time.process_time()
            found, start, _size = scanner.search_from(OwnFile(content), start)
            longest_slice = max(longest_slice, time.process_time() - slice_began)
            assert not found
            if not start:
                break
    assert time.process_time() - began < 4.0
    assert longest_slice < 0.2

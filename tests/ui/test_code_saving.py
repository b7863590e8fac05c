"""The recovery sheet as a PDF: the code is in it, nothing else private is, and it is asked for."""

from __future__ import annotations

import re
import stat
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from managernotes.errors import NameTakenError
from managernotes.services.private_export import write_private_file
from managernotes_ui.common.strings import recovery as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.recovery.code_panel import CodePanel
from managernotes_ui.recovery.code_saving import pdf_of
from managernotes_ui.recovery.code_sheet import CodeSheet
from managernotes_ui.recovery.typed_back import TypedBack
from tests.ui.note_bench import Bench, note_bench
from tests.ui.style_bench import dressed

GROUPS: Final = ("7KQM", "4TXW", "R9HD", "2VNP", "CE6J", "8WYA", "M3GZ", "5FKT")
DAY: Final = date(2026, 11, 24)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    with note_bench(qtbot, tmp_path) as bench:
        yield bench


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, bench: Bench) -> Iterator[CodePanel]:
    with dressed(qapp) as theme:
        panel = CodePanel(theme, TypedBack(bench.session, GROUPS, (2, 6)))
        qtbot.addWidget(panel)
        panel.show()
        yield panel


def test_the_pdf_holds_the_code_and_says_whose_it_is_to_nobody(qapp: QApplication) -> None:
    with dressed(qapp):  # the app's own font, in which figures may have glyphs without a letter
        content = pdf_of(CodeSheet(GROUPS, DAY))
    words = text_of(content).replace("\t", " ")
    assert all(group in words for group in GROUPS)
    assert "recovery code" in words
    assert "2026" in words
    facts = b" ".join(
        re.findall(rb"/(?:Title|Author|Subject|Keywords|Creator) *\((.*?)\)", content)
    )
    assert facts.replace(b"\0", b"").strip(b"\xfe\xff ") in {b"Recovery code", b"Recovery code "}
    for private in (Path.home().name.encode(), b"/home", b"/root", b"vault.db"):
        assert private not in content


def test_the_file_is_private_and_never_written_over_another(tmp_path: Path) -> None:
    place = tmp_path / "sheet.pdf"
    write_private_file(place, b"x")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    (tmp_path / "link.pdf").symlink_to(tmp_path / "elsewhere")
    for taken in (place, tmp_path / "link.pdf"):
        with pytest.raises(NameTakenError):
            write_private_file(taken, b"y")
    assert place.read_bytes() == b"x"
    assert not (tmp_path / "elsewhere").exists()


def test_it_is_written_only_after_the_warning_and_only_where_it_was_asked_for(
    qtbot: QtBot, panel: CodePanel, tmp_path: Path
) -> None:
    place = tmp_path / "papers" / "my code.pdf"
    place.parent.mkdir()
    panel.save.click()
    (ask,) = panel.findChildren(AskDialog)
    assert "not encrypted" in ask.accessibleDescription()
    ask.yes.click()
    (dialog,) = panel.findChildren(QFileDialog)
    dialog.setDirectory(str(place.parent))
    dialog.selectFile(str(place))
    dialog.accept()
    qtbot.waitUntil(lambda: panel.paper.text() == strings.SAVED.format(name="my code.pdf"))
    assert [path.name for path in place.parent.iterdir()] == ["my code.pdf"]
    assert "M3GZ" in text_of(place.read_bytes())


def test_a_dismissed_warning_writes_nothing(panel: CodePanel, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    panel.save.click()
    (ask,) = panel.findChildren(AskDialog)
    ask.no.click()
    assert panel.findChildren(QFileDialog) == []
    assert sorted(tmp_path.rglob("*")) == before


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF, as the character maps of its own fonts spell them."""
    objects = {int(n): body for n, body in re.findall(rb"(\d+) 0 obj(.*?)endobj", pdf, re.DOTALL)}
    maps: dict[bytes, dict[bytes, str]] = {}
    for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", pdf):
        to_unicode = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        assert to_unicode is not None
        maps[name] = _character_map(objects[int(to_unicode[1])])
    words, font = [], b""
    for stream in map(_unpacked, objects.values()):
        for name, shown in re.findall(rb"/(F\d+) \S+ Tf|<([0-9a-fA-F]+)> Tj", stream):
            font = name or font
            codes = [shown[at : at + 4].lower() for at in range(0, len(shown), 4)]
            words += [maps[font][code] for code in codes]
    return "".join(words)


def _unpacked(body: bytes) -> bytes:
    found = re.search(rb"stream\r?\n(.*?)endstream", body, re.DOTALL)
    try:
        return zlib.decompress(found[1]) if found else b""
    except zlib.error:
        return b""


def _character_map(stream: bytes) -> dict[bytes, str]:
    spelt: dict[bytes, str] = {}
    for first, last, to in re.findall(rb"<(\w{4})> <(\w{4})> <(\w{4})>", stream):
        for offset in range(int(last, 16) - int(first, 16) + 1):
            spelt[b"%04x" % (int(first, 16) + offset)] = chr(int(to, 16) + offset)
    for first, last, listed in re.findall(rb"<(\w{4})> <(\w{4})> \[(.*?)\]", stream, re.DOTALL):
        signs = re.findall(rb"<(\w{4})", listed)
        for offset, sign in zip(range(int(first, 16), int(last, 16) + 1), signs, strict=False):
            spelt[b"%04x" % offset] = chr(int(sign, 16))
    for code, to in re.findall(rb"^<(\w{4})> <(\w{4})>$", stream, re.MULTILINE):
        spelt[code.lower()] = chr(int(to, 16))
    return spelt

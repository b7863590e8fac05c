"""The recovery code on its one page: typed back, printed, copied for a moment (15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.common.strings import recovery as strings
from managernotes_ui.recovery.code_clipboard import CodeClipboard
from managernotes_ui.recovery.code_printing import draw_on, print_sheet
from managernotes_ui.recovery.code_sheet import CodeSheet
from managernotes_ui.recovery.typed_back import GroupState
from managernotes_ui.unlock.recovery_step import RecoveryStep
from managernotes_ui.unlock.recovery_vm import RecoveryViewModel
from tests.ui.note_bench import Bench, note_bench
from tests.ui.style_bench import dressed

GROUPS = ("7KQM", "4TXW", "R9HD", "2VNP", "CE6J", "8WYA", "M3GZ", "5FKT")
ASKED = (2, 6)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    with note_bench(qtbot, tmp_path) as bench:
        yield bench


@pytest.fixture
def vm(bench: Bench) -> RecoveryViewModel:
    return RecoveryViewModel(bench.session, GROUPS, ASKED)


@pytest.fixture
def step(qtbot: QtBot, qapp: QApplication, vm: RecoveryViewModel) -> Iterator[RecoveryStep]:
    with dressed(qapp) as theme:
        step = RecoveryStep(theme, vm)
        qtbot.addWidget(step)
        step.show()
        step.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is step)
        step.take_focus()
        yield step


def test_takes_a_group_in_any_case_and_with_anything_between(vm: RecoveryViewModel) -> None:
    assert vm.type_group(2, " r9-hd") == "R9HD"
    assert vm.state(2) is GroupState.RIGHT
    assert not vm.is_typed_back


def test_a_group_is_wrong_as_soon_as_it_cannot_become_right(vm: RecoveryViewModel) -> None:
    vm.type_group(2, "R9")
    assert vm.state(2) is GroupState.OPEN
    vm.type_group(2, "R8")
    assert vm.state(2) is GroupState.WRONG


def test_go_on_waits_for_both_groups(vm: RecoveryViewModel) -> None:
    done: list[bool] = []
    vm.done.connect(lambda: done.append(True))
    vm.type_group(2, "R9HD")
    vm.go_on()
    assert not done
    vm.type_group(6, "M3GZ")
    vm.go_on()
    assert done


def test_shows_all_eight_groups_and_asks_for_two(step: RecoveryStep) -> None:
    words = [label.text() for label in step.findChildren(QLabel)]
    assert all(group in words for group in GROUPS)
    assert strings.TYPE_BACK.format(first=3, second=7) in words
    assert QApplication.focusWidget() is step.code.fields[2]


def test_typing_fills_and_moves_on(step: RecoveryStep) -> None:
    assert not step.on.isEnabled()
    QTest.keyClicks(step.code.fields[2], "r9hd")
    assert step.code.fields[2].text() == "R9HD"
    assert QApplication.focusWidget() is step.code.fields[6]
    QTest.keyClicks(step.code.fields[6], "m3gz")
    assert step.on.isEnabled()
    assert QApplication.focusWidget() is step.on


def test_a_wrong_group_is_named(step: RecoveryStep) -> None:
    QTest.keyClicks(step.code.fields[6], "m4")
    assert step.code.problem.text() == strings.GROUP_WRONG.format(number=7)
    QTest.keyClick(step.code.fields[6], Qt.Key.Key_Backspace)
    assert step.code.problem.text() == ""


def test_the_copy_asks_histories_not_to_keep_it_and_is_gone_in_time(qtbot: QtBot) -> None:
    clipboard = QApplication.clipboard()
    code = CodeClipboard(clipboard, stays_ms=80)
    code.copy("-".join(GROUPS))
    assert clipboard.text() == "-".join(GROUPS)
    formats = clipboard.mimeData().formats()
    assert "x-kde-passwordManagerHint" in formats
    assert "ExcludeClipboardContentFromMonitorProcessing" in formats
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_the_button_copies_the_whole_code(step: RecoveryStep) -> None:
    step.code.copy.click()
    assert QApplication.clipboard().text() == "-".join(GROUPS)
    QApplication.clipboard().clear()


def test_what_was_copied_since_is_left_alone(qtbot: QtBot) -> None:
    clipboard = QApplication.clipboard()
    code = CodeClipboard(clipboard, stays_ms=50)
    code.copy("-".join(GROUPS))
    clipboard.setText("something else")
    qtbot.wait(150)
    assert clipboard.text() == "something else"


def test_the_sheet_shows_every_group(qapp: QApplication) -> None:
    day = date(2026, 11, 24)
    whole = _drawn(CodeSheet(GROUPS, day))
    assert whole == _drawn(CodeSheet(GROUPS, day))
    for place in range(len(GROUPS)):
        without = (*GROUPS[:place], "", *GROUPS[place + 1 :])
        assert whole != _drawn(CodeSheet(without, day)), place


def test_the_sheet_keeps_its_code_out_of_its_repr() -> None:
    assert GROUPS[0] not in repr(CodeSheet(GROUPS, date(2026, 11, 24)))


def test_prints_only_when_asked_and_in_a_dialog(step: RecoveryStep) -> None:
    assert step.findChild(QPrintDialog) is None
    QTest.keyClick(step, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = step.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    dialog.reject()


def test_prints_one_page(tmp_path: Path, qapp: QApplication) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    draw_on(printer, CodeSheet(GROUPS, date(2026, 11, 24)))
    content = (tmp_path / "sheet.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1


def test_a_dismissed_dialog_prints_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = print_sheet(parent, CodeSheet(GROUPS, date(2026, 11, 24)))
    dialog.printer().setOutputFileName(str(tmp_path / "sheet.pdf"))
    dialog.reject()
    assert not list(tmp_path.iterdir())


def _drawn(sheet: CodeSheet) -> QImage:
    image = QImage(794, 1123, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    sheet.draw(painter, QRectF(image.rect()))
    painter.end()
    return image

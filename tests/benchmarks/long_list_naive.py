"""A process: as many rows in a QListWidget, one item each; prints what it took as JSON."""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget

from tests.benchmarks.long_list_ours import HEIGHT, JUMPS, WIDTH
from tests.benchmarks.memory import resident_mebibytes
from tests.benchmarks.qt_stage import dressed_application


def main(arguments: Sequence[str]) -> None:
    """Show the list, jump about in it, and print the seconds and the MiB."""
    app, _theme = dressed_application()
    rows = int(arguments[0])
    gc.collect()
    before = resident_mebibytes()
    began = time.perf_counter()
    view = QListWidget()
    view.resize(WIDTH, HEIGHT)
    view.addItems(
        [f"{row} ran the handover calmly and wrote down what was open" for row in range(rows)]
    )
    view.show()
    app.processEvents()
    view.viewport().repaint()
    shown = time.perf_counter() - began
    bar, chance, jumps = view.verticalScrollBar(), random.Random(1), []  # noqa: S311 - no secret
    for _ in range(JUMPS):
        place = chance.randrange(bar.maximum())
        began = time.perf_counter()
        bar.setValue(place)
        view.viewport().repaint()
        jumps.append(time.perf_counter() - began)
        app.processEvents()
    gc.collect()
    used = resident_mebibytes() - before
    sys.stdout.write(json.dumps({"shown": shown, "jumps": jumps, "mebibytes": used}))


if __name__ == "__main__":
    main(sys.argv[1:])

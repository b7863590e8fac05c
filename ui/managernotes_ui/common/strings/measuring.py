"""What is said where a note is measured by an expectation or value."""

from __future__ import annotations

from managernotes.domain.yardstick import YardstickKind

MEASURE = "Measure it by…"
MEASURE_ROW = "Measure it by an expectation or a value"
SHEET = "measure it by an expectation: E, then a digit"
READING = "One moment"
NOTHING = "Nothing is expected yet"
WRITE = "Write what is expected…"
LINKED = "The note is measured by it"
UNLINKED = "The note is no longer measured by it"
MEASURED_BY = "measured by {titles}"
KINDS = {YardstickKind.EXPECTATION: "expectation", YardstickKind.VALUE: "value"}
UNLINK = "Take it off"
KEY = "E"

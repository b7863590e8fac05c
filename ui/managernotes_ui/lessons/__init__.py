"""Lessons: what a setback taught, without a culprit (SPEC §7.28)."""

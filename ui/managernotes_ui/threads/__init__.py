"""Threads: what is followed over time (SPEC §7.29)."""

"""Promises: what you owe, what they owe, what was kept (SPEC §7.23)."""

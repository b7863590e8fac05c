"""Preparing a hard conversation, step by step (SPEC §5.6, practice/3-preparation.md)."""

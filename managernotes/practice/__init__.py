"""Judgement: pure functions over the domain."""

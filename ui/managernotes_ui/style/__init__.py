"""Tokens, theme, icons, fonts and scale."""

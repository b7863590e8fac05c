"""The window's frame: sidebar, palette, key sheet."""

"""The capture line and the quick window."""

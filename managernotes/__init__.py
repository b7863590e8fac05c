"""The core of Manager Notes: everything a manager can do, without a window."""

__version__ = "0.1.0"

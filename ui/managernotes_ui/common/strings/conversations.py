"""What the conversations page and its list say."""

from __future__ import annotations

TITLE = "Conversations"
TAB_TALKS = "Conversations"
TAB_PROMISES = "Promises"
TAB_THREADS = "Threads"
TABS = "Conversations, promises, threads"
MORE = "More"

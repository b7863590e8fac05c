"""What the page Reviews says over its tabs."""

from __future__ import annotations

TITLE = "Reviews"
TABS = "Tabs of reviews"
MORE = "More"
TAB_EVEN = "Even hand"
TAB_LOOK_BACK = "Month look-back"
PANEL = "Right panel"
PANEL_TIP = "Show or put away the right panel"

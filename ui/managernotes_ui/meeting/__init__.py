"""Before, in and after the room: rehearsing, the discreet view, the after-log."""

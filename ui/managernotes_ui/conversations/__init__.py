"""The conversations: their list, a talk while it is held, and the brief before it."""

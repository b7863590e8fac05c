"""Goals and growth: one person's, and everybody's at a glance."""

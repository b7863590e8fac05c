"""The page Reviews: how even my hand was, and the private look back at a month (SPEC §7.26, 27)."""

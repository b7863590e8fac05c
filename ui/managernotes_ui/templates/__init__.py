"""Templates: the questions of each sort of talk (SPEC §7.25)."""

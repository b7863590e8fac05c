"""All SQL, one file per concept."""

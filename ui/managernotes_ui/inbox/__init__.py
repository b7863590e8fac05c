"""The page of notes that were written while the vault was locked."""

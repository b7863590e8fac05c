"""The encrypted file and the keys that open it."""

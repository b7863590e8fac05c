"""What the lock and the settings share: the code on paper, and a new passphrase."""

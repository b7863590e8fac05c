"""What shuts the vault, covers the window and takes copies back, with or without being asked."""

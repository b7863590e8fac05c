"""What a manager can do, one verb group per file."""

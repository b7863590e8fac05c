"""Values and rules of the practice; standard library only."""

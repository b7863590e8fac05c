"""People are handed over to the next manager: who, what, look at it, save (S38)."""

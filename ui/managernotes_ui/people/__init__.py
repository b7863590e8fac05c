"""People and a person's page."""

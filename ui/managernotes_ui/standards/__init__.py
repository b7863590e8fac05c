"""What is expected: the tab of a person, and the page of vision, values, roles (SPEC §5.11)."""

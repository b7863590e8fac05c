"""The window: Qt over the services of the core."""

"""One note: its editor, its preview and its revisions."""

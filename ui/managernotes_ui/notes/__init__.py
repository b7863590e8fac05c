"""The note editor, its preview and its revisions."""

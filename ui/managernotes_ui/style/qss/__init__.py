"""The style sheet, one file per family of components."""

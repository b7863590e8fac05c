"""Lists of talks, and the sheets that plan and move one: parts of several screens."""

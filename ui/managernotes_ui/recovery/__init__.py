"""The recovery code on screen and on paper, wherever a new one is shown."""

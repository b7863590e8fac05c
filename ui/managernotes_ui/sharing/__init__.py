"""How a win or a concern gets on its way to the person, wherever a note is shown."""

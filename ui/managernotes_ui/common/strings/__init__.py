"""Every sentence the window says, one module per screen."""

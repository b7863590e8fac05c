"""Where the bundle starts: the command, or one of the helper processes that the core starts.

In a bundle `sys.executable` is the app itself, so the core starts a helper as `app --flag`.
"""

import importlib
import sys

HELPERS = {
    "--keyring-helper": ("managernotes.vault.keyring_helper", "main"),
    "--markdown-worker": ("managernotes.text.markdown_worker", "serve"),
}
COMMAND = ("managernotes_ui.__main__", "main")


def chosen(arguments: list[str]) -> tuple[str, str]:
    """Return the module and the function that these arguments ask for."""
    return HELPERS.get(arguments[0], COMMAND) if len(arguments) == 1 else COMMAND


if __name__ == "__main__":
    module, function = chosen(sys.argv[1:])
    sys.exit(getattr(importlib.import_module(module), function)())

"""The one place that knows where shipped files lie: in the wheel or in the repository."""

from __future__ import annotations

from pathlib import Path


def resource_folder(name: str) -> Path:
    """Return the folder of shipped files called `name` (icons, fonts, sample, …).

    A wheel and a bundle carry them inside this package, a checkout beside it. Raises
    FileNotFoundError when neither has it: a broken installation.
    """
    package = Path(__file__).parent
    for root in (package / "_resources", package.parent / "resources"):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(name)

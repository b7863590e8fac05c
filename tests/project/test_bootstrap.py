"""Bootstrap reads its command line, and tells an old Python what it needs."""

from __future__ import annotations

import ast
from pathlib import Path

import bootstrap
import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_what_follows_the_command_is_handed_on_untouched() -> None:
    given = ["test", "--long", "-k", "kill and not fsync", "tests/faults"]
    assert bootstrap.parse(given) == ("test", given[1:])


def test_an_unknown_command_is_refused_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as refusal:
        bootstrap.parse(["tset"])
    assert refusal.value.code == 2
    assert "test" in capsys.readouterr().err


def test_every_command_has_its_help_its_needs_and_its_action() -> None:
    assert bootstrap.COMMANDS.keys() == bootstrap.NEEDS.keys() == bootstrap.ACTIONS.keys()


def test_an_old_python_can_read_bootstrap_and_meets_the_check_first() -> None:
    source = (ROOT / "packaging" / "bootstrap.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    (check,) = (node for node in tree.body if isinstance(node, ast.If) and node.lineno < 30)
    before = [alias.name for node in imports if node.lineno < check.lineno for alias in node.names]
    assert before == ["sys"]

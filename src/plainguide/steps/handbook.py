"""Write the handbook of rules: a page for each, made from its docstring."""

from __future__ import annotations

from pathlib import Path

from plainguide.checks.handbook import index_page, rule_page
from plainguide.checks.registry import rules
from plainguide.steps.files import write_changed


def write_handbook(folder: Path) -> int:
    """Write the list of all rules, and a page a rule, as Markdown.

    Args:
        folder: takes the pages, and nothing else may lie in it.

    Returns:
        How many pages there are.
    """
    pages = {f"{code}.md": rule_page(rule).encode() for code, rule in rules().items()}
    write_changed(folder, {"README.md": index_page(rules()).encode(), **pages})
    return len(pages) + 1

"""Findings for people: one a line, as compilers print them."""

from __future__ import annotations

from collections.abc import Sequence

from plainguide.model.place import Finding


def text(findings: Sequence[Finding], accepted: int = 0) -> str:
    """`path:line:column rule: message`, then how many; one line where there are none.

    Args:
        findings: what was found.
        accepted: how many exceptions authors accept.
    """
    too = f" {_some(accepted, 'exception')} accepted." if accepted else ""
    if not findings:
        return f"No findings.{too}"
    files = len({finding.place.path for finding in findings})
    warnings = sum(finding.level == "warning" for finding in findings)
    only = f" ({_some(warnings, 'warning')} among them)" if warnings else ""
    total = f"{_some(len(findings), 'finding')} in {_some(files, 'file')}{only}."
    return "\n".join([*(str(finding) for finding in findings), total + too])


def _some(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"

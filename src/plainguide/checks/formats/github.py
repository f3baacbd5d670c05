"""Findings as annotations on a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from plainguide.model.place import Finding

_IN_VALUES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_VALUES, ":": "%3A", ",": "%2C"}


def github(findings: Sequence[Finding]) -> str:
    """GitHub's workflow commands, one a line.

    Source: docs.github.com, "Workflow commands for GitHub Actions".
    """
    return "\n".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    place = finding.place
    path, rule = (_escape(text, _IN_PROPERTIES) for text in (place.path, finding.rule))
    message = _escape(finding.message, _IN_VALUES)
    at = f"file={path},line={place.line},col={place.column}"
    return f"::{finding.level} {at},title={rule}::{message}"


def _escape(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)

"""What a page did that a reader would not see."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Seen:
    """A page's complaints, and the addresses of everything that it asked for."""

    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

"""What every record read from a file has in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for people; never empty."""

LedgerName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A name that an expression can use: `some_trial`, not `some-trial`."""

_NO_VERSION = "pro"
"""Short addresses of the full reading end with it."""


def _version(text: str) -> str:
    if text == _NO_VERSION:
        raise ValueError(f"`{_NO_VERSION}` is no version; short addresses end with that word")
    return text


Version = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=32),
    AfterValidator(_version),
]
"""A version that can be part of an address: `2026.11.1`."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A name that an address can use: `how-well-it-worked`."""

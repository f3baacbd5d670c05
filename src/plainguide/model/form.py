"""The forms in which a handout is printed: on which paper, and how large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Paper = Literal["a4", "letter"]

PAPERS: tuple[Paper, ...] = get_args(Paper)
FOLDER = "handouts/"
"""Where handouts lie on the site."""


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """One way to print.

    Attributes:
        large: in large print: 18 points, one column, nothing slanted.
    """

    large: bool = False
    paper: Paper = "a4"

    @property
    def name(self) -> str:
        """What tells the form's files apart: nothing for the first form, such as `letter-large`."""
        paper = "" if self.paper == PAPERS[0] else self.paper
        return "-".join(part for part in (paper, "large" if self.large else "") if part)

    def file_of(self, handout: str) -> str:
        """The name of the PDF of a handout in this form."""
        return f"{handout}-{self.name}.pdf" if self.name else f"{handout}.pdf"


FORMS = tuple(Form(large, paper) for large in (False, True) for paper in PAPERS)
"""All forms, the one that most readers want first."""

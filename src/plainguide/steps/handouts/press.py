"""HTML to PDF/UA-1.

Typst sets it, and refuses to where the result would fall short of PDF/UA-1, such as at a picture
without alternative text. What it refuses, and what it warns of, is a fault: the PDF is not to be
used.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from typst import Fonts, TypstError, compile_with_warnings

from plainguide.model.form import Form
from plainguide.steps.files import read_all
from plainguide.steps.handouts.manuscript import manuscript
from plainguide.steps.handouts.structure import finished

Faults = tuple[str, ...]


class Press:
    """Prints many documents in the same designs, which are read once.

    Attributes:
        folder: of designs and fonts.
    """

    def __init__(self, folder: Path) -> None:
        """Get ready."""
        self.folder = folder
        # No font of the machine's or of Typst's own: the same letters, and bytes, everywhere.
        self._fonts = Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(folder / "fonts")],
        )
        self._designs: Mapping[str, bytes] = {
            path: data for path, data in read_all(folder, folder).items() if path.endswith(".typ")
        }

    def print(
        self, html: str, design: str, form: Form, most_pages: int | None = None
    ) -> tuple[bytes, Faults]:
        """The PDF of a document, and what is wrong with it.

        Args:
            html: the whole document.
            design: a file in the folder.
            form: paper and size.
            most_pages: more than so many are a fault.
        """
        try:
            page = manuscript(html)
            files = {**self._designs, "manuscript.xml": page.xml, **page.pictures}
            data, warnings = compile_with_warnings(  # type: ignore[call-overload] # its types lack dicts
                {"main": f'#include "{design}"'.encode(), **files},
                font_paths=self._fonts,
                pdf_standards="ua-1",
                sys_inputs={"paper": form.paper, "large": "yes" if form.large else "no"},
            )
            pdf, count = finished(data, page.row_heads)
        except TypstError as error:
            return b"", (_line(error.message, error.hints),)
        except (RuntimeError, ValueError) as error:
            return b"", (_line(str(error), []),)
        lines = [_line(warning.message, warning.hints) for warning in warnings]
        if most_pages and count > most_pages:
            where = f"{form.paper}{' in large print' if form.large else ''}"
            lines.append(
                f"it takes {count} pages on {where}, where there is room for {most_pages};"
                " shorten what it is made from"
            )
        return pdf, tuple(dict.fromkeys(lines))


def _line(message: str, hints: list[str]) -> str:
    return " ".join(f"{message} {'; '.join(hints)}".split())

"""Pictures become part of the page: pixels as a data URL, shapes as elements with the page's own fonts."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from planreports.document.nodes import Figure
from planreports.document.styles import Stylesheet
from planreports.writers.html.css import Rules, rem
from planreports.writers.html.lettering import Lettering
from planreports.writers.html.markup import Html, checked, element
from planreports.writers.html.shapes import ShapeWriter
from planreports.writers.pdf.figures import sized_picture
from planreports.writers.pdf.lines import Typesetter


@dataclass(slots=True)
class FigureWriter:
    """Writes the pictures of one page."""

    stylesheet: Stylesheet
    rules: Rules
    typesetter: Typesetter
    _count: int = 0

    def picture(self, block: Figure, column: float, lettering: Lettering) -> Html:
        """Return a figure's picture, as wide as in a column of `column` points, with its alternative text."""
        shown = sized_picture(block, column, self.stylesheet, self.typesetter)
        width = self.rules.class_of(f"width:{rem(shown.width)}")
        words = checked(block.alternative, block.origin)
        picture = shown.picture
        if picture.kind == "svg":
            self._count += 1
            writer = ShapeWriter(picture, block, f"shape{self._count}-", lettering)
            return writer.svg(class_=width, role="img", aria_label=words)
        data = base64.b64encode(picture.data).decode()
        return element(
            "img",
            src=f"data:image/{picture.kind};base64,{data}",
            alt=words,
            width=round(picture.width),
            height=round(picture.height),
            class_=width,
        )

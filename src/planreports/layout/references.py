"""What the Jinja output carries for the markup parser: places in the layout, and texts by number.

Words never pass through the markup: `{{ statement.text }}` leaves a numbered reference, and the tree is
built from the `Text` itself. So data cannot become markup, and a text can still become one paragraph a
language. Both kinds of sign are framed by Unicode noncharacters, which no interchanged text may hold
(Unicode 16, 23.7); a value that does is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from planreports.document.charts import Chart
from planreports.document.nodes import Origin
from planreports.i18n.text import Text
from planreports.layout.charts import texts_of_chart

_PLACE, _TEXT, _END, _CHART = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_SIGN = re.compile(f"({_PLACE}[0-9]+:[0-9]+:[0-9]+{_END}|[{_TEXT}{_CHART}][0-9]+{_END})")
NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")

DeferredText = Callable[[], Text]
"""A text that is known only when the whole layout has been rendered, such as a count of what it used."""


def place_sign(layout: int, line: int, column: int) -> str:
    """Return the sign that says where in a layout the markup after it stands."""
    return f"{_PLACE}{layout}:{line}:{column}{_END}"


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """A chart that a layout has printed."""

    chart: Chart


@dataclass(slots=True)
class References:
    """The layouts and texts that one rendering refers to by number."""

    layouts: list[str] = field(default_factory=list)
    texts: list[Text | DeferredText] = field(default_factory=list)
    messages: list[Text] = field(default_factory=list)
    charts: list[PrintedChart] = field(default_factory=list)
    _origins: dict[str, Origin] = field(default_factory=dict)

    def layout_number(self, name: str) -> int:
        """Return the number of a layout's name."""
        if name not in self.layouts:
            self.layouts.append(name)
        return self.layouts.index(name)

    def refer(self, text: Text | DeferredText, is_message: bool = True) -> Markup:
        """Return the sign that stands for a text in the markup.

        Texts that somebody translated are `messages`; dates and the like, which are computed, are not.
        """
        self.texts.append(text)
        if is_message and isinstance(text, Text):
            self.messages.append(text)
        return Markup(f"{_TEXT}{len(self.texts) - 1}{_END}")  # noqa: S704 - holds a number, no words

    def refer_to_chart(self, chart: Chart) -> Markup:
        """Return the sign that stands for a chart in the markup; its labels count as texts printed."""
        self.charts.append(PrintedChart(chart))
        self.messages += texts_of_chart(chart)
        return Markup(f"{_CHART}{len(self.charts) - 1}{_END}")  # noqa: S704 - holds a number, no words

    @staticmethod
    def pieces(data: str) -> list[str]:
        """Return data as what stands between its signs (at even places) and the signs (at odd ones)."""
        return _SIGN.split(data)

    def split(self, data: str) -> list[str | Origin | Text | PrintedChart]:
        """Return character data as its parts: literal words, places, and the texts referred to."""
        pieces = self.pieces(data)
        return [self.meant(piece) if number % 2 else piece for number, piece in enumerate(pieces) if piece]

    def meant(self, sign: str) -> Origin | Text | PrintedChart:
        """Return the place, the text or the chart that a sign stands for."""
        if sign[0] == _CHART:
            return self.charts[int(sign[1:-1])]
        if sign[0] == _TEXT:
            text = self.texts[int(sign[1:-1])]
            return text if isinstance(text, Text) else text()
        origin = self._origins.get(sign)
        if origin is None:
            layout, line, column = map(int, sign[1:-1].split(":"))
            origin = self._origins[sign] = Origin(self.layouts[layout], line, column)
        return origin

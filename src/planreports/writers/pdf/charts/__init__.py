"""Charts become pictures of shapes and words, drawn once and shown by every format.

`draw` is the whole of it: `bars`, `columns` and `timeline` lay one kind of chart out each, with `labels` that
are broken like all other text, and `canvas` makes an SVG of what they draw.
"""

from __future__ import annotations

from typing import assert_never

from planreports.document.charts import StackedBars, StackedColumns, Timeline, WordedChart
from planreports.document.nodes import Origin, Picture
from planreports.document.styles import Stylesheet
from planreports.writers.pdf.charts.bars import draw_bars
from planreports.writers.pdf.charts.canvas import Canvas
from planreports.writers.pdf.charts.columns import draw_columns
from planreports.writers.pdf.charts.labels import Lettering
from planreports.writers.pdf.charts.timeline import draw_timeline
from planreports.writers.pdf.lines import Typesetter

NAME = "chart"
"""What messages call the picture of a chart."""


def draw(
    chart: WordedChart, width: float, stylesheet: Stylesheet, typesetter: Typesetter, origin: Origin
) -> Picture:
    """Return a chart as an SVG, `width` points wide; a point is one of its units.

    The same chart gives the same bytes. Nothing stands outside the picture, whatever the labels and counts.
    """
    canvas = Canvas(width, stylesheet)
    lettering = Lettering(stylesheet, typesetter, origin)
    match chart:
        case StackedBars():
            draw_bars(chart, canvas, lettering)
        case StackedColumns():
            draw_columns(chart, canvas, lettering)
        case Timeline():
            draw_timeline(chart, canvas, lettering)
        case _:
            assert_never(chart)
    return Picture(NAME, "svg", canvas.svg(), canvas.width, canvas.height)

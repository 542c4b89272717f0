"""A table's own properties and grid (ISO/IEC 29500-1, 17.4): widths that every program respects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planreports.writers.docx.xml import Xml, element

_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x0020, 0x0080, 0x0600
"""Which of its style's conditions a table asks for (17.4.55)."""


def table_of(
    style: str | None,
    widths: Sequence[int],
    rows: Iterable[Xml],
    *,
    has_head: bool = False,
    has_row_heads: bool = False,
    indent: int = 0,
) -> Xml:
    """Return a table of fixed columns, in twips; its look says which cells are headers, for who listens.

    `indent` is where it begins, from the text's left edge.
    """
    look = _NO_BANDS + _FIRST_ROW * has_head + _FIRST_COLUMN * has_row_heads
    properties = element(
        "tblPr",
        element("tblStyle", val=style) if style else None,
        element("tblW", w=sum(widths), type="dxa"),
        element("tblInd", w=indent, type="dxa") if indent else None,
        element("tblLayout", type="fixed"),
        element(
            "tblLook",
            val=f"{look:04X}",
            firstRow=int(has_head),
            lastRow=0,
            firstColumn=int(has_row_heads),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *rows)


def width_of(width: int) -> Xml:
    """Return a cell's width (17.4.71), in twips."""
    return element("tcW", w=width, type="dxa")

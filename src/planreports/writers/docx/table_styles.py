"""Table styles become Word's: rules and padding, and what the header row changes (17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator

from planreports.document.styles import Stylesheet, TableStyle
from planreports.writers.docx.style_names import spaced, table_style_id
from planreports.writers.docx.style_properties import SIDES, border, filled, margins, style
from planreports.writers.docx.xml import Xml, element, twips


def table_styles(stylesheet: Stylesheet) -> Iterator[Xml]:
    """Yield the table styles, the default first."""
    yield element(
        "style",
        element("name", val="Normal Table"),
        element(
            "tblPr",
            element("tblInd", w=0, type="dxa"),
            margins("tblCellMar", ((side, 0) for side in SIDES)),
        ),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    for name, look in stylesheet.table.items():
        yield _table(name, look, stylesheet)


def _table(name: str, look: TableStyle, stylesheet: Stylesheet) -> Xml:
    colour = stylesheet.colour
    rows = filled(
        "tblBorders",
        border("top", look.rule_top or look.frame, 0, colour),
        border("left", look.frame, 0, colour),
        border("bottom", look.frame or look.rule_row, 0, colour),
        border("right", look.frame, 0, colour),
        border("insideH", look.rule_row, 0, colour),
        border("insideV", look.rule_column, 0, colour),
    )
    head = filled(
        "tcBorders", border("top", look.rule_top, 0, colour), border("bottom", look.rule_head, 0, colour)
    )
    return style(
        table_style_id(name),
        f"Table {spaced(name)}",
        "TableNormal",
        element("tblPr", rows, _padding(look)),
        element("tblStylePr", element("tcPr", head), type="firstRow") if head else None,
        kind="table",
    )


def _padding(look: TableStyle) -> Xml:
    """Return the padding of cells; programs put a row's rule below it, where the PDF draws it inside."""
    rule = look.rule_row.width if look.rule_row else 0.0
    widths = {
        "top": look.padding_vertical,
        "left": look.padding_horizontal,
        "bottom": max(look.padding_vertical - rule, 0.0),
        "right": look.padding_horizontal,
    }
    return margins("tblCellMar", ((side, twips(widths[side])) for side in SIDES))

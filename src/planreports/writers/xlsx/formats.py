"""Styles become Excel's formats: fonts of words, and the look of cells; each is made once.

A sheet is read on a screen first: its sizes are those of the stylesheet, enlarged so that words in tables
have ten points. On paper Excel makes the sheet as wide as the page, and so all smaller again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from planreports.document.nodes import Run
from planreports.document.styles import Line, ParagraphStyle, Stylesheet
from planreports.i18n.languages import language

_TABLE_SIZE = 10.0
"""Points of the words in tables, on a screen."""

_RULES = ((0.3, 7), (0.9, 1), (2.0, 2))
"""Excel's styles of borders, by the points up to which they stand: hair, thin, medium; else thick."""


class Font(NamedTuple):
    """A font as a cell or a part of its words has it; sizes are points."""

    family: str
    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


class Box(NamedTuple):
    """How a cell looks around its words; borders are a rule of the stylesheet, or nothing.

    What is `locked` cannot be changed in a sheet that is protected.
    """

    align: Literal["left", "center", "right"] = "left"
    vertical: Literal["top", "middle", "bottom"] = "top"
    fill: str | None = None
    top: Line | None = None
    bottom: Line | None = None
    left: Line | None = None
    right: Line | None = None
    wrap: bool = True
    indent: int = 0
    number_format: str | None = None
    quoted: bool = False
    locked: bool = True


@dataclass
class Formats:
    """Makes formats of one workbook with one stylesheet."""

    book: Workbook
    stylesheet: Stylesheet
    _fonts: dict[Font, Format] = field(default_factory=dict)
    _cells: dict[tuple[Font, Box], Format] = field(default_factory=dict)
    _resolved: dict[tuple[str, str, str, str | None, bool, bool], Font] = field(default_factory=dict)

    @property
    def scale(self) -> float:
        """Return the factor from the stylesheet's sizes to those of a sheet."""
        return sheet_scale(self.stylesheet)

    def font_of(self, run: Run, style: str, paragraph_language: str, *, is_complex: bool) -> Font:
        """Return the font of a run in a paragraph of a style; `is_complex` says which script it is in."""
        script = language(run.language).script if is_complex else "Latn"
        key = (script, style, paragraph_language, run.style, run.bold, run.italic)
        if key not in self._resolved:
            whole = self.stylesheet.paragraph_style(style, paragraph_language)
            self._resolved[key] = self._font(run, whole, script)
        return self._resolved[key]

    def _font(self, run: Run, style: ParagraphStyle, script: str) -> Font:
        own = self.stylesheet.inline.get(run.style) if run.style else None
        bold = own.bold if own and own.bold is not None else style.bold
        italic = own.italic if own and own.italic is not None else style.italic
        colour = own.colour if own and own.colour else style.colour
        raised = bool(own and own.rise)
        scale = own.scale if own and not raised else 1.0
        return Font(
            self.stylesheet.family(script),
            round(2 * style.size * scale * self.scale) / 2,
            self.stylesheet.colour(colour),
            bold or run.bold,
            italic or run.italic,
            raised,
        )

    def font(self, font: Font) -> Format:
        """Return the format of a part of a cell's words."""
        if font not in self._fonts:
            self._fonts[font] = self.book.add_format(_font_properties(font))
        return self._fonts[font]

    def cell(self, font: Font, box: Box) -> Format:
        """Return the format of a cell whose words have a font."""
        key = (font, box)
        if key not in self._cells:
            self._cells[key] = self.book.add_format({**_font_properties(font), **self._box_properties(box)})
        return self._cells[key]

    def _box_properties(self, box: Box) -> dict[str, Any]:
        properties: dict[str, Any] = {
            "align": box.align,
            "valign": {"top": "top", "middle": "vcenter", "bottom": "bottom"}[box.vertical],
            "text_wrap": box.wrap,
            "indent": box.indent,
            "quote_prefix": box.quoted,
            "locked": box.locked,
        }
        if box.fill:
            properties |= {"bg_color": box.fill, "pattern": 1}
        if box.number_format:
            properties["num_format"] = box.number_format
        for side, line in (
            ("top", box.top),
            ("bottom", box.bottom),
            ("left", box.left),
            ("right", box.right),
        ):
            if line:
                properties |= {side: _border(line), f"{side}_color": self.stylesheet.colour(line.colour)}
        return properties


def sheet_scale(stylesheet: Stylesheet) -> float:
    """Return the factor from a stylesheet's sizes to those of a sheet."""
    return _TABLE_SIZE / stylesheet.paragraph["table-body"].size


def _font_properties(font: Font) -> dict[str, Any]:
    properties = {
        "font_name": font.family,
        "font_size": font.size,
        "font_color": font.colour,
        "bold": font.bold,
        "italic": font.italic,
    }
    return {**properties, "font_script": 1} if font.raised else properties


def _border(line: Line) -> int:
    return next((style for width, style in _RULES if line.width <= width), 5)

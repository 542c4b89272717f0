"""The stylesheet becomes Word's named styles; what a language, a mark or a notice changes is a style too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from planreports.document.nodes import Mark
from planreports.document.styles import AsideStyle, Line, ParagraphStyle, RunStyle, Stylesheet, TableStyle
from planreports.i18n.languages import SOURCE_LANGUAGE, Language
from planreports.i18n.languages import language as language_of
from planreports.writers.docx.xml import Xml, colour_value, eighths, element, half_points, root, toggle, twips

_BUILT_IN = {
    "heading-1": ("Heading1", "heading 1"),
    "heading-2": ("Heading2", "heading 2"),
    "heading-3": ("Heading3", "heading 3"),
    "heading-4": ("Heading4", "heading 4"),
    "body": ("BodyText", "Body Text"),
    "list": ("ListParagraph", "List Paragraph"),
    "caption": ("Caption", "caption"),
    "footnote": ("FootnoteText", "footnote text"),
    **{f"contents-{level}": (f"TOC{level}", f"toc {level}") for level in range(1, 5)},
}
"""Styles that Word knows by these names, so that its navigation pane lists headings."""

_ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "justify": "both"}

GAP_STYLE = "TableGap"
"""The style of the paragraph that Word needs between two tables and after the last: a point high."""


FOOTNOTE_REFERENCE = "FootnoteReference"
"""The character style of a footnote's number."""

FIGURE_STYLE = "Figure"
"""The style of a paragraph that holds a picture: as high as it."""


@dataclass(frozen=True, slots=True)
class StyleKey:
    """A paragraph style as it stands in a document: in a language, marked or not, in a cell or a notice."""

    name: str
    language: str
    mark: Mark | None = None
    in_cell: bool = False
    aside: str | None = None

    @property
    def suffix(self) -> str:
        """Return what tells the variant's id from its style's."""
        parts = (self.aside, self.mark, "cell" if self.mark and self.in_cell else None)
        return "".join(f"-{part}" for part in parts if part)


def style_id(name: str) -> str:
    """Return a paragraph style's id.

    >>> style_id("title-translation"), style_id("heading-2")
    ('TitleTranslation', 'Heading2')
    """
    return _BUILT_IN[name][0] if name in _BUILT_IN else name.title().replace("-", "")


def character_style_id(name: str) -> str:
    """Return a character style's id."""
    return "Inline" + name.title().replace("-", "")


def table_style_id(name: str) -> str:
    """Return a table style's id."""
    return "Table" + name.title().replace("-", "")


def _shown(name: str) -> str:
    return name.replace("-", " ").title()


@dataclass
class Styles:
    """The styles of one document; variants are made when they are first used."""

    stylesheet: Stylesheet
    languages: tuple[str, ...]
    _variants: dict[str, Xml] = field(default_factory=dict)

    @property
    def complex_language(self) -> Language | None:
        """Return the document's first language of complex script: styles' complex properties are for it."""
        found = (language_of(code) for code in self.languages)
        return next((each for each in found if each.is_complex_script), None)

    def paragraph(self, key: StyleKey) -> str:
        """Return the id of the style for a paragraph."""
        base = style_id(key.name)
        own = self.stylesheet.paragraph_style(key.name, key.language)
        differs = own != self.stylesheet.paragraph[key.name]
        id_ = base + (f"-{key.language}" if differs else "") + key.suffix
        if id_ != base and id_ not in self._variants:
            self._variants[id_] = _style(
                id_,
                id_.replace("-", " "),
                base,
                self._variant_paragraph(key, own),
                _run(*_sizes(own.size, own.size)),
            )
        return id_

    def _variant_paragraph(self, key: StyleKey, style: ParagraphStyle) -> Xml:
        borders = self._borders(style)
        if key.mark:
            look = self.stylesheet.mark[key.mark]
            bar = Line(width=look.width, colour=look.colour)
            borders.insert(1, _border("left", bar, look.gap, self.stylesheet.colour))
        if key.aside:
            borders = self._aside_borders(self.stylesheet.aside[key.aside])
        return element(
            "pPr",
            _filled("pBdr", borders),
            self._shading(key.aside),
            self._spacing(style, key),
            self._indent(key),
            element("contextualSpacing") if key.aside else None,
        )

    def _spacing(self, style: ParagraphStyle, key: StyleKey) -> Xml:
        if key.aside:
            aside = self.stylesheet.aside[key.aside]
            around = {
                "space_before": aside.space_before,
                "space_after": aside.space_after + aside.padding_vertical,
            }
            style = style.model_copy(update=around)
        return _spacing(style)

    def _indent(self, key: StyleKey) -> Xml | None:
        if key.aside:
            aside = self.stylesheet.aside[key.aside]
            left = aside.padding_horizontal + (aside.bar.width if aside.bar else 0)
            return element("ind", left=twips(left), right=twips(aside.padding_horizontal))
        if key.mark and key.in_cell:
            look = self.stylesheet.mark[key.mark]
            return element("ind", left=twips(look.width + look.gap))
        return None

    def _aside_borders(self, aside: AsideStyle) -> list[Xml | None]:
        """Return a notice's bar at its left, and borders in the colour of its tint for its padding."""
        colour = self.stylesheet.colour
        padding = Line(width=0.5, colour=aside.fill) if aside.fill else None
        return [
            _border("top", padding, aside.padding_vertical, colour),
            _border("left", aside.bar, aside.padding_horizontal, colour),
            _border("bottom", padding, aside.padding_vertical, colour),
            _border("right", padding, aside.padding_horizontal, colour),
        ]

    def _shading(self, aside: str | None) -> Xml | None:
        fill = self.stylesheet.aside[aside].fill if aside else None
        return shading(self.stylesheet.colour(fill)) if fill else None

    def _borders(self, style: ParagraphStyle) -> list[Xml | None]:
        """Return a paragraph's rules, in the order that the schema asks (17.3.1.24)."""
        colour = self.stylesheet.colour
        return [
            _border("top", style.rule_above, style.rule_gap, colour),
            _border("bottom", style.rule_below, style.rule_gap, colour),
        ]

    # The part ----------------------------------------------------------------------------------------

    def part(self) -> Xml:
        """Return the whole styles part (17.7)."""
        return root("styles", self._defaults(), *self._all())

    def _defaults(self) -> Xml:
        sheet = self.stylesheet
        body = sheet.paragraph["body"]
        codes = [language_of(code) for code in (*self.languages, SOURCE_LANGUAGE)]
        latin = next(each for each in codes if not each.is_complex_script)
        other = self.complex_language
        family = sheet.fonts.scripts["Latn"]
        run = _run(
            element("rFonts", ascii=family, hAnsi=family, cs=sheet.family(other.script) if other else family),
            element("color", val=colour_value(sheet.colour(body.colour))),
            *_sizes(body.size, body.size),
            element("lang", val=latin.word_tag, bidi=other.word_tag if other else None),
        )
        return element("docDefaults", element("rPrDefault", run), element("pPrDefault"))

    def _all(self) -> Iterator[Xml]:
        yield element(
            "style",
            element("name", val="Normal"),
            element("qFormat"),
            type="paragraph",
            default=1,
            styleId="Normal",
        )
        for name, style in self.stylesheet.paragraph.items():
            yield self._base(name, style)
        yield from self._variants.values()
        line = element("spacing", before=0, after=0, line=20, lineRule="exact")
        yield _style(GAP_STYLE, "Table Gap", "Normal", element("pPr", line), _run(*_sizes(1, 1)))
        around = element("spacing", before=120, after=60)
        yield _style(FIGURE_STYLE, "Figure", "Normal", element("pPr", around), _run())
        font = element("name", val="Default Paragraph Font")
        yield element("style", font, type="character", default=1, styleId="DefaultParagraphFont")
        yield element(
            "style",
            element("name", val="footnote reference"),
            element("basedOn", val="DefaultParagraphFont"),
            _run(element("vertAlign", val="superscript")),
            type="character",
            styleId=FOOTNOTE_REFERENCE,
        )
        for name, inline in self.stylesheet.inline.items():
            yield self._inline(name, inline)
        yield _normal_table()
        for name, table in self.stylesheet.table.items():
            yield self._table(name, table)

    def _base(self, name: str, style: ParagraphStyle) -> Xml:
        is_heading = name.startswith("heading-")
        paragraph = element(
            "pPr",
            element("keepNext") if style.keep_with_next else None,
            element("keepLines") if is_heading else None,
            element("widowControl"),
            _filled("pBdr", self._borders(style)),
            self._tabs(name),
            _spacing(style),
            element("ind", left=twips(style.indent)) if style.indent else None,
            element("jc", val=_ALIGNMENTS[style.align]),
            element("outlineLvl", val=int(name[-1]) - 1) if is_heading else None,
        )
        run = _run(
            *_weights(style.bold or None, style.italic or None),
            element("color", val=colour_value(self.stylesheet.colour(style.colour))),
            *_sizes(style.size, self._complex_size(name, style)),
        )
        shown = _BUILT_IN[name][1] if name in _BUILT_IN else _shown(name)
        return _style(style_id(name), shown, "Normal", paragraph, run)

    def _tabs(self, name: str) -> Xml | None:
        """Return the dotted tab of an entry of the contents, at the right margin of an upright page."""
        if not name.startswith("contents-") or name not in _BUILT_IN:
            return None
        page = self.stylesheet.page
        width = (page.width_mm - page.margins.left - page.margins.right) * 72 / 25.4
        return element("tabs", element("tab", val="right", leader="dot", pos=twips(width)))

    def _complex_size(self, name: str, style: ParagraphStyle) -> float:
        """Return the size of complex script in a style: that of its variant for such a language."""
        other = self.complex_language
        return self.stylesheet.paragraph_style(name, other.code).size if other else style.size

    def _inline(self, name: str, style: RunStyle) -> Xml:
        colour = (
            element("color", val=colour_value(self.stylesheet.colour(style.colour))) if style.colour else None
        )
        raised = element("vertAlign", val="superscript") if style.rise else None
        return element(
            "style",
            element("name", val=f"Inline {_shown(name)}"),
            element("basedOn", val="DefaultParagraphFont"),
            _run(*_weights(style.bold, style.italic), colour, raised),
            type="character",
            customStyle=1,
            styleId=character_style_id(name),
        )

    def _table(self, name: str, style: TableStyle) -> Xml:
        colour = self.stylesheet.colour
        rows = [_border("bottom", style.rule_row, 0, colour), _border("insideH", style.rule_row, 0, colour)]
        head = [_border("top", style.rule_top, 0, colour), _border("bottom", style.rule_head, 0, colour)]
        first = element("tblStylePr", element("tcPr", _filled("tcBorders", head)), type="firstRow")
        return element(
            "style",
            element("name", val=f"Table {_shown(name)}"),
            element("basedOn", val="TableNormal"),
            element("tblPr", _filled("tblBorders", rows), _cell_margins(style)),
            first if any(each is not None for each in head) else None,
            type="table",
            customStyle=1,
            styleId=table_style_id(name),
        )


def _style(id_: str, name: str, base: str, paragraph: Xml, run: Xml) -> Xml:
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=base),
        element("qFormat"),
        paragraph,
        run,
        type="paragraph",
        customStyle=None if name in {shown for _, shown in _BUILT_IN.values()} else 1,
        styleId=id_,
    )


def _run(*properties: Xml | None) -> Xml:
    return element("rPr", *properties)


def _weights(bold: bool | None, italic: bool | None) -> tuple[Xml | None, ...]:
    """Return weight and slant, for Latin and for complex script (17.3.2.1, .2, .16, .17)."""
    return toggle("b", bold), toggle("bCs", bold), toggle("i", italic), toggle("iCs", italic)


def _sizes(size: float, complex_size: float) -> tuple[Xml, Xml]:
    return element("sz", val=half_points(size)), element("szCs", val=half_points(complex_size))


def _spacing(style: ParagraphStyle) -> Xml:
    """Return the space around a paragraph; its lines are at least as high as the style says, never cut."""
    return element(
        "spacing",
        before=twips(style.space_before),
        after=twips(style.space_after),
        line=twips(style.size * style.line_height),
        lineRule="atLeast",
    )


def _border(side: str, line: Line | None, space: float, colour: Callable[[str], str]) -> Xml | None:
    if line is None:
        return None
    return element(
        side,
        val="single",
        sz=eighths(line.width),
        space=round(space),
        color=colour_value(colour(line.colour)),
    )


_SIDES = ("top", "left", "bottom", "right")


def _filled(tag: str, children: list[Xml | None]) -> Xml | None:
    """Return an element with children, or None if there are none."""
    return element(tag, *children) if any(child is not None for child in children) else None


def shading(colour: str) -> Xml:
    """Return a tint (17.3.5)."""
    return element("shd", val="clear", color="auto", fill=colour_value(colour))


def _cell_margins(style: TableStyle) -> Xml:
    vertical, horizontal = twips(style.padding_vertical), twips(style.padding_horizontal)
    return element(
        "tblCellMar",
        *(
            element(side, w=vertical if side in ("top", "bottom") else horizontal, type="dxa")
            for side in _SIDES
        ),
    )


def _normal_table() -> Xml:
    margins = (element(side, w=0, type="dxa") for side in _SIDES)
    return element(
        "style",
        element("name", val="Normal Table"),
        element("tblPr", element("tblInd", w=0, type="dxa"), element("tblCellMar", *margins)),
        type="table",
        default=1,
        styleId="TableNormal",
    )

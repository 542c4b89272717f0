"""The one look: a stylesheet's TOML becomes typed styles that every writer reads.

Lengths are points (1/72 inch) unless a name says `mm`. Colours are names of the stylesheet's
`[colours]` table, and become `#RRGGBB` when the stylesheet is resolved.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from planreports.told import told

Points = Annotated[float, Field(ge=0, le=500)]
Size = Annotated[float, Field(ge=1, le=200)]
"""Of letters, in points."""

Padding = Annotated[float, Field(ge=0, le=40)]
Paper = Annotated[float, Field(ge=80, le=1200)]
Millimetres = Annotated[float, Field(ge=0, le=2000)]
Colour = Annotated[
    str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"), Field(description=told("a colour such as #1F3A5F"))
]
ColourName = str
StyleName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40),
    Field(description=told("lower-case letters and digits, joined by hyphens, such as table-head")),
]
Family = Annotated[
    str,
    StringConstraints(pattern=r"^[^\s/\\:;,<>\"]([^/\\:;,<>\"]*[^\s/\\:;,<>\"])?$", max_length=80),
    Field(description=told("a font family's name such as Phetsarath OT")),
]
Alignment = Literal["left", "center", "right", "justify"]
CellAlignment = Literal["left", "center", "right", "justify", "decimal"]
"""`decimal` puts numbers under each other by their decimal marks, the longest at the right."""


VerticalAlignment = Literal["top", "middle", "bottom"]


Pattern = Literal["solid", "open", "rising", "falling", "crossed", "level", "upright", "dotted"]
"""How a surface of a chart looks, so that colour never tells it alone: full, empty, or with lines or dots."""


class _Style(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Margins(_Style):
    """Space between the paper's edge and the text, in millimetres."""

    top: Millimetres
    right: Millimetres
    bottom: Millimetres
    left: Millimetres


class PageStyle(_Style):
    """The paper and what stands around the text; `header_gap` and `footer_gap` are points to the text."""

    width_mm: Paper = 210
    height_mm: Paper = 297
    margins: Margins
    header_gap: Points = 12
    footer_gap: Points = 12
    column_gap: Points = 20


class FontStyle(_Style):
    """Families by ISO 15924 script code, and where to look for what they lack, in order."""

    scripts: dict[str, Family]
    fallback: tuple[Family, ...] = ()


class Line(_Style):
    """A rule: its thickness and colour."""

    width: Points = 0.4
    colour: ColourName = "rule"


Rule = Annotated[Line | None, AfterValidator(lambda line: line if line and line.width else None)]
"""A rule that may be there; one whose width is 0 is not, so that a house style can take one away."""


class LanguageStyle(_Style):
    """What all text in a language needs, unless a style says otherwise for it."""

    line_height: float | None = Field(default=None, ge=0.8, le=4)


class ParagraphVariant(_Style):
    """What a paragraph style changes in one language."""

    size: Size | None = None
    line_height: float | None = Field(default=None, ge=0.8, le=4)


class ParagraphStyle(_Style):
    """How a paragraph is set; `line_height` is a factor of `size`.

    In a document of several languages, `together` puts them into one paragraph with these characters
    between (a line feed is a new line) and gives the second and later languages the inline style
    `translation`; without it every language has a paragraph of its own. `marked` says whether a
    translation that is not reviewed has a bar at its left, `hyphenate` whether words may be divided where a
    narrow column or justified lines would else be badly filled.
    """

    size: Size = 9.5
    line_height: float = Field(default=1.45, ge=0.8, le=4)
    colour: ColourName = "ink"
    bold: bool = False
    italic: bool = False
    align: Alignment = "left"
    space_before: Points = 0
    space_after: Points = 4
    indent: Points = 0
    keep_with_next: bool = False
    rule_above: Rule = None
    rule_below: Rule = None
    rule_gap: Points = 3
    together: str | None = None
    translation: str | None = None
    marked: bool = False
    hyphenate: bool = False
    variants: dict[str, ParagraphVariant] = {}


class RunStyle(_Style):
    """How words inside a paragraph differ from it; `scale` is a factor of the paragraph's size.

    `rise` lifts them by a factor of the paragraph's size; Word has its own way to set what is raised.

    With a `border` the words are a chip: in a frame with `padding` and corners of some `radius`, which no
    line parts. Behind them may be lines of the colour `hatch`. `pattern` is that of charts' surfaces.
    """

    scale: float = Field(default=1.0, ge=0.3, le=3)
    rise: float = Field(default=0.0, ge=0, le=1)
    colour: ColourName | None = None
    bold: bool | None = None
    italic: bool | None = None
    border: Rule = None
    radius: Points = 0
    padding: Padding = 3
    hatch: ColourName | None = None
    pattern: Pattern = "solid"


class CellStyle(_Style):
    """How a cell differs from its table; `border` is drawn around it, `vertical` is where its words stand.

    Its `languages` are stacked, or stand side by side where the document has them so.
    """

    fill: ColourName | None = None
    align: CellAlignment | None = None
    vertical: VerticalAlignment = "top"
    border: Rule = None
    languages: Literal["stacked", "side-by-side"] = "stacked"
    paragraph: str | None = None


class RowStyle(_Style):
    """How a row differs from its table."""

    fill: ColourName | None = None
    paragraph: str | None = None


class TableStyle(_Style):
    """How a table is ruled and padded; `head` and `body` and `row_head` name paragraph styles of its cells.

    `rule_top` and `rule_head` stand above and below the header rows, `rule_row` below every body row,
    `rule_column` between columns, and `frame` around the whole table.
    """

    padding_vertical: Padding = 3
    padding_horizontal: Padding = 4
    flush: bool = False
    """Whether the outer cells have no padding towards the margin."""
    whole_rows: bool = False
    """Whether rows part only where no page can hold them, in a PDF of one language too."""
    head: str = "table-head"
    body: str = "table-body"
    row_head: str = "table-body"
    rule_top: Rule = None
    rule_head: Rule = None
    rule_row: Rule = None
    rule_column: Rule = None
    frame: Rule = None
    space_before: Points = 0
    space_after: Points = 8


class AsideStyle(_Style):
    """How a notice stands apart: a tint, a bar at its left, and padding."""

    paragraph: str = "body"
    fill: ColourName | None = None
    bar: Rule = None
    padding_vertical: Padding = 5
    padding_horizontal: Padding = 9
    space_before: Points = 0
    space_after: Points = 8


class ListStyle(_Style):
    """How lists are set: the bullet, the indent of each level, and the paragraph style of items."""

    bullet: str = Field(default="•", min_length=1, max_length=4)
    indent: Points = 12
    paragraph: str = "list"


class FormStyle(_Style):
    """How forms are set: the height of a row that one writes on by hand, in millimetres."""

    row_height_mm: float = Field(default=8, ge=3, le=40)


class MarkStyle(_Style):
    """The bar at the left of a translation that is a draft or missing; `gap` is points to the text."""

    width: Points = 2
    gap: Points = 5
    colour: ColourName


class LogoStyle(_Style):
    """The picture of the letterhead: its path below the workspace's `images/`, and how wide it stands."""

    picture: str = Field(min_length=1, max_length=200)
    width_mm: float = Field(default=20, ge=1, le=200)

    @property
    def width(self) -> str:
        """Return the width as layouts write it, such as `20mm`."""
        return f"{self.width_mm:.3f}".rstrip("0").rstrip(".") + "mm"


class Stylesheet(_Style):
    """Every style by its name.

    `word_breaks` says whether Word files mark where Lao lines may break (`zwsp`: U+200B, for programs that
    do not know the language) or leave that to Word (`none`).
    """

    word_breaks: Literal["none", "zwsp"] = Field(default="none", alias="word-breaks")
    logo: LogoStyle | None = None
    page: PageStyle
    fonts: FontStyle
    colours: dict[str, Colour]
    language: dict[str, LanguageStyle] = {}
    paragraph: dict[StyleName, ParagraphStyle]
    inline: dict[StyleName, RunStyle] = {}
    table: dict[StyleName, TableStyle] = {}
    row: dict[StyleName, RowStyle] = {}
    cell: dict[StyleName, CellStyle] = {}
    aside: dict[StyleName, AsideStyle] = {}
    list: ListStyle = ListStyle()
    form: FormStyle = FormStyle()
    mark: dict[Literal["draft", "missing"], MarkStyle]

    def colour(self, name: ColourName) -> str:
        """Return a colour as `#RRGGBB`."""
        return self.colours[name]

    def paragraph_style(self, name: str, language: str) -> ParagraphStyle:
        """Return a paragraph style as it is in a language: its variant, then the language's line height."""
        style = self.paragraph[name]
        changes: dict[str, Any] = {}
        general = self.language.get(language)
        if general and general.line_height:
            changes["line_height"] = max(style.line_height, general.line_height)
        if variant := style.variants.get(language):
            changes |= variant.model_dump(exclude_none=True)
        return style.model_copy(update=changes) if changes else style

    def family(self, script: str) -> str:
        """Return the font family for a script (ISO 15924), the Latin one for a script that is not listed."""
        return self.fonts.scripts.get(script) or self.fonts.scripts["Latn"]


def contents_levels(stylesheet: Stylesheet) -> tuple[int, ...]:
    """Return the levels of headings that contents list: those that have a style `contents-<level>`."""
    return tuple(level for level in range(1, 5) if f"contents-{level}" in stylesheet.paragraph)

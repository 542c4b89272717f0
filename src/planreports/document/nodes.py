"""The document tree: what a layout's markup becomes, and all that a writer sees.

The set of nodes is closed. A writer matches on `Block` and `Inline` and ends in `assert_never`, so a
new node makes every writer fail to type-check until it is handled. Nodes are frozen and hold plain
words: every translation has been chosen, every name is resolved.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from planreports.document.charts import WordedChart
from planreports.document.forms import FormField

Mark = Literal["draft", "missing"]
"""What a reader must know of a translation: not reviewed yet, or not there (the source's words stand in)."""

Orientation = Literal["portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in a layout a node was written; lines and columns count from 1."""

    layout: str
    line: int
    column: int


# Inlines ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one language and one appearance.

    `style` names an inline style of the stylesheet; `href` makes the words a link: an absolute http, https
    or mailto address, or `#` and an anchor of the document.
    """

    text: str
    language: str
    style: str | None = None
    bold: bool = False
    italic: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page that it stands on, in Arabic digits."""

    language: str
    style: str | None = None


@dataclass(frozen=True, slots=True)
class PageCount:
    """The number of pages of the document."""

    language: str
    style: str | None = None


@dataclass(frozen=True, slots=True)
class PageReference:
    """The number of the page on which the block with the anchor `target` begins; a link to it."""

    target: str
    language: str
    style: str | None = None


@dataclass(frozen=True, slots=True)
class RunningTitle:
    """In a running head or foot: the words of the latest heading of a level on or before the page."""

    level: int
    language: str
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page, and its number in the text; the document's notes count from 1."""

    number: int
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class CheckBox:
    """An empty square to tick for a form's field; the words after it say what that means.

    The squares of one choice have the field's `name`, each its own `value`.
    """

    name: str
    value: str
    language: str
    style: str | None = None

    @property
    def run(self) -> Run:
        """Return the square as words: U+2610, BALLOT BOX."""
        return Run("\u2610", self.language, self.style)


Inline = Run | LineBreak | CheckBox | PageNumber | PageCount | PageReference | RunningTitle | Footnote


# Blocks ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that are set as one block; `style` names a paragraph style of the stylesheet.

    `anchor` is a name that links and page references lead to, unique in the document. One with a `choice`
    prints its options to tick, which a program may offer as a list.
    """

    inlines: tuple[Inline, ...]
    language: str
    style: str
    origin: Origin
    mark: Mark | None = None
    anchor: str | None = None
    choice: FormField | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows; level 1 is the document's own. Its style is `heading-<level>`."""

    level: int
    inlines: tuple[Inline, ...]
    language: str
    origin: Origin
    anchor: str | None = None

    @property
    def style(self) -> str:
        """Return the name of its paragraph style."""
        return f"heading-{self.level}"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; its first block stands beside the bullet or number."""

    blocks: tuple[Block, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class List:
    """Items, bulleted or (`ordered`) numbered from `start` in Arabic digits."""

    items: tuple[ListItem, ...]
    ordered: bool
    language: str
    origin: Origin
    start: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: `width` in millimetres when `unit` is `mm`; a share of what the others leave
    when it is `*`; `auto` measures the content (then `width` has no meaning)."""

    width: float = 0.0
    unit: Literal["mm", "*", "auto"] = "auto"


@dataclass(frozen=True, slots=True)
class DateValue:
    """The day, month or year that a cell's words name; `first` is its first day."""

    first: datetime.date
    precision: Literal["day", "month", "year"] = "day"


CellValue = DateValue | Decimal
"""What a cell means to a program that reckons: a date, or a number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `scope` marks a header of its column or of its row. `style` names a cell style.

    One with a `field` is to be filled in; what stands in it is a hint.
    `value` is the date or number that its words name, where they name nothing else.
    """

    blocks: tuple[Block, ...]
    origin: Origin
    scope: Literal["column", "row"] | None = None
    column_span: int = 1
    row_span: int = 1
    style: str | None = None
    field: FormField | None = None
    value: CellValue | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; `style` names a row style. One that is `together` stays on a page with the next.

    It is as high as its content asks, and at least `height` millimetres. Whoever fills in a form may add
    rows after those that are one of a list: `entry_of` is the list's name.
    """

    cells: tuple[Cell, ...]
    origin: Origin
    style: str | None = None
    together: bool = False
    height: float = 0.0
    entry_of: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `head` repeats at the top of every page. `style` names a table style.

    A table for `presentation` only arranges its content: it has no header cells and is no table for a
    screen reader. `continued` says above a repeated head that the table goes on.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    style: str
    language: str
    origin: Origin
    presentation: bool = False
    continued: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's file: PNG or JPEG by its pixels, SVG by its shapes; sizes are pixels or user units.

    `name` is how messages call it.
    """

    name: str
    kind: Literal["png", "jpeg", "svg"]
    data: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture or a chart, and its caption.

    `alternative` says in words what it shows; `width` is millimetres. Without a width a
    picture is as wide as its pixels at 150 to the inch; never wider than its column.
    """

    picture: Picture | WordedChart
    alternative: str
    language: str
    origin: Origin
    caption: tuple[Block, ...] = ()
    width: float | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: a heading's words, level and anchor."""

    level: int
    inlines: tuple[Inline, ...]
    language: str
    target: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the document with their pages; the style of an entry is `contents-<level>`."""

    entries: tuple[ContentsEntry, ...]
    language: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Aside:
    """Blocks set apart from the text, such as a notice; `style` names an aside style."""

    blocks: tuple[Block, ...]
    style: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class ParallelRow:
    """The same content in each of the languages: one cell a language, in the document's order."""

    cells: tuple[tuple[Block, ...], ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Parallel:
    """Content side by side in several languages, in columns of equal width.

    The cells of a row align at their top. Every row has as many cells as there are `languages`.
    A screen reader hears a row's cells in order.
    """

    rows: tuple[ParallelRow, ...]
    languages: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin horizontal line across the column."""

    origin: Origin


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    origin: Origin


Block = Paragraph | Heading | List | Table | Figure | Contents | Aside | Parallel | Rule | PageBreak


# The document ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one orientation, with what stands at their head and foot.

    `first_header` and `first_footer`, where given, replace the others on the section's first page. The
    words of `watermark` stand large across every page, behind the text.
    """

    blocks: tuple[Block, ...]
    origin: Origin
    orientation: Orientation = "portrait"
    header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()
    first_header: tuple[Block, ...] | None = None
    first_footer: tuple[Block, ...] | None = None
    watermark: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself; nothing else of the machine or its user ever enters a file.

    `date` is the document's own, if it has one; `written`, in UTC, is when its file says it was made, where
    that is another.
    """

    title: str
    languages: tuple[str, ...]
    date: datetime.date | None = None
    author: str = ""
    subject: str = ""
    written: datetime.datetime | None = None

    @property
    def moment(self) -> datetime.datetime | None:
        """Return when the file says it was made, in UTC: `written`, or midnight of `date`, or nothing."""
        if self.written or self.date is None:
            return self.written
        return datetime.datetime.combine(self.date, datetime.time(), datetime.UTC)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready to be written."""

    sections: tuple[Section, ...]
    metadata: Metadata

    @property
    def language(self) -> str:
        """Return the document's main language: the first that it was asked for."""
        return self.metadata.languages[0]

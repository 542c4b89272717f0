"""A review sheet becomes an Excel workbook: a cover and a sheet for each catalog, locked but for white cells.

A sheet's first row is hidden: it says what each column holds, so that columns may be moved. Its last column
is hidden too: the rows' keys. Everything is text; nothing becomes a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from xlsxwriter.worksheet import Worksheet

from planreports.document.nodes import Block, Document, Paragraph, Run, Table
from planreports.document.styles import Line, Stylesheet
from planreports.errors import WritingError
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import TranslationState
from planreports.translation.sheets.columns import HEADS_KEY, REVIEWER_KEY, STAMP, SheetField
from planreports.translation.sheets.document import ReviewDocument, sheet_style, source_inlines
from planreports.translation.sheets.keys import key_of
from planreports.translation.sheets.rows import RowGroup, SheetPart, SheetRow
from planreports.translation.sheets.words import CONTEXT, ORIGIN, REVIEWER, STATES, words_inlines
from planreports.writers.options import DEFAULT_OPTIONS
from planreports.writers.xlsx.cells import CellWriter
from planreports.writers.xlsx.formats import Box, Formats
from planreports.writers.xlsx.lines import LineMaker
from planreports.writers.xlsx.names import SheetNames
from planreports.writers.xlsx.notes import NotesSheet
from planreports.writers.xlsx.plan import DataTable
from planreports.writers.xlsx.workbook import WorkbookFile

_FIELDS = tuple(SheetField)
_WIDTHS = (13.0, 54.0, 54.0, 20.0, 30.0, 40.0, 12.0)
"""Characters of the columns, in the order of their fields."""

_ROLES, _TITLE, _REVIEWER, _GAP, _HEADS = range(5)
"""The rows above the messages."""

_ALLOWED = ("format_cells", "format_columns", "format_rows", "autofilter", "select_locked_cells")
"""What a locked sheet still lets its reader do, so that nobody has to unlock it."""

_COLOURS = {
    TranslationState.MISSING: "soft",
    TranslationState.DRAFT: "amber-dark",
    TranslationState.REVIEWED: "green",
    TranslationState.OFFICIAL: "navy",
}


def write_xlsx(made: ReviewDocument, stylesheet: Stylesheet) -> bytes:
    """Return a review sheet as an Excel workbook, the same bytes for the same sheet.

    Raises WritingError for words that a cell cannot hold.
    """
    stylesheet = sheet_style(stylesheet)
    document = made.front()
    file = WorkbookFile(document, stylesheet)
    formats = Formats(file.book, stylesheet)
    lines = LineMaker(formats, DEFAULT_OPTIONS)
    writer = CellWriter(file.book, formats, lines)
    names = SheetNames()
    cover = file.sheet(names.unique(str(made.title)), replace(document.sections[0], orientation="portrait"))
    sheets = [(names.unique(str(made.part_name(part))), part) for part in made.sheet.parts]
    _write_cover(cover, document, writer, [name for name, _ in sheets])
    for name, part in sheets:
        _PartSheet(file.sheet(name), part, made, writer).write()
    if problems := [*lines.problems, *writer.problems]:
        raise WritingError(dict.fromkeys(problems))
    return file.saved()


def _write_cover(sheet: Worksheet, document: Document, writer: CellWriter, names: Sequence[str]) -> None:
    section = replace(document.sections[0], first_header=())  # the title says what the running head says
    document = replace(document, sections=(section,))
    empty = Table((), (), (), "plain", SOURCE_LANGUAGE, ORIGIN)
    notes = NotesSheet(sheet, document, writer, [DataTable(name, empty, section) for name in names])
    notes.write()
    notes.write_links(ORIGIN)
    sheet.protect("", dict.fromkeys(_ALLOWED, True))


@dataclass
class _PartSheet:
    """Writes the sheet of one catalog; `row` is the next one."""

    sheet: Worksheet
    part: SheetPart
    made: ReviewDocument
    writer: CellWriter
    row: int = _HEADS + 1
    _states: list[int] = field(default_factory=list)

    def write(self) -> None:
        """Write all rows, then what holds for the whole sheet."""
        for number, width in enumerate(_WIDTHS):
            is_hidden = _FIELDS[number] is SheetField.KEY
            self.sheet.set_column(number, number, width, None, {"hidden": is_hidden})
        self._write_top()
        for group in self.part.groups:
            if group.title:
                self._band(group)
            for row in group.rows:
                self._message(row)
        self._arrange()

    @property
    def stylesheet(self) -> Stylesheet:
        """Return the stylesheet."""
        return self.writer.formats.stylesheet

    # Above the messages ------------------------------------------------------------------------------

    def _write_top(self) -> None:
        plain = self.writer.formats.cell(self.writer.plain_font, Box(wrap=False))
        for number, each in enumerate(_FIELDS):
            self.sheet.write_string(_ROLES, number, f"{STAMP}: {each.value}", plain)
        self.sheet.set_row(_ROLES, None, None, {"hidden": True})
        self._put(_TITLE, 0, [self.made.part_title(self.part)], Box(vertical="middle", wrap=False))
        self.sheet.set_row(_TITLE, 28)
        self._write_reviewer(plain)
        heads = [*self.made.heads(), self.made.words.of(CONTEXT)]
        style = self.stylesheet.table["matrix"]
        box = Box(vertical="bottom", fill=self._colour("tint"), top=style.rule_top, bottom=style.rule_head)
        heights = [
            self._put(_HEADS, number, [self.made.words.paragraph(each, "table-head", "\n")], box)
            for number, each in enumerate(heads)
        ]
        self.sheet.write_string(_HEADS, len(_FIELDS) - 1, HEADS_KEY, plain)
        self.sheet.set_row(_HEADS, max(heights) + 4)

    def _write_reviewer(self, plain: object) -> None:
        label = self.made.words.paragraph(self.made.words.of(REVIEWER), "facts-head")
        self._put(_REVIEWER, 1, [label], Box(align="right", vertical="middle"))
        frame = Line(width=0.8, colour="grey")
        box = Box(vertical="middle", top=frame, bottom=frame, left=frame, right=frame)
        self._put(_REVIEWER, 2, [], _open(box))
        self.sheet.write_string(_REVIEWER, len(_FIELDS) - 1, REVIEWER_KEY, plain)
        self.sheet.set_row(_REVIEWER, 24)
        self.sheet.set_row(_GAP, 6)

    # Rows --------------------------------------------------------------------------------------------

    def _band(self, group: RowGroup) -> None:
        words = self.made.band(group)
        box = Box(vertical="middle", fill=self._colour("rule-light"), wrap=False)
        for number in range(len(_FIELDS) - 1):
            self._put(self.row, number, [words] if number == 0 else [], box)
        self.sheet.set_row(self.row, 20)
        self.row += 1

    def _message(self, row: SheetRow) -> None:
        """Write a message's row, as high as its words need."""
        message, made = row.message, self.made
        rule = self.stylesheet.table["matrix"].rule_row
        locked = Box(fill=self._colour("tint"), bottom=rule)
        white = _open(Box(bottom=rule, indent=1))
        source = Paragraph(source_inlines(row), SOURCE_LANGUAGE, "table-body", ORIGIN)
        # of one font: the colour of a state is the cell's, and changes with what is chosen
        state = Run(made.words.state(message.state), SOURCE_LANGUAGE)
        note = Paragraph(
            words_inlines(message.note, made.sheet.language), SOURCE_LANGUAGE, "table-body", ORIGIN
        )
        cells: list[tuple[list[Block], Box]] = [
            ([*made.reference(row)], locked),
            ([source], locked),
            ([made.translation(row)], white),
            ([Paragraph((state,), SOURCE_LANGUAGE, "table-body", ORIGIN)], white),
            ([note], white),
            ([*made.beside(row)], locked),
        ]
        heights = [self._put(self.row, number, *cell) for number, cell in enumerate(cells)]
        plain = self.writer.formats.cell(self.writer.plain_font, Box(wrap=False))
        self.sheet.write_string(self.row, len(cells), str(key_of(message, made.sheet.language)), plain)
        self.sheet.set_row(self.row, max(heights) + 4)
        self._states.append(self.row)
        self.row += 1

    def _put(self, row: int, column: int, blocks: Sequence[Block], box: Box) -> float:
        """Write blocks into a cell; return how high it must be, in points."""
        lines = self.writer.lines.lines(blocks)
        self.writer.put(self.sheet, row, column, lines, box, ORIGIN)
        return self.writer.ruler.height(lines, _WIDTHS[column] - 1.3)

    def _colour(self, name: str) -> str:
        return self.stylesheet.colour(name)

    # The whole sheet ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Lock the sheet, offer the states, freeze and repeat the heads."""
        last = max(self.row - 1, _HEADS)
        self.sheet.freeze_panes(_HEADS + 1, 1)
        self.sheet.autofilter(_HEADS, 0, last, len(_FIELDS) - 2)
        self.sheet.repeat_rows(_HEADS)
        self.sheet.print_area(_TITLE, 0, last, len(_FIELDS) - 2)
        column = _FIELDS.index(SheetField.STATE)
        for first, end in _stretches(self._states):
            self._offer_states(first, end, column)
        self.sheet.protect("", dict.fromkeys(_ALLOWED, True))
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _offer_states(self, first: int, last: int, column: int) -> None:
        states = list(self.made.words.states())
        self.sheet.data_validation(
            first,
            column,
            last,
            column,
            {
                "validate": "list",
                "source": states,
                "error_title": states[0],
                "error_message": "\n".join(states),
            },
        )
        for state in STATES:
            look = self.writer.book.add_format({"font_color": self._colour(_COLOURS[state]), "bold": True})
            rule = {"type": "cell", "criteria": "==", "value": _quoted(self.made.words.state(state))}
            self.sheet.conditional_format(first, column, last, column, {**rule, "format": look})


def _open(box: Box) -> Box:
    """Return the look of a cell that may be written in; what is typed there stays text."""
    return box._replace(locked=False, number_format="@")


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _stretches(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of rows that follow each other."""
    start = 0
    for number in range(1, len(rows) + 1):
        if number == len(rows) or rows[number] != rows[number - 1] + 1:
            yield rows[start], rows[number - 1]
            start = number

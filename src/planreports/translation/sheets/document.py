"""A review sheet becomes a document: what it is, how to fill it in, and tables of messages in two columns.

Word files are written from all of it, Excel files take the cover: their tables are made cell by cell.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planreports.document.nodes import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    LineBreak,
    List,
    ListItem,
    Mark,
    Metadata,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from planreports.document.styles import CellStyle, Line, Stylesheet
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import Text, TranslationState
from planreports.translation.sheets.rows import ReviewSheet, RowGroup, SheetPart, SheetRow
from planreports.translation.sheets.words import (
    BEFORE,
    COMMENT,
    DOMAINS,
    HOW,
    MESSAGES,
    ORIGIN,
    PLAN,
    REFERENCE,
    REVIEWER,
    STATE,
    STATES,
    STEPS,
    TITLE,
    SheetWords,
    words_inlines,
)
from planreports.translation.word_changes import Fate, word_changes

LOCKED_STYLE, BAND_STYLE, FIELD_STYLE = "sheet-locked", "sheet-band", "sheet-field"

WIDTHS = (25.0, 83.0, 83.0, 27.0, 39.0)
"""Millimetres of the columns: reference, English, translation, state, comment; A4 across has 257."""

_MARKS: dict[TranslationState, Mark] = {
    TranslationState.DRAFT: "draft",
    TranslationState.MISSING: "missing",
}


@dataclass(frozen=True, slots=True)
class ReviewDocument:
    """Makes the document of one sheet; `subject` is the plan's title, `written` when the file says it was
    made, if it is to say so."""

    sheet: ReviewSheet
    words: SheetWords
    subject: Text
    written: datetime.datetime | None = None

    def whole(self) -> Document:
        """Return the document with its tables."""
        blocks: list[Block] = [*self.cover()]
        for part in self.sheet.parts:
            blocks += [self.part_title(part), self.reviewer_table(), self.table(part)]
        return self._document(tuple(blocks))

    def front(self) -> Document:
        """Return the cover alone, as a sheet of labels and words beside them."""
        return self._document((*self._titles(), self._facts(with_subject=True), *self._steps_in_rows()))

    def _document(self, blocks: tuple[Block, ...]) -> Document:
        title = self.words.line(self.title)
        metadata = Metadata(
            title,
            (SOURCE_LANGUAGE, self.sheet.language),
            subject=str(self.subject),
            written=self.written,
        )
        section = Section(
            blocks,
            ORIGIN,
            "landscape",
            header=(self._running(self.title, Text.of(str(self.subject))),),
            footer=(self._foot(),),
        )
        return Document((section,), metadata)

    @property
    def title(self) -> Text:
        """Return the title."""
        return self.words.of(TITLE, language=self.words.language_name())

    # The cover ---------------------------------------------------------------------------------------

    def cover(self) -> Iterator[Block]:
        """Yield what the sheet is, what is in it, and how to fill it in."""
        yield from self._titles()
        yield self.words.paragraph(self.subject, "body")
        yield self._facts()
        yield self.words.heading(self.words.of(HOW), 2)
        steps = (ListItem((self._step(each),), ORIGIN) for each in STEPS)
        yield List(tuple(steps), True, SOURCE_LANGUAGE, ORIGIN)

    def _titles(self) -> Iterator[Block]:
        english, other = self.words.pair(self.title)
        language = self.sheet.language
        yield Heading(1, (Run(english, SOURCE_LANGUAGE),), SOURCE_LANGUAGE, ORIGIN)
        if other:
            yield Paragraph((Run(other, language),), language, "title-translation", ORIGIN)

    def _step(self, step: str, style: str = "list") -> Paragraph:
        return Paragraph(self.words.inlines(self.words.of(step), "\n"), SOURCE_LANGUAGE, style, ORIGIN)

    def _steps_in_rows(self) -> Iterator[Block]:
        yield self.words.heading(self.words.of(HOW), 2)
        rows = (
            (_english((Run(f"{n}.", SOURCE_LANGUAGE),), "facts-head"), each)
            for n, each in enumerate(STEPS, 1)
        )
        yield _labelled([(label, self._step(step, "facts")) for label, step in rows])

    def _facts(self, *, with_subject: bool = False) -> Table:
        """Return how many messages there are in each state; of what plan, where nothing else says so."""
        counts = [(MESSAGES, len(self.sheet.rows))]
        counts += [(STATES[each], self.sheet.count(each)) for each in STATES if self.sheet.count(each)]
        rows = [
            (
                self.words.paragraph(self.words.of(label), "facts-head"),
                _english((Run(f"{number:,}", SOURCE_LANGUAGE),), "facts"),
            )
            for label, number in counts
        ]
        if with_subject:
            label = self.words.paragraph(self.words.of(PLAN), "facts-head")
            inlines = self.words.inlines(self.subject, "\n")
            rows.insert(0, (label, Paragraph(inlines, SOURCE_LANGUAGE, "facts", ORIGIN)))
        return _labelled(rows)

    # Heads and feet ----------------------------------------------------------------------------------

    def _running(self, left: Text, right: Text) -> Table:
        cells = (
            Cell((self.words.paragraph(left, "running"),), ORIGIN),
            Cell((self.words.paragraph(right, "running"),), ORIGIN, style="right"),
        )
        return self._across(cells)

    def _foot(self) -> Table:
        languages = self.words.paragraph(self.words.language_name(), "running")
        numbers = (PageNumber(SOURCE_LANGUAGE), Run(" / ", SOURCE_LANGUAGE), PageCount(SOURCE_LANGUAGE))
        page = Paragraph(numbers, SOURCE_LANGUAGE, "running", ORIGIN)
        return self._across((Cell((languages,), ORIGIN), Cell((page,), ORIGIN, style="right")))

    @staticmethod
    def _across(cells: tuple[Cell, ...]) -> Table:
        columns = (Column(50, "*"), Column(50, "*"))
        row = Row(cells, ORIGIN)
        return Table(columns, (), (row,), "running", SOURCE_LANGUAGE, ORIGIN, presentation=True)

    # Tables ------------------------------------------------------------------------------------------

    def part_title(self, part: SheetPart) -> Heading:
        """Return the heading above a part's table."""
        return self.words.heading(self.part_name(part), 2)

    def part_name(self, part: SheetPart) -> Text:
        """Return what a part is called: a workspace's own catalogs by their name."""
        known = DOMAINS.get(part.domain)
        return self.words.of(known) if known else Text.of(part.domain)

    def reviewer_table(self) -> Table:
        """Return where the reviewer's name is written."""
        head = self.words.paragraph(self.words.of(REVIEWER), "facts-head")
        row = Row(
            (Cell((head,), ORIGIN, "row"), Cell((_blank(self.sheet.language),), ORIGIN, style=FIELD_STYLE)),
            ORIGIN,
        )
        columns = (Column(90, "mm"), Column(1, "*"))
        return Table(columns, (), (row,), "facts", SOURCE_LANGUAGE, ORIGIN)

    def heads(self) -> tuple[Text, ...]:
        """Return the heads of the columns."""
        english = self.words.of("English")
        return (
            self.words.of(REFERENCE),
            english,
            self.words.language_name(),
            self.words.of(STATE),
            self.words.of(COMMENT),
        )

    def table(self, part: SheetPart) -> Table:
        """Return a part's table: a band above each group, and two columns of words."""
        head = (
            Cell((self.words.paragraph(each, "table-head", "\n"),), ORIGIN, "column") for each in self.heads()
        )
        rows = [row for group in part.groups for row in self._group(group)]
        columns = tuple(Column(width, "mm") for width in WIDTHS)
        return Table(columns, (Row(tuple(head), ORIGIN),), tuple(rows), "matrix", SOURCE_LANGUAGE, ORIGIN)

    def _group(self, group: RowGroup) -> Iterator[Row]:
        if group.title:
            paragraph = self.band(group)
            cell = Cell((paragraph,), ORIGIN, column_span=len(WIDTHS), style=BAND_STYLE)
            yield Row((cell,), ORIGIN, together=True)
        for row in group.rows:
            yield Row(self._cells(row), ORIGIN)

    def band(self, group: RowGroup) -> Paragraph:
        """Return what stands above a group: its title in both languages, as far as there are words."""
        translation = group.translation or self.words.pair(self.words.of(group.title))[1]
        inlines = [Run(group.title, SOURCE_LANGUAGE)]
        if translation:
            inlines.append(Run(" · ", SOURCE_LANGUAGE, "separator"))
            inlines.append(Run(translation, self.sheet.language, "translation"))
        return Paragraph(tuple(inlines), SOURCE_LANGUAGE, "matrix-band", ORIGIN)

    def _cells(self, row: SheetRow) -> tuple[Cell, ...]:
        message, language = row.message, self.sheet.language
        state = Run(self.words.state(message.state), language)
        return (
            Cell(tuple(self.reference(row)), ORIGIN, style=LOCKED_STYLE),
            Cell(
                (_english(source_inlines(row), "table-body"), *self.beside(row)), ORIGIN, style=LOCKED_STYLE
            ),
            Cell((self.translation(row),), ORIGIN),
            Cell((_english((state,), "table-body"),), ORIGIN),
            Cell((Paragraph(words_inlines(message.note, language), language, "table-body", ORIGIN),), ORIGIN),
        )

    def reference(self, row: SheetRow) -> Iterator[Paragraph]:
        """Yield a message's id, and how the plan is cited."""
        yield _english((Run(row.message.id, SOURCE_LANGUAGE),), "matrix-id")
        if row.citation:
            yield _english((Run(row.citation, SOURCE_LANGUAGE),), "matrix-citation")

    def translation(self, row: SheetRow) -> Paragraph:
        """Return a message's translation, marked as it is in documents."""
        message, language = row.message, self.sheet.language
        inlines = words_inlines(message.words, language)
        return Paragraph(inlines, language, "table-body", ORIGIN, mark=_MARKS.get(message.state))

    def beside(self, row: SheetRow) -> Iterator[Paragraph]:
        """Yield a message's English before it changed, and what helps to understand it."""
        if row.message.previous_source:
            label = Run(f"{self.words.line(self.words.of(BEFORE))}: ", self.sheet.language, "soft")
            before = _one_side(row.message.previous_source, row.message.source, Fate.REMOVED, "missing")
            yield _english((label, *before), "matrix-note")
        for line in row.beside:
            yield _english((Run(line, SOURCE_LANGUAGE),), "matrix-note")


def _labelled(rows: Iterable[tuple[Paragraph, Paragraph]]) -> Table:
    """Return words in rows, each beside its label."""
    made = (Row((Cell((label,), ORIGIN, "row"), Cell((words,), ORIGIN)), ORIGIN) for label, words in rows)
    columns = (Column(60, "mm"), Column(1, "*"))
    return Table(columns, (), tuple(made), "facts", SOURCE_LANGUAGE, ORIGIN)


def _english(inlines: tuple[Inline, ...], style: str) -> Paragraph:
    return Paragraph(inlines, SOURCE_LANGUAGE, style, ORIGIN)


def sheet_style(stylesheet: Stylesheet) -> Stylesheet:
    """Return a stylesheet with the looks that only review sheets have: of what is locked, and of fields."""
    frame = Line(width=0.8, colour="grey")
    own = {
        LOCKED_STYLE: CellStyle(fill="tint"),
        BAND_STYLE: CellStyle(fill="rule-light"),
        FIELD_STYLE: CellStyle(border=frame),
    }
    return stylesheet.model_copy(update={"cell": {**stylesheet.cell, **own}})


def _blank(language: str) -> Paragraph:
    return Paragraph((), language, "facts", ORIGIN)


def source_inlines(row: SheetRow) -> tuple[Run | LineBreak, ...]:
    """Return a message's English; where it changed, what is new in it stands out."""
    message = row.message
    if not message.previous_source:
        return words_inlines(message.source, SOURCE_LANGUAGE)
    return tuple(_one_side(message.previous_source, message.source, Fate.ADDED, "commitment"))


def _one_side(before: str, after: str, fate: Fate, style: str) -> Iterator[Run | LineBreak]:
    """Yield one of two texts: what has a fate in a style of its own, what stayed plain, nothing else."""
    for each in word_changes(before, after):
        if each.fate in (fate, Fate.KEPT):
            yield from words_inlines(each.words, SOURCE_LANGUAGE, style if each.fate is fate else None)

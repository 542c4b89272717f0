"""Rows of words become a table on the terminal: wrapped and coloured for people, plain lines for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from planreports.cli.printing import in_words
from planreports.told import told

_WITHOUT_END = 1_000_000
"""The width, in cells, of lines that nobody looks at: nothing is ever folded or cut."""

_NARROW = 140
"""Below this width, in cells, a terminal shows no spare columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head; where a terminal is narrow, `wide` ones are folded and `spare` ones left out."""

    head: str
    wide: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words, and their colour on a terminal, which says nothing that they do not."""

    words: str
    colour: str = ""


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str | Cell]]) -> None:
    """Print rows below the columns' heads.

    On a terminal the table is as wide as that. Elsewhere each row is one line, without colours, its columns
    apart by two spaces. Widths are counted in cells: the marks above and below Lao letters take none.
    """
    is_terminal = sys.stdout.isatty()
    console = Console(
        file=sys.stdout,
        width=None if is_terminal else _WITHOUT_END,
        no_color=None if is_terminal else True,
        force_terminal=None if is_terminal else False,
    )
    left_out = [column.head for column in columns if column.spare and console.width < _NARROW]
    shown = [number for number, column in enumerate(columns) if column.head not in left_out]
    chosen = ([row[number] for number in shown] for row in rows)
    with console.capture() as captured:
        console.print(_table([columns[number] for number in shown], chosen, is_terminal))
    for line in captured.get().splitlines():
        click.echo(line if is_terminal else line.rstrip())
    if left_out:
        said = in_words(told("A wider terminal also shows: {columns}.", columns=", ".join(left_out)))
        click.echo(click.style(f"\n{said}", dim=True))


def _table(columns: Sequence[Column], rows: Iterable[Sequence[str | Cell]], is_terminal: bool) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold" if is_terminal else "")
    for column in columns:
        table.add_column(_line(column.head), overflow="fold", no_wrap=not (is_terminal and column.wide))
    for row in rows:
        table.add_row(*(_line(cell) for cell in row))
    return table


def _line(cell: str | Cell) -> Text:
    """Return a cell's words as they are, never as rich's markup, on one line."""
    words, colour = (cell.words, cell.colour) if isinstance(cell, Cell) else (cell, "")
    return Text(" ".join(words.split()), style=colour)

"""A command's help in another language: its words from the catalog, its lines as wide as they are seen."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Iterable, Iterator

import click

from planreports.lao.line_breaks import LineBreaker
from planreports.told import Speech, Told, spoken
from planreports.translation.command_messages import paragraphs

_AS_THEY_ARE = "\b"
"""What stands alone in the first line of a paragraph whose lines click leaves as they are."""


def spoken_command(command: click.Command, speech: Speech) -> click.Command:
    """Return a copy of a command whose help is in a language."""
    made = copy.copy(command)
    made.context_class = _SpokenContext
    # click keeps the option `--help` with its words once it has made it
    made._help_option = None
    made.help = spoken_help(command.help, speech)
    made.short_help = spoken_help(command.short_help, speech)
    made.params = [_spoken_parameter(each, speech) for each in command.params]
    if isinstance(made, click.Group):
        made.commands = {name: spoken_command(each, speech) for name, each in made.commands.items()}
    return made


def _spoken_parameter(parameter: click.Parameter, speech: Speech) -> click.Parameter:
    made = copy.copy(parameter)
    if isinstance(made, click.Option):
        made.help = spoken_help(made.help, speech)
    return made


def spoken_help(words: str | None, speech: Speech) -> str | None:
    """Return help in a language, a paragraph at a time."""
    if words is None or isinstance(words, Told):
        return spoken(words, speech) if words else None
    return "\n\n".join(_spoken_paragraph(each, speech) for each in paragraphs(words))


def _spoken_paragraph(words: str, speech: Speech) -> str:
    said = speech.template(words)
    return f"{_AS_THEY_ARE}\n{said}" if "\n" in words else said


class _SpokenFormatter(click.HelpFormatter):
    """Click's help, its lines broken between words of Lao too, which no spaces part."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, indented."""
        width = self.width - self.current_indent
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write("\n")
            for line in _lines(paragraph, width):
                self.write(f"{' ' * self.current_indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean, in two columns."""
        rows = list(rows)
        widths = [cells(term) for term, _ in rows]
        column = min(max(widths), col_max) + col_spacing
        margin = " " * self.current_indent
        for (term, meaning), width in zip(rows, widths, strict=True):
            lines = list(_lines(meaning, max(self.width - column - 2, 10)))
            is_beside = bool(lines) and width <= column - col_spacing
            first = " " * (column - width) + lines.pop(0) if is_beside else ""
            self.write(f"{margin}{term}{first}\n")
            for line in lines:
                self.write(f"{margin}{' ' * column}{line}\n")


class _SpokenContext(click.Context):
    formatter_class = _SpokenFormatter


def _lines(paragraph: str, width: int) -> Iterator[str]:
    """Yield the lines of a paragraph, none wider than a number of cells, unless a word of it is."""
    if paragraph.startswith(f"{_AS_THEY_ARE}\n"):
        yield from paragraph.split("\n")[1:]
        return
    line = ""
    for piece in LineBreaker().pieces(" ".join(paragraph.split()), "lo"):
        if line and cells(f"{line}{piece}".rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    if line.strip():
        yield line.rstrip()


def cells(words: str) -> int:
    """Return how many cells of a terminal words take: none for marks above and below letters, two for CJK.

    >>> cells("Lao"), cells("ຊັກຊ້າ"), cells("日本")
    (3, 4, 4)
    """
    return sum(map(_cells_of, words))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

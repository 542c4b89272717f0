"""A character that cannot be drawn becomes a problem with the place where it stands in the user's files."""

from __future__ import annotations

from planreports.document.nodes import Origin
from planreports.errors import Problem
from planreports.told import Told, told
from planreports.writers.options import WritingOptions
from planreports.writers.pdf.characters import named, unfit


def undrawn(character: str, origin: Origin, options: WritingOptions, mark: Told) -> Problem:
    """Return the problem of a character; its place is in a file of words, or in the layout that printed it.

    `mark` says what stands in the document, where characters are marked instead.
    """
    reason = unfit(character)
    remedy = told("remove it") if reason else told("remove it, or add a font to style.toml")
    message = reason or told("no font has the character {character}", character=named(character))
    file, line, column = options.place_of(character) or (origin.layout, origin.line, origin.column)
    hint = remedy if options.missing_glyphs == "error" else mark
    return Problem(message, file, line, column, hint)

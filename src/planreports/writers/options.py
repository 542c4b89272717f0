"""What a user chose for the writing of a file, beside its look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from planreports.errors import Problem

MissingGlyphs = Literal["error", "warn"]
"""What becomes of a character that no font has: an error, or a visible mark and a warning."""


def unheard(problem: Problem) -> None:
    """Take a warning that nobody listens for."""


def nowhere(character: str) -> tuple[str, int, int] | None:
    """Return no place: a document that was made without files has none."""


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """What a writer may be asked for.

    `reference` is a Word file whose styles, paper, margins and running heads a Word file takes, and
    `reference_name` what messages call it; `warn` is told what a user should know although the file was
    written. `place_of` finds the file, line and column where a character stands in the user's files.
    """

    missing_glyphs: MissingGlyphs = "error"
    reference: bytes | None = None
    reference_name: str = "reference.docx"
    warn: Callable[[Problem], None] = unheard
    place_of: Callable[[str], tuple[str, int, int] | None] = nowhere


DEFAULT_OPTIONS = WritingOptions()

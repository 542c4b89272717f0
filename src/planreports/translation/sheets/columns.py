"""The columns of a review sheet, and the marks by which a file is known to be one whatever it is called."""

from __future__ import annotations

from enum import StrEnum

STAMP = "planreports review sheet 1"
"""What the hidden first row of a table in Excel begins with; the number is that of the arrangement."""

REVIEWER_KEY = "pr1.reviewer"
"""The key of the row that holds the reviewer's name."""

HEADS_KEY = "pr1.heads"
"""The key of the row with the columns' heads: every other row that has words has one of its own."""


class SheetField(StrEnum):
    """What a column holds."""

    REFERENCE = "reference"
    SOURCE = "source"
    TRANSLATION = "translation"
    STATE = "state"
    NOTE = "note"
    CONTEXT = "context"
    KEY = "key"

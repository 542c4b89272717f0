"""A layout's source becomes the same source with a sign of its place before every tag of its markup."""

from __future__ import annotations

import re

from jinja2 import Environment
from jinja2.ext import Extension

from planreports.layout.references import References, place_sign

_TAG = re.compile(r"<(?=[A-Za-z/!?])")


class PositionsExtension(Extension):
    """Jinja drops the places of what it renders; this keeps them, so that mistakes in markup have a line.

    The environment's `references` and `display_name` say how layouts are numbered and named.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.extend(references=References(), display_name=str)

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source with signs put in; lines and Jinja's own tags stay as they are."""
        source = re.sub(r"\r\n?", "\n", source)  # as Jinja's lexer will
        references: References = self.environment.references  # type: ignore[attr-defined]
        display_name: str = self.environment.display_name(name or "layout")  # type: ignore[attr-defined]
        number = references.layout_number(display_name)
        pieces: list[str] = []
        end = 0
        for start in self._tags(source, name, filename):
            line = source.count("\n", 0, start) + 1
            column = start - source.rfind("\n", 0, start)
            pieces += source[end:start], place_sign(number, line, column)
            end = start
        return "".join(pieces) + source[end:]

    def _tags(self, source: str, name: str | None, filename: str | None) -> list[int]:
        """Return where the markup's tags begin: in the template's data, not inside Jinja's tags."""
        found: list[int] = []
        position = 0
        for _, kind, value in self.environment.lexer.tokeniter(source, name, filename):
            start = source.index(value, position)
            position = start + len(value)
            if kind == "data":
                found += (start + match.start() for match in _TAG.finditer(value))
        return found

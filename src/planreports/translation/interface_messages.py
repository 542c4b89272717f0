"""Code and layouts become messages: what stands in `message("…")`, `_("…")`, `pgettext("context", "…")`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.extract import extract

from planreports.files.resources import resource
from planreports.translation.source_messages import SourceMessage

PACKAGE = Path(__file__).parent.parent


_LAYOUT = "planreports.translation.babel_extraction:extract_layout"
_LAYOUT_KEYWORDS: Mapping[str, tuple[int | tuple[int, int] | tuple[int, str], ...] | None] = {
    "_": None,
    "pgettext": ((1, "c"), 2),
}
"""The functions of layouts whose arguments are messages; the first argument of `pgettext` is the context."""


def interface_messages() -> Iterator[SourceMessage]:
    """Yield the messages of code and of the built-in layouts, in order of file and line."""
    yield from code_messages(PACKAGE.rglob("*.py"), {"message": None})
    yield from layout_messages(resource("templates"), "templates")


def code_messages(files: Iterable[Path], keywords: Mapping[str, None]) -> Iterator[SourceMessage]:
    """Yield the words that code of this package gives to functions of some names, such as `message`."""
    for path in sorted(files):
        name = f"src/planreports/{path.relative_to(PACKAGE).as_posix()}"
        with path.open("rb") as file:
            for line, words, _, _ in extract("python", file, keywords, (), {"encoding": "utf-8"}):
                yield SourceMessage(str(words), name, line)


def layout_messages(folder: Path, shown_as: str) -> Iterator[SourceMessage]:
    """Yield the messages of the layouts in a folder; places name them below `shown_as`."""
    for path in sorted(folder.glob("*.jinja")):
        with path.open("rb") as file:
            for line, words, _, context in extract(_LAYOUT, file, _LAYOUT_KEYWORDS):
                yield SourceMessage(str(words), f"{shown_as}/{path.name}", line, context)

"""A stylesheet's TOML file becomes styles whose names all lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from planreports.document.styles import Stylesheet
from planreports.errors import DataError, Problem, did_you_mean
from planreports.files.source import Source
from planreports.files.toml_source import read_toml
from planreports.files.validation import validated

REQUIRED_PARAGRAPHS = (
    "body", "heading-1", "heading-2", "heading-3", "heading-4", "title-translation",
    "table-head", "table-body", "notice", "running", "continued", "watermark", "caption", "footnote",
)  # fmt: skip
"""Paragraph styles that the program itself asks for."""

REQUIRED_INLINES = ("link", "missing", "separator", "superscript")
"""Inline styles that the program itself asks for."""


@lru_cache(maxsize=8)
def load_stylesheet(path: Path) -> Stylesheet:
    """Return the stylesheet of a file.

    Raises DataError with every unknown key, wrong value, missing style, and name of a colour or style
    that is not there; each with file, line and column.
    """
    source = read_toml(path)
    stylesheet = validated(Stylesheet, source)
    problems = [*_missing_styles(stylesheet, source), *_dangling_names(stylesheet, source)]
    if problems:
        raise DataError(problems)
    return stylesheet


def _missing_styles(stylesheet: Stylesheet, source: Source) -> Iterator[Problem]:
    required = {
        "paragraph": REQUIRED_PARAGRAPHS,
        "inline": REQUIRED_INLINES,
        "table": ("plain",),
        "aside": ("notice",),
    }
    for kind, names in required.items():
        for name in names:
            if name not in getattr(stylesheet, kind):
                yield source.problem((kind,), f"the {kind} style `{name}` is missing")


def _dangling_names(stylesheet: Stylesheet, source: Source) -> Iterator[Problem]:
    """Yield a problem for every name of a colour, paragraph or inline style that is not defined."""
    known: dict[str, Collection[str]] = {
        "colour": stylesheet.colours,
        "fill": stylesheet.colours,
        "paragraph": stylesheet.paragraph,
        "head": stylesheet.paragraph,
        "body": stylesheet.paragraph,
        "row_head": stylesheet.paragraph,
        "translation": stylesheet.inline,
    }
    for path, key, value in _named_values(source.value):
        if key in known and value not in known[key] and path[0] != "colours":
            yield source.problem(path, f"unknown {key} `{value}`", did_you_mean(value, known[key]))


def _named_values(
    value: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield the path, last key and value of every string in nested tables."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str):
                yield (*path, key), key, inner
            else:
                yield from _named_values(inner, (*path, key))

"""A TOML file becomes values with places: `tomllib` reads the values, a scan of the lines finds the keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from planreports.errors import DataError, Problem
from planreports.files.characters import refusal
from planreports.files.reading import read_text
from planreports.files.source import Place, Source, ValuePath

_HEADER = re.compile(r"\s*\[\[?\s*(?P<keys>[^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"(?P<indent>\s*)(?P<keys>[A-Za-z0-9_\-.\"' ]+?)\s*=\s*")
_ERROR_PLACE = re.compile(
    r"(?P<message>.*) \(at (line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"
)


def read_toml(path: Path, name: str | None = None) -> Source:
    """Return what a TOML file holds; a value inside an inline table has the place of its line's key.

    Raises DataError for a file that cannot be read and for broken TOML.
    """
    name = name or str(path)
    text = read_text(path, name)
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(_syntax_problem(str(error), name)) from error
    places: dict[ValuePath, Place] = {(): (1, 1)}
    key_places: dict[ValuePath, Place] = {}
    for path_, key_place, value_place in _places(text):
        places.setdefault(path_, value_place)
        key_places.setdefault(path_, key_place)
    source = Source(name, value, places, key_places)
    if problems := list(_refused_characters(value, source)):
        raise DataError(problems)
    return source


def _refused_characters(value: object, source: Source, path: ValuePath = ()) -> Iterator[Problem]:
    """Yield a problem for every text with a character that TOML lets in as an escape such as `\\u0007`."""
    if isinstance(value, str) and (refused := refusal(value)):
        yield source.problem(path, *refused)
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inside in steps:
        yield from _refused_characters(inside, source, (*path, step))


def _syntax_problem(words: str, name: str) -> Problem:
    match = _ERROR_PLACE.fullmatch(words)
    if match is None:
        return Problem(f"this is not TOML: {words}", name)
    line, column = match["line"], match["column"]
    return Problem(
        f"this is not TOML: {match['message']}",
        name,
        int(line) if line else None,
        int(column) if column else None,
    )


def _places(text: str) -> Iterator[tuple[ValuePath, Place, Place]]:
    """Yield each key's path, its place and its value's, line by line."""
    table: ValuePath = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line):
            table = _keys(header["keys"])
            place = (number, header.start("keys") + 1)
            for length in range(1, len(table) + 1):
                yield table[:length], place, place
        elif key := _KEY.match(line):
            path = (*table, *_keys(key["keys"]))
            yield path, (number, key.start("keys") + 1), (number, key.end() + 1)


def _keys(dotted: str) -> ValuePath:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))

"""A TOML file becomes values with places: `tomllib` reads the values, a scan of the lines finds the keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from planreports.errors import DataError, Problem
from planreports.files.characters import refusal
from planreports.files.plain_yaml import MAXIMUM_DEPTH
from planreports.files.reading import read_text
from planreports.files.source import Place, Source, ValuePath
from planreports.told import told

_HEADER = re.compile(r"[ \t]*\[(?P<array>\[?)\s*(?P<keys>[^\[\]\n]+?)[ \t]*\]\]?[ \t]*(#.*)?\n?")
_KEY = re.compile(r"[ \t]*(?P<keys>[A-Za-z0-9_\-.\"' ]+?)[ \t]*=[ \t]*")
_TOKEN = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[\]{}\n]""", re.DOTALL
)
"""What decides where a value ends: strings, comments, brackets, and ends of lines."""
_ERROR_PLACE = re.compile(
    r"(?P<message>.*) \(at (line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"
)


_HINTS = {
    "Invalid value": told('words stand in straight quotation marks ("…"); true, false and numbers do not'),
    "Expected newline or end of document after a statement": told(
        'words and days stand in straight quotation marks ("…")'
    ),
    "Cannot overwrite a value": told("this key or table stands in the file twice"),
}
"""What to do about errors that `tomllib` has many reasons for."""


def read_toml(path: Path, name: str | None = None) -> Source:
    """Return what a TOML file holds; a value inside an inline table has the place of its line's key.

    Raises DataError for a file that cannot be read, for broken TOML, and for characters that nobody may use.
    """
    source = parsed_toml(path, name or str(path))
    if found := list(refused_characters(source)):
        raise DataError(problem for _, problem in found)
    return source


def parsed_toml(path: Path, name: str) -> Source:
    """Return what a TOML file holds, whatever characters it writes as escapes. Raises DataError."""
    text = read_text(path, name)
    value = _loaded(text, name)
    places: dict[ValuePath, Place] = {(): (1, 1)}
    key_places: dict[ValuePath, Place] = {}
    for path_, key_place, value_place in _places(text):
        places.setdefault(path_, value_place)
        key_places.setdefault(path_, key_place)
    return Source(name, value, places, key_places)


def _loaded(text: str, name: str) -> object:
    """Return the value of TOML text; what is without measure raises other errors than tomllib's own."""
    too_deep = Problem(told("tables and lists stand more than {depth} deep", depth=MAXIMUM_DEPTH), name)
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(_syntax_problem(str(error), name)) from error
    except RecursionError as error:
        raise DataError(too_deep) from error
    except ValueError as error:
        words = told("this is not TOML: a number has too many digits")
        raise DataError(Problem(words, name)) from error
    if _is_deep(value):
        raise DataError(too_deep)
    return value


def _is_deep(value: object) -> bool:
    level = [value]
    for _ in range(MAXIMUM_DEPTH):
        tables = [each.values() for each in level if isinstance(each, dict)]
        lists = [each for each in level if isinstance(each, list)]
        level = [inner for each in (*tables, *lists) for inner in each]
    return bool(level)


def refused_characters(source: Source) -> Iterator[tuple[ValuePath, Problem]]:
    """Yield the path of every text with a character that TOML lets in as an escape such as `\\u0007`, and the
    problem that it is."""
    yield from _refused_characters(source.value, source, ())


def _refused_characters(
    value: object, source: Source, path: ValuePath
) -> Iterator[tuple[ValuePath, Problem]]:
    if isinstance(value, str) and (refused := refusal(value)):
        yield path, source.problem(path, *refused)
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inside in steps:
        yield from _refused_characters(inside, source, (*path, step))


def _syntax_problem(words: str, name: str) -> Problem:
    match = _ERROR_PLACE.fullmatch(words)
    if match is None:
        return Problem(told("this is not TOML: {words}", words=words), name)
    line, column = match["line"], match["column"]
    return Problem(
        told("this is not TOML: {words}", words=match["message"]),
        name,
        int(line) if line else None,
        int(column) if column else None,
        _HINTS.get(match["message"]),
    )


def _places(text: str) -> Iterator[tuple[ValuePath, Place, Place]]:
    """Yield each key's path, its place and its value's, line by line; lines inside a value have no keys."""
    table: ValuePath = ()
    counts: dict[ValuePath, int] = {}
    line = end = 0
    while end < len(text):
        line, start = line + 1, end
        end = text.find("\n", start) + 1 or len(text)
        if header := _HEADER.fullmatch(text, start, end):
            keys = _keys(header["keys"])
            if header["array"]:
                counts = _counted(keys, counts)
            table = _in_arrays(keys, counts)
            place = (line, header.start("keys") - start + 1)
            for length in range(1, len(table) + 1):
                yield table[:length], place, place
        elif key := _KEY.match(text, start, end):
            path = (*table, *_keys(key["keys"]))
            yield path, (line, key.start("keys") - start + 1), (line, key.end() - start + 1)
            end = _end_of_value(text, key.end())
            line += text.count("\n", start, end - 1)


def _end_of_value(text: str, start: int) -> int:
    """Return where the line after a value begins."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if token[0] == "\n" and depth <= 0:
            return token.end()
    return len(text)


def _counted(keys: ValuePath, counts: Mapping[ValuePath, int]) -> dict[ValuePath, int]:
    """Return how many tables arrays have with one more of these keys; arrays inside it begin anew."""
    others = {each: count for each, count in counts.items() if each[: len(keys)] != keys}
    return {**others, keys: counts.get(keys, 0) + 1}


def _in_arrays(keys: ValuePath, counts: Mapping[ValuePath, int]) -> ValuePath:
    """Return the path of a table: of an array's tables (`[[…]]`, counted as far) it is in the last."""
    path: ValuePath = ()
    for length, key in enumerate(keys, 1):
        count = counts.get(keys[:length])
        path = (*path, key) if count is None else (*path, key, count - 1)
    return path


def _keys(dotted: str) -> ValuePath:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))

"""A file becomes text: UTF-8, normalised, not too large; or a problem that says where it is not."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from planreports.errors import DataError, Problem
from planreports.files.characters import REFUSED, refusal
from planreports.told import Grouped, Told, told

MAXIMUM_BYTES = 32 * 1024 * 1024
"""The largest file that is read: more than 50,000 entries of progress, and read in seconds."""


def read_text(path: Path, name: str, maximum: int = MAXIMUM_BYTES) -> str:
    """Return a file's text in Unicode's form NFC (never NFKC, which takes Lao's ຳ apart), without a BOM.

    Raises DataError for a file that is not there, too large, empty, not UTF-8, or holds control characters.
    """
    return text_of(read_bytes(path, name, maximum), name)


def text_of(data: bytes, name: str) -> str:
    """Return the text of a file's bytes, as `read_text` does."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        raise DataError(
            _at(before, name, told("this is not UTF-8"), told("save the file as UTF-8"))
        ) from error
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if REFUSED.search("".join(set(text))) and (found := REFUSED.search(text)):
        raise DataError(_at(text[: found.start()], name, *_refused(found[0])))
    if not text.strip():
        raise DataError(Problem(told("the file is empty"), name, 1, 1))
    return text


def read_bytes(path: Path, name: str, maximum: int) -> bytes:
    """Return a file's bytes. Raises DataError for a file that is not there, too large, or cannot be read."""
    try:
        size = path.stat().st_size
        if size > maximum:
            message = told(
                "the file has {size} bytes; at most {maximum} are read",
                size=Grouped(size),
                maximum=Grouped(maximum),
            )
            raise DataError(Problem(message, name))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DataError(Problem(told("there is no such file"), name)) from error
    except IsADirectoryError as error:
        raise DataError(Problem(told("this is a folder, not a file"), name)) from error
    except OSError as error:
        raise DataError(Problem(told("cannot be read: {reason}", reason=error.strerror), name)) from error


def _at(before: str, name: str, message: Told, hint: Told | None) -> Problem:
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Problem(message, name, line, column, hint)


def _refused(character: str) -> tuple[Told, Told]:
    return refusal(character) or (told("this character is not allowed"), told("remove it"))

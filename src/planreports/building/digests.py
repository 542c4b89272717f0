"""Values and files become digests: what a document was made of, told in one line.

A value's digest is that of its content, whichever process made it: no identity, no order of a set, no address
in memory counts. Files count by their bytes, never by their dates.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

_PLAIN = (str, int, float, Decimal, datetime.date, datetime.time, type(None))


def digest(*values: object) -> str:
    """Return the digest of values: dataclasses, models, mappings, sequences and sets of plain ones.

    Raises TypeError for a value of another kind: it could change without the digest's telling.

    >>> digest({"b": 2, "a": [1.5]}) == digest({"a": (1.5,), "b": 2})
    True
    >>> digest("1") == digest(1)
    False
    """
    found = hashlib.sha256()
    _feed(found, values)
    return found.hexdigest()


def _feed(found: Any, value: object) -> None:
    """Feed a value to a hash, framed so that no other value gives the same bytes."""
    if isinstance(value, Enum):
        _feed_words(found, "e", f"{type(value).__qualname__}.{value.name}")
    elif isinstance(value, _PLAIN):
        _feed_words(found, "v", f"{type(value).__name__}:{value}")
    elif isinstance(value, bytes):
        _feed_words(found, "b", hashlib.sha256(value).hexdigest())
    elif isinstance(value, Path):
        _feed_words(found, "p", value.as_posix())
    elif isinstance(value, Mapping):
        _feed_all(found, "m", [part for key in sorted(value, key=str) for part in (key, value[key])])
    elif isinstance(value, AbstractSet):
        _feed_all(found, "s", sorted(map(digest, value)))
    elif isinstance(value, Sequence):
        _feed_all(found, "l", value)
    else:
        kind: type = type(value)
        _feed_all(found, kind.__qualname__, [getattr(value, name) for name in _names(kind)])


def _feed_words(found: Any, kind: str, words: str) -> None:
    data = words.encode("utf-8", "surrogatepass")
    found.update(f"{kind}{len(data)}:".encode())
    found.update(data)


def _feed_all(found: Any, kind: str, values: Sequence[object]) -> None:
    found.update(f"{kind}({len(values)}:".encode())
    for value in values:
        _feed(found, value)


@lru_cache(maxsize=512)
def _names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass or model. Raises TypeError for other types."""
    if is_dataclass(kind):
        return tuple(each.name for each in fields(kind))
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    raise TypeError(f"a value of type {kind.__qualname__} has no digest")


def digest_of_bytes(data: bytes) -> str:
    """Return the digest of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def digest_of_file(path: Path) -> str | None:
    """Return the digest of a file; None where there is none that can be read."""
    try:
        return digest_of_bytes(path.read_bytes())
    except OSError:
        return None


def digest_of_files(folder: Path, paths: Iterable[Path]) -> str:
    """Return the digest of files below a folder, by their places there and their bytes."""
    named = sorted((path.relative_to(folder).as_posix(), path) for path in paths)
    return digest([(name, digest_of_file(path)) for name, path in named])


def files_below(folder: Path) -> list[Path]:
    """Return all files below a folder but hidden ones, and what Python keeps for itself."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        if path.is_dir() and not path.is_symlink():
            found += files_below(path)
        elif path.is_file():
            found.append(path)
    return found

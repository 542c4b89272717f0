"""Patterns of names become places below an output folder, by names that every system takes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planreports.told import told

_FIELD = re.compile(r"\{([^{}]*)\}")
_UNFIT = re.compile(
    r'[\x00-\x1f\x7f-\x9f\\/:*?"<>|\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]'
)
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows them."""

LONGEST = 150
"""Characters of a name; file systems hold 255 bytes, and a Lao letter has three."""


class UnfitPatternError(ValueError):
    """A pattern of names that gives no place below a folder; its words say why."""


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """Return a pattern with its `{fields}` filled in. Raises UnfitPatternError for a field that is not known.

    >>> filled("{report}-{agency}", {"report": "brief", "agency": "moit"})
    'brief-moit'
    """
    unknown = [name for name in _FIELD.findall(pattern) if name not in values]
    if unknown or "{" in _FIELD.sub("", pattern) or "}" in _FIELD.sub("", pattern):
        known = ", ".join(f"{{{name}}}" for name in values)
        if unknown:
            field = f"{{{unknown[0]}}}"
            raise UnfitPatternError(
                told("there is no {field} here; there are {known}", field=field, known=known)
            )
        raise UnfitPatternError(told("a brace has no other; there are {known}", known=known))
    return _FIELD.sub(lambda match: values[match[1]], pattern)


def checked_name(name: str) -> str:
    """Return a file's or folder's name. Raises UnfitPatternError for one that some system does not take."""
    bad = _UNFIT.search(name)
    if bad:
        raise UnfitPatternError(told("a name cannot hold {character}", character=repr(bad[0])))
    if not name.strip(" .") or name != name.strip(" ") or name.startswith(".") or name.endswith("."):
        raise UnfitPatternError(told("`{name}` begins or ends with a dot or space", name=name))
    if _RESERVED.fullmatch(name):
        raise UnfitPatternError(told("`{name}` is a name that Windows keeps for itself", name=name))
    if len(name) > LONGEST or len(name.encode()) > 255:
        raise UnfitPatternError(told("`{name}…` is too long for a name", name=name[:40]))
    return name


def checked_folder(path: str) -> str:
    """Return a folder below another, its parts with slashes between; "" is that folder itself.

    Raises UnfitPatternError for a path that leads elsewhere.
    """
    if path.startswith("/"):
        raise UnfitPatternError(told("`{path}` is no folder below the output folder", path=path))
    return "/".join(checked_name(part) for part in path.split("/")) if path else ""

"""Built-in layouts become a workspace's own, and an own one says how it stands to the built-in one.

A copy ends in a line with the fingerprint of the layout that it was made from. By it a later version of the
program tells that its own has changed since, and that somebody may want to look.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from planreports.errors import LayoutError, Problem, did_you_mean
from planreports.files.atomic import write_atomically
from planreports.i18n.text import Text
from planreports.layout.folders import LayoutFile, LayoutFolder, layout_path
from planreports.layout.front_matter import read_front_matter
from planreports.told import told

_STAMP = re.compile(r"\n\{# copied from the built-in layout \S+ ([0-9a-f]{12}): [^\n]*#\}\s*\Z")


class Standing(StrEnum):
    """Where a layout is, and how an own one stands to the built-in one of its name."""

    BUILT_IN = "built in"
    OWN = "your own"
    UNCHANGED = "your own, as the built-in one"
    CHANGED = "your own, changed"
    OLDER = "your own, from an older built-in one"


@dataclass(frozen=True, slots=True)
class ListedLayout:
    """A layout that documents can be made with; `about` says what it is for, where its front matter does."""

    name: str
    standing: Standing
    about: Text | None


def copy_layout(name: str, shipped: LayoutFolder, own: LayoutFolder, *, force: bool = False) -> Path:
    """Write a built-in layout into a workspace's folder of layouts, and return its path.

    Raises LayoutError, naming the nearest, for one that is not built in, and, unless it is to be by `force`,
    where the workspace has one of that name: nobody's work is overwritten by mistake.
    """
    path = layout_path(name, shipped)
    if path is None:
        hint = did_you_mean(name, shipped.names())
        raise LayoutError(Problem(told("there is no built-in layout `{name}`", name=name[:60]), hint=hint))
    target = own.path / path.relative_to(shipped.path)
    if target.exists() and not force:
        message = told("there is such a layout already")
        raise LayoutError(Problem(message, f"{own.name}/{target.name}", hint=told("--force overwrites it")))
    source = path.read_text("utf-8")
    write_atomically(target, (source.rstrip("\n") + "\n" + _stamp(target.name, source) + "\n").encode())
    return target


def list_layouts(shipped: LayoutFolder, own: LayoutFolder | None) -> Iterator[ListedLayout]:
    """Yield every layout, in order of name; a workspace's own stands for the built-in one of its name.

    Raises LayoutError for mistakes in front matter.
    """
    folders = (own, shipped) if own else (shipped,)
    for name in sorted({each for folder in folders for each in folder.names()}):
        built_in, found = layout_path(name, shipped), own and layout_path(name, own)
        folder, path = (own, found) if own and found else (shipped, built_in)
        if path is None:
            continue
        about = read_front_matter(LayoutFile(path, f"{folder.name}/{path.name}")).matter.about
        yield ListedLayout(name, _standing(found, built_in) if found else Standing.BUILT_IN, about)


def _standing(own: Path, built_in: Path | None) -> Standing:
    source = own.read_text("utf-8", "replace")
    stamp = _STAMP.search(source)
    if stamp is None or built_in is None:
        return Standing.OWN
    if stamp[1] != _fingerprint(built_in.read_text("utf-8")):
        return Standing.OLDER
    is_same = _fingerprint(source[: stamp.start() + 1]) == stamp[1]
    return Standing.UNCHANGED if is_same else Standing.CHANGED


def _stamp(name: str, source: str) -> str:
    of = f"copied from the built-in layout {name} {_fingerprint(source)}"
    return f"{{# {of}: keep this line, it tells when that one changes #}}"


def _fingerprint(source: str) -> str:
    """Return 12 hexadecimal digits that are the same for the same lines, however they end (SHA-256)."""
    lines = "\n".join(source.rstrip().splitlines())
    return hashlib.sha256(lines.encode()).hexdigest()[:12]

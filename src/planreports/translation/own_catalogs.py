"""Changed messages are written where they belong: into their catalog, or into a workspace's own.

What ships with planreports stays as it is: a message of it that a workspace changes is copied into the
workspace's catalog, which wins (docs/translators.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from planreports.files.atomic import write_atomically
from planreports.files.reading import read_text, text_of
from planreports.files.resources import resource
from planreports.i18n.po_entries import checked_entries
from planreports.translation.catalog_files import CatalogFile, Change, changed, write_changed
from planreports.translation.po_blocks import Blocks

Changes = Sequence[tuple[CatalogFile, Mapping[str, Change]]]
"""Catalogs, each with its changes by the ids of messages."""


def write_changes(changes: Changes, folders: Sequence[Path], *, is_rehearsal: bool = False) -> list[Path]:
    """Write changed messages of the catalogs of some `locales` folders; return the files that changed.

    All of them are judged before the first is written; a rehearsal ends there. Raises DataError for words
    that a catalog cannot hold, and for a catalog that another program has changed in the meantime.
    """
    adopted = [(each, _own_path(each[0], folders)) for each in changes if each[1]]
    texts = {path: _adopted(*each, path) for each, path in adopted if path != each[0].path}
    for (catalog, each), path in adopted:
        if path == catalog.path:
            changed(catalog, each)
    if is_rehearsal:
        return []
    for (catalog, each), path in adopted:
        if path == catalog.path:
            write_changed(catalog, each)
        else:
            write_atomically(path, texts[path].encode())
    return [path for _, path in adopted]


def _own_path(catalog: CatalogFile, folders: Sequence[Path]) -> Path:
    """Return the file that changes of a catalog are written into."""
    shipped, own = resource("locales"), folders[-1]
    if own.resolve() == shipped.resolve() or shipped.resolve() not in catalog.path.resolve().parents:
        return catalog.path
    return own / catalog.language / "LC_MESSAGES" / f"{catalog.domain}.po"


def _adopted(catalog: CatalogFile, changes: Mapping[str, Change], path: Path) -> str:
    """Return the text of a workspace's own catalog with some messages of one that ships, changed."""
    blocks = Blocks.of(changed(catalog, changes))
    entries = [each for each in blocks.entries if not each.is_obsolete]
    chosen = [
        block.text for block, message in zip(entries, catalog.messages, strict=True) if message.id in changes
    ]
    own = read_text(path, path.as_posix()) if path.is_file() else _bare(blocks.header.text)
    text = "\n".join([own.rstrip("\n") + "\n", *chosen])
    checked_entries(text_of(text.encode(), path.as_posix()), path.as_posix())
    return text


def _bare(header: str) -> str:
    """Return a header without its comments, which are about the catalog that it is of."""
    return "".join(line for line in header.splitlines(keepends=True) if not line.startswith("#"))

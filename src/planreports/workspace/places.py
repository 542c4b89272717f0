"""Where in a workspace's own files a character stands: what nobody can draw has to be found to be mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from planreports.files.reading import MAXIMUM_BYTES

_PATTERNS = ("meetings/*.yaml", "*.toml", "**/*.yaml", "locales/**/*.po", "layouts/**/*")


def character_place(folder: Path, character: str) -> tuple[str, int, int] | None:
    """Return the file, line and column of a character's first place, in meetings before other files.

    None if it stands nowhere as itself, as where a file has an escape for it.
    """
    for path in _files(folder):
        before, found, _ = path.read_text("utf-8", "replace").partition(character)
        if found:
            return path.as_posix(), before.count("\n") + 1, len(before) - before.rfind("\n")
    return None


def _files(folder: Path) -> Iterator[Path]:
    """Yield the workspace's files of words, each once."""
    paths = (path for pattern in _PATTERNS for path in sorted(folder.glob(pattern)))
    for path in dict.fromkeys(paths):
        if path.is_file() and path.stat().st_size <= MAXIMUM_BYTES:
            yield path

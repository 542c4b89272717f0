"""The YAML files of one load become sources; large ones without being parsed, if they were before.

What a set of files held when all of them were last found right is kept in the user's cache folder, as plain
JSON, under a digest of every byte of all of them: a file that changed, came or went makes it worthless.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from planreports.errors import WritingError
from planreports.files.atomic import write_atomically
from planreports.files.reading import MAXIMUM_BYTES, read_bytes, text_of
from planreports.files.source import Source
from planreports.files.yaml_source import known_source, parse_yaml, read_yaml
from planreports.version import VERSION

WORTH_KEEPING = 1_000_000
"""From how many bytes on the files of a load are kept: parsing fewer takes a moment."""


@dataclass
class YamlReading:
    """Reads the files of one load.

    `is_judged`: exactly these files, each byte of them, were read and found right before, by this program;
    they need not be checked again. `kept` are their values then, `values` what has been read in this load.
    """

    contents: Mapping[Path, bytes] = field(default_factory=dict)
    digest: str = ""
    place: Path | None = None
    kept: Mapping[str, object] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)

    @property
    def is_judged(self) -> bool:
        """Return whether the files were found right before."""
        return bool(self.kept)

    def read(self, path: Path, name: str) -> Source:
        """Return what a file holds. Raises DataError as `read_yaml` does."""
        if path not in self.contents:
            return read_yaml(path, name)
        data, key = self.contents[path], path.as_posix()
        if key in self.kept:
            return known_source(name, self.kept[key], lambda: text_of(data, name))
        source = parse_yaml(text_of(data, name), name)
        self.values[key] = source.value
        return source

    def keep(self) -> None:
        """Keep what has been read, once all of it is found right; a cache that cannot be written is none."""
        if self.place is None or self.is_judged:
            return
        lines = (self.digest, json.dumps(self.values, ensure_ascii=False))
        try:
            write_atomically(self.place, "\n".join(lines).encode())
        except WritingError:
            return


def yaml_reading(folder: Path, files: Iterable[Path], conditions: bytes) -> YamlReading:
    """Return the reading of a folder's files; small ones are read as always.

    `conditions` are all else that decides whether the files are right: a configuration, the program itself.
    """
    found = [path for path in files if path.is_file()]
    sizes = [path.stat().st_size for path in found]
    if sum(sizes) < WORTH_KEEPING or max(sizes, default=0) > MAXIMUM_BYTES:
        return YamlReading()
    contents = {path: read_bytes(path, path.as_posix(), MAXIMUM_BYTES) for path in found}
    digest = _digest(contents, conditions)
    home = hashlib.blake2b(folder.resolve().as_posix().encode(), digest_size=16).hexdigest()
    place = user_cache_path("planreports", appauthor=False) / f"{home}.json"
    return YamlReading(contents, digest, place, _kept(place, digest))


@cache
def program_state() -> str:
    """Return what tells this program from another version of it, a changed checkout included."""
    home = Path(__file__).parents[1]
    parts = (home / name for name in ("files", "i18n", "plan", "workspace"))
    stats = ((path.name, path.stat()) for part in parts for path in sorted(part.rglob("*.py")))
    return VERSION + "".join(f" {name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats)


def _digest(contents: Mapping[Path, bytes], conditions: bytes) -> str:
    digest = hashlib.blake2b(conditions)
    for path, data in contents.items():
        digest.update(f"\0{path.as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _kept(place: Path, digest: str) -> Mapping[str, object]:
    """Return what was kept under a digest; nothing where it is of other files, broken, or not there."""
    try:
        with place.open("rb") as file:
            if file.readline().decode("ascii", "replace").rstrip("\n") != digest:
                return {}
            kept = json.loads(file.read())
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}

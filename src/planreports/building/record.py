"""What was built becomes a small file beside it, by which the next build knows what is as it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from planreports.files.atomic import write_atomically

RECORD_FILE = ".planreports-build.json"
_VERSION = 1


class Entry(BaseModel):
    """What is known of one file: digests of what was asked for, of the whole workspace when it was last found
    right, of what it was made of, and of its own bytes."""

    model_config = ConfigDict(frozen=True)

    asked: str
    state: str
    inputs: str
    file: str


class _Record(BaseModel):
    version: int
    files: dict[str, Entry]


def read_record(output: Path) -> dict[str, Entry]:
    """Return what is known of the files in an output folder, by their places in it.

    A record that is not there, is damaged or is another version's says nothing: then all is made anew.
    """
    try:
        record = _Record.model_validate_json((output / RECORD_FILE).read_bytes())
    except (OSError, ValidationError):
        return {}
    return record.files if record.version == _VERSION else {}


def write_record(output: Path, files: Mapping[str, Entry]) -> None:
    """Write what is known of the files in an output folder. Raises WritingError if it cannot be written."""
    entries = {place: files[place].model_dump() for place in sorted(files)}
    text = json.dumps({"version": _VERSION, "files": entries}, indent=1, ensure_ascii=False)
    write_atomically(output / RECORD_FILE, text.encode())

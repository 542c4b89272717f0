"""What `--output` is given becomes a folder; the name of a document is no folder's."""

from __future__ import annotations

import os
from pathlib import Path

import click

from planreports.told import told
from planreports.writers import FORMATS


class OutputFolder(click.Path):
    """A folder that is there, or will be made."""

    def __init__(self) -> None:
        super().__init__(file_okay=False, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Return the folder. Raises click.BadParameter for a file, and for what is called like one."""
        folder = Path(os.fsdecode(super().convert(value, param, ctx)))
        suffixes = [format_.suffix for format_ in FORMATS.values()]
        if folder.suffix.lower() in suffixes and not folder.is_dir():
            words = told(
                "`{path}` is called like a file; name a folder: files are named by what they are",
                path=folder.as_posix(),
            )
            self.fail(words, param, ctx)
        return folder

"""Where an item of a long list stands, without placing every value of its file.

Placing all of a file takes seconds for a hundred thousand values. The items of a list in block style begin
with `- ` in one column, where no line of theirs but a quoted one can (YAML 1.2.2, 8.2.1): with as many such
lines as items, each line is its item's, and only that item is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from planreports.errors import DataError
from planreports.files.reading import read_text
from planreports.files.source import Place, Source, ValuePath
from planreports.files.yaml_source import placed, read_yaml


@dataclass
class ItemPlaces:
    """The places of a file's list: `key` is the file's key of it, `count` how many items it has.

    Raises DataError for a file that cannot be read any more.
    """

    path: Path
    key: str
    count: int
    _items: dict[int, Source] = field(default_factory=dict)

    def place(self, index: int | None, path: ValuePath) -> Place:
        """Return where a value in an item stands; without an index, where the list does.

        For a path that is not there, where its nearest parent stands.
        """
        if index is None or len(self._starts) != self.count:
            return self._whole.place((self.key,) if index is None else (self.key, index, *path))
        try:
            item = self._item(index)
        except DataError:
            return self._whole.place((self.key, index, *path))
        line, column = item.place((self.key, 0, *path))
        return line - 1 + self._text.count("\n", 0, self._starts[index]), column

    def _item(self, index: int) -> Source:
        if index not in self._items:
            starts = (*self._starts, len(self._text))
            lines = self._text[starts[index] : starts[index + 1]]
            self._items[index] = placed(f"{self.key}:\n{lines}", self.path.as_posix())
        return self._items[index]

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Return where lines begin that may be an item's; none where the list is not in block style."""
        first = re.search(
            rf"^{re.escape(self.key)}:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*( *)- ", self._text, re.M
        )
        if first is None:
            return ()
        begin = re.compile(rf"^{first[1]}- ", re.MULTILINE)
        return [each.start() for each in begin.finditer(self._text, first.start(1))]

    @cached_property
    def _text(self) -> str:
        return read_text(self.path, self.path.as_posix())

    @cached_property
    def _whole(self) -> Source:
        return read_yaml(self.path, self.path.as_posix())

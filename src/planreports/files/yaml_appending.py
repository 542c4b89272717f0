"""A list at the end of a YAML file grows by an item: as text, so that the rest stays byte for byte.

Reading and writing the whole with ruamel.yaml would take a second for a thousand entries, each time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planreports.errors import DataError
from planreports.files.reading import text_of
from planreports.files.yaml_source import parse_yaml
from planreports.files.yaml_writing import item_text

_END_OF_DOCUMENT = re.compile(rb"^\.\.\.", re.MULTILINE)


@dataclass
class GrowingList:
    """The list under the last key of a file, whose items stand in lines of their own.

    What was read once is not read again: where a file begins with it, the list goes on after it, since a
    line that begins an item ends whatever stood before (YAML 1.2.2, 8.2.1), and only the new items are read.

    `name` is how messages call the file.
    """

    name: str
    key: str
    _known: bytes = b""
    _indent: int = 0

    def appended(self, data: bytes, item: object) -> bytes | None:
        """Return a file's bytes with one more item; None where the list does not end the file in lines.

        Raises DataError for bytes that are no plain YAML.
        """
        if not self._knows(data):
            return None
        item = normalised(item)
        newline = "\r\n" if b"\r\n" in data else "\n"
        lines = item_text(item, self._indent).replace("\n", newline)
        if self._items(lines.encode()) != [item]:
            raise AssertionError("what was written is not what is read")
        self._known = data + lines.encode()
        return self._known

    def _knows(self, data: bytes) -> bool:
        """Return whether more items can follow these bytes, and remember them if so."""
        is_growing = self._goes_on(data) or self._ends_in_list(data)
        self._known = data if is_growing else b""
        return is_growing

    def _goes_on(self, data: bytes) -> bool:
        """Return whether bytes are what is known, and maybe more items."""
        if not self._known or not data.startswith(self._known):
            return False
        rest = data[len(self._known) :]
        try:
            return not rest or bool(self._items(rest))
        except DataError:
            return False  # reading all of it will say where the mistake is

    def _ends_in_list(self, data: bytes) -> bool:
        """Read all of a file; remember how far its items are set in, if the list ends it."""
        text = text_of(data, self.name)
        source = parse_yaml(text, self.name)
        match source.value:
            case {**keys} if keys and list(keys)[-1] == self.key and keys[self.key]:
                line, column = source.place((self.key,))
            case _:
                return False
        self._indent = column - 1
        is_in_lines = text.splitlines()[line - 1].startswith("- ", self._indent)
        return is_in_lines and data.endswith(b"\n") and not _END_OF_DOCUMENT.search(data)

    def _items(self, lines: bytes) -> Sequence[object]:
        """Return the items of lines that follow the list; none where they are something else."""
        begin = b" " * self._indent + b"- "
        if not lines.startswith(begin) or not lines.endswith(b"\n") or _END_OF_DOCUMENT.search(lines):
            return []
        value = parse_yaml(text_of(b"items:\n" + lines, self.name), self.name).value
        match value:
            case {"items": [*items], **others} if not others:
                return items
        return []


def normalised(value: object) -> object:
    """Return a value as it is read from a file: words in Unicode's form NFC."""
    if isinstance(value, Mapping):
        return {key: normalised(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [normalised(each) for each in value]
    return unicodedata.normalize("NFC", str(value))

"""A YAML file that people keep is changed in place: their comments, order and quotation marks stay.

ruamel.yaml reads and writes (PyYAML drops comments). It keeps what it reads but for two things: the
indentation becomes 2, and 4 for lists; and trailing white space goes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq

from planreports.files.atomic import write_atomically
from planreports.files.yaml_source import read_yaml

_WIDTH = 4096
"""Wider than any line: ruamel.yaml folds none that a person did not."""


@contextmanager
def edited_yaml(path: Path) -> Iterator[Any]:
    """Yield a file's mappings and lists to be changed; write the file, whole, if they were.

    Raises DataError for a file that is not plain YAML, before anything is changed.
    """
    read_yaml(path)
    yaml = _round_trip()
    old = path.read_text("utf-8")
    data = yaml.load(old)
    unchanged = _written(yaml, data)
    yield data
    new = _written(yaml, data)
    if new != unchanged:
        write_atomically(path, new.encode())


def with_item(text: str, key: str, item: str) -> str:
    """Return a file's text with one more item in the list of a key; `item` is the text of a list of one."""
    yaml = _round_trip()
    data = yaml.load(text)
    if not data.get(key):
        data[key] = CommentedSeq()
    data[key].fa.set_block_style()  # in one line, ruamel.yaml would take the braces of a lone key away
    data[key].append(yaml.load(item)[0])
    return _written(yaml, data)


def _round_trip() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _written(yaml: YAML, data: Any) -> str:
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()

"""TOML files: values, the places of their keys, and broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from planreports.errors import DataError
from planreports.files.toml_source import read_toml


def written(folder: Path, text: str) -> Path:
    path = folder / "f.toml"
    path.write_text(text, "utf-8")
    return path


def test_keys_and_tables_know_their_places(tmp_path: Path) -> None:
    source = read_toml(written(tmp_path, 'a = 1\n\n[b.c]\n  d = "x" # why\ne = { f = 1 }\n'), "f.toml")
    assert source.value == {"a": 1, "b": {"c": {"d": "x", "e": {"f": 1}}}}
    assert source.place(("a",)) == (1, 5)
    assert source.place(("b", "c")) == (3, 2)
    assert source.place(("b", "c", "d")) == (4, 7)
    assert source.key_place(("b", "c", "d")) == (4, 3)
    assert source.place(("b", "c", "e", "f")) == (5, 5)


def test_broken_toml_has_a_place(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_toml(written(tmp_path, "a = 1\nb = \n"), "f.toml")
    assert str(caught.value) == "f.toml:2:5: this is not TOML: Invalid value"
